import type { TableTemplate } from "../../../model/index.ts";
import { column, itemRow } from "../items.ts";
import { functionRows } from "./functions.ts";

const money = { type: "amount", unit: "万元", basis: "recall" } as const;
const recalled = { basis: "recall" } as const;
const sometimes = { basis: "recall", optional: true } as const;
/** A balance carried over, which may be below zero. */
const balance = { ...sometimes, type: "signed-amount", unit: "万元" } as const;

/** 公开01表: income and expenditure side by side, each with its sums. */
export const overall: TableTemplate = {
  id: "overall",
  title: "收入支出决算总表",
  pathOrder: "row-column",
  blocks: [
    {
      corner: ["项目", "行次", "收入"],
      columns: [column("", "金额", { ...money, aliases: ["决算数"] })],
      rows: [
        itemRow("income.general", "一般公共预算财政拨款收入", {
          ...recalled,
          aliases: ["财政拨款收入"],
          enumerator: "一、",
        }),
        itemRow("income.funds", "政府性基金预算财政拨款收入", { ...sometimes, enumerator: "二、" }),
        itemRow("income.capital", "国有资本经营预算财政拨款收入", { ...sometimes, enumerator: "三、" }),
        itemRow("income.superior", "上级补助收入", { ...sometimes, enumerator: "四、" }),
        itemRow("income.undertaking", "事业收入", { ...sometimes, enumerator: "五、" }),
        itemRow("income.operating", "经营收入", { ...sometimes, enumerator: "六、" }),
        itemRow("income.affiliated", "附属单位上缴收入", { ...sometimes, enumerator: "七、" }),
        itemRow("income.other", "其他收入", { ...sometimes, enumerator: "八、" }),
        itemRow("income.sum", "本年收入合计", recalled),
        itemRow("income.reserves", "使用非财政拨款结余", {
          ...balance,
          aliases: [
            "使用非财政拨款结余（含专用结余）",
            "使用非财政拨款结余和专用结余",
            "用事业基金弥补收支差额",
          ],
        }),
        itemRow("income.opening", "年初结转和结余", { ...balance, aliases: ["上年结转和结余"] }),
        itemRow("income.total", "总计", { ...recalled, aliases: ["收入总计"] }),
      ],
    },
    {
      corner: ["项目", "行次", "支出", "项目（按功能分类）"],
      columns: [column("", "金额", { ...money, aliases: ["决算数"] })],
      rows: [
        ...functionRows("expenditure"),
        itemRow("expenditure.sum", "本年支出合计", recalled),
        itemRow("expenditure.surplus", "结余分配", { ...balance, aliases: ["结余分配（含提取专用结余）"] }),
        itemRow("expenditure.closing", "年末结转和结余", balance),
        itemRow("expenditure.total", "总计", { ...recalled, aliases: ["支出总计"] }),
      ],
    },
  ],
};

/** 公开04表: what the treasury appropriated, with the expenditure divided by the budget it came from. */
export const appropriations: TableTemplate = {
  id: "appropriations",
  title: "财政拨款收入支出决算总表",
  pathOrder: "row-column",
  blocks: [
    {
      corner: ["项目", "行次", "收入"],
      columns: [column("", "金额", { ...money, aliases: ["决算数"] })],
      rows: [
        itemRow("income.general", "一般公共预算财政拨款", { ...recalled, enumerator: "一、" }),
        itemRow("income.funds", "政府性基金预算财政拨款", { ...recalled, enumerator: "二、" }),
        itemRow("income.capital", "国有资本经营预算财政拨款", { ...sometimes, enumerator: "三、" }),
        itemRow("income.sum", "本年收入合计", recalled),
        itemRow("income.opening", "年初财政拨款结转和结余", { ...balance, aliases: ["年初结转和结余"] }),
        itemRow("income.openingGeneral", "一般公共预算财政拨款", balance),
        itemRow("income.openingFunds", "政府性基金预算财政拨款", balance),
        itemRow("income.openingCapital", "国有资本经营预算财政拨款", balance),
        itemRow("income.total", "总计", { ...recalled, aliases: ["收入总计"] }),
      ],
    },
    {
      corner: ["项目", "行次", "支出", "项目（按功能分类）"],
      columns: [
        column("total", "合计", { ...money, aliases: ["小计"] }),
        column("general", "一般公共预算财政拨款", money),
        column("funds", "政府性基金预算财政拨款", money),
        column("capital", "国有资本经营预算财政拨款", { ...money, optional: true }),
      ],
      rows: [
        ...functionRows("expenditure"),
        itemRow("expenditure.sum", "本年支出合计", recalled),
        itemRow("expenditure.closing", "年末财政拨款结转和结余", { ...balance, aliases: ["年末结转和结余"] }),
        itemRow("expenditure.all", "总计", { ...recalled, aliases: ["支出总计"] }),
      ],
    },
  ],
};

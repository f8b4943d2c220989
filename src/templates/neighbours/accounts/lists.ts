import type { ColumnTemplate, TableTemplate } from "../../../model/index.ts";
import { column, itemRow } from "../items.ts";

const money = { type: "amount", unit: "万元", basis: "recall" } as const;
const balance = { ...money, type: "signed-amount" } as const;

const spent = (group: readonly string[], total: string, ...aliases: readonly string[]): ColumnTemplate[] => [
  column("total", total, { ...money, group: [...group], aliases }),
  column("basic", "基本支出", { ...money, group: [...group] }),
  column("project", "项目支出", { ...money, group: [...group] }),
];

/** A list by 功能分类科目 below its sums: each office lists the subjects for which it has money. */
function byFunction(id: string, title: string, columns: readonly ColumnTemplate[]): TableTemplate {
  return {
    id,
    title,
    pathOrder: "row-column",
    blocks: [
      {
        corner: [
          "科目名称",
          "项目",
          "功能分类科目编码",
          "科目编码",
          "支出功能分类科目编码",
          "类",
          "款",
          "项",
          "栏次",
        ],
        columns,
        rows: [itemRow("total", "合计", { basis: "recall" })],
        open: { key: "rows", label: "科目名称", code: "科目编码" },
      },
    ],
  };
}

/** 公开02表. */
export const incomeByFunction = byFunction("incomeByFunction", "收入决算表", [
  column("total", "本年收入合计", { ...money, aliases: ["合计"] }),
  column("appropriations", "财政拨款收入", money),
  column("superior", "上级补助收入", money),
  column("undertaking", "事业收入", money),
  column("operating", "经营收入", money),
  column("affiliated", "附属单位上缴收入", money),
  column("other", "其他收入", money),
]);

/** 公开03表. */
export const expenditureByFunction = byFunction("expenditureByFunction", "支出决算表", [
  ...spent([], "本年支出合计", "合计"),
  column("remitted", "上缴上级支出", money),
  column("operating", "经营支出", money),
  column("subsidies", "对附属单位补助支出", money),
]);

/** 公开05表. */
export const generalExpenditure = byFunction(
  "generalExpenditure",
  "一般公共预算财政拨款支出决算表",
  spent(["本年支出"], "小计", "合计", "本年支出合计"),
);

/** 公开06表, by 经济分类科目: 人员经费 beside 公用经费. */
export const basicExpenditure: TableTemplate = {
  id: "basicExpenditure",
  title: "一般公共预算财政拨款基本支出决算表",
  pathOrder: "row-column",
  blocks: [
    {
      corner: ["科目名称", "人员经费", "公用经费", "科目编码", "经济分类科目编码", "项目"],
      columns: [column("amount", "决算数", { ...money, aliases: ["金额"] })],
      rows: [
        itemRow("personnel", "人员经费合计", { basis: "recall", aliases: ["人员经费小计"] }),
        itemRow("operations", "公用经费合计", { basis: "recall", aliases: ["公用经费小计"] }),
      ],
      open: { key: "rows", label: "科目名称", code: "科目编码" },
    },
  ],
};

/** 公开07表. */
export const fundExpenditure: TableTemplate = {
  ...byFunction("fundExpenditure", "政府性基金预算财政拨款收入支出决算表", [
    column("opening", "年初结转和结余", balance),
    column("income", "本年收入", money),
    ...spent(["本年支出"], "小计", "合计"),
    column("closing", "年末结转和结余", balance),
  ]),
  optional: true,
};

/** 公开08表, which exists since 2020. */
export const capitalExpenditure: TableTemplate = {
  ...byFunction(
    "capitalExpenditure",
    "国有资本经营预算财政拨款支出决算表",
    spent(["本年支出"], "合计", "小计", "本年支出合计"),
  ),
  optional: true,
};

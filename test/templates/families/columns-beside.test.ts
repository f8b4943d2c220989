import { describe, expect, it } from "vitest";
import { flags, page, table } from "./page.ts";

// Columns that offices print beside the form's, and its headings in their words. All figures are invented.
const half = (label: string, ...cells: string[]) => [label, ...cells].join("|");
const overall = (first: string, second: string, isSecond: boolean) => {
  const row = (left: string, own: string, other: string, right: string, spent: string, before: string) => {
    const [a, b] = isSecond
      ? [half(left, other, own), half(right, before, spent)]
      : [half(left, own, other), half(right, spent, before)];
    return `${a}|${b}`;
  };
  return table(
    "收入*3|支出*3",
    `项目|${first}|${second}|项目|${first}|${second}`,
    row("一、一般公共预算财政拨款收入", "1,230.50", "1,100.00", "一、一般公共服务支出", "900.00", "800.00"),
    row("本年收入合计", "1,230.50", "1,100.00", "本年支出合计", "900.00", "800.00"),
    row("年初结转和结余", "-10.50", "90.00", "年末结转和结余", "320.00", "390.00"),
    row("总计", "1,220.00", "1,190.00", "总计", "1,220.00", "1,190.00"),
  );
};

describe("公开01表 with a column beside its own", () => {
  it.each([
    ["年初预算数", "决算数", true],
    ["决算数", "年初预算数", false],
    ["上年决算数", "本年决算数", true],
    ["2022年决算数", "2021年决算数", false],
  ])("%s | %s", async (first, second, isSecond) => {
    const conversion = await page(
      "青石市水务局2022年度部门决算",
      "<p>收入支出决算总表</p><p>单位：万元</p>",
      overall(first, second, isSecond),
    );
    expect(conversion.report!.tables.overall).toMatchObject({
      income: { general: 1230.5, sum: 1230.5, opening: -10.5, total: 1220 },
      expenditure: { publicServices: 900, sum: 900, closing: 320, total: 1220 },
    });
    expect(flags(conversion).filter((flag) => flag.includes("/overall"))).toEqual([]);
    expect(flags(conversion).filter((flag) => flag.startsWith("extra-column"))).toHaveLength(2);
  });
});

const columns = [
  "警告、通报批评",
  "罚款",
  "没收违法所得、没收非法财物",
  "暂扣许可证、执照，降低资质等级",
  "吊销许可证、执照",
  "限制开展生产经营活动",
  "责令停产停业、责令关闭、限制从业",
  "行政拘留",
  "其他行政处罚",
  "合计（宗）",
];
const counts = "12|35|4|1|0|0|2|0|6|60";

describe("行政处罚实施情况统计表", () => {
  const title = "青石市水务局2023年度行政执法统计年报";
  const heading = "<h2>一、行政处罚实施情况统计表</h2>";

  it("with the office and its number before the values, and a remark behind them", async () => {
    const head = ["序号", "单位名称", ...columns, "罚没金额（万元）", "备注"].join("|");
    const conversion = await page(title, heading, table(head, `1|青石市水务局|${counts}|48.65|无`));
    expect(conversion.report!.tables.penalties).toMatchObject({ total: 60, amount: 48.65 });
    expect(flags(conversion).filter((flag) => flag.includes("penalties"))).toEqual([]);
  });

  it("in yuan, told", async () => {
    const conversion = await page(
      title,
      heading,
      table([...columns, "罚没金额（元）"].join("|"), `${counts}|486500`),
    );
    expect(conversion.report!.tables.penalties).toMatchObject({ total: 60, amount: 486500 });
    expect(flags(conversion).filter((flag) => flag.includes("penalties"))).toEqual([
      "unit-differs /report/tables/penalties/amount",
    ]);
  });
});

import { expect, it } from "vitest";
import { readText } from "./read.ts";

// Table 4 as offices print it, and whose table it is. All figures are invented.
const OUTCOMES = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"];
const REVIEW = [8, 3, 4, 0, 15];
const DIRECT = [0, 2, 3, 0, 5];
const AFTER = [7, 0, 3, 1, 11];
const OLD = [1, 0, 0, 1, 2];

const row = (...cells: readonly (string | number)[]) => `| ${cells.join(" | ")} |`;
const grid = (...rows: readonly string[]) =>
  [rows[0]!, rows[0]!.replace(/[^|]+/gu, " --- "), ...rows.slice(1)].join("\n");
const blanks = (count: number) => new Array<string>(count).fill("");

function report(body: string): string {
  return `# 清溪县人民政府2023年政府信息公开工作年度报告\n\n四、政府信息公开行政复议、行政诉讼情况\n\n${body}\n\n五、存在的主要问题及改进情况\n\n公开内容有待充实。\n`;
}

const whole = (...values: readonly (readonly number[])[]) =>
  grid(
    row("行政复议", ...blanks(4), "行政诉讼", ...blanks(9)),
    row(...blanks(5), "未经复议直接起诉", ...blanks(4), "复议后起诉", ...blanks(4)),
    row(...OUTCOMES, ...OUTCOMES, ...OUTCOMES),
    row(...values.flat()),
  );

async function read(body: string): Promise<string> {
  const { cells, rules } = await readText(report(body), "reviewAndLitigation");
  const own = rules.filter((rule) => rule !== "table-missing"); // the report has table 4 alone
  return [...cells.map((cell) => cell.split(" ")[1]), ...own].join(" ");
}

const RIGHT = [REVIEW, DIRECT, AFTER].flat().join(" ");

it.each([
  [
    "rows named by the headings, in another order",
    grid(
      row("类别", "", ...OUTCOMES),
      row("行政诉讼", "复议后起诉", ...AFTER),
      row("", "未经复议直接起诉", ...DIRECT),
      row("行政复议", "", ...REVIEW),
    ),
  ],
  [
    "blocks below each other in one table, in another order, merged headings as empty cells",
    grid(
      row("行政诉讼（复议后起诉）", ...blanks(4)),
      row(...OUTCOMES),
      row(...AFTER),
      row("行政诉讼（未经复议直接起诉）", ...blanks(4)),
      row(...OUTCOMES),
      row(...DIRECT),
      row("行政复议", ...blanks(4)),
      row(...OUTCOMES),
      row(...REVIEW),
    ),
  ],
  [
    "tables under headings that name the kind last",
    [
      "（一）行政复议情况",
      grid(row(...OUTCOMES), row(...REVIEW)),
      "（二）复议后起诉的行政诉讼",
      grid(row(...OUTCOMES), row(...AFTER)),
      "（三）未经复议直接起诉的行政诉讼",
      grid(row(...OUTCOMES), row(...DIRECT)),
    ].join("\n\n"),
  ],
])("%s", async (_, body) => {
  expect(await read(body)).toBe(RIGHT);
});

it("blocks under no heading are in the form's order by nothing but their place", async () => {
  const outcomes = (values: readonly number[]) => grid(row(...OUTCOMES), row(...values));
  const body = [REVIEW, DIRECT, AFTER].map(outcomes).join("\n\n");
  expect(await read(body)).toBe(`${RIGHT} row-ambiguous`);
});

it.each(["清溪县", "本级", "全县", "清溪县人民政府"])("a row of %s is the report's own", async (name) => {
  expect(await read(labelled(name))).toBe(RIGHT);
});

it.each(["绀塘县", "县教育局", "其中：县教育局"])("a row of %s is read and told", async (name) => {
  expect(await read(labelled(name))).toBe(`${RIGHT} table-of-another`);
});

function labelled(name: string): string {
  return grid(
    row("", "行政复议", ...blanks(4), "行政诉讼", ...blanks(9)),
    row("", ...blanks(5), "未经复议直接起诉", ...blanks(4), "复议后起诉", ...blanks(4)),
    row("", ...OUTCOMES, ...OUTCOMES, ...OUTCOMES),
    row(name, ...REVIEW, ...DIRECT, ...AFTER),
  );
}

it.each([
  ["去年情况", "今年情况"],
  ["上年度行政复议、行政诉讼情况", "本年度行政复议、行政诉讼情况"],
  ["清溪县教育局", "清溪县"],
  ["部门情况", "全县汇总"],
  ["附：样表", "填报如下"],
])("of two tables under %s and %s the report's own is read, and the other told", async (first, second) => {
  const body = [first, whole(OLD, OLD, OLD), second, whole(REVIEW, DIRECT, AFTER)].join("\n\n");
  expect(await read(body)).toMatch(new RegExp(`^${RIGHT} .*repeated-row`, "u"));
});

it.each(["年度", "统计年份"])(
  "of the rows of two years below %s, that of the report is taken",
  async (heading) => {
    const OLDER = [OLD, OLD, OLD].flat();
    const rows = [row("2022", ...OLDER), row("2023", ...[REVIEW, DIRECT, AFTER].flat())];
    const [first, second, third] = [
      row(heading, "行政复议", ...blanks(4), "行政诉讼", ...blanks(9)),
      row("", ...blanks(5), "未经复议直接起诉", ...blanks(4), "复议后起诉", ...blanks(4)),
      row("", ...OUTCOMES, ...OUTCOMES, ...OUTCOMES),
    ];
    for (const printed of [rows, rows.toReversed()])
      expect(await read(grid(first, second, third, ...printed))).toBe(`${RIGHT} extra-row`);
  },
);

import { expect, it } from "vitest";
import { CHAPTERS, readText } from "./read.ts";

// Two spaces, or two no-break spaces, between all cells: nothing stands under each other. All figures are invented.
const OUTCOMES = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"];
const ROWS: readonly (readonly (string | number)[])[] = [
  ["行政复议", "行政诉讼"],
  [...OUTCOMES, "未经复议直接起诉", "复议后起诉"],
  [...OUTCOMES, ...OUTCOMES],
  [8, 3, 4, 0, 15, 0, 2, 3, 0, 5, 17, 0, 3, 1, 21],
];

async function read(rows: typeof ROWS, gap: string): Promise<string> {
  const table = rows.map((row) => row.join(gap)).join("\n");
  const text = `清溪县人民政府2023年政府信息公开工作年度报告\n四、政府信息公开行政复议、行政诉讼情况\n${table}\n五、存在的主要问题及改进情况\n公开内容有待充实。\n`;
  const { cells, rules } = await readText(text, "reviewAndLitigation");
  return [...cells.map((cell) => cell.split(" ")[1]), ...rules].join(" ");
}

it.each(["  ", "   ", "\u00a0\u00a0"])("cells between the same spaces %j go in order", async (gap) => {
  expect(await read(ROWS, gap)).toBe("8 3 4 0 15 0 2 3 0 5 17 0 3 1 21 table-missing");
});

it("of a row with a cell less nothing is guessed", async () => {
  const short = [...ROWS.slice(0, -1), ROWS.at(-1)!.slice(1)];
  expect(await read(short, "  ")).toBe("unknown-table no-tables");
});

it("a drawn table whose rows cannot be told apart is told", async () => {
  const rows = ["许可│ 1  ", "处罚│ 2  ", "强制│ 3  ", "收费│    ", "金额│ 4  "].map((row) => `│ ${row}│`);
  const table = ["┌─────┬────┐", ...rows, "└─────┴────┘"].join("\n");
  const title = "橡溪县水利局2012年政府信息公开工作年度报告";
  const { rules } = await readText(`${title}\n${CHAPTERS.join("\n")}\n${table}\n`, "annex");
  expect(rules).toContain("unknown-table");
});

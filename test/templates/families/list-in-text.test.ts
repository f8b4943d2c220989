import { expect, it } from "vitest";
import { convert } from "../../../src/index.ts";

const read = async (lines: readonly string[]) => {
  const bytes = new TextEncoder().encode(lines.join("\n"));
  const { report, diagnostics } = await convert({ name: "a.txt", bytes });
  const rules = diagnostics.filter(({ severity }) => severity === "error").map(({ rule }) => rule);
  return { tables: report!.tables, rules };
};

const head = ["青石市水务局2022年度部门决算", "一般公共预算财政拨款支出决算表", "单位：万元"];
const headings = ["科目编码", "科目名称", "小计", "基本支出", "项目支出"];
const total = ["合计", "1,150.00", "900.00", "250.00"];

it("a list in text of one cell a line is told, not left out in silence", async () => {
  const items = ["201", "一般公共服务支出", "1,150.00", "900.00", "250.00"];
  const below = await read([...head, ...headings, ...items, ...total]);
  expect(below.rules).toContain("list-unread");
  const above = await read([...head, ...headings, ...total, ...items]);
  expect(above.rules).toContain("list-unread");
});

it("a sum without a list lacks none", async () => {
  const { tables, rules } = await read([...head, ...headings, ...total]);
  expect(tables.generalExpenditure).toEqual({ total: { total: 1150, basic: 900, project: 250 } });
  expect(rules).not.toContain("list-unread");
});

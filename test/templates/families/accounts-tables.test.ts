import { beforeAll, describe, expect, it } from "vitest";
import { putCell } from "../../../src/arithmetic/paths.ts";
import { checkReport } from "../../../src/checks/index.ts";
import { convert, type Conversion } from "../../../src/index.ts";
import type { Finding } from "../../../src/model/index.ts";
import { drawNeighbour, neighbours, renderHtml, type FormBlock } from "../../support/factory/index.ts";
import { flags, page, table } from "./page.ts";

const template = neighbours.find(({ id }) => id === "department-accounts")!;
const { blocks } = drawNeighbour(template, 21);
const title = (id: string): string => template.tables.find((table) => table.id === id)!.title;

const read = (of: readonly FormBlock[]): Promise<Conversion> =>
  convert({ name: "a.html", bytes: renderHtml(of) });

/** What the checks say of the report with another figure in one cell. */
function slipped({ report, evidence, layouts }: Conversion, path: string): readonly Finding[] {
  const copy = structuredClone(report!);
  putCell(copy.tables as Record<string, unknown>, path.split("."), 123_456.78);
  return checkReport(copy, evidence, layouts, [template]);
}

/** Rules across tables that do not hold, with all the cells they name. */
const across = (found: readonly Finding[]): string[] =>
  found
    .filter(({ rule }) => rule.startsWith("accounts-tables"))
    .map(({ rule, severity, paths }) => [rule, severity, ...paths!.map((path) => path.slice(15))].join(" "));

describe("部门决算 across its tables", () => {
  let whole: Conversion;
  beforeAll(async () => {
    whole = await read(blocks);
  });

  it("holds as it is drawn", () => {
    expect(whole.diagnostics).toEqual([]);
  });

  it.each([
    [
      "incomeByFunction.total.operating",
      ["accounts-tables-income error overall/income/operating incomeByFunction/total/operating"],
    ],
    [
      "overall.expenditure.sum",
      ["accounts-tables-expenditure error expenditureByFunction/total/total overall/expenditure/sum"],
    ],
    [
      "appropriations.income.sum",
      [
        "accounts-tables-appropriations error overall/income/general overall/income/funds overall/income/capital appropriations/income/sum",
        "accounts-tables-appropriations error appropriations/income/sum incomeByFunction/total/appropriations",
      ],
    ],
    [
      "generalExpenditure.total.total",
      ["accounts-tables-general error generalExpenditure/total/total appropriations/expenditure/sum/general"],
    ],
    [
      "basicExpenditure.operations.amount",
      [
        "accounts-tables-basic error basicExpenditure/personnel/amount basicExpenditure/operations/amount generalExpenditure/total/basic",
      ],
    ],
    [
      "fundExpenditure.total.income",
      ["accounts-tables-funds error fundExpenditure/total/income appropriations/income/funds"],
    ],
    [
      "capitalExpenditure.total.total",
      ["accounts-tables-capital error capitalExpenditure/total/total appropriations/expenditure/sum/capital"],
    ],
  ])("a slip in %s is found on both sides", (path, expected) => {
    expect(across(slipped(whole, path))).toEqual(expected);
  });

  it.each(["overall", "appropriations", "fundExpenditure"])("without %s nothing else is said", async (id) => {
    const others = blocks.filter((block) =>
      block.kind === "table" ? block.id !== id : block.kind !== "heading" || block.text !== title(id),
    );
    const optional = template.tables.find((table) => table.id === id)!.optional;
    expect(flags(await read(others))).toEqual(optional ? [] : [`table-missing /report/tables/${id}`]);
  });

  it("a table that is printed blank contradicts nothing", async () => {
    const blank = blocks.map((block): FormBlock => {
      if (block.kind !== "table" || block.id !== "fundExpenditure") return block;
      const rows = block.rows.map((row) =>
        row.map((cell) => (cell.role === "value" ? { ...cell, text: "" } : cell)),
      );
      return { ...block, rows };
    });
    expect(flags(await read(blank))).toEqual([]);
  });

  it("“三公” expenses are part of what was appropriated", async () => {
    const appropriated = table(
      "项目|金额|项目|合计|一般公共预算财政拨款|政府性基金预算财政拨款",
      "一、一般公共预算财政拨款|90|一、一般公共服务支出|20|20|",
      "本年收入合计|90|本年支出合计|20|20|",
      "总计|90|总计|90|90|",
    );
    const half = "合计|因公出国（境）费|公务用车购置费|公务用车运行维护费|公务接待费";
    const conversion = await page(
      "青石市水务局2022年度部门决算",
      `<p>${title("appropriations")}</p>${appropriated}`,
      "<p>财政拨款“三公”经费支出决算表</p>",
      table(
        "预算数*6|决算数*6",
        `${half.replace("合计|因公出国（境）费", "合计|因公出国（境）费|小计")}|`.repeat(2).slice(0, -1),
        "30|2|18|0|18|10|25|0|17|0|17|8",
      ),
    );
    expect(flags(conversion).filter((flag) => flag.startsWith("three-public"))).toEqual([
      "three-public-part /report/tables/appropriations/expenditure/sum/total",
    ]);
  });
});

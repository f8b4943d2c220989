import { expect, it } from "vitest";
import { convert, type Conversion } from "../../../src/index.ts";
import { flagsOf } from "../../../src/record/index.ts";
import { table } from "./page.ts";

// 公开02表 with one cell too many in a row that no sum covers: values may have shifted. All figures are invented.
const head = ["青石市水务局2022年度部门决算", "收入决算表", "公开02表", "单位：万元"];
const headings =
  "科目编码|科目名称|本年收入合计|财政拨款收入|上级补助收入|事业收入|经营收入|附属单位上缴收入|其他收入";
const total = "合计||1000.00|900.00|10.00|20.00|30.00|25.00|15.00";
const last = "213|农林水支出|400.00|400.00|||||";

const formats = {
  bars: [
    "a.md",
    (rows) => [...head, "", ...rows.map((row) => `| ${row.replaceAll("|", " | ")} |`)].join("\n"),
  ],
  tabs: ["a.txt", (rows) => [...head, ...rows.map((row) => row.replaceAll("|", "\t"))].join("\n")],
  page: ["a.html", (rows) => head.map((line) => `<p>${line}</p>`).join("") + table(...rows)],
} satisfies Record<string, readonly [string, (rows: readonly string[]) => string]>;

async function severities(format: keyof typeof formats, ...rows: readonly string[]) {
  const [name, print] = formats[format];
  const bytes = new TextEncoder().encode(print([headings, total, ...rows, last]));
  const conversion: Conversion = await convert({ name, bytes });
  const flagged = flagsOf(conversion);
  const found = conversion.report?.tables["incomeByFunction"] as
    { readonly rows: readonly object[] } | undefined;
  return Object.entries(found?.rows ?? []).map(([at, row]) =>
    Object.keys(row)
      .filter((key) => key !== "label" && key !== "code")
      .map((key) => flagged(`/report/tables/incomeByFunction/rows/${at}/${key}`).severity !== null),
  );
}

const ALL = [true, true, true, true, true, true, true];
const NONE = ALL.map(() => false);

it.each([
  ["bars", "equal neighbours", "201|一般公共服务支出|600.00|500.00|10.00|10.00|20.00|1.00|7.00|3.00"],
  ["bars", "an empty cell", "201|一般公共服务支出|600.00|500.00|10.00||20.00|1.00|7.00|3.00"],
  ["page", "equal neighbours", "201|一般公共服务支出|600.00|500.00|10.00|10.00|20.00|1.00|7.00|3.00"],
  ["tabs", "equal neighbours", "201|一般公共服务支出|600.00|600.00||10.00|20.00|1.00|7.00|3.00"],
  ["tabs", "an empty cell", "201|一般公共服务支出|600.00|500.00||10.00|20.00|1.00|7.00|3.00"],
] as const)("parted by %s, every cell of a row with %s is doubted", async (format, _, row) => {
  expect((await severities(format, row))[0]).toEqual(ALL);
});

it("empty cells at the end of a row are left out without a word", async () => {
  const ragged = "201|一般公共服务支出|600.00|600.00||||||";
  expect(await severities("bars", ragged)).toEqual([NONE, NONE]);
});

import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { convert } from "../../src/convert.ts";
import { templates } from "../../src/templates/index.ts";
import { xlsxWriter } from "../../src/writers/xlsx/index.ts";
import { heightened } from "../../src/writers/xlsx/heights.ts";
import { page } from "../cli/command-line.ts";
import { conversion, template } from "./example.ts";

async function parts(language: "en" | "zh", planted = false): Promise<Readonly<Record<string, string>>> {
  const bytes = page(planted ? { plant: ["t3-row-sum"] } : {});
  const made = await convert({ name: "a.html", bytes }, { language });
  const files = unzipSync(await xlsxWriter(made, templates, language));
  return Object.fromEntries(Object.entries(files).map(([name, content]) => [name, strFromU8(content)]));
}
const sheet = (index: number): string => `xl/worksheets/sheet${index}.xml`;

describe("a workbook prints", () => {
  test("each sheet as wide as its page, across where it is wide, named and numbered", async () => {
    const files = await parts("zh");
    for (const index of [1, 2, 3, 4]) {
      expect(files[sheet(index)]).toContain('<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>');
      expect(files[sheet(index)]).toContain("<oddFooter>&amp;C&amp;P / &amp;N</oddFooter>");
    }
    const setup = (index: number) => /<pageSetup [^>]*>/u.exec(files[sheet(index)]!)?.[0];
    expect(setup(2)).toBe('<pageSetup paperSize="9" fitToWidth="1" fitToHeight="0" orientation="portrait"/>');
    expect(setup(3)).toBe(
      '<pageSetup paperSize="9" fitToWidth="1" fitToHeight="0" orientation="landscape"/>',
    );
  });

  test("the head of a table, and of the findings, stands on every page", async () => {
    const { "xl/workbook.xml": workbook } = await parts("zh");
    const titles = [...workbook!.matchAll(/localSheetId="(\d)">([^<]*)</gu)].map(
      ([, at, rows]) => `${at} ${rows}`,
    );
    expect(titles).toEqual([
      "0 '报告'!$9:$9",
      "2 '收到和处理政府信息公开申请情况'!$1:$3",
      "3 '政府信息公开行政复议、行政诉讼情况'!$1:$3",
    ]);
  });

  test("the parts of a sheet stand in the order of the schema", async () => {
    const { [sheet(3)]: table } = await parts("zh", true);
    const order = [
      ...table!.matchAll(
        /<(sheetPr|sheetData|mergeCells|printOptions|pageMargins|pageSetup|headerFooter|legacyDrawing)\b/gu,
      ),
    ];
    expect(order.map(([, name]) => name)).toEqual([
      "sheetPr",
      "sheetData",
      "mergeCells",
      "printOptions",
      "pageMargins",
      "pageSetup",
      "headerFooter",
      "legacyDrawing",
    ]);
  });

  test.each([
    ["en", "Report", "Finding", "error"],
    ["zh", "报告", "说明", "错误"],
  ] as const)("in the language asked for: %s", async (language, name, heading, severity) => {
    const files = await parts(language, true);
    expect(files["xl/workbook.xml"]).toContain(`name="${name}"`);
    const texts = files["xl/sharedStrings.xml"] ?? files[sheet(1)]!;
    for (const text of [heading, severity]) expect(texts).toContain(`>${text}</t>`);
    expect(files["xl/comments3.xml"]).toContain(`>${severity}: `);
  });
});

test("rows are as high as what wraps in them, merged cells share what they need", () => {
  const cell = (value: string, more = {}) => ({ value, type: String, wrap: true, ...more });
  const heights = (rows: Parameters<typeof heightened>[0], widths: readonly number[]) =>
    heightened(rows, widths).map((row) => row.findLast((it) => it?.height !== undefined)?.height);
  expect(heights([[cell("甲"), cell("乙")]], [11, 11])).toEqual([15]);
  expect(heights([[cell("甲乙丙丁戊己"), cell("乙")]], [11, 11])).toEqual([30]);
  expect(heights([[cell("甲乙丙丁戊己", { columnSpan: 2 }), null]], [11, 11])).toEqual([15]);
  const tall = cell("甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉", { rowSpan: 2 });
  expect(
    heights(
      [
        [tall, cell("乙")],
        [null, cell("丙")],
      ],
      [11, 11],
    ),
  ).toEqual([30, 30]);
});

test("what a user's own form prints is data: quotes, ampersands and marks in a title", async () => {
  const [table] = template.tables;
  const own = { ...template, tables: [{ ...table!, title: "甲'乙&<丙>" }] };
  const files = unzipSync(await xlsxWriter(conversion, [own], "zh"));
  expect(strFromU8(files["xl/workbook.xml"]!)).toContain("'甲''乙&amp;&lt;丙&gt;'!$1:$3");
  expect(strFromU8(files[sheet(2)]!)).toContain("<oddHeader>&amp;C甲'乙&amp;&amp;&lt;丙&gt;</oddHeader>");
});

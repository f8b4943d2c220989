import { readFileSync } from "node:fs";
import { read, write } from "@e965/xlsx";
import { describe, expect, it } from "vitest";
import { excel2003Xml } from "../../../src/adapters/excel2003/index.ts";
import { convert, defaultLimits } from "../../../src/index.ts";
import { cellsOf } from "../../../src/record/index.ts";
import { refusedMutants } from "../../support/mutants.ts";
import { printReading } from "../../support/print-cells.ts";

const encoded = (text: string): Uint8Array => new TextEncoder().encode(text);
const helpers = { lineReader: async () => null };

const styles = `<Styles>
 <Style ss:ID="Default" ss:Name="Normal"><Font ss:FontName="宋体" ss:Size="12"/></Style>
 <Style ss:ID="money"><NumberFormat ss:Format="Standard"/></Style>
 <Style ss:ID="white"><Font ss:Color="#FFFFFF"/></Style>
 <Style ss:ID="child" ss:Parent="white"><NumberFormat ss:Format="0%"/></Style>
 <Style ss:ID="dark"><Font ss:Color="#FFFFFF"/><Interior ss:Color="#003366" ss:Pattern="Solid"/></Style>
 <Style ss:ID="crossed"><Borders><Border ss:Position="DiagonalLeft" ss:LineStyle="Continuous"/></Borders></Style>
 <Style ss:ID="across"><Alignment ss:Horizontal="CenterAcrossSelection"/></Style>
 <Style ss:ID="struck"><Font ss:StrikeThrough="1"/></Style>
 <Style ss:ID="date"><NumberFormat ss:Format="Short Date"/></Style>
</Styles>`;
const workbook = (rows: string, behind = "", before = ""): string => `<?xml version="1.0"?>
<?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"
 xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns:html="http://www.w3.org/TR/REC-html40">${styles}
<Worksheet ss:Name="报告"><Table>${before}
<Row><Cell><Data ss:Type="String">项目</Data></Cell><Cell><Data ss:Type="String">数量</Data></Cell></Row>
${rows}</Table>${behind}</Worksheet></Workbook>`;
const number = (value: string, attributes = "", type = "Number"): string =>
  `<Row><Cell><Data ss:Type="String">许可</Data></Cell><Cell ${attributes}><Data ss:Type="${type}">${value}</Data></Cell></Row>`;
const noted = (note: string): string =>
  number("5").replace(
    "</Data></Cell></Row>",
    `</Data><Comment><ss:Data>${note}</ss:Data></Comment></Cell></Row>`,
  );
const options = (said: string): string =>
  `<WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel">${said}</WorksheetOptions>`;
const condition = (style: string): string =>
  `<ConditionalFormatting xmlns="urn:schemas-microsoft-com:office:excel"><Range>R2C2:R9C3</Range><Condition><Qualifier>Greater</Qualifier><Value1>1</Value1><Format Style='${style}'/></Condition></ConditionalFormatting>`;
const printed = async (xml: string): Promise<string[]> =>
  printReading(await excel2003Xml.read({ name: "a.xls", bytes: encoded(xml) }, defaultLimits, helpers)).slice(
    1,
  );

describe("XML workbooks of Excel 2003", () => {
  it.each([
    ["a number as its format shows it", number("1234.5", 'ss:StyleID="money"'), ["| 许可 | 1,234.50 |"]],
    ["a date", number("2021-12-31T00:00:00.000", 'ss:StyleID="date"', "DateTime"), ["| 许可 | 2021/12/31 |"]],
    ["a number stored as text", number("12", "", "String"), ["| 许可 | 12 |"]],
    ["white on white", number("5", 'ss:StyleID="white"'), ["| 许可 | 5 ?faint-text |"]],
    ["by its parent", number("0.05", 'ss:StyleID="child"'), ["| 许可 | 5% ?faint-text |"]],
    ["white on blue", number("5", 'ss:StyleID="dark"'), ["| 许可 | 5 |"]],
    ["a line across", number("5", 'ss:StyleID="crossed"'), ["| 许可 | 5 ?struck-text |"]],
    ["struck through", number("5", 'ss:StyleID="struck"'), ["| 许可 | 5 ?struck-text |"]],
    ["of no known number", number("1,2"), ["| 许可 | 1,2 ?not-a-number |"]],
    ["worked out anew", number("5", 'ss:Formula="=RAND()*9"'), ["| 许可 | 5 ?formula |"]],
    ["corrected by its note", noted("科员：&#10;应为7"), ["| 许可 | 5 ?note |"]],
    ["doubted by its note", noted("此数有误"), ["| 许可 | 5 ?note |"]],
    ["explained by its note", noted("应为各项之和"), ["| 许可 | 5 |"]],
    ["worked out once", number("5", 'ss:Formula="=R[-1]C+1"'), ["| 许可 | 5 |"]],
    [
      "in letters of two looks",
      number("1<html:Font html:Color='#FFFFFF'>2</html:Font>", "", "String"),
      ["| 许可 | 12 ?faint-text |"],
    ],
    ["struck in part", number("1<html:S>2</html:S>", "", "String"), ["| 许可 | 12 ?struck-text |"]],
    [
      "with a note beside it, which is folded",
      number("5</Data><Comment><ss:Data>7</ss:Data></Comment><Data ss:Type='Number'>", ""),
      ["| 许可 | 5 |"],
    ],
    [
      "at a place that is stated, merged",
      '<Row ss:Index="3"><Cell ss:Index="2" ss:MergeAcross="1" ss:MergeDown="1"><Data ss:Type="Number">5</Data></Cell><Cell><Data ss:Type="Number">6</Data></Cell></Row>',
      ["! hidden"],
    ],
  ])("%s", async (_, rows, lines) => {
    if (lines[0] === "! hidden") expect((await printed(workbook(rows))).join()).toMatch(/5.*6/u);
    else expect(await printed(workbook(rows))).toEqual(lines);
  });

  it.each([
    ["zeros are not shown", number("0"), options("<DoNotDisplayZeros/>"), "", ["| 许可 |  ?unseen-text |"]],
    [
      "formulas are shown",
      number("5", 'ss:Formula="=2+3"'),
      options("<DisplayFormulas/>"),
      "",
      ["| 许可 | 5 ?formula |"],
    ],
    [
      "a condition may paint it white",
      number("5"),
      condition("color:white"),
      "",
      ["| 许可 | 5 ?unseen-text |"],
    ],
    [
      "a condition may paint it red",
      number("5"),
      condition("color:red;background:yellow"),
      "",
      ["| 许可 | 5 |"],
    ],
    [
      "a column is too narrow",
      number("1234567"),
      "",
      '<Column/><Column ss:Width="20"/>',
      ["| 许可 | 1234567 ?too-small |"],
    ],
    [
      "frozen panes begin below it",
      number("5"),
      options(
        "<FreezePanes/><FrozenNoSplit/><SplitHorizontal>2</SplitHorizontal><TopRowVisible>3</TopRowVisible>",
      ),
      "",
      ["| 许可 | 5 ?unseen-text |"],
    ],
  ])("%s", async (_, rows, behind, before, lines) => {
    expect(await printed(workbook(rows, behind, before))).toEqual(lines);
  });

  it("a sheet's own height of rows and style of cells count where nothing else is stated", async () => {
    const inTable = (attributes: string): Promise<string[]> =>
      printed(workbook(number("5")).replace("<Table>", `<Table ${attributes}>`));
    expect(await inTable('ss:DefaultRowHeight="3"')).toEqual(["| 许可 | 5 ?too-small |"]);
    expect(await inTable('ss:StyleID="dark"')).toEqual(["| 许可 | 5 |"]);
    expect(await inTable('ss:StyleID="struck"')).toEqual(["| 许可 | 5 ?struck-text |"]);
  });

  it("hidden rows, columns and sheets are left out and counted", async () => {
    const row =
      '<Row ss:Hidden="1"><Cell><Data ss:Type="String">处罚</Data></Cell><Cell><Data ss:Type="Number">7</Data></Cell></Row>';
    expect(await printed(workbook(number("5") + row))).toEqual(["| 许可 | 5 |", "! hidden-content 2"]);
    const three = number("5</Data></Cell><Cell><Data ss:Type='Number'>9");
    expect(await printed(workbook(three, "", '<Column ss:Index="3" ss:Hidden="1"/>'))).toEqual([
      "| 许可 | 5 |",
      "! hidden-content 1",
    ]);
    const hidden = workbook(number("5"), options("<Visible>SheetHidden</Visible>"));
    const reading = await excel2003Xml.read(
      { name: "a.xls", bytes: encoded(hidden) },
      defaultLimits,
      helpers,
    );
    expect(printReading(reading)).toEqual(["! empty"]);
  });

  it("a text centred across blank cells is seen as in one", async () => {
    const rows =
      '<Row><Cell ss:StyleID="across"><Data ss:Type="String">合计</Data></Cell><Cell ss:StyleID="across"/><Cell><Data ss:Type="Number">5</Data></Cell></Row>';
    const reading = await excel2003Xml.read(
      { name: "a.xls", bytes: encoded(workbook(rows)) },
      defaultLimits,
      helpers,
    );
    expect(reading.tokens).toContainEqual(expect.objectContaining({ text: "合计", colSpan: 2 }));
  });

  it("in GBK is read, too", async () => {
    const gbk: Readonly<Record<string, readonly number[]>> = { 项: [0xcf, 0xee], 目: [0xc4, 0xbf] };
    const xml = workbook("")
      .replace('"1.0"', '"1.0" encoding="gb2312"')
      .replace(/[数量报告宋体]/gu, "项");
    const bytes = Uint8Array.from([...xml].flatMap((one) => gbk[one] ?? [one.charCodeAt(0)]));
    const reading = await excel2003Xml.read({ name: "a.xls", bytes }, defaultLimits, helpers);
    expect(printReading(reading)).toEqual(["| 项目 | 项项 |"]);
  });

  it("a report gives what its XLSX gives", async () => {
    const path = new URL("../../../corpus/2021/fanwan/report.xlsx", import.meta.url);
    const xlsx = new Uint8Array(readFileSync(path));
    const book = read(xlsx, { type: "array", cellStyles: true });
    const xml = encoded(write(book, { type: "string", bookType: "xlml" }) as string);
    const [one, other] = [
      await convert({ name: "a.xlsx", bytes: xlsx }),
      await convert({ name: "a.xls", bytes: xml }),
    ];
    expect(other.adapter).toBe("excel-2003-xml");
    expect(cellsOf(other.report!)).toEqual(cellsOf(one.report!));
    expect(other.diagnostics.map(({ rule }) => rule)).toEqual(one.diagnostics.map(({ rule }) => rule));
  });

  it("200 mutants end typed", async () => {
    expect(await refusedMutants(excel2003Xml, encoded(workbook(number("5"))), 200, 5)).toBeGreaterThan(10);
  });
});

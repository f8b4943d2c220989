import { describe, expect, it } from "vitest";
import { xlsx } from "../../../src/adapters/xlsx/index.ts";
import { defaultLimits } from "../../../src/index.ts";
import type { Reading } from "../../../src/model/index.ts";
import { packXlsx } from "../../support/factory/xlsx/package.ts";
import type { SheetParts, WorkbookParts } from "../../support/factory/xlsx/package.ts";
import { printReading } from "../../support/print-cells.ts";

const text = (at: string, words: string): string => `<c r="${at}" t="inlineStr"><is><t>${words}</t></is></c>`;
const frame = `<row r="1">${text("A1", "项目")}${text("B1", "数量")}</row>`;

/** What a workbook of one sheet says. */
function read(sheet: Partial<SheetParts>, workbook: Partial<WorkbookParts> = {}): string[] {
  const bytes = packXlsx({ sheets: [{ name: "Sheet1", rows: "", ...sheet }], ...workbook });
  return printReading(xlsx.read({ name: "a.xlsx", bytes }, defaultLimits) as Reading);
}

/** What B2 says beside a label, with styles whose second cell format is given. */
function cell(
  xml: string,
  styles = "",
  sheet: Partial<SheetParts> = {},
  more: Partial<WorkbookParts> = {},
): string {
  const rows = `${frame}<row r="2">${text("A2", "件数")}${xml}</row>`;
  const lines = read({ rows, ...sheet }, { ...(styles === "" ? {} : { styles }), ...more });
  return lines
    .filter((line) => /^\| 件数|^!/.test(line))
    .join(" ")
    .replace(/^\| 件数 \| (.*?) ?\|/, "$1")
    .trim();
}

const formatted = (code: string): string =>
  `<numFmts><numFmt numFmtId="200" formatCode="${code.replaceAll('"', "&quot;")}"/></numFmts><cellXfs><xf/><xf numFmtId="200"/></cellXfs>`;
const inFont = (font: string): string =>
  `<fonts><font><sz val="11"/></font><font>${font}</font></fonts><fills><fill/><fill><patternFill patternType="solid"><fgColor rgb="FF000000"/></patternFill></fill></fills><cellXfs><xf/><xf fontId="1"/><xf fontId="1" fillId="1"/></cellXfs>`;

describe("a number as its format shows it", () => {
  it.each([
    ["General", "1234.5", "1234.5"],
    ["#,##0.00", "1234.5", "1,234.50"],
    ["0", "3.14159", "3"],
    ["0.0%", "0.125", "12.5%"],
    ['0!.0,"万"', "12345", "1.2万"],
    ['0\\.0,"万"', "12345", "1.2万"],
    ['0"件"', "5", "5件"],
    ["G/通用格式", "7", "7"],
    ['_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ', "0", "-"],
    ['yyyy"年"m"月"d"日"', "45000", "2023年3月15日"],
    ["0;-0;;@", "0", "?unseen-text"],
    ["0;-0;;@", "5", "5"],
    [";;;", "5", "?unseen-text"],
    ["[DBNum1][$-804]General", "12", "12 ?number-format"],
    ["0.0[", "12", "12 ?number-format"],
    ["0*9", "12", "12 ?number-format"],
    ["*-0", "12", "12 ?number-format"],
    ["**;**", "12", "?unseen-text"],
    ["* 0", "12", "12"],
    ["0\\*", "12", "12*"],
    ["[White]0", "12", "12 ?faint-text"],
    ["[黄色]0", "12", "12 ?faint-text"],
    ["[Color2]0;-0", "12", "12 ?faint-text"],
    ["0;-0;[White]0", "12", "12"],
    ["[Red]0", "12", "12"],
    ["[红色]0", "12", "12"],
  ])("%s", (code, value, shown) => {
    const head = '<cols><col min="1" max="2" width="20"/></cols>';
    expect(cell(`<c r="B2" s="1"><v>${value}</v></c>`, formatted(code), { head })).toBe(shown);
  });

  it("a number in a text format, and a text that looks like a number", () => {
    const styles = '<cellXfs><xf/><xf numFmtId="49"/></cellXfs>';
    expect(cell('<c r="B2" s="1"><v>12</v></c>', styles)).toBe("12");
    expect(cell(text("B2", "12"))).toBe("12");
  });

  it.each([
    [";;;", "?unseen-text"],
    [';;;" "', "?unseen-text"],
    ["*0@", "12 ?number-format"],
    ["0;0;0;[White]@", "12 ?faint-text"],
    ['@"件"', "12件"],
  ])("a text in %s", (code, shown) => {
    const styled = '<c r="B2" s="1" t="inlineStr"><is><t>12</t></is></c>';
    expect(cell(styled, formatted(code))).toBe(shown);
  });

  it("the calendar of 1904", () => {
    const date = '<cellXfs><xf/><xf numFmtId="14"/></cellXfs>';
    const macintosh = ['<workbookPr date1904="1"/>', ""] as const;
    expect(cell('<c r="B2" s="1"><v>43538</v></c>', date, {}, { workbook: macintosh })).toBe("2023/3/15");
  });

  it("zeros that the sheet does not show", () => {
    const head = '<sheetViews><sheetView showZeros="0" workbookViewId="0"/></sheetViews>';
    expect(cell('<c r="B2"><v>0</v></c>', "", { head })).toBe("?unseen-text");
    expect(cell('<c r="B2"><v>10</v></c>', "", { head })).toBe("10");
  });

  it("a number wider than its column", () => {
    const head = '<cols><col min="2" max="2" width="3" customWidth="1"/></cols>';
    expect(cell('<c r="B2"><v>12345</v></c>', "", { head })).toBe("12345 ?too-small");
    expect(cell('<c r="B2"><v>123</v></c>', "", { head })).toBe("123");
    const tail = '<mergeCells><mergeCell ref="B2:D2"/></mergeCells>';
    const wide = '<cols><col min="2" max="4" width="3" customWidth="1"/></cols>';
    expect(cell('<c r="B2"><v>12345</v></c>', "", { head: wide, tail })).toBe("12345");
  });
});

describe("the width that columns have where nothing states it", () => {
  const number = (digits: string): string => `<c r="B2"><v>${digits}</v></c>`;
  it.each([
    [number("12345678"), {}, "12345678"],
    [number("1234567890"), {}, "1234567890 ?too-small"],
    [
      number("12345"),
      { head: '<sheetFormatPr baseColWidth="3" defaultRowHeight="15"/>' },
      "12345 ?too-small",
    ],
    [number("12345"), { head: '<sheetFormatPr baseColWidth="5" defaultRowHeight="15"/>' }, "12345"],
    [number("1234567890"), { head: '<cols><col min="1" max="3" width="12"/></cols>' }, "1234567890"],
  ])("%s %o", (xml, sheet, shown) => expect(cell(xml, "", sheet)).toBe(shown));
});

describe("a number worked out from one that changes", () => {
  const changing = '<c r="D2"><f>RAND()*9</f><v>4</v></c><c r="E2"><f>$D$2+1</f><v>5</v></c>';
  it.each([
    ["D2", "5 ?formula"],
    ["E2*2", "5 ?formula"],
    ["SUM(C2:E2)", "5 ?formula"],
    ["SUM(B7:C9)", "5"],
    ["Sheet1!D2+1", "5 ?formula"],
    ["Sheet2!B2", "5"],
    ["Sheet2!B3", "5 ?formula"],
    ["Hidden!A1", "5 ?formula"],
    ["Still!A1", "5"],
    ["Lost!A1", "5 ?formula"],
    ["Rate*2", "5 ?formula"],
    ["Fixed*2", "5"],
    ["Unknown*2", "5 ?formula"],
    ["SUM(Table1[数量])", "5 ?formula"],
    ["SUM(Table2[数量])", "5"],
    ["'Sheet2'!B3&\"Sheet2!B2\"", "5 ?formula"],
    ["Today+1", "5 ?formula"],
    ["LOG10(A1)", "5"],
  ])("%s", (formula, shown) => {
    const table = (name: string, ref: string): string =>
      `<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="1" name="${name}" displayName="${name}" ref="${ref}"/>`;
    const tail = '<tableParts><tablePart r:id="rId3"/></tableParts>';
    const bytes = packXlsx({
      sheets: [
        {
          name: "Sheet1",
          rows: `${frame}<row r="2">${text("A2", "件数")}<c r="B2"><f>${formula.replaceAll("&", "&amp;")}</f><v>5</v></c>${changing}</row>`,
          tail,
          table: table("Table1", "D1:E2"),
        },
        {
          name: "Sheet2",
          rows: '<row r="2"><c r="B2"><f>3+4</f><v>7</v></c></row><row r="3"><c r="B3"><f>Sheet1!E2</f><v>7</v></c></row>',
          tail,
          table: table("Table2", "A1:B2"),
        },
        { name: "Hidden", state: "hidden", rows: '<row r="1"><c r="A1"><f>NOW()</f><v>7</v></c></row>' },
        { name: "Still", state: "hidden", rows: '<row r="1"><c r="A1"><v>7</v></c></row>' },
      ],
      workbook: [
        "",
        '<definedNames><definedName name="Rate">Sheet1!$D$2</definedName><definedName name="Fixed">Sheet2!$B$2</definedName><definedName name="Today">TODAY()</definedName></definedNames>',
      ],
    });
    const lines = printReading(xlsx.read({ name: "a.xlsx", bytes }, defaultLimits) as Reading);
    const line = lines.find((one) => one.startsWith("| 件数"))!.replace("| 件数 | ", "");
    expect(line.split(" |")[0]).toBe(shown);
  });
});

describe("a value with words in a narrow column", () => {
  const head = '<cols><col min="2" max="2" width="4" customWidth="1"/></cols>';
  const units = text("B2", "12345件");
  it("is cut off where its neighbour is filled", () => {
    expect(cell(units + text("C2", "无"), "", { head })).toBe("12345件 ?too-small 无 |");
    expect(cell(text("B2", "12") + text("C2", "无"), "", { head })).toBe("12 无 |");
  });
  it("goes on over a blank neighbour, or in a further line", () => {
    expect(cell(units, "", { head })).toBe("12345件");
    const wraps = '<cellXfs><xf/><xf><alignment wrapText="1"/></xf></cellXfs>';
    const wrapped = units.replace('r="B2"', 'r="B2" s="1"');
    expect(cell(wrapped + text("C2", "无"), wraps, { head })).toBe("12345件 无 |");
  });
});

describe("the room a cell leaves", () => {
  const head = (attributes: string): Partial<SheetParts> => ({ head: `<sheetFormatPr ${attributes}/>` });
  const aligned = (how: string): string => `<cellXfs><xf/><xf><alignment ${how}/></xf></cellXfs>`;
  const number = '<c r="B2" s="1"><v>12345</v></c>';
  it.each([
    ["columns that are narrow by default", "", head('defaultColWidth="2"'), "12345 ?too-small"],
    ["columns wide enough by default", "", head('defaultColWidth="9"'), "12345"],
    ["rows that are low by default", "", head('defaultRowHeight="4" customHeight="1"'), "12345 ?too-small"],
    ["rows as high as their text", "", head('defaultRowHeight="4"'), "12345"],
    ["set off", aligned('indent="9"'), head('defaultColWidth="9"'), "12345 ?too-small"],
    ["shrunk to nothing", aligned('shrinkToFit="1"'), head('defaultColWidth="1"'), "12345 ?too-small"],
    ["shrunk a little", aligned('shrinkToFit="1"'), head('defaultColWidth="4"'), "12345"],
    ["repeated", aligned('horizontal="fill"'), {}, "12345 ?number-format"],
  ])("%s", (_, styles, sheet, shown) => {
    expect(cell(number, styles, sheet)).toBe(shown);
  });
});

it("a fill of the system's colour for print is black", () => {
  const fill = '<patternFill patternType="solid"><fgColor indexed="64"/></patternFill>';
  const styles = `<fonts><font/></fonts><fills><fill>${fill}</fill></fills><cellXfs><xf/><xf fillId="0"/></cellXfs>`;
  expect(cell('<c r="B2" s="1"><v>3</v></c>', styles)).toBe("3 ?faint-text");
});

describe("formulas", () => {
  it("are what was worked out, or nothing", () => {
    expect(cell('<c r="B2"><f>1+2</f><v>3</v></c>')).toBe("3");
    expect(cell('<c r="B2"><f>1+2</f></c>')).toBe("?formula");
    expect(cell('<c r="B2"><f t="dataTable" ref="B2" r1="A1"/><v>3</v></c>')).toBe("3 ?formula");
    expect(cell('<c r="B2"><f>YEAR(TODAY())-2020</f><v>3</v></c>')).toBe("3 ?formula");
    expect(cell('<c r="B2"><f>RANDOM_1+C3</f><v>3</v></c>')).toBe("3");
    const group = '<c r="A2"><f t="shared" si="0" ref="A2:B2">NOW()</f><v>1</v></c>';
    const shared = `${frame}<row r="2">${group}<c r="B2"><f t="shared" si="0"/><v>3</v></c></row>`;
    expect(read({ rows: shared }).join()).toContain("3 ?formula");
    const day = '<c r="A2"><f>TODAY()</f><v>1</v></c>';
    const first = '<c r="B1"><f t="shared" si="0" ref="B1:B3">A1+1</f><v>2</v></c>';
    const moved = '<c r="B2"><f t="shared" si="0"/><v>3</v></c>';
    const rows = `<row r="1"><c r="A1"><v>1</v></c>${first}</row><row r="2">${day}${moved}</row>`;
    expect(read({ rows })).toEqual(["| 1 | 2 |", "| 1 ?formula | 3 ?formula |"]);
    expect(cell('<c r="B2"><f>1+2</f><v></v></c>')).toBe("?formula");
    expect(cell('<c r="B2" t="str"><f>A9&amp;""</f><v></v></c>')).toBe("");
    expect(cell('<c r="B2" t="str"><f>SUM(A1:A9)</f><v></v></c>')).toBe("?formula");
    expect(cell('<c r="B2" t="e"><f>#REF!</f><v>#REF!</v></c>')).toBe("#REF!");
  });

  it("are doubtful where the file says that they are worked out anew", () => {
    const shown = (rows: string, calculation: string): string =>
      cell(rows, "", {}, { workbook: ["", `<calcPr ${calculation}/>`] });
    const worked = '<c r="B2"><f>1+2</f><v>0</v></c>';
    expect(shown(worked, 'fullCalcOnLoad="1"')).toBe("0 ?formula");
    expect(shown(worked, 'calcCompleted="0"')).toBe("0 ?formula");
    expect(shown(worked, 'calcId="191029"')).toBe("0");
    expect(shown('<c r="B2"><v>5</v></c>', 'fullCalcOnLoad="1"')).toBe("5");
  });
});

describe("the look of digits", () => {
  it.each([
    ['<color rgb="FFFFFFFF"/>', 1, "5 ?faint-text"],
    ['<color rgb="FFFFFFFF"/>', 2, "5"],
    // Black in some programs, white in others.
    ["", 2, "5 ?faint-text"],
    ['<color indexed="9"/>', 1, "5 ?faint-text"],
    ['<color indexed="65"/>', 1, "5 ?faint-text"],
    ['<color indexed="64"/>', 1, "5"],
    ['<color theme="0"/>', 1, "5 ?faint-text"],
    ['<color theme="1"/>', 1, "5"],
    ['<color auto="1"/>', 1, "5"],
    ["<strike/>", 1, "5 ?struck-text"],
    ['<strike val="0"/>', 1, "5"],
    ['<sz val="1"/>', 1, "5 ?too-small"],
    ['<sz val="9"/>', 1, "5"],
  ])("%s in format %i", (font, style, shown) => {
    const theme =
      '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:clrScheme name="o"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1></a:clrScheme></a:themeElements></a:theme>';
    expect(cell(`<c r="B2" s="${style}"><v>5</v></c>`, inFont(font), {}, { theme })).toBe(shown);
  });

  it("without a theme of the workbook, and in a font of symbols", () => {
    expect(cell('<c r="B2" s="1"><v>5</v></c>', inFont('<color theme="0"/>'))).toBe("5 ?faint-text");
    expect(cell('<c r="B2" s="1"><v>5</v></c>', inFont('<name val="Wingdings"/>'))).toContain(
      "?unknown-glyph",
    );
  });

  it("on a gradient or a pattern", () => {
    const filled = (fill: string): string =>
      `<fonts><font><color rgb="FF000000"/></font></fonts><fills><fill/><fill>${fill}</fill></fills><cellXfs><xf/><xf fillId="1"/></cellXfs>`;
    const five = '<c r="B2" s="1"><v>5</v></c>';
    const stop = '<stop position="0"><color rgb="FF000000"/></stop>';
    expect(cell(five, filled(`<gradientFill>${stop}</gradientFill>`))).toBe("5 ?faint-text");
    const dense = '<patternFill patternType="darkGray"><fgColor rgb="FF000000"/></patternFill>';
    expect(cell(five, filled(dense))).toBe("5 ?faint-text");
    const behind = (colour: string): string =>
      `<patternFill patternType="lightGrid"><fgColor rgb="FF808080"/><bgColor rgb="${colour}"/></patternFill>`;
    expect(cell(five, filled(behind("FF000000")))).toBe("5 ?faint-text");
    expect(cell(five, filled(behind("FFFFFFFF")))).toBe("5");
  });

  const rich = (...runs: readonly (readonly [string, string])[]): string =>
    `<c r="B2" t="inlineStr"><is>${runs.map(([font, words]) => `<r><rPr>${font}</rPr><t>${words}</t></r>`).join("")}<rPh sb="0" eb="1"><t>9</t></rPh></is></c>`;
  it("of runs", () => {
    expect(cell(rich(["", "12"], ["<strike/>", "3"]))).toBe("123 ?struck-text");
    expect(cell(rich(["", "12"], ['<vertAlign val="superscript"/>', "3"]))).toBe("12³ ?raised-digit");
    expect(cell(rich(["", "12"], ['<color rgb="FFFFFFFF"/>', "3"]))).toBe("123 ?faint-text");
    expect(cell(rich(["", "12"], ['<sz val="24"/>', "3"]))).toBe("123 ?mixed-look");
    expect(cell(rich(["", "1"], ["<b/>", "2"]))).toBe("12");
  });

  it("under a condition that may hide them", () => {
    const black = '<dxf><fill><patternFill><bgColor rgb="FF000000"/></patternFill></fill></dxf>';
    const more = '<dxf><numFmt numFmtId="200" formatCode="&quot;9&quot;0"/></dxf>';
    const styles = `<dxfs><dxf><font><color rgb="FFFFFFFF"/></font></dxf><dxf><font><b/></font></dxf>${black}${more}</dxfs>`;
    const rule = (id: number): string =>
      `<conditionalFormatting sqref="B1:B9"><cfRule type="cellIs" dxfId="${id}" priority="1" operator="equal"><formula>0</formula></cfRule></conditionalFormatting>`;
    const zero = '<c r="B2"><v>0</v></c>';
    expect(cell(zero, styles, { tail: rule(0) })).toBe("0 ?unseen-text");
    expect(cell(zero, styles, { tail: rule(1) })).toBe("0");
    expect(cell(zero, styles, { tail: rule(2) })).toBe("0 ?unseen-text");
    expect(cell(zero, styles, { tail: rule(3) })).toBe("0 ?unseen-text");
    expect(cell('<c r="B2"><v>5</v></c>', styles, { tail: rule(0) })).toBe("5");
  });

  it("only where it holds, as far as that is known", () => {
    const styles = '<dxfs><dxf><font><color rgb="FFFFFFFF"/></font></dxf></dxfs>';
    const said = (xml: string, type: string, ...formulas: readonly string[]): string => {
      const inside = formulas.map((formula) => `<formula>${formula}</formula>`).join("");
      const rule = `<cfRule type="${type.split(" ")[0]}" operator="${type.split(" ")[1] ?? ""}" dxfId="0" priority="1">${inside}</cfRule>`;
      return cell(xml, styles, {
        tail: `<conditionalFormatting sqref="B1:B9">${rule}</conditionalFormatting>`,
      });
    };
    const five = '<c r="B2"><v>5</v></c>';
    expect(said(five, "cellIs lessThan", "5")).toBe("5");
    expect(said(five, "cellIs lessThanOrEqual", "5")).toBe("5 ?unseen-text");
    expect(said(five, "cellIs between", "9", "1")).toBe("5 ?unseen-text");
    expect(said(five, "cellIs notBetween", "1", "9")).toBe("5");
    expect(said(five, "cellIs notEqual", "0")).toBe("5 ?unseen-text");
    // What a condition compares with, or whether it compares at all, may not be known.
    expect(said(five, "cellIs equal", "$C$1")).toBe("5 ?unseen-text");
    expect(said(five, "expression", "MOD(B1,2)=0")).toBe("5 ?unseen-text");
    expect(said(five, "duplicateValues")).toBe("5 ?unseen-text");
    // Digits stored as text are compared as a number by some programs, and are greater than any for others.
    expect(said(text("B2", "5"), "cellIs equal", "0")).toBe("5");
    expect(said(text("B2", "5"), "cellIs equal", "5")).toBe("5 ?unseen-text");
    expect(said(text("B2", "5"), "cellIs greaterThan", "9")).toBe("5 ?unseen-text");
    const blank = `<fonts><font/></fonts><borders><border/><border><left style="thin"/></border></borders><cellXfs><xf/><xf borderId="1"/></cellXfs>${styles}`;
    const rule = '<cfRule type="cellIs" operator="equal" dxfId="0"><formula>0</formula></cfRule>';
    const tail = `<conditionalFormatting sqref="B1:B9">${rule}</conditionalFormatting>`;
    expect(cell(`<c r="B2" s="1"/>${text("C2", "无")}`, blank, { tail })).toBe("无 |");
  });

  it("under a picture", () => {
    const corner = (name: string, column: number, row: number): string =>
      `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`;
    const over = (from: string, to: string): string =>
      `<xdr:twoCellAnchor>${from}${to}<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="1" name="a"/></xdr:nvPicPr></xdr:pic></xdr:twoCellAnchor>`;
    const five = '<c r="B2"><v>5</v></c>';
    const units = '<c r="B2" t="inlineStr"><is><t>5件</t></is></c>';
    expect(cell(units, "", { drawing: over(corner("from", 1, 1), corner("to", 2, 2)) })).toContain(
      "?picture",
    );
    expect(cell(five, "", { drawing: over(corner("from", 1, 1), corner("to", 2, 2)) })).toBe(
      "5 ?picture ! pictures-not-read 1",
    );
    expect(cell(five, "", { drawing: over(corner("from", 1, 2), corner("to", 4, 9)) })).toBe(
      "5 ! pictures-not-read 1",
    );
  });
});

describe("what is hidden", () => {
  const row = (at: number, rest = "", ...cells: readonly string[]): string =>
    `<row r="${at}"${rest}>${cells.map((words, index) => text(`${"ABCDE"[index]}${at}`, words)).join("")}</row>`;
  const rows =
    row(1, "", "项目", "旧", "数量") + row(2, ' hidden="1"', "甲", "1", "2") + row(3, "", "乙", "3", "4");
  it("rows and columns", () => {
    expect(read({ rows, head: '<cols><col min="2" max="2" width="9" hidden="1"/></cols>' })).toEqual([
      "| 项目 | 数量 |",
      "| 乙 | 4 |",
      "! hidden-content 5",
    ]);
  });

  it("rows of no height, and all rows but those stated", () => {
    expect(
      read({ rows: row(1, "", "项目", "数量") + row(2, ' ht="0" customHeight="1"', "甲", "1") }),
    ).toEqual(["| 项目 | 数量 |", "! hidden-content 2"]);
  });

  it("sheets", () => {
    const bytes = packXlsx({
      sheets: [
        { name: "底稿", state: "veryHidden", rows },
        { name: "报告", rows: row(1, "", "项目", "数量") },
      ],
    });
    const reading = xlsx.read({ name: "a.xlsx", bytes }, defaultLimits) as Reading;
    expect(printReading(reading)).toEqual(["| 项目 | 数量 |", "! hidden-content 1"]);
    expect(reading.tokens[0]!.at).toEqual({ page: 2, table: 1 });
  });

  it("cells under a merge whose own cell is blank", () => {
    const rows = `${frame}<row r="2">${text("A2", "甲")}<c r="C2"><v>7</v></c></row>`;
    const tail = '<mergeCells><mergeCell ref="B2:C2"/></mergeCells>';
    expect(read({ rows, tail })).toEqual(["| 项目 | 数量 |", "| 甲 |  ?unseen-text |"]);
  });

  it("two cells in one place, and merges that overlap", () => {
    const twice = '<c r="B2"><v>5</v></c><c r="B2"><v>7</v></c>';
    expect(cell(twice)).toBe("7 ?alternate-content");
    const merges = '<mergeCell ref="A2:B2"/><mergeCell ref="B2:C2"/>';
    const rows = `${frame}<row r="2">${text("A2", "甲")}<c r="B2"><v>5</v></c><c r="C2"><v>7</v></c></row>`;
    expect(read({ rows, tail: `<mergeCells>${merges}</mergeCells>` })[1]).toContain("7 ?merged-cell");
  });

  it("cells under a merge; the merge is seen where its first row is not", () => {
    const tail = '<mergeCells><mergeCell ref="A2:A3"/></mergeCells>';
    expect(read({ rows, tail })).toEqual(["| 项目 | 旧 | 数量 |", "| 甲 | 3 | 4 |", "! hidden-content 2"]);
  });
});

describe("tables and lines", () => {
  const sheet = (...rows: readonly string[]): string =>
    rows
      .map((cells, at) => {
        const inside = cells
          .split("|")
          .map((words, column) => (words === "" ? "" : text(`${"ABCDE"[column]}${at + 1}`, words)));
        return `<row r="${at + 1}">${inside.join("")}</row>`;
      })
      .join("");

  it("a title and a chapter are lines, a blank row parts tables", () => {
    expect(
      read({
        rows: sheet(
          "年度报告",
          "二、主动公开政府信息情况",
          "项目|数量",
          "规章|3",
          "",
          "项目|数量",
          "其他",
          "许可|4",
          "四、其他需要报告的事项",
          "无。",
        ),
      }),
    ).toEqual([
      "年度报告",
      "二、主动公开政府信息情况",
      "| 项目 | 数量 |",
      "| 规章 | 3 |",
      "| 项目 | 数量 |",
      "| 其他 |  |",
      "| 许可 | 4 |",
      "四、其他需要报告的事项",
      "无。",
    ]);
  });

  it("ranges to the end of the sheet", () => {
    const tail = '<mergeCells><mergeCell ref="A2:A1048576"/><mergeCell ref="B2:XFD2"/></mergeCells>';
    const rows = `${sheet("项目|数量", "规章|3")}<row r="1048576"><c r="A1048576" s="0"/></row>`;
    expect(read({ rows, tail })).toEqual(["| 项目 | 数量 |", "| 规章 | 3 |"]);
  });

  it("columns that only merges run through are none", () => {
    const rows = `<row r="1">${text("A1", "项目")}${text("D1", "数量")}</row><row r="2">${text("A2", "规章")}${text("D2", "3")}</row>`;
    const tail = '<mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="A2:C2"/></mergeCells>';
    expect(read({ rows, tail })).toEqual(["| 项目 | 数量 |", "| 规章 | 3 |"]);
  });
});

it("a text centred across blank cells beside it is seen as in one", async () => {
  const styles = '<cellXfs><xf/><xf><alignment horizontal="centerContinuous"/></xf></cellXfs>';
  const head = `<row r="1">${text("A1", "项目")}${text("B1", "数量").replace("<c ", '<c s="1" ')}<c r="C1" s="1"/>${text("D1", "备注").replace("<c ", '<c s="1" ')}</row>`;
  const body = `<row r="2">${text("A2", "许可")}<c r="B2"><v>5</v></c><c r="C2"><v>6</v></c>${text("D2", "无")}</row>`;
  const bytes = packXlsx({ sheets: [{ name: "Sheet1", rows: head + body }], styles });
  const { tokens } = await xlsx.read({ name: "a.xlsx", bytes }, defaultLimits);
  const spans = tokens.map((token) => (token.kind === "cell" ? [token.text, token.colSpan] : []));
  expect(spans).toContainEqual(["数量", 2]);
  expect(spans).toContainEqual(["备注", 1]);
});

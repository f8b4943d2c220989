import { describe, expect, it } from "vitest";
import { xlsx } from "../../../src/adapters/xlsx/index.ts";
import { defaultLimits } from "../../../src/index.ts";
import type { Reading } from "../../../src/model/index.ts";
import { packXlsx } from "../../support/factory/xlsx/package.ts";
import type { SheetParts } from "../../support/factory/xlsx/package.ts";
import { printReading } from "../../support/print-cells.ts";

const text = (at: string, words: string): string => `<c r="${at}" t="inlineStr"><is><t>${words}</t></is></c>`;
const row = (at: number, attributes = ""): string =>
  `<row r="${at}" ${attributes}>${text(`A${at}`, "件数")}<c r="B${at}" s="1"><v>5</v></c></row>`;
const head = (attributes = ""): string =>
  `<row r="1" ${attributes}>${text("A1", "项目")}${text("B1", "数量")}</row>`;

function read(sheet: Partial<SheetParts>, styles = "<cellXfs><xf/><xf/></cellXfs>"): string[] {
  const sheets = [{ name: "Sheet1", rows: head() + row(2) + row(3), ...sheet }];
  const bytes = packXlsx({ styles, sheets });
  return printReading(xlsx.read({ name: "a.xlsx", bytes }, defaultLimits) as Reading);
}
/** What is read of the two 5s in B2 and B3. */
const fives = (...of: Parameters<typeof read>): string =>
  read(...of)
    .filter((line) => line.startsWith("| 件数"))
    .map((line) => line.replace(/^\| 件数 \| (.*?) ?\|$/, "$1"))
    .join(" / ");

describe("a table's own style", () => {
  const table = (attributes: string, more = ""): Partial<SheetParts> => ({
    table: `<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="1" name="t" displayName="t" ref="A1:B3" ${more}><tableColumns count="2"><tableColumn id="1" name="项目"/><tableColumn id="2" name="数量"/></tableColumns><tableStyleInfo ${attributes}/></table>`,
  });
  const ink = (rgb: string): string => `<font><color rgb="FF${rgb}"/></font>`;
  const fill = (rgb: string): string => `<fill><patternFill><bgColor rgb="FF${rgb}"/></patternFill></fill>`;
  const styled = (own: string, ...parts: readonly (readonly [part: string, format: string])[]): string =>
    `<fonts><font><color theme="1"/></font><font>${own}</font></fonts><cellXfs><xf/><xf fontId="1"/></cellXfs>` +
    `<dxfs>${parts.map(([, format]) => `<dxf>${format}</dxf>`).join("")}</dxfs>` +
    `<tableStyles><tableStyle name="自" count="${parts.length}">${parts.map(([part], index) => `<tableStyleElement type="${part}" dxfId="${index}"/>`).join("")}</tableStyle></tableStyles>`;
  const usual = '<color theme="1"/>';
  const white = ["wholeTable", ink("FFFFFF")] as const;
  const named = 'name="自" showRowStripes="1"';

  it.each([
    ["white on paper", named, styled(usual, white), "5 ?faint-text / 5 ?faint-text"],
    ["white on blue", named, styled(usual, ["wholeTable", ink("FFFFFF") + fill("203864")]), "5 / 5"],
    ["in a colour of the cell's own", named, styled('<color rgb="FFC00000"/>', white), "5 / 5"],
    ["of the second stripe", named, styled(usual, ["secondRowStripe", ink("FFFFFF")]), "5 / 5 ?faint-text"],
    ["without stripes", 'name="自"', styled(usual, ["secondRowStripe", ink("FFFFFF")]), "5 / 5"],
    [
      "of the last column, that is shown",
      'name="自" showLastColumn="1"',
      styled(usual, ["lastColumn", fill("000000")]),
      "5 ?faint-text / 5 ?faint-text",
    ],
    [
      "struck",
      named,
      styled(usual, ["wholeTable", "<font><strike/></font>"]),
      "5 ?struck-text / 5 ?struck-text",
    ],
    ["of its header", named, styled(usual, ["headerRow", ink("FFFFFF") + fill("203864")]), "5 / 5"],
    ["another table's", 'name="TableStyleMedium2"', styled(usual, white), "5 / 5"],
  ])("digits %s", (_, info, styles, shown) => {
    expect(fives(table(info), styles)).toBe(shown);
  });

  it("counts its totals", () => {
    const styles = styled(usual, ["totalRow", ink("FFFFFF")]);
    expect(fives(table(named, 'totalsRowCount="1"'), styles)).toBe("5 / 5 ?faint-text");
  });
});

describe("digits that stand", () => {
  it("on a ground that runs from dark to white", () => {
    const stops = (...colours: readonly string[]): string =>
      colours.map((rgb, at) => `<stop position="${at}"><color rgb="FF${rgb}"/></stop>`).join("");
    const styles = (...colours: readonly string[]): string =>
      `<fonts><font/><font><color rgb="FFFFFFFF"/></font></fonts><fills><fill/><fill><gradientFill>${stops(...colours)}</gradientFill></fill></fills><cellXfs><xf/><xf fontId="1" fillId="1"/></cellXfs>`;
    expect(fives({}, styles("000000", "FFFFFF"))).toBe("5 ?faint-text / 5 ?faint-text");
    expect(fives({}, styles("000000", "203864"))).toBe("5 / 5");
  });

  it("above what a sheet with frozen panes begins with", () => {
    const frozen = (state: string): Partial<SheetParts> => ({
      head: `<sheetViews><sheetView topLeftCell="A3"><pane ySplit="1" topLeftCell="A4" state="${state}"/></sheetView></sheetViews>`,
    });
    expect(fives(frozen("frozen"))).toBe("5 ?unseen-text / 5");
    expect(fives(frozen("split"))).toBe("5 / 5");
  });

  it("below other lines in a row that does not grow", () => {
    const lines = (attributes: string): Partial<SheetParts> => ({
      rows: `${head()}<row r="2" ht="15" ${attributes}>${text("A2", "件数")}<c r="B2" t="inlineStr"><is><t xml:space="preserve">\n\n7</t></is></c></row>`,
    });
    expect(read(lines('customHeight="1"')).join()).toContain("7 ?too-small");
    expect(read(lines("")).join()).not.toContain("too-small");
  });
});

describe("what is drawn", () => {
  const named = (kind: string, more = ""): string =>
    `<xdr:${kind}><xdr:nv${kind[0]!.toUpperCase()}${kind.slice(1)}Pr><xdr:cNvPr id="1" name="a"${more}/></xdr:nv${kind[0]!.toUpperCase()}${kind.slice(1)}Pr></xdr:${kind}>`;
  const from =
    "<xdr:from><xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>0</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>";
  const sized = (high: number): string =>
    `<xdr:oneCellAnchor>${from}<xdr:ext cx="3000000" cy="${high}"/>${named("pic")}</xdr:oneCellAnchor>`;
  const over = (inner: string): string =>
    `<xdr:twoCellAnchor>${from}<xdr:to><xdr:col>2</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>3</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>${inner}</xdr:twoCellAnchor>`;

  it("covers as many rows as its size reaches over", () => {
    const low = head('ht="6" customHeight="1"') + row(2) + row(3);
    expect(fives({ drawing: sized(190_500) })).toBe("5 / 5");
    expect(fives({ drawing: sized(190_500), rows: low })).toBe("5 ?picture / 5");
    const high = head('ht="60" customHeight="1"') + row(2) + row(3);
    expect(fives({ drawing: sized(400_000), rows: high })).toBe("5 / 5");
  });

  it("in a group of which a part is hidden, or all", () => {
    const group = (inner: string, more = ""): string =>
      over(
        `<xdr:grpSp><xdr:nvGrpSpPr><xdr:cNvPr id="2" name="g"${more}/></xdr:nvGrpSpPr>${inner}</xdr:grpSp>`,
      );
    const hidden = ' hidden="1"';
    expect(fives({ drawing: group(named("pic") + named("sp", hidden)) })).toBe("5 ?picture / 5 ?picture");
    expect(fives({ drawing: group(named("pic"), hidden) })).toBe("5 / 5");
  });

  it("by hand", () => {
    expect(fives({ drawing: over("<xdr:contentPart/>") })).toBe("5 ?picture / 5 ?picture");
  });
});

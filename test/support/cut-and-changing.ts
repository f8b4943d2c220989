/** Values that their neighbours cut off, cells worked out from cells that change, and conditions that compare. */

const text = (value: string, more = ""): string =>
  `<table:table-cell office:value-type="string" ${more}><text:p>${value}</text:p></table:table-cell>`;
const number = (value: number, formula = ""): string =>
  `<table:table-cell office:value-type="float" office:value="${value}" ${formula === "" ? "" : `table:formula="of:=${formula}"`}><text:p>${value}</text:p></table:table-cell>`;
const blank = "<table:table-cell/>";
const wide = "1234567万元";

const rows: readonly (readonly string[])[] = [
  [text("右侧已满"), text(wide), number(1)],
  [text("靠右"), text(wide, 'table:style-name="right"')],
  [text("靠右，左侧空"), blank, text(wide, 'table:style-name="right"')],
  [text("右侧空"), text(wide)],
  [text("换行"), text(wide, 'table:style-name="wrapped"'), number(1)],
  [text("公式"), number(7, "YEAR(TODAY())*0+7"), number(8, "[.B6]+1"), number(15, "SUM([.C6:.C9])")],
  [text("公式"), number(5, "[.A20]+5"), number(7, "OFFSET([.A6];0;1)"), number(3, "LOG10(1000)")],
  [text("条件"), number(4), number(0), number(-3)],
];

const column = (centimetres: number): string =>
  `<style:style style:name="of${centimetres}" style:family="table-column"><style:table-column-properties style:column-width="${centimetres}cm"/></style:style>`;
const cell = (name: string, properties: string): string =>
  `<style:style style:name="${name}" style:family="table-cell">${properties}</style:style>`;
const condition = (range: string, value: string): string =>
  `<calcext:conditional-format calcext:target-range-address="S.${range}"><calcext:condition calcext:apply-style-name="White" calcext:value="${value}" calcext:base-cell-address="S.B8"/></calcext:conditional-format>`;

export const cutAndChangingSheet = `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:styles>${cell("White", '<style:text-properties fo:color="#ffffff"/>')}</office:styles>
<office:automatic-styles>${column(4)}${column(1)}
${cell("right", '<style:table-cell-properties style:text-align-source="fix"/><style:paragraph-properties fo:text-align="end"/>')}
${cell("wrapped", '<style:table-cell-properties fo:wrap-option="wrap"/>')}</office:automatic-styles>
<office:body><office:spreadsheet><table:table table:name="S">
<table:table-column table:style-name="of4"/><table:table-column table:style-name="of1" table:number-columns-repeated="3"/>
${rows.map((row) => `<table:table-row>${row.join("")}</table:table-row>`).join("\n")}
<calcext:conditional-formats>${condition("B8:C8", "=0")}${condition("D8:D8", "between(-5,-1)")}</calcext:conditional-formats>
</table:table></office:spreadsheet></office:body></office:document>`;

export const cutAndChangingRead: readonly string[] = [
  `| 右侧已满 | ${wide} ?too-small | 1 |  |`,
  `| 靠右 | ${wide} ?too-small |  |  |`,
  `| 靠右，左侧空 |  | ${wide} |  |`,
  `| 右侧空 | ${wide} |  |  |`,
  `| 换行 | ${wide} | 1 |  |`,
  "| 公式 | 7 ?formula | 8 ?formula | 15 ?formula |",
  "| 公式 | 5 | 7 ?formula | 3 |",
  "| 条件 | 4 | 0 ?unseen-text | -3 ?unseen-text |",
];

/** Numbers worked out from cells of other sheets, and from names, in a book one of whose cells changes. */

const cell = (value: number | string, formula = ""): string =>
  typeof value === "string"
    ? `<table:table-cell office:value-type="string"><text:p>${value}</text:p></table:table-cell>`
    : `<table:table-cell office:value-type="float" office:value="${value}" ${formula === "" ? "" : `table:formula="of:=${formula}"`}><text:p>${value}</text:p></table:table-cell>`;
const rows = (all: readonly (readonly string[])[]): string =>
  all.map((row) => `<table:table-row>${row.join("")}</table:table-row>`).join("");

const first = rows([
  [cell("项目"), cell("数量")],
  [cell("变化"), cell(2, "RAND()*0+2")],
  [cell("不变"), cell(4, "2+2")],
]);
const second = rows([
  [cell("项目"), cell("数量")],
  [cell("别表"), cell(3, "[$First.B2]+1")],
  [cell("再次"), cell(6, "[.B2]*2")],
  [cell("名称"), cell(7, "Changing+5")],
  [cell("不变"), cell(8, "[$First.B3]*2")],
  [cell("不变名称"), cell(9, "Steady+5")],
  [cell("范围"), cell(6, "SUM([$First.B2:.B3])")],
]);

export const changingBook = `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:body><office:spreadsheet><table:table table:name="First">${first}</table:table><table:table table:name="Second">${second}</table:table>
<table:named-expressions><table:named-range table:name="Changing" table:base-cell-address="$First.$A$1" table:cell-range-address="$First.$B$2"/><table:named-range table:name="Steady" table:base-cell-address="$First.$A$1" table:cell-range-address="$First.$B$3"/></table:named-expressions>
</office:spreadsheet></office:body></office:document>`;

export const changingBookRead: readonly string[] = [
  "| 项目 | 数量 |",
  "| 变化 | 2 ?formula |",
  "| 不变 | 4 |",
  "| 项目 | 数量 |",
  "| 别表 | 3 ?formula |",
  "| 再次 | 6 ?formula |",
  "| 名称 | 7 ?formula |",
  "| 不变 | 8 |",
  "| 不变名称 | 9 |",
  "| 范围 | 6 ?formula |",
];

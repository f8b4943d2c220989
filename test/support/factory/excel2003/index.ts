import type { FormBlock, TableBlock } from "../blocks.ts";
import { placeCells } from "../blocks.ts";
import { encode } from "../encode.ts";

export interface Excel2003Options {
  /** GBK, as systems of offices export it. */
  readonly encoding?: "utf-8" | "gb18030";
  /** A hidden row of other numbers in every table, and a hidden sheet. */
  readonly unseen?: boolean;
}

const proseColumns = 10;
const uri = "urn:schemas-microsoft-com:office:";
const framed = ["Left", "Right", "Top", "Bottom"]
  .map((side) => `<Border ss:Position="${side}" ss:LineStyle="Continuous" ss:Weight="1"/>`)
  .join("");

/** A report as a workbook of Excel 2003 in XML. */
export function renderExcel2003(
  blocks: readonly FormBlock[],
  { encoding = "utf-8", unseen = false }: Excel2003Options = {},
): Uint8Array {
  const rows = blocks.flatMap((block) =>
    block.kind === "table"
      ? [...tableRows(block, unseen), "<Row/>"]
      : [`<Row>${cellXml(block.text, 1, proseColumns, 1, "prose")}</Row>`],
  );
  const hidden = `<Worksheet ss:Name="底稿"><Table><Row><Cell><Data ss:Type="Number">7</Data></Cell></Row></Table><WorksheetOptions xmlns="${uri}excel"><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet>`;
  return encode(
    `<?xml version="1.0"${encoding === "utf-8" ? "" : ' encoding="gb2312"'}?>\n<?mso-application progid="Excel.Sheet"?>\n` +
      `<Workbook xmlns="${uri}spreadsheet" xmlns:ss="${uri}spreadsheet"><Styles>` +
      `<Style ss:ID="Default" ss:Name="Normal"><Font ss:FontName="宋体" ss:Size="12"/></Style><Style ss:ID="prose"><Alignment ss:WrapText="1"/></Style>` +
      `<Style ss:ID="cell"><Borders>${framed}</Borders></Style></Styles>` +
      `<Worksheet ss:Name="年度报告"><Table><Column ss:Width="180"/>${rows.join("\n")}</Table></Worksheet>${unseen ? hidden : ""}</Workbook>`,
    { encoding },
  );
}

function tableRows(table: TableBlock, unseen: boolean): string[] {
  const rows = placeCells(table).map((row, at) => {
    const cells = row.filter((cell, column) => cell.column === column && cell.row === at);
    const written = cells.map(({ text, column, colSpan, rowSpan }) =>
      cellXml(text, column + 1, colSpan, rowSpan, "cell"),
    );
    return `<Row>${written.join("")}</Row>`;
  });
  const noise = Array.from({ length: table.width }, (_, at) => cellXml("7", at + 1, 1, 1, "cell"));
  return unseen ? [...rows, `<Row ss:Hidden="1">${noise.join("")}</Row>`] : rows;
}

function cellXml(text: string, column: number, columns: number, rows: number, style: string): string {
  const merged = [
    columns > 1 ? ` ss:MergeAcross="${columns - 1}"` : "",
    rows > 1 ? ` ss:MergeDown="${rows - 1}"` : "",
  ].join("");
  // A number of another form than its own shortest is kept as text: 1.50 has two decimals.
  // In its general form a number has eleven characters at most, the rest is rounded away.
  const type = /^\d.{0,10}$/.test(text) && String(Number(text)) === text ? "Number" : "String";
  const data = text === "" ? "" : `<Data ss:Type="${type}">${escaped(text)}</Data>`;
  return `<Cell ss:Index="${column}"${merged} ss:StyleID="${style}">${data}</Cell>`;
}

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;").replace(/\n/g, "&#10;");
}

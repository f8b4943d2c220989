import { strToU8, zipSync } from "fflate";
import { placeCells } from "../blocks.ts";
import type { FormBlock, TableBlock } from "../blocks.ts";

export interface OdsOptions {
  /** One XML file instead of a package. */
  readonly flat?: boolean;
  /** Hidden rows of other numbers in every table, notes with numbers on cells, and a hidden sheet. */
  readonly unseen?: boolean;
}

const media = "application/vnd.oasis.opendocument.spreadsheet";
const spaces = ["office", "style", "text", "table", "manifest"]
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .concat('xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"')
  .join(" ");
/** LibreOffice opens no part that the manifest does not list (ODF 1.3 part 2, 3.2). */
const listed = [
  ["/", media],
  ["content.xml", "text/xml"],
]
  .map(([path, type]) => `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`)
  .join("");
const styles =
  '<style:style style:name="framed" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #000000"/></style:style>' +
  '<style:style style:name="absent" style:family="table"><style:table-properties table:display="false"/></style:style>';

/** A report as a spreadsheet of OpenDocument. */
export function renderOds(blocks: readonly FormBlock[], options: OdsOptions = {}): Uint8Array {
  const { flat = false, unseen = false } = options;
  const rows = blocks.map((block) =>
    block.kind === "table" ? tableRows(block, unseen) : row(cell(block.text)),
  );
  const hidden = unseen
    ? `<table:table table:name="底稿" table:style-name="absent">${row(cell("7"))}</table:table>`
    : "";
  const body =
    `<office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>` +
    `<table:table table:name="年度报告"><table:table-column table:number-columns-repeated="16384"/>${rows.join("")}` +
    `<table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>` +
    `</table:table>${hidden}</office:spreadsheet></office:body>`;
  if (flat) return strToU8(`<office:document ${spaces} office:mimetype="${media}">${body}</office:document>`);
  const modified = { mtime: new Date(2020, 0, 2) };
  return zipSync(
    {
      mimetype: [strToU8(media), { level: 0 }],
      "META-INF/manifest.xml": strToU8(
        `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">${listed}</manifest:manifest>`,
      ),
      "content.xml": strToU8(`<office:document-content ${spaces}>${body}</office:document-content>`),
    },
    modified,
  );
}

/** A table, and the blank row that parts it from what follows. */
function tableRows(table: TableBlock, unseen: boolean): string {
  const written = placeCells(table).map((cells, at) =>
    row(
      cells
        .map((one, column) => {
          if (one.column !== column || one.row !== at) return "<table:covered-table-cell/>";
          const spans = `table:number-columns-spanned="${one.colSpan}" table:number-rows-spanned="${one.rowSpan}"`;
          return cell(one.text, ` table:style-name="framed" ${spans}`, unseen);
        })
        .join(""),
    ),
  );
  const noise = row(cell("7").repeat(table.width)).replace(
    "<table:table-row>",
    '<table:table-row table:visibility="collapse">',
  );
  return written.join("") + (unseen ? noise : "") + row("<table:table-cell/>");
}

const row = (cells: string): string => `<table:table-row>${cells}</table:table-row>`;

function cell(text: string, attributes = "", unseen = false): string {
  // Without a style of numbers ten digits are shown at most: what has more is text.
  const isNumber = text.length <= 10 && /^(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/.test(text);
  const number = isNumber ? text : null;
  const value = number === null ? "" : ` office:value-type="float" office:value="${number}"`;
  const note = unseen ? "<office:annotation><text:p>7</text:p></office:annotation>" : "";
  const shown = text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").split("\n");
  const paragraphs = text === "" ? "" : shown.map((line) => `<text:p>${line}</text:p>`).join("");
  return `<table:table-cell${attributes}${value}>${note}${paragraphs}</table:table-cell>`;
}

import type { FormBlock, TableBlock } from "../blocks.ts";
import { placeCells } from "../blocks.ts";
import { flatOdt, packOdt } from "./package.ts";

export interface OdtOptions {
  /** One XML file. */
  readonly flat?: boolean;
  /** Every cell's number stands beside a hidden one, and a tracked change deleted another. */
  readonly unseen?: boolean;
}

/** A report as an OpenDocument text. */
export function renderOdt(blocks: readonly FormBlock[], options: OdtOptions = {}): Uint8Array {
  const { flat = false, unseen = false } = options;
  const changes: string[] = [];
  const text = blocks.map((block) => {
    if (block.kind === "table") return tableXml(block, unseen ? changes : null);
    if (block.kind === "heading" && block.level > 0)
      return `<text:h text:outline-level="${block.level}">${inline(block.text)}</text:h>`;
    return `<text:p>${inline(block.text)}</text:p>`;
  });
  const hidden =
    '<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>';
  const tracked = unseen ? `<text:tracked-changes>${changes.join("")}</text:tracked-changes>` : "";
  return (flat ? flatOdt : packOdt)({ text: tracked + text.join("\n"), automatic: hidden });
}

/** A deletion has its author and its hour (ODF 1.3 part 3, 5.5.4): LibreOffice shows the text of one without them. */
function deletion(id: string): string {
  const info =
    "<office:change-info><dc:creator>青石市</dc:creator><dc:date>2020-01-02T00:00:00</dc:date></office:change-info>";
  return `<text:changed-region text:id="${id}"><text:deletion>${info}<text:p>7</text:p></text:deletion></text:changed-region>`;
}

/** `changes` takes the deletions of the table's cells; null where nothing is hidden in them. */
function tableXml(table: TableBlock, changes: string[] | null): string {
  const rows = placeCells(table).map((row, at) => {
    const cells = row.map((cell, column) => {
      if (cell.row !== at || cell.column !== column) return "<table:covered-table-cell/>";
      const spans =
        (cell.colSpan > 1 ? ` table:number-columns-spanned="${cell.colSpan}"` : "") +
        (cell.rowSpan > 1 ? ` table:number-rows-spanned="${cell.rowSpan}"` : "");
      const noise = changes !== null && cell.role === "value" && /\d/.test(cell.text);
      const id = `c${changes?.length}`;
      if (noise) changes.push(deletion(id));
      const extra = noise
        ? `<text:change text:change-id="${id}"/><text:span text:style-name="H">7</text:span>`
        : "";
      return `<table:table-cell${spans} office:value-type="string"><text:p>${inline(cell.text)}${extra}</text:p></table:table-cell>`;
    });
    return `<table:table-row>${cells.join("")}</table:table-row>`;
  });
  return `<table:table><table:table-column table:number-columns-repeated="${table.width}"/>${rows.join("\n")}</table:table>`;
}

function inline(text: string): string {
  return text
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/^ | (?= )/g, "<text:s/>")
    .replace(/\n/g, "<text:line-break/>")
    .replace(/\t/g, "<text:tab/>");
}

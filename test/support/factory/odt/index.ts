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
  const changes = unseen
    ? '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><text:p>7</text:p></text:deletion></text:changed-region></text:tracked-changes>'
    : "";
  const text = blocks.map((block) => {
    if (block.kind === "table") return tableXml(block, unseen);
    if (block.kind === "heading" && block.level > 0)
      return `<text:h text:outline-level="${block.level}">${inline(block.text)}</text:h>`;
    return `<text:p>${inline(block.text)}</text:p>`;
  });
  const hidden =
    '<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>';
  return (flat ? flatOdt : packOdt)({ text: changes + text.join("\n"), automatic: hidden });
}

function tableXml(table: TableBlock, unseen: boolean): string {
  const rows = placeCells(table).map((row, at) => {
    const cells = row.map((cell, column) => {
      if (cell.row !== at || cell.column !== column) return "<table:covered-table-cell/>";
      const spans =
        (cell.colSpan > 1 ? ` table:number-columns-spanned="${cell.colSpan}"` : "") +
        (cell.rowSpan > 1 ? ` table:number-rows-spanned="${cell.rowSpan}"` : "");
      const noise = unseen && cell.role === "value" && /\d/.test(cell.text);
      const extra = noise
        ? '<text:change text:change-id="c1"/><text:span text:style-name="H">7</text:span>'
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

import type { FormBlock, TableBlock } from "../blocks.ts";
import { placeCells } from "../blocks.ts";

/**
 * A tab starts each cell and a blank line ends each row, as Word's old text export writes tables: horizontal merges
 * vanish, the lower part of a vertical merge is a bare tab, a line without a tab continues the cell above.
 */
export function leadingTab(blocks: readonly FormBlock[]): string {
  return joined(blocks, ({ rows, width }) => {
    const grid = placeCells({ rows, width });
    const lines = grid.flatMap((row, at) => [
      ...row
        .filter((cell, column) => cell.column === column)
        .map((cell) => `\t${cell.row === at ? cell.text : ""}`),
      "",
    ]);
    return [...lines, ""];
  });
}

/** One row a line, tabs between cells; the lower part of a vertical merge is empty, horizontal merges vanish. */
export function tabbed(blocks: readonly FormBlock[]): string {
  return joined(blocks, ({ rows, width }) => [
    ...placeCells({ rows, width }).map((row, at) =>
      row
        .filter((cell, column) => cell.column === column)
        .map((cell) => (cell.row === at ? oneLine(cell.text, "") : ""))
        .join("\t"),
    ),
    "",
  ]);
}

/** Text copied from a page: one cell a line; blank cells and every trace of merges are gone. */
export function cellPerLine(blocks: readonly FormBlock[]): string {
  return joined(blocks, ({ rows }) =>
    rows.flatMap((row) => row.map((cell) => cell.text.trim()).filter((text) => text !== "")),
  );
}

export interface FusedOptions {
  /** The crawler's own head: title, publisher, date. */
  readonly head?: { readonly issuer: string; readonly publicationDate: string };
}

/** What crawlers keep of a page: the body in one line, nothing between cells. */
export function fused(blocks: readonly FormBlock[], { head }: FusedOptions = {}): string {
  const title = blocks
    .flatMap((block) => (block.kind === "heading" && block.level === 0 ? [block.text] : []))
    .join("");
  const body = blocks
    .flatMap((block) => {
      if (block.kind === "heading" && block.level === 0 && head) return [];
      return block.kind === "table"
        ? block.rows.flat().map((cell) => oneLine(cell.text, " ").trim())
        : [block.text];
    })
    .join("");
  const lines = head
    ? [
        `标题: ${title}`,
        `发布时间: ${head.publicationDate} 09:30`,
        "文号: ",
        `发布机构: ${head.issuer}`,
        "栏目: 政府信息公开年报",
        `${"=".repeat(20)} 正文 ${"=".repeat(20)}`,
      ]
    : [];
  return [...lines, body, ""].join("\n");
}

/** Headings and paragraphs a line each, a blank line between them and after every table. */
export function joined(
  blocks: readonly FormBlock[],
  table: (block: TableBlock) => string[],
  heading = (block: FormBlock & { kind: "heading" }) => block.text,
): string {
  const lines = blocks.flatMap((block, index) => {
    if (block.kind === "table") return table(block);
    const text = block.kind === "heading" ? heading(block) : block.text;
    return blocks[index + 1]?.kind === "table" ? [text] : [text, ""];
  });
  return `${lines.join("\n").replace(/\n+$/, "")}\n`;
}

export function oneLine(text: string, joint: string): string {
  return text.replace(/\n/g, joint);
}

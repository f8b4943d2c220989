import { parse } from "parse5";
import type { DefaultTreeAdapterTypes } from "parse5";
import type { FormBlock } from "./blocks.ts";

/** A cell as another reader sees it, for comparing a rendering with its blocks. */
export type SeenCell = readonly [text: string, rowSpan: number, colSpan: number];

/** Every table that holds no other table, read by parse5. Spans as given; text with `\n` for breaks. */
export function tablesOfHtml(html: string): SeenCell[][][] {
  return descendants(parse(html), "table")
    .filter((table) => descendants(table, "table").length === 0)
    .map((table) => descendants(table, "tr").map((row) => [...descendants(row, "td", "th")].map(seen)));
}

export function tablesOfBlocks(blocks: readonly FormBlock[]): SeenCell[][][] {
  return blocks.flatMap((block) =>
    block.kind === "table"
      ? [block.rows.map((row) => row.map((cell): SeenCell => [cell.text, cell.rowSpan, cell.colSpan]))]
      : [],
  );
}

/** Without any white space, for readers that lay text out anew. */
export function squeezed(tables: readonly SeenCell[][][]): SeenCell[][][] {
  return tables.map((rows) =>
    rows.map((row) =>
      row.map(([text, rowSpan, colSpan]): SeenCell => [text.replace(/\s/g, ""), rowSpan, colSpan]),
    ),
  );
}

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

function descendants(node: Node, ...names: string[]): Element[] {
  if (!("childNodes" in node)) return [];
  return node.childNodes.flatMap((child) => [
    ...("tagName" in child && names.includes(child.tagName) ? [child] : []),
    ...descendants(child, ...names),
  ]);
}

function seen(cell: Element): SeenCell {
  const span = (name: string): number =>
    Number(cell.attrs.find((attribute) => attribute.name === name)?.value ?? 1);
  return [textOf(cell).replace(/\n$/, ""), span("rowspan"), span("colspan")];
}

function textOf(node: Node): string {
  if (node.nodeName === "#text") return (node as DefaultTreeAdapterTypes.TextNode).value;
  if (node.nodeName === "br") return "\n";
  if (!("childNodes" in node)) return "";
  return node.childNodes.map(textOf).join("") + (node.nodeName === "p" ? "\n" : "");
}

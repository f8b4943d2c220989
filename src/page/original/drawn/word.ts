import { childElements, within } from "../../../adapters/html/tree/dom.ts";
import type { HtmlElement } from "../../../adapters/html/tree/dom.ts";
import { parse, TooLarge } from "../../../adapters/html/tree/parse.ts";
import { defaultLimits } from "../../../limits.ts";
import type { Place } from "../../../model/index.ts";
import { wordHtml } from "../word-html.ts";

/** A DOCX as mammoth renders it, with its cells by table, row and column; null where mammoth renders nothing. */
export async function wordPage(
  bytes: Uint8Array,
): Promise<{ readonly body: HtmlElement; readonly cells: ReadonlyMap<HtmlElement, Place> } | null> {
  const html = await wordHtml(bytes);
  const document = html === null ? null : parse(`<body>${html}`, defaultLimits);
  if (document === null || document instanceof TooLarge) return null;
  for (const root of childElements(document))
    for (const body of within(root)) if (body.name === "body") return { body, cells: cellsOf(body) };
  return null;
}

function cellsOf(body: HtmlElement): ReadonlyMap<HtmlElement, Place> {
  const cells = new Map<HtmlElement, Place>();
  const tables = [...within(body)].filter(({ name }) => name === "table");
  for (const [index, table] of tables.entries())
    for (const { element, row, column } of gridOf(table))
      cells.set(element, { table: index + 1, row, column });
  return cells;
}

interface Placed {
  readonly element: HtmlElement;
  readonly row: number;
  readonly column: number;
}

/** The cells at the place where their merged regions begin; rows and columns count from 1. */
function gridOf(table: HtmlElement): readonly Placed[] {
  const parts = childElements(table).flatMap((part) => (part.name === "tr" ? [part] : childElements(part)));
  const busyUntil: number[] = [];
  return parts
    .filter(({ name }) => name === "tr")
    .flatMap((tr, y) => {
      let x = 0;
      return childElements(tr).map((element) => {
        while ((busyUntil[x] ?? 0) > y) x += 1;
        const column = x + 1;
        const end = x + spanOf(element, "colspan");
        for (; x < end; x += 1) busyUntil[x] = y + spanOf(element, "rowspan");
        return { element, row: y + 1, column };
      });
    });
}

function spanOf({ attribs }: HtmlElement, name: "colspan" | "rowspan"): number {
  return Math.min(MOST_SPANNED, Math.max(1, Number(attribs[name] ?? 1) || 1));
}

const MOST_SPANNED = 1000;

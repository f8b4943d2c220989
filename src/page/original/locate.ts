import type { Block, EvidenceEntry, Place } from "../../model/index.ts";

/**
 * Where in the drawn blocks a value stands, as the id of an element: `c3.2.5` is a cell by table, row and column, `b7` a line
 * by its ordinal among the blocks, from 0. Null where the document has no such place.
 */
export type Locate = (entry: Pick<EvidenceEntry, "at" | "raw">) => string | null;

/** Prepares the places of a document. */
export function locator(blocks: readonly Block[]): Locate {
  const cells = new Map<string, string>();
  const lines = new Map<number, string>();
  const texts: { readonly id: string; readonly text: string; readonly page: number | undefined }[] = [];
  const name = (at: Place, id: string): void => {
    if (at.line !== undefined && !lines.has(at.line)) lines.set(at.line, id);
  };
  blocks.forEach((block, index) => {
    if (block.kind === "line") {
      const id = lineId(index);
      name(block.at, id);
      texts.push({ id, text: squeezed(block.text), page: block.at.page });
      return;
    }
    for (const cell of block.grid.cells) {
      const id = cellId(cell.at);
      if (id === null) continue;
      cells.set(id, id);
      if (cell.filler) continue;
      name(cell.at, id);
      texts.push({ id, text: squeezed(cell.text), page: cell.at.page });
    }
  });
  return ({ at, raw }) => {
    if (at === null) return null;
    const exact = cellId(at);
    if (exact !== null && cells.has(exact)) return exact;
    // Of what is set in several lines, the first is where it stands.
    const words = squeezed((raw ?? "").trim().split("\n")[0]!);
    const byLine = at.line === undefined ? undefined : lines.get(at.line);
    if (byLine !== undefined) return byLine;
    // Word processors know no lines: the first text that holds the words is where they stand.
    const found = words === "" ? undefined : texts.find(({ text }) => text.includes(words));
    return found?.id ?? nearest(lines, at.line);
  };
}

/** A line that was read together with the ones above it, such as a paragraph set in several lines. */
function nearest(lines: ReadonlyMap<number, string>, line: number | undefined): string | null {
  if (line === undefined) return null;
  for (let above = line; above > 0; above -= 1) {
    const id = lines.get(above);
    if (id !== undefined) return id;
  }
  return null;
}

export function lineId(index: number): string {
  return `b${index}`;
}

export function cellId({ table, row, column }: Place): string | null {
  return table === undefined || row === undefined || column === undefined
    ? null
    : `c${table}.${row}.${column}`;
}

export function squeezed(text: string): string {
  return text.replace(/\s/gu, "");
}

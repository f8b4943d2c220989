import type { Block, EvidenceEntry, Place } from "../../model/index.ts";

/**
 * Where in the drawn document a value stands, as the id of an element: `c3.2.5` is a cell by table, row and column,
 * `b7` a line by its ordinal, from 0. Null where the document has no such place.
 */
export type Locate = (entry: Pick<EvidenceEntry, "at" | "raw">) => string | null;

/** An element of the drawn document that may be the place of a value. */
export interface StandingText {
  readonly id: string;
  readonly text: string;
  /** The lines of the source that it is made of; empty where the format has no lines. */
  readonly lines: readonly number[];
  readonly isCell: boolean;
}

/** Prepares the places of a document for looking up values. */
export function locator(standings: readonly StandingText[]): Locate {
  const cells = new Set(standings.flatMap(({ id, isCell }) => (isCell ? [id] : [])));
  const texts = standings.map((standing) => ({ ...standing, text: squeezed(standing.text) }));
  const byLine = new Map<number, (typeof texts)[number][]>();
  for (const standing of texts)
    for (const line of standing.lines) {
      const others = byLine.get(line);
      if (others) others.push(standing);
      else byLine.set(line, [standing]);
    }
  return ({ at, raw }) => {
    if (at === null) return null;
    const exact = cellId(at);
    if (exact !== null && cells.has(exact)) return exact;
    // If the text is set in several lines, the first line gives its place.
    const words = squeezed((raw ?? "").trim().split("\n")[0]!);
    const holds = ({ text }: { readonly text: string }): boolean => words !== "" && text.includes(words);
    const onLine = at.line === undefined ? [] : (byLine.get(at.line) ?? []);
    // A page without line breaks has everything on one line; there the words decide.
    if (onLine.length > 0)
      return ((onLine.find(holds) ?? (onLine.length > 1 && texts.find(holds))) || onLine[0]!).id;
    // Word processor documents have no lines, so the first text that holds the words is taken as the place.
    return texts.find(holds)?.id ?? nearest(byLine, at.line);
  };
}

/** Goes up from a line that was read together with the ones above it, such as one in a paragraph of several lines. */
function nearest(
  byLine: ReadonlyMap<number, readonly StandingText[]>,
  line: number | undefined,
): string | null {
  if (line === undefined) return null;
  for (let above = line; above > 0; above -= 1) {
    const standing = byLine.get(above)?.[0];
    if (standing) return standing.id;
  }
  return null;
}

/** The elements that `Blocks` draws. */
export function standingsOf(blocks: readonly Block[]): readonly StandingText[] {
  const lines = ({ line }: Place): readonly number[] => (line === undefined ? [] : [line]);
  return blocks.flatMap((block, index): readonly StandingText[] =>
    block.kind === "line"
      ? [{ id: lineId(index), text: block.text, lines: lines(block.at), isCell: false }]
      : block.grid.cells.flatMap(({ at, text, filler }) => {
          const id = cellId(at);
          // A filler cell repeats what another cell holds: it counts as a place, but its text does not.
          return id === null
            ? []
            : [{ id, text: filler ? "" : text, lines: filler ? [] : lines(at), isCell: true }];
        }),
  );
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

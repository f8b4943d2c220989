import type { Item, WordTable } from "./items.ts";

/** How far a box or picture in front of the text reaches from the top of its paragraph, in points. */
export interface Reach {
  readonly up: number;
  readonly down: number;
}

/** Points; what is placed on the page lies no further from its paragraph than the text of one page is high. */
const PAGE = 250;

/**
 * The reach of a box that stands from `top` to `bottom`, in points from its paragraph, or from the page where it is not
 * `isNear`.
 */
export function reachOf(top: number, bottom: number, isNear: boolean): Reach {
  return isNear ? { up: Math.max(0, -top), down: Math.max(0, bottom) } : { up: PAGE, down: PAGE };
}

export function furthest(one: Reach, other: Reach = one): Reach {
  return { up: Math.max(one.up, other.up), down: Math.max(one.down, other.down) };
}

/** Points: a line of text; characters that fill one; how far a part of a cell may reach without leaving its row. */
const LINE = { height: 14, characters: 30, row: 30 };

/** Follows the boxes that float in front of the text, and says which tables they may lie over. */
export interface Covering {
  readonly line: (text: string, covers: Reach | undefined) => void;
  readonly table: (table: WordTable, ordinal: number) => void;
  readonly covered: ReadonlySet<number>;
}

export function covering(): Covering {
  const covered = new Set<number>();
  let last = 0;
  let sinceTable = Number.POSITIVE_INFINITY;
  let reach = 0;
  return {
    covered,
    line: (text, covers) => {
      if (covers !== undefined && covers.up > sinceTable) covered.add(last);
      reach = Math.max(reach, covers?.down ?? 0);
      const height = LINE.height * Math.max(1, Math.ceil(text.length / LINE.characters));
      sinceTable += height;
      reach -= height;
    },
    table: (table, ordinal) => {
      const inside = table.rows.flatMap(({ cells }) => cells.flatMap(({ items }) => items.flatMap(coversOf)));
      if (table.isCovered === true || reach > 0 || inside.some(({ up, down }) => up > 0 || down > LINE.row))
        covered.add(ordinal);
      last = ordinal;
      sinceTable = 0;
      reach -= LINE.height * table.rows.length;
    },
  };
}

function coversOf(item: Item): readonly Reach[] {
  return item.kind === "paragraph" && item.covers !== undefined ? [item.covers] : [];
}

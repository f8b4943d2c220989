import { black, mixed, white } from "../docx/look/colour.ts";
import type { Rgb } from "../docx/look/colour.ts";
import type { CellShape, RowShape } from "../word/tables/grid.ts";
import { LOWEST_ROW } from "../word/text/look.ts";
import { maximumColumns } from "../word/tables/regions.ts";

/** A row's definition while it is read: \trowd … \cellx, which may stand before or after the row's cells. */
export interface RowDefinition {
  left: number;
  readonly edges: number[];
  readonly cells: CellShape[];
  /** Merges of the cell whose right edge comes next. */
  next: { -readonly [K in keyof CellShape]: CellShape[K] };
  /** Shading of the cell whose edge comes next, and of the cells before it. */
  shading: RtfShading;
  readonly shadings: RtfShading[];
  height: number;
  floats: boolean;
}

export interface RtfShading {
  readonly front: number;
  readonly back: number;
  /** Share of the foreground colour, in hundredths of a per cent. */
  readonly share: number;
}

const noShading: RtfShading = { front: 0, back: 0, share: 0 };

export function newRow(): RowDefinition {
  return {
    left: 0,
    edges: [],
    cells: [],
    next: plainCell(),
    shading: noShading,
    shadings: [],
    height: 0,
    floats: false,
  };
}

const plainCell = (): RowDefinition["next"] => ({ horizontal: "none", vertical: "none" });

/**
 * Endings of the control words, for cells, paragraphs and letters alike, that ask for stripes or crosses of two
 * colours.
 */
export const crossPatterns =
  "horiz vert fdiag bdiag cross dcross dkhor dkvert dkfdiag dkbdiag dkcross dkdcross".split(" ");
/** Share of the foreground colour in such a pattern, in hundredths of a per cent. */
export const patternShare = 5_000;

/** What the control words of row definitions do (RTF 1.9.1, table definitions); `value` is the word's number. */
export const rowWords = new Map<string, (row: RowDefinition, value: number) => void>([
  ["trleft", (row: RowDefinition, value: number) => void (row.left = value)],
  ["trrh", (row: RowDefinition, value: number) => void (row.height = value)],
  ...["tposx", "tposy", "tposnegx", "tposnegy"].map((name): [string, (row: RowDefinition) => void] => [
    name,
    (row) => void (row.floats = true),
  ]),
  ["clmgf", (row: RowDefinition) => void (row.next.horizontal = "restart")],
  ["clmrg", (row: RowDefinition) => void (row.next.horizontal = "continue")],
  ["clvmgf", (row: RowDefinition) => void (row.next.vertical = "restart")],
  ["clvmrg", (row: RowDefinition) => void (row.next.vertical = "continue")],
  ...["cltxtbrl", "cltxbtlr", "cltxtbrlv"].map((name): [string, (row: RowDefinition) => void] => [
    name,
    (row) => void (row.next.isTurned = true),
  ]),
  ["cldel", (row: RowDefinition) => void (row.next.isDeleted = true)],
  ...crossPatterns.map((name): [string, (row: RowDefinition) => void] => [
    `clbg${name}`,
    (row) => void (row.shading = { ...row.shading, share: patternShare }),
  ]),
  ...["cldglu", "cldgll"].map((name): [string, (row: RowDefinition) => void] => [
    name,
    (row) => void (row.next.isCrossed = true),
  ]),
  ...(
    [
      ["clcfpat", "front"],
      ["clcbpat", "back"],
      ["clshdng", "share"],
    ] as const
  ).map(([name, part]): [string, (row: RowDefinition, value: number) => void] => [
    name,
    (row, value) => void (row.shading = { ...row.shading, [part]: value }),
  ]),
  [
    "cellx",
    (row: RowDefinition, value: number) => {
      if (row.cells.length < maximumColumns) {
        row.edges.push(value);
        row.cells.push(row.next);
        row.shadings.push(row.shading);
      }
      row.shading = noShading;
      row.next = plainCell();
    },
  ],
]);

/** The colour that a shading paints; null for none. */
export function shadedGround(
  { front, back, share }: RtfShading,
  colours: readonly (Rgb | null)[],
): Rgb | null {
  const under = colours[back] ?? null;
  return share > 0 ? mixed(colours[front] ?? black, under ?? white, share / 10_000) : under;
}

/** `colours` is the table of colours; its first entry is automatic. */
export function rowShape(
  { left, edges, cells, shadings, height, floats }: RowDefinition,
  colours: readonly (Rgb | null)[],
): RowShape | null {
  if (cells.length === 0) return null;
  const shaded = cells.map((cell, index): CellShape => {
    const ground = shadedGround(shadings[index]!, colours);
    return ground === null ? cell : { ...cell, ground };
  });
  // A negative height is an exact one.
  const gone = height < 0 && -height <= LOWEST_ROW ? "hidden" : null;
  const exact = height < 0 ? -height : undefined;
  return { edges: [Math.min(left, edges[0]!), ...edges], cells: shaded, gone, height: exact, floats };
}

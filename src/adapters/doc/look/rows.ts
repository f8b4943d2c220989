import { LOWEST_ROW } from "../../word/text/look.ts";
import { isOffPage } from "../../word/tables/room.ts";
import { maximumColumns } from "../../word/tables/regions.ts";
import type { CellShape, RowShape } from "../../word/tables/grid.ts";
import type { Rgb } from "../../docx/look/colour.ts";
import type { Bytes } from "../file/bytes.ts";
import { longShading, shadingSize, shortShading } from "./shading.ts";
import type { Sprm } from "../file/sprms.ts";

interface OpenRow {
  edges: number[];
  cells: CellShape[];
  height: number | undefined;
  /** The table's ground, for cells that have none of their own. */
  ground: Rgb | null;
  style: number | undefined;
  /** Its table is laid over the page at a place of its own, or stands beside the page. */
  floats: boolean;
  isOffPage: boolean;
}

/** A row with the style of its table. */
export interface DocRowShape extends RowShape {
  readonly style: number | undefined;
}

type Change = (row: OpenRow, operand: Bytes) => void;

const plain: CellShape = { horizontal: "none", vertical: "none" };
const cellSize = 20;

/**
 * Defines the row's cells (MS-DOC 2.9.316): how many there are, their edges, and the merges of each in the lower bits
 * (2.9.314).
 */
const define: Change = (row, operand) => {
  const count = Math.min(operand.byte(0), maximumColumns);
  const described = 1 + (count + 1) * 2;
  row.edges = Array.from({ length: count + 1 }, (_, index) => operand.signed(1 + index * 2));
  row.cells = Array.from({ length: count }, (_, index) => {
    const bits = operand.word(described + index * cellSize);
    return {
      isTurned: (bits & 4) !== 0,
      horizontal: bits & 2 ? "continue" : bits & 1 ? "restart" : "none",
      vertical: bits & 0x40 ? "restart" : bits & 0x20 ? "continue" : "none",
    };
  });
};

const range = (row: OpenRow, operand: Bytes): [first: number, limit: number] => [
  operand.byte(0),
  Math.min(operand.byte(1), row.cells.length),
];

const setCells = (
  row: OpenRow,
  [first, limit]: readonly [number, number],
  set: (index: number) => CellShape,
) => {
  for (let index = first; index < limit; index++) row.cells[index] = set(index);
};

/** Bits for a border that runs from corner to corner, either way. */
const diagonals = 0x30;

/**
 * sprmTSetBrc80, sprmTSetBrc: cells of a range have this border on these sides; the kinds of line 0 and 255 mean none.
 */
const border =
  (kindAt: number): Change =>
  (row, operand) => {
    if ((operand.byte(2) & diagonals) === 0) return;
    const kind = operand.byte(kindAt);
    const isCrossed = kind !== 0 && kind !== 0xff;
    setCells(row, range(row, operand), (index) => ({ ...row.cells[index]!, isCrossed }));
  };

/** Shadings of consecutive cells, beginning with the cell `first`. */
const shade =
  (first: number, size: number, read: (bytes: Bytes, at: number) => Rgb | null): Change =>
  (row, operand) => {
    const limit = Math.min(first + Math.floor(operand.length / size), row.cells.length);
    setCells(row, [first, limit], (index) => ({
      ...row.cells[index]!,
      ground: read(operand, (index - first) * size),
    }));
  };

const changes: ReadonlyMap<number, Change> = new Map<number, Change>([
  [0xd608, define],
  [0xd606, define],
  [
    // sprmTMerge, sprmTSplit
    0x5624,
    (row, operand) => {
      const [first, limit] = range(row, operand);
      setCells(row, [first, limit], (index) => ({
        ...row.cells[index]!,
        horizontal: index === first ? "restart" : "continue",
      }));
    },
  ],
  [
    0x5625,
    (row, operand) =>
      setCells(row, range(row, operand), (index) => ({ ...row.cells[index]!, horizontal: "none" })),
  ],
  [
    // sprmTVertMerge: after a count, the cell and what happens to it (MS-DOC 2.9.342).
    0xd62b,
    (row, operand) => {
      const index = operand.byte(0);
      const kind = operand.byte(1);
      if (index < row.cells.length)
        row.cells[index] = {
          ...row.cells[index]!,
          vertical: kind === 3 ? "restart" : kind === 1 ? "continue" : "none",
        };
    },
  ],
  [
    // sprmTDxaCol: sets the width of the cells of a range.
    0x7623,
    (row, operand) => {
      const [first, limit] = range(row, operand);
      const width = operand.word(2);
      for (let index = first; index < limit; index++) {
        const change = row.edges[index]! + width - row.edges[index + 1]!;
        for (let edge = index + 1; edge < row.edges.length; edge++) row.edges[edge]! += change;
      }
    },
  ],
  [
    // sprmTInsert: inserts a number of cells of one width at a place.
    0x7621,
    (row, operand) => {
      const at = Math.min(operand.byte(0), row.cells.length);
      const count = Math.min(operand.byte(1), maximumColumns - row.cells.length);
      const width = operand.word(2);
      if (count <= 0) return;
      const left = row.edges[at] ?? 0;
      const added = Array.from({ length: count }, (_, index) => left + (index + 1) * width);
      const after = row.edges.slice(at + 1).map((edge) => edge + count * width);
      row.edges = [...row.edges.slice(0, at), left, ...added, ...after];
      row.cells.splice(at, 0, ...Array.from({ length: count }, () => plain));
    },
  ],
  [
    // sprmTDelete
    0x5622,
    (row, operand) => {
      const [first, limit] = range(row, operand);
      if (limit <= first) return;
      const gap = row.edges[limit]! - row.edges[first]!;
      row.edges = [...row.edges.slice(0, first + 1), ...row.edges.slice(limit + 1).map((edge) => edge - gap)];
      row.cells.splice(first, limit - first);
    },
  ],
  // sprmTTextFlow: an odd flow runs from top to bottom, or upwards (2.9.323).
  [
    0x7629,
    (row, operand) => {
      const isTurned = (operand.word(2) & 1) !== 0;
      setCells(row, range(row, operand), (index) => ({ ...row.cells[index]!, isTurned }));
    },
  ],
  // sprmTDxaLeft, sprmTWidthIndent: how far the table is set in.
  [0x9601, (row, operand) => void (row.isOffPage = isOffPage(operand.signed(0)))],
  [0xf661, (row, operand) => void (row.isOffPage = isOffPage(operand.signed(1)))],
  // sprmTDxaAbs, sprmTDyaAbs
  ...[0x940e, 0x940f].map((code): [number, Change] => [
    code,
    (row, operand) => void (row.floats ||= operand.signed(0) !== 0),
  ]),
  // sprmTDyaRowHeight: a negative height is exact.
  [0x9407, (row, operand) => void (row.height = operand.signed(0) < 0 ? -operand.signed(0) : undefined)],
  [0xd620, border(4)],
  [0xd62f, border(8)],
  // sprmTIstd, sprmTSetShdTable
  [0x563a, (row, operand) => void (row.style = operand.word(0))],
  [0xd660, (row, operand) => void (row.ground = longShading(operand, 0))],
  // sprmTDefTableShd80, and three newer ones for 22 cells each, in both the usual form and the one that styles do not
  // change.
  [0xd609, shade(0, shadingSize.short, shortShading)],
  ...[0xd612, 0xd616, 0xd60c, 0xd670, 0xd671, 0xd672].map((code, index): [number, Change] => [
    code,
    shade((index % 3) * 22, shadingSize.long, longShading),
  ]),
  [
    // sprmTSetShd80, sprmTSetShd
    0x7627,
    (row, operand) => {
      const ground = shortShading(operand, 2);
      setCells(row, range(row, operand), (index) => ({ ...row.cells[index]!, ground }));
    },
  ],
  [
    0xd62d,
    (row, operand) => {
      const ground = longShading(operand, 2);
      setCells(row, range(row, operand), (index) => ({ ...row.cells[index]!, ground }));
    },
  ],
]);

/** What the properties of a row's mark state about the row; null where they define no cells. */
export function readRow(sprms: readonly Sprm[]): DocRowShape | null {
  const row: OpenRow = {
    edges: [],
    cells: [],
    height: undefined,
    ground: null,
    style: undefined,
    floats: false,
    isOffPage: false,
  };
  for (const { code, operand } of sprms) changes.get(code)?.(row, operand);
  if (row.cells.length === 0) return null;
  const { edges, height, ground, style, floats } = row;
  const cells =
    ground === null ? row.cells : row.cells.map((cell) => ({ ...cell, ground: cell.ground ?? ground }));
  return {
    edges,
    cells,
    height,
    style,
    floats,
    ...(row.isOffPage && { doubt: "unseen-text" }),
    gone: height !== undefined && height <= LOWEST_ROW ? "hidden" : null,
  };
}

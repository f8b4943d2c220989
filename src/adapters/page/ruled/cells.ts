import type { Box } from "../../../model/index.ts";
import type { RuledLine } from "../sheet/page.ts";
import { groupRules } from "./rule-groups.ts";
import { CLOSED, MOST_CELLS, REACH, ROUNDING, SHORTEST_SIDE, SNAP, WALL } from "./tolerances.ts";

/**
 * A ruled area of one page, cut into cells. `columns` and `rows` are the boundaries, each one more than the columns or
 * rows between them.
 */
export interface Lattice {
  readonly columns: readonly number[];
  readonly rows: readonly number[];
  readonly cells: readonly LatticeCell[];
  /** Whether the area has no line that closes it above or below, as in a table cut by the page break. */
  readonly openTop: boolean;
  readonly openBottom: boolean;
  /** Its lines are only the rims of filled areas. */
  readonly shaded?: boolean;
}

/**
 * Covers `columns[column] … columns[columnEnd]` and `rows[row] … rows[rowEnd]`; indexes start at 0, ends are exclusive.
 */
export interface LatticeCell {
  readonly row: number;
  readonly column: number;
  readonly rowEnd: number;
  readonly columnEnd: number;
  readonly box: Box;
  /** The cell ends where the area does, and no line closes it: a cell of several rows that the page break cut. */
  readonly open: boolean;
}

type Region = Omit<LatticeCell, "box" | "open">;

/** Ruled areas of a page with at least two cells, in order of their top edge. */
export function findLattices(rules: readonly RuledLine[]): Lattice[] {
  const drawn = groupRules(rules.filter((rule) => !rule.edge))
    .map(cut)
    .filter((lattice) => lattice.cells.length > 1);
  // The rim of a filled area counts only outside drawn tables: within one, shading stops short of its cell's lines.
  // Only areas that fill a grid without a gap are cells: bands behind every other row or column are no lines, though
  // the cells among them that take several rows join the bands.
  const boxes = drawn.map(boxOf);
  const rims = rules.filter((rule) => rule.edge && !boxes.some((box) => overlaps(box, rule)));
  const shaded =
    rims.length === 0
      ? []
      : groupRules([...rims])
          .map((group) => ({ group, lattice: cut(group) }))
          .filter(
            ({ group, lattice }) =>
              lattice.rows.length > 2 && lattice.columns.length > 2 && isClosed(group, lattice),
          )
          .map(({ lattice }) => ({ ...lattice, shaded: true }));
  return [...drawn, ...shaded].sort((a, b) => a.rows[0]! - b.rows[0]! || a.columns[0]! - b.columns[0]!);
}

/** Whether lines run along all four sides of an area. */
function isClosed(rules: readonly RuledLine[], lattice: Lattice): boolean {
  const [left, top, right, bottom] = boxOf(lattice);
  const isRuled = (direction: RuledLine["direction"], position: number, from: number, to: number) =>
    covered(
      rules.filter((rule) => rule.direction === direction),
      position,
      from,
      to,
    ) >= CLOSED;
  return (
    [top, bottom].every((position) => isRuled("horizontal", position, left, right)) &&
    [left, right].every((position) => isRuled("vertical", position, top, bottom))
  );
}

export function boxOf(lattice: Lattice): Box {
  return [lattice.columns[0]!, lattice.rows[0]!, lattice.columns.at(-1)!, lattice.rows.at(-1)!];
}

function overlaps(box: Box, rule: RuledLine): boolean {
  const [x0, y0, x1, y1] =
    rule.direction === "horizontal"
      ? [rule.from, rule.position, rule.to, rule.position]
      : [rule.position, rule.from, rule.position, rule.to];
  return x0 <= box[2] + SNAP && x1 >= box[0] - SNAP && y0 <= box[3] + SNAP && y1 >= box[1] - SNAP;
}

function cut(group: readonly RuledLine[]): Lattice {
  const horizontals = group.filter((rule) => rule.direction === "horizontal");
  const verticals = group.filter((rule) => rule.direction === "vertical");
  const columns = boundaries(verticals, horizontals);
  const rows = boundaries(horizontals, verticals);
  const wide = columns.length - 1;
  const high = rows.length - 1;
  if (wide < 1 || high < 1 || wide * high > MOST_CELLS)
    return { columns: [0, 0], rows: [0, 0], cells: [], openTop: false, openBottom: false };
  const right = walls(verticals, columns, rows);
  const below = walls(horizontals, rows, columns);
  const isOpen = ({ rowEnd, column, columnEnd }: Region) =>
    rowEnd === high && !columns.slice(column, columnEnd).some((_, step) => below(high, column + step));
  const cells = regionsOf(wide, high, right, below)
    .flatMap((members) => rectangles(members, wide))
    .map((cell) => ({
      row: cell.row,
      column: cell.column,
      rowEnd: cell.rowEnd,
      columnEnd: cell.columnEnd,
      open: isOpen(cell),
      box: [columns[cell.column]!, rows[cell.row]!, columns[cell.columnEnd]!, rows[cell.rowEnd]!] as const,
    }));
  const ruledTop = covered(horizontals, rows[0]!, columns[0]!, columns[wide]!) >= WALL;
  const ruledBottom = covered(horizontals, rows[high]!, columns[0]!, columns[wide]!) >= WALL;
  return compact({ columns, rows, cells, openTop: !ruledTop, openBottom: !ruledBottom });
}

/** Whether a wall stands on boundary `line` beside step `step`. */
type Walls = (line: number, step: number) => boolean;

/** Groups of base cells that no wall separates, by their indexes, row by row. */
function regionsOf(wide: number, high: number, right: Walls, below: Walls): number[][] {
  const isTaken = new Uint8Array(wide * high);
  const regions: number[][] = [];
  for (let start = 0; start < isTaken.length; start++) {
    if (isTaken[start] === 1) continue;
    const members = [start];
    isTaken[start] = 1;
    for (let next = 0; next < members.length; next++)
      for (const beside of openSides(members[next]!, wide, high, right, below)) {
        if (isTaken[beside] === 1) continue;
        isTaken[beside] = 1;
        members.push(beside);
      }
    regions.push(members);
  }
  return regions;
}

/** The base cells next to one that no wall separates from it: right, left, below, above. */
function openSides(index: number, wide: number, high: number, right: Walls, below: Walls): number[] {
  const row = Math.floor(index / wide);
  const column = index % wide;
  const open: number[] = [];
  if (column + 1 < wide && !right(column + 1, row)) open.push(index + 1);
  if (column > 0 && !right(column, row)) open.push(index - 1);
  if (row + 1 < high && !below(row + 1, column)) open.push(index + wide);
  if (row > 0 && !below(row, column)) open.push(index - wide);
  return open;
}

/**
 * Positions of `across`, and the ends of `along` where those reach past the outermost line because an outer border is
 * missing.
 */
function boundaries(across: readonly RuledLine[], along: readonly RuledLine[]): number[] {
  const positions = [...new Set(across.map((rule) => rule.position))].sort((a, b) => a - b);
  const from = Math.min(...along.map((rule) => rule.from));
  const to = Math.max(...along.map((rule) => rule.to));
  if (positions[0]! - from > 2 * REACH) positions.unshift(from);
  if (to - positions.at(-1)! > 2 * REACH) positions.push(to);
  return positions;
}

/**
 * Whether boundary `line` (index into `positions`) is a wall beside step `step` (index into `steps`); outer boundaries
 * always are.
 */
function walls(rules: readonly RuledLine[], positions: readonly number[], steps: readonly number[]): Walls {
  const width = steps.length - 1;
  const ruled = new Uint8Array(positions.length * width);
  const byPosition = new Map<number, RuledLine[]>();
  for (const rule of rules) {
    const same = byPosition.get(rule.position);
    if (same === undefined) byPosition.set(rule.position, [rule]);
    else same.push(rule);
  }
  for (const [line, position] of positions.entries())
    for (let step = 0; step < width; step++)
      if (covered(byPosition.get(position) ?? [], position, steps[step]!, steps[step + 1]!) >= WALL)
        ruled[line * width + step] = 1;
  return (line, step) => ruled[line * width + step] === 1;
}

function covered(rules: readonly RuledLine[], position: number, from: number, to: number): number {
  let length = 0;
  for (const rule of rules)
    if (rule.position === position)
      length += Math.max(0, Math.min(to, rule.to + ROUNDING) - Math.max(from, rule.from - ROUNDING));
  return length / Math.max(to - from, SHORTEST_SIDE);
}

/**
 * A region as rectangles: the region itself or, where a missing piece of line lets two cells run into each other, its
 * bands.
 */
function rectangles(members: readonly number[], wide: number): Region[] {
  const left = new Set(members);
  const found: Region[] = [];
  for (const start of [...members].sort((a, b) => a - b)) {
    if (!left.has(start)) continue;
    const row = Math.floor(start / wide);
    const column = start % wide;
    let columnEnd = column + 1;
    while (columnEnd < wide && left.has(row * wide + columnEnd)) columnEnd++;
    let rowEnd = row;
    const whole = (line: number) => {
      for (let x = column; x < columnEnd; x++) if (!left.has(line * wide + x)) return false;
      return true;
    };
    while (whole(rowEnd)) {
      for (let x = column; x < columnEnd; x++) left.delete(rowEnd * wide + x);
      rowEnd++;
    }
    found.push({ row, column, rowEnd, columnEnd });
  }
  return found;
}

/** The lattice without boundaries at which no cell begins or ends: underlines, ticks, lines of other tables. */
function compact(lattice: Lattice): Lattice {
  const isColumn = new Uint8Array(lattice.columns.length);
  const isRow = new Uint8Array(lattice.rows.length);
  for (const { row, column, rowEnd, columnEnd } of lattice.cells) {
    isColumn[column] = isColumn[columnEnd] = 1;
    isRow[row] = isRow[rowEnd] = 1;
  }
  const columns = placesOf(isColumn);
  const rows = placesOf(isRow);
  return {
    ...lattice,
    columns: lattice.columns.filter((_, index) => isColumn[index] === 1),
    rows: lattice.rows.filter((_, index) => isRow[index] === 1),
    cells: lattice.cells
      .map((cell) => ({
        row: rows[cell.row]!,
        column: columns[cell.column]!,
        rowEnd: rows[cell.rowEnd]!,
        columnEnd: columns[cell.columnEnd]!,
        box: cell.box,
        open: cell.open,
      }))
      .sort((a, b) => a.row - b.row || a.column - b.column),
  };
}

/** How many of the kept boundaries stand before each boundary. */
function placesOf(kept: Uint8Array): Uint32Array {
  const places = new Uint32Array(kept.length);
  for (let index = 1; index < kept.length; index++) places[index] = places[index - 1]! + kept[index - 1]!;
  return places;
}

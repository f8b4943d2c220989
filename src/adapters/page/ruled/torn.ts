import { isFilled, isNumber } from "../../../printed/numbers.ts";
import type { TableCell } from "../sheet/table.ts";
import { CELL_MARGINS, USUAL_SIZE } from "./tolerances.ts";

/** Two cells of one column: the last on a page, and the first on the next one. */
export interface CellPair {
  readonly a: TableCell;
  readonly b: TableCell;
}

/**
 * Numbers that may be one, which the page break tears: 14 at the foot of a page, and 35 at the top of the next one in a
 * row without a label of its own. `below`: the cells of that row, some of which may lie below no cell of their width.
 * `open`: no line closes the row at the page break. `runsOn`: whether a text goes on in the cell below.
 */
export function tornNumbers(
  pairs: readonly CellPair[],
  below: readonly TableCell[],
  open: boolean,
  runsOn: (a: TableCell, b: TableCell) => boolean,
): ReadonlySet<TableCell> {
  const aboveOf = new Map(pairs.map(({ a, b }) => [b, a]));
  const isLabelled = below.some((cell) => {
    const above = aboveOf.get(cell);
    return cell.text !== "" && !isFilled(cell.text) && !(above && runsOn(above, cell));
  });
  if (isLabelled) return new Set();
  const torn = pairs.filter(({ a, b }) => isNumber(a.text) && isNumber(b.text) && (open || leavesNoRoom(a)));
  return new Set(torn.flatMap(({ a, b }) => [a, b]));
}

/** Whether no further digit would have fitted into the last line of the cell. */
function leavesNoRoom({ parts }: TableCell): boolean {
  const { glyphs, slack } = parts.at(-1)!;
  const size = glyphs[0]?.size ?? USUAL_SIZE;
  return slack < CELL_MARGINS + DIGIT * size;
}

/** The width of a digit, in em. */
const DIGIT = 0.56;

export function doubtTorn(cell: TableCell, torn: ReadonlySet<TableCell>): TableCell {
  if (!torn.has(cell) || cell.doubt !== undefined) return cell;
  return { ...cell, doubt: { kind: "unreadable", reason: "crosses-line" } };
}

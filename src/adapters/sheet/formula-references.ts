import { cellAt, lastColumn, lastRow, rangeAt } from "./reference.ts";
import type { Range } from "./sheet.ts";

/** A place of a sheet, from 1. */
export interface SheetPlace {
  readonly row: number;
  readonly column: number;
}

/** At most so many characters of a formula, and references in it, are looked at. */
const [longestFormula, mostReferences] = [500, 20];

/** `B2`, `$B$2`, `B2:B9`, `B:B`, `2:9`, but not a cell of another sheet, nor a function such as `LOG10(`. */
const reference =
  /(?<![!\w.$:])(?:\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\$?\d{1,7}:\$?\d{1,7})(?![\w(.!])/gi;

/** Functions whose references are worked out, so that they may reach any cell. */
const reachesAny = /\b(?:OFFSET|INDIRECT)\(/i;

/**
 * The ranges of its own sheet that a formula refers to, as OOXML (`B2:B9`) and OpenDocument (`[.B2:.B9]`) write them;
 * null where it may refer to any cell. A formula that is written once for several cells is written for `first`; its
 * relative references move with the cell (ISO 29500-1 18.3.1.40).
 */
export function referencesIn(formula: string, first: SheetPlace, cell: SheetPlace): readonly Range[] | null {
  const short = formula.slice(0, longestFormula);
  if (reachesAny.test(short)) return null;
  const plain = short.replace(/\[\.([^[\]]{1,40})\]/g, (_, said: string) => said.replaceAll(":.", ":"));
  const [down, right] = [cell.row - first.row, cell.column - first.column];
  return [...plain.matchAll(reference)]
    .slice(0, mostReferences)
    .flatMap(([said]) => rangeAt(down === 0 && right === 0 ? said : moved(said, down, right)) ?? []);
}

function moved(reference: string, down: number, right: number): string {
  return reference
    .split(":")
    .map((corner) => {
      const at = cellAt(corner);
      if (at === null) return corner;
      const column = corner.startsWith("$") ? at.column : at.column + right;
      const row = corner.lastIndexOf("$") > 0 ? at.row : at.row + down;
      return `${letters(wrapped(column, lastColumn))}${wrapped(row, lastRow)}`;
    })
    .join(":");
}

/** A reference that moves past the edge of a sheet comes in again at the other. */
function wrapped(at: number, last: number): number {
  return ((((at - 1) % last) + last) % last) + 1;
}

function letters(column: number): string {
  let text = "";
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26))
    text = String.fromCharCode(0x41 + ((left - 1) % 26)) + text;
  return text;
}

/** `R2C3`, `R[-1]C`, `RC:R[2]C`, `C3`, as Excel 2003 XML writes references; brackets count from the formula's cell. */
const rowAndColumn = /(?<![\w!.'\]])R(\[-?\d{1,7}\]|\d{1,7})?C(\[-?\d{1,5}\]|\d{1,5})?(?![\w(])/gi;

export function rowColumnReferences(formula: string, cell: SheetPlace): readonly Range[] | null {
  const short = formula.slice(0, longestFormula);
  if (reachesAny.test(short)) return null;
  const found = [...short.matchAll(rowAndColumn)].slice(0, mostReferences);
  return found.map(([said, row, column], index): Range => {
    const from = { row: placeAt(row, cell.row), column: placeAt(column, cell.column) };
    const next = found[index + 1];
    const isRange = next !== undefined && short.slice(found[index]!.index + said.length, next.index) === ":";
    const to = isRange ? { row: placeAt(next[1], cell.row), column: placeAt(next[2], cell.column) } : from;
    return {
      top: Math.min(from.row, to.row),
      left: Math.min(from.column, to.column),
      bottom: Math.max(from.row, to.row),
      right: Math.max(from.column, to.column),
    };
  });
}

function placeAt(said: string | undefined, own: number): number {
  if (said === undefined) return own;
  return said.startsWith("[") ? own + Number(said.slice(1, -1)) : Number(said);
}

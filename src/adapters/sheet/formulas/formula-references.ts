import { cellAt, lastColumn, lastRow, rangeAt } from "../reference.ts";
import type { BookRange, References } from "./depends.ts";

/** A place of a sheet, from 1. */
export interface SheetPlace {
  readonly row: number;
  readonly column: number;
}

/** At most so many characters of a formula, and references in it, are looked at; a longer one may refer to any cell. */
const [longestFormula, mostReferences] = [2_000, 100];

const column = String.raw`\$?[A-Z]{1,3}`;
const row = String.raw`\$?\d{1,7}`;
/** The sheet before a reference: `Sheet2!`, `'A sheet''s name'!`. */
const sheet = String.raw`(?:('(?:[^']|''){1,200}'|\u0000?[\p{L}_][\p{L}\p{N}_.]{0,200})!)?`;
/** `B2`, `$B$2`, `B2:B9`, `B:B`, `2:9`, also on another sheet, but not a function such as `LOG10(`. */
const reference = new RegExp(
  String.raw`(?<![\p{L}\p{N}_.$:!'])${sheet}(${column}${row}(?::${column}${row})?|${column}:${column}|${row}:${row})(?![\p{L}\p{N}_.(!\u0000])`,
  "giu",
);

/** Functions whose references are worked out, so that they may reach any cell. */
const reachesAny = /\b(?:OFFSET|INDIRECT)\(/i;

/**
 * What a formula refers to, as OOXML (`B2:B9`, `Sheet2!B2`, `Table1[Column]`) and OpenDocument (`[.B2:.B9]`,
 * `[$Sheet2.B2]`) write it; null where it may refer to any cell. A formula that is written once for several cells is
 * written for `first`; its relative references move with the cell (ISO 29500-1 18.3.1.40).
 */
export function referencesIn(formula: string, first: SheetPlace, cell: SheetPlace): References | null {
  if (formula.length > longestFormula || reachesAny.test(formula)) return null;
  const plain = withoutConstants(formula.replace(/\[([^[\]]{1,200})\]/g, openDocumentReference), allBrackets);
  const [down, right] = [cell.row - first.row, cell.column - first.column];
  const found = [...plain.matchAll(reference)];
  if (found.length > mostReferences) return null;
  const ranges = found.flatMap(([, of, said = ""]): BookRange[] => {
    const range = rangeAt(down === 0 && right === 0 ? said : moved(said, down, right));
    return range === null ? [] : [{ ...range, sheet: of === undefined ? undefined : sheetKey(of) }];
  });
  return withNames(ranges, plain.replace(reference, " "));
}

/** `'It''s'` → `it's`: names of sheets are compared without regard to case. */
export function sheetKey(name: string): string {
  const quoted = /^'(.{0,300})'$/.exec(name)?.[1];
  return (quoted?.replaceAll("''", "'") ?? name).toLowerCase();
}

/** `[$'A sheet'.B2:.B9]` → `'A sheet'!B2:B9`; anything else in brackets belongs to a table's name. */
function openDocumentReference(whole: string, said: string): string {
  const parts = /^\$?('(?:[^']|''){1,150}'|[^.':]{0,150})\.([^.]{1,30})(?:\.(.{1,30}))?$/.exec(said);
  if (parts === null) return whole;
  const [, of = "", from = "", to] = parts;
  const range = to === undefined ? from : `${from.split(":")[0]}:${to}`;
  return of === "" ? range : `'${of.replace(/^'|'$/g, "")}'!${range}`;
}

/**
 * A formula without its texts, errors, the prefix of its language (`of:=`), and what stands in brackets: columns of a
 * table, or another file, for which `elsewhere` is put.
 */
function withoutConstants(formula: string, brackets: RegExp): string {
  return formula
    .replace(/^[a-z]{1,10}:=/i, "")
    .replace(/"[^"]{0,2000}"/g, " ")
    .replace(/#(?:REF!|N\/A|NAME\?|VALUE!|DIV\/0!|NUM!|NULL!)/gi, " ")
    .replace(brackets, elsewhere);
}

const elsewhere = "\u0000";
const allBrackets = /\[(?:[^[\]]|\[[^[\]]{0,300}\]){0,500}\]/g;
/** Numbers in brackets are relative rows and columns there. */
const bracketsButNumbers = /\[(?!-?\d{1,7}\])(?:[^[\]]|\[[^[\]]{0,300}\]){0,500}\]/g;

/** Adds the names in what is `left` of a formula; null where several sheets together are referred to. */
function withNames(found: readonly BookRange[], left: string): References | null {
  if (/[!']/.test(left)) return null;
  // Values of other files are stored in this one.
  const ranges = found.filter(({ sheet: of }) => of?.includes(elsewhere) !== true);
  const names = [
    ...left.matchAll(/(?<![\p{L}\p{N}_.\\?])[\p{L}_\\][\p{L}\p{N}_.\\?]*(?![\p{L}\p{N}_.\\?(])/gu),
  ]
    .map(([name]) => name.toLowerCase())
    .filter((name) => name !== "true" && name !== "false");
  return { ranges, names: [...new Set(names)] };
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
const rowAndColumn = new RegExp(
  String.raw`(?<![\p{L}\p{N}_!.'\]])${sheet}R(\[-?\d{1,7}\]|\d{1,7})?C(\[-?\d{1,5}\]|\d{1,5})?(?![\p{L}\p{N}_(])`,
  "giu",
);

export function rowColumnReferences(formula: string, cell: SheetPlace): References | null {
  if (formula.length > longestFormula || reachesAny.test(formula)) return null;
  const short = withoutConstants(formula, bracketsButNumbers);
  const found = [...short.matchAll(rowAndColumn)];
  if (found.length > mostReferences) return null;
  const ranges = found.map(([said, of, row, column], index): BookRange => {
    const from = { row: placeAt(row, cell.row), column: placeAt(column, cell.column) };
    const next = found[index + 1];
    const isRange = next !== undefined && short.slice(found[index]!.index + said.length, next.index) === ":";
    const to = isRange ? { row: placeAt(next[2], cell.row), column: placeAt(next[3], cell.column) } : from;
    return {
      top: Math.min(from.row, to.row),
      left: Math.min(from.column, to.column),
      bottom: Math.max(from.row, to.row),
      right: Math.max(from.column, to.column),
      sheet: of === undefined ? undefined : sheetKey(of),
    };
  });
  return withNames(ranges, short.replace(rowAndColumn, " "));
}

function placeAt(said: string | undefined, own: number): number {
  if (said === undefined) return own;
  return said.startsWith("[") ? own + Number(said.slice(1, -1)) : Number(said);
}

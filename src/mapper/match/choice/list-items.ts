import { prepared } from "../../../arithmetic/prepared.ts";
import type { BlockTemplate, RowTemplate } from "../../../model/index.ts";
import { listedRow } from "../../../arithmetic/open-rows.ts";
import { normalizeLabel } from "../../../printed/folding.ts";
import { matchLabel } from "../../../printed/labels.ts";
import { likelyBearers, WHOLE_LABEL } from "../../../printed/likely-labels.ts";
import { isSignature } from "../../../printed/signed.ts";
import type { KnownTable } from "../../form/known.ts";
import { hasNumbers, isGridRow, type FormRow } from "../../rows/form-row.ts";
import type { SeenDocument } from "./choose.ts";
import { headerFinder, columnLabelsOf } from "../header/header-finder.ts";
import { countsColumns, mayNumber, COLUMN_NUMBERS, meaningOf } from "./column-counting.ts";

/** The most rows that one list may have; any others are left to the other tables. */
export const MAXIMUM_LISTED = 300;

interface ListRows {
  readonly rows: readonly PrintedRow[];
  /** A row that may number the columns or be the first of the list, where nothing shows which; it is left out. */
  readonly doubtful: FormRow | null;
  /** Whether some of its rows may be pieces of names that run over several lines. */
  readonly isWrapped: boolean;
}

export interface PrintedRow {
  readonly row: FormRow;
  /** Key of the fixed row that it is; null for a row of the list. */
  readonly fixed: string | null;
}

export function printedRows(
  variants: readonly KnownTable[],
  at: number,
  rows: readonly FormRow[],
  year: number | null,
  turnsPage: SeenDocument["turnsPage"],
): ListRows {
  const known = variants[0]!;
  const samples = variants.map((one) => one.rows.find(({ block }) => block.block === one.table.blocks[at])!);
  const needed = samples[0]!.block.columns.filter(({ column }) => !column.optional).length;
  const headerOf = headerFinder(columnLabelsOf(known), year);
  const headingsOver = (row: FormRow) =>
    Math.max(...samples.map((sample) => headerOf(row, sample)?.matched ?? 0));
  const printed = rows.map((row): PrintedRow => ({ row, fixed: fixedKey(known, row) }));
  // In the block of a fixed row half of the headings are enough. The values under the others are then missing, and
  // reported as missing.
  const anchored = new Set(printed.filter(({ fixed }) => fixed !== null).map(({ row }) => row.block));
  const isUnder = (row: FormRow) => headingsOver(row) >= (anchored.has(row.block) ? needed / 2 : needed);
  const under = printed.filter(({ row }) => row.names && isGridRow(row) && isUnder(row));
  const name = normalizeLabel(known.table.blocks[at]!.open!.label);
  const named = under.filter(({ row }) => row.headers[0]!.columns.some(({ leaf }) => leaf === name));
  const own = named.length > 0 ? named : under;
  const hasFixed = (block: number) => own.some(({ row, fixed }) => row.block === block && fixed !== null);
  const blocks = [...new Set(own.map(({ row }) => row.block))];
  // A list goes on in the next grid, for example on a further page, until a fixed row ends it. A list without fixed
  // rows is one grid.
  const last = Math.max(blocks.findIndex(hasFixed), 0);
  const kept = new Set(blocks.slice(0, last + 1));
  // The fixed row with the sum may stand above the list, which then goes on over the page breaks that follow.
  const begun = blocks[last];
  for (let next = last + 1; begun !== undefined && next < blocks.length; next++) {
    if (hasFixed(blocks[next]!) || !turnsPage(blocks[next - 1]!, blocks[next]!, known)) break;
    kept.add(blocks[next]!);
  }
  const { corner } = samples[0]!.block;
  const items = own.filter(
    ({ row, fixed }) => kept.has(row.block) && (fixed !== null || isListItem(row, corner)),
  );
  const counting = items.filter(({ row, fixed }) => fixed === null && mayNumber(row));
  const found = counting.map((it) => ({ it, meaning: meaningOf(it, items) }));
  const leftOut = new Set(found.flatMap(({ it, meaning }) => (meaning === "item" ? [] : [it])));
  return {
    rows: items.filter((it) => !leftOut.has(it)),
    doubtful: found.find(({ meaning }) => meaning === "doubtful")?.it.row ?? null,
    isWrapped: mayBeWrapped(items.flatMap(({ row, fixed }) => (fixed === null ? [row] : []))),
  };
}

/** Key of the fixed row that a printed row is, and not an item of the list. */
function fixedKey(known: KnownTable, { labels }: FormRow): string | null {
  const text = labels.at(-1) ?? "";
  return (
    fixedRowsLike(known)(text).find(({ label }) => matchLabel(text, label).score >= WHOLE_LABEL)?.row.key ??
    null
  );
}

const fixedRowsLike = prepared(({ rows }: KnownTable) => likelyBearers(rows, ({ label }) => label));

/**
 * Whether a row is an item: it has a name and a cell for each column, and it is not a row of headings, of column
 * numbers or of dots, nor a note or a signature.
 */
function isListItem(row: FormRow, corner: ReadonlySet<string>): boolean {
  const { labels, values, headers } = row;
  const name = labels.at(-1) ?? "";
  if (!/[\p{L}\p{N}]/u.test(name) || labels.some(isSignature)) return false;
  // Numbered rows and notes without values are no items.
  if (isEmpty(row) && (/^\d+$/u.test(name) || NOTE.test(name))) return false;
  // This is the lower row of headings, 类 | 款 | 项, where headings merged over both rows left empty cells.
  if (isEmpty(row) && labels.every((label) => corner.has(label))) return false;
  const spread = values.length === 1 && (values[0]!.columnSpan ?? 1) > 1;
  if (spread && (headers[0]?.columns.length ?? 0) > 2 && !hasNumbers({ values })) return false;
  return !(countsColumns(row) && COLUMN_NUMBERS.test(name));
}

function isEmpty({ values }: FormRow): boolean {
  return values.every(({ text }) => text.trim() === "");
}

/**
 * Whether rows may be pieces of names: rows without values in columns made by spaces, or a single one among cells where
 * it or the row above does not end as other names do (社会保障和 above 就业支出, among names in 支出).
 */
function mayBeWrapped(rows: readonly FormRow[]): boolean {
  if (rows.some((row) => row.kind === "spaced" && isEmpty(row))) return true;
  const empty = rows.flatMap((row, at) => (isEmpty(row) ? [at] : []));
  if (empty.length > Math.max(1, rows.length * FEW)) return false;
  return empty.some((at) => {
    if (hasOwnCode(rows[at]!, rows[at - 1])) return false;
    const pieces = rows.slice(Math.max(0, at - 1), at + 1);
    const ends = new Set(rows.filter((row) => !pieces.includes(row)).map(endOfName));
    return rows.length > 1 && !pieces.every((row) => row.ofOffice || ends.has(endOfName(row)));
  });
}

/** Whether a code shows that a row begins a name and does not go on with the one above. */
function hasOwnCode({ labels }: FormRow, above: FormRow | undefined): boolean {
  return labels.length > 1 && /^\d+$/u.test(labels[0]!) && labels[0] !== above?.labels[0];
}

/** A list whose rows are mostly filled in has not more than this share of empty ones. */
const FEW = 0.1;

function endOfName({ labels }: FormRow): string {
  return labels.at(-1)?.at(-1) ?? "";
}

/** The beginning of a note below the rows. Text may write the note's merged cell as one cell and several empty ones. */
const NOTE = /^(?:[备附]?注|(?:填表)?说明)\d?[:.]/u;

/** The rows of the list, and all fixed rows in the form's order, each where it is printed. */
export function inPrintedOrder(
  { open, rows }: BlockTemplate,
  printed: readonly PrintedRow[],
): readonly RowTemplate[] {
  const found: RowTemplate[] = [];
  let [listed, next] = [0, 0];
  for (const { row, fixed } of printed) {
    if (fixed !== null) {
      const index = rows.findIndex(({ key }) => key === fixed);
      while (next <= index) found.push(rows[next++]!);
    } else if (listed < MAXIMUM_LISTED) {
      const words = row.labels.filter((label) => !/^\d+$/u.test(label));
      const labels = words.length > 0 ? words : row.labels.slice(-1);
      found.push(listedRow(open!.key, listed++, labels.at(-1)!, labels.slice(0, -1)));
    }
  }
  return [...found, ...rows.slice(next)];
}

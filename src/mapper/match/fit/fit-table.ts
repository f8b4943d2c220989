import { ALIKE, COUNTED, GROUPED, HEADED, IN_CELLS, NO_MATCH, RIVAL } from "../weights.ts";
import type { KnownRow, KnownTable } from "../../form/known.ts";
import { alignInOrder } from "../header/align-in-order.ts";
import type { HeaderMatch, HeaderOf } from "../header/header-match.ts";
import type { LabelMatch } from "../../../printed/labels.ts";
import { hasNumbers, isGridRow, printedRow, valueCount, type FormRow } from "../../rows/form-row.ts";
import { weightOf } from "./against.ts";
import { cutAtHeadings } from "../row/pieces.ts";
import { matchRow } from "../row/match-row.ts";
import type { RowClues } from "../row/row-clues.ts";
import type { Fit, RowFit, Rival } from "./fit.ts";
import { candidatesFor, isOfAnotherGroup } from "./row-candidates.ts";
import { isMostOf, inFormOrder } from "./form-order.ts";
import { candidateOf } from "./score.ts";

/** What a row of the form has until a printed row resembles it; most rows of most forms keep it. */
const NOTHING_LIKE = new Map<number, LabelMatch>();

/** Lays the table over the rows so that the labels agree best, in order; rows may be missing, extra or damaged. */
export function fitTable(
  known: KnownTable,
  printedRows: readonly FormRow[],
  cluesOf: (row: FormRow) => RowClues,
  headerOf: HeaderOf,
): Fit {
  const rows = cutAtHeadings(known, printedRows);
  const clues = rows.map((row) => cluesOf(printedRow(row)));
  const matches: Map<number, LabelMatch>[] = known.rows.map(() => NOTHING_LIKE);
  const possible: number[] = [];
  rows.forEach((printed, index) => {
    let found = false;
    const after = textAfter(printed, rows[index + 1]);
    for (const at of candidatesFor(known, printed, clues[index]!)) {
      const row = known.rows[at]!;
      if (isOfAnotherGroup(row, printed, known.rowGroups)) continue;
      const match = matchRow(row, printed, clues[index]!, after, headerOf);
      if (match.score > 0) {
        if (matches[at] === NOTHING_LIKE) matches[at] = new Map();
        matches[at]!.set(index, match);
      }
      found ||= match.score >= ALIKE;
    }
    if (found) possible.push(index);
  });
  const order = isMostOf(possible, rows) ? inFormOrder(possible, matches) : possible;
  const place = new Map(order.map((index, at) => [index, at]));
  // Most rows of most forms resemble nothing that is printed.
  const scored: { readonly i: number; readonly own: Float64Array }[] = [];
  for (const [i, row] of known.rows.entries()) {
    if (matches[i] === NOTHING_LIKE) continue;
    const own = new Float64Array(possible.length);
    for (const [j, match] of matches[i]!)
      if (match.score >= ALIKE)
        own[place.get(j)!] =
          likeness(row, rows[j]!, match, headerOf(rows[j]!, row)) * weightOf(known.table, row, rows[j]!);
    scored.push({ i, own });
  }
  const pairs = known.rows.map((): number | null => null);
  alignInOrder(scored.length, possible.length, (one, at) => scored[one]!.own[at]!).forEach((at, one) => {
    if (at !== null) pairs[scored[one]!.i] = order[at]!;
  });
  const used = new Set(pairs);
  const rowFits = known.rows.map((row, i): RowFit => {
    const j = pairs[i] ?? null;
    if (j === null) return { known: row, printed: null, match: NO_MATCH, header: null, rivals: [] };
    const rivals: Rival[] = [];
    matches[i]!.forEach(({ score, kind }, other) => {
      // One label that is wrapped in a narrow column can be cut in two ways.
      const isNamed = kind !== "fuzzy" || rows[other]!.kind === "spaced";
      // A row printed twice with one misprint in its label is none the less printed twice.
      const isTwin = isNamedAlike(rows[other]!, rows[j]!);
      if (((score >= RIVAL && isNamed) || isTwin) && !used.has(other))
        rivals.push({ printed: rows[other]!, header: headerOf(rows[other]!, row) });
    });
    // A label that goes on below the second copy of its row is not whole in the first.
    for (const beside of [j - 1, j + 1])
      if (!used.has(beside) && !matches[i]!.has(beside) && isCopy(rows[j]!, rows[beside]))
        rivals.push({ printed: rows[beside]!, header: headerOf(rows[beside]!, row) });
    const next = rows[j + 1];
    if (next && !used.has(j + 1) && row.label.length === 0 && isSecondOf(rows[j]!, next))
      rivals.push({ printed: next, header: null });
    const match = matches[i]!.get(j)!;
    return { known: row, printed: rows[j]!, match, header: headerOf(rows[j]!, row), rivals };
  });
  const found = candidateOf(known, rowFits, rows, pairs);
  // Written out: copies of objects of several shapes take V8's slow path.
  return {
    table: found.table,
    layout: found.layout,
    score: found.score,
    rowsMatched: found.rowsMatched,
    rows: found.rows,
    columnsMatched: found.columnsMatched,
    columns: found.columns,
    known,
    rowFits,
    laidOver: printedRows,
    reordered: order !== possible,
  };
}

/** Whether two rows bear the same name, be it in a cell or in the text before their values. */
function isNamedAlike(one: FormRow, other: FormRow): boolean {
  const name = one.labels.at(-1) ?? one.context;
  return name !== "" && name === (other.labels.at(-1) ?? other.context);
}

/** Whether a row of the same table bears the same labels, and numbers. */
function isCopy({ block, labels }: FormRow, other: FormRow | undefined): boolean {
  return (
    other?.block === block && labels.length > 0 && hasNumbers(other) && labels.join() === other.labels.join()
  );
}

/** The words before a second row of the same cells: 本年, 市本级, 合计. */
const SECOND = /^\p{sc=Han}{1,6}$/u;

/** Whether a row below one without a label in the form repeats its cells, with a label of its own: 上年 …, 本年 …. */
function isSecondOf(row: FormRow, next: FormRow): boolean {
  return (
    next.kind === "listed" &&
    row.kind === "listed" &&
    next.labels.length === 0 &&
    valueCount(next) === valueCount(row) &&
    SECOND.test(next.context)
  );
}

/** The text after a row. What stands before the next row may have lost its beginning, as behind a long text. */
function textAfter({ rest = "" }: FormRow, next: FormRow | undefined): string {
  const context = next?.context ?? "";
  return context.startsWith(rest) ? context : rest;
}

/** How well a printed row fits a row of the form: by its label, its header, its count of values and its group. */
function likeness(row: KnownRow, printed: FormRow, match: LabelMatch, header: HeaderMatch | null): number {
  const counted = valueCount(printed) === row.block.columns.length ? COUNTED : 0;
  const grouped =
    row.group !== "" &&
    (printed.labels.some((label) => label.includes(row.group)) || printed.context.includes(row.group))
      ? GROUPED
      : 0;
  return (
    match.score +
    counted +
    grouped +
    (header ? HEADED * (header.matched / row.block.columns.length) : 0) +
    (isGridRow(printed) ? IN_CELLS : 0)
  );
}

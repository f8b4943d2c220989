import { isOpenListRow } from "../../arithmetic/open-rows.ts";
import type { LayoutCandidate } from "../../model/index.ts";
import type { KnownRow, KnownTable } from "../form/form.ts";
import { alignInOrder, type HeaderMatch, type HeaderOf } from "./match-header.ts";
import type { LabelMatch } from "../../printed/labels.ts";
import { hasNumbers, isGridRow, printedRow, valueCount, type FormRow } from "../rows/form-row.ts";
import { weightOf } from "./against.ts";
import { cutAtHeadings } from "./pieces.ts";
import { prepared } from "../../arithmetic/prepared.ts";
import { labelsInText, matchRow, NONE, type RowClues } from "./match-row.ts";

/** A template's table laid over the document's rows. */
export interface Fit extends LayoutCandidate {
  readonly known: KnownTable;
  readonly rowFits: readonly RowFit[];
  /** The printed rows that the table was laid over. */
  readonly laidOver: readonly FormRow[];
  /** Whether its rows are printed in another order than the form's. */
  readonly reordered: boolean;
}

export interface RowFit {
  readonly known: KnownRow;
  /** Null where the document has no such row. */
  readonly printed: FormRow | null;
  readonly match: LabelMatch;
  readonly header: HeaderMatch | null;
  /** Other printed rows whose labels fit as well and that this table did not take, even if another table did. */
  readonly rivals: readonly Rival[];
}

export interface Rival {
  readonly printed: FormRow;
  readonly header: HeaderMatch | null;
}

/** The weight of a row whose label is the form's but whose number of values is not. */
const CROWDED = 0.5;

/** Below this score of its label, a row is not the form's. */
const ALIKE = 0.7;
/** From this score on, a row bears its label undamaged. */
const TOLD = 0.97;
/** From this score on, a row that was not taken is a rival of the one that was. */
const RIVAL = 0.9;

/** Lays the table over the rows so that the labels agree best, in order; rows may be missing, extra or damaged. */
export function fitTable(
  known: KnownTable,
  printedRows: readonly FormRow[],
  cluesOf: (row: FormRow) => RowClues,
  headerOf: HeaderOf,
): Fit {
  const rows = cutAtHeadings(known, printedRows);
  const clues = rows.map((row) => cluesOf(printedRow(row)));
  const matches = known.rows.map(() => new Map<number, LabelMatch>());
  const possible: number[] = [];
  rows.forEach((printed, index) => {
    let found = false;
    for (const at of candidatesFor(known, printed, clues[index]!)) {
      const row = known.rows[at]!;
      if (isOfAnotherGroup(row, printed, known.rowGroups)) continue;
      const match = matchRow(row, printed, clues[index]!, rows[index + 1]?.context ?? "", headerOf);
      if (match.score > 0) matches[at]!.set(index, match);
      found ||= match.score >= ALIKE;
    }
    if (found) possible.push(index);
  });
  const order = isMostOf(possible, rows) ? inFormOrder(possible, matches) : possible;
  const place = new Map(order.map((index, at) => [index, at]));
  const scores = known.rows.map((row, i) => {
    const own = new Float64Array(possible.length);
    for (const [j, match] of matches[i]!)
      if (match.score >= ALIKE)
        own[place.get(j)!] =
          likeness(row, rows[j]!, match, headerOf(rows[j]!, row)) * weightOf(known.table, row, rows[j]!);
    return own;
  });
  const pairs = alignInOrder(known.rows.length, possible.length, (i, at) => scores[i]![at]!).map((at) =>
    at === null ? null : order[at]!,
  );
  const used = new Set(pairs);
  const rowFits = known.rows.map((row, i): RowFit => {
    const j = pairs[i] ?? null;
    if (j === null) return { known: row, printed: null, match: NONE, header: null, rivals: [] };
    const rivals: Rival[] = [];
    matches[i]!.forEach(({ score, kind }, other) => {
      // One label that is wrapped in a narrow column can be cut in two ways.
      const isNamed =
        kind !== "fuzzy" ||
        rows[other]!.kind === "spaced" ||
        rows[other]!.labels.at(-1) === rows[j]!.labels.at(-1);
      if (score >= RIVAL && isNamed && !used.has(other))
        rivals.push({ printed: rows[other]!, header: headerOf(rows[other]!, row) });
    });
    const match = matches[i]!.get(j)!;
    return { known: row, printed: rows[j]!, match, header: headerOf(rows[j]!, row), rivals };
  });
  return {
    ...summary(known, rowFits, rows, pairs),
    known,
    rowFits,
    laidOver: printedRows,
    reordered: order !== possible,
  };
}

/**
 * The share of a list's rows that must be the form's before another order is an office's choice and not another form.
 */
const MOST = 2 / 3;

/** Whether the rows that may be the form's are most of the rows with numbers in their blocks. */
function isMostOf(possible: readonly number[], rows: readonly FormRow[]): boolean {
  const blocks = new Set(possible.map((index) => rows[index]!.block));
  return possible.length >= MOST * rows.filter((row) => blocks.has(row.block) && hasNumbers(row)).length;
}

/**
 * The printed rows in the form's order, provided that each bears the undamaged label of exactly one row of the form and
 * no two bear the same: then the labels identify the rows, whatever order a report prints them in. Otherwise the rows
 * in their printed order.
 */
function inFormOrder(
  possible: readonly number[],
  matches: readonly ReadonlyMap<number, LabelMatch>[],
): readonly number[] {
  const bearers = new Map<number, number>();
  for (const [at, own] of matches.entries()) {
    for (const [index, { kind, score }] of own) {
      if ((kind !== "exact" && kind !== "alias") || score < TOLD) continue;
      if (bearers.has(index)) return possible;
      bearers.set(index, at);
    }
  }
  const told = possible.map((index) => bearers.get(index));
  if (told.includes(undefined) || new Set(told).size < told.length) return possible;
  if (told.every((at, index) => index === 0 || at! > told[index - 1]!)) return possible;
  return possible.toSorted((a, b) => bearers.get(a)! - bearers.get(b)!);
}

/** How well a printed row fits a row of the form: by its label, its header, its count of values and its group. */
function likeness(row: KnownRow, printed: FormRow, match: LabelMatch, header: HeaderMatch | null): number {
  const counted = valueCount(printed) === row.block.columns.length ? 0.1 : 0;
  const grouped =
    row.group !== "" &&
    (printed.labels.some((label) => label.includes(row.group)) || printed.context.includes(row.group))
      ? 0.05
      : 0;
  return (
    match.score +
    counted +
    grouped +
    (header ? 0.15 * (header.matched / row.block.columns.length) : 0) +
    (isGridRow(printed) ? 0.1 : 0)
  );
}

/**
 * The rows of the form that a printed row may be. If its label is the undamaged label of a row of any form, or the text
 * before it ends in one, these are the rows that bear that label and those without a label. Otherwise they are all
 * rows, because the label may be damaged.
 */
function candidatesFor(
  known: KnownTable,
  { kind }: FormRow,
  { intact, ending }: RowClues,
): readonly number[] {
  const keys = intact ?? ending;
  const { all, unlabelled, byKey, byKeys } = rowsByKey(known);
  // Where only spaces separate the columns, another form's label may be a piece of this form's.
  if (!keys || kind === "spaced") return all;
  // Each label of the forms has one set of keys, so the set itself serves as the key of this cache.
  let found = byKeys.get(keys);
  if (!found)
    byKeys.set(keys, (found = [...[...keys].flatMap((key) => byKey.get(key) ?? []), ...unlabelled]));
  return found;
}

const rowsByKey = prepared(({ rows }: KnownTable) => {
  const all = rows.map((_, index) => index);
  const byKey = new Map<string, number[]>();
  rows.forEach(({ key, label }, index) => {
    if (label.length > 0) byKey.set(key, [...(byKey.get(key) ?? []), index]);
  });
  const unlabelled = all.filter((index) => rows[index]!.label.length === 0);
  return { all, unlabelled, byKey, byKeys: new Map<ReadonlySet<string>, readonly number[]>() };
});

/** 微信 | 名称 is no row of 微博 where cells separate the form's own labels; elsewhere groups may be misplaced. */
function isOfAnotherGroup(
  { row, groups }: KnownRow,
  { covers, labels }: FormRow,
  all: ReadonlySet<string>,
): boolean {
  if (covers === undefined || groups.size === 0 || labels.length < 2 || row.label === "") return false;
  const innermost = labels.slice(0, -1).findLast((label) => all.has(label));
  return innermost !== undefined && !groups.has(innermost);
}

/** The rows, as printed, that the tables took whole or in pieces. */
export function takenRows(fits: readonly Fit[]): readonly FormRow[] {
  const [only] = fits;
  if (fits.length === 1) return takenBy(only!);
  const taken = new Set<FormRow>();
  for (const fit of fits) for (const row of takenBy(fit)) taken.add(row);
  return [...taken];
}

const takenBy = prepared(({ rowFits }: Fit): readonly FormRow[] => {
  const taken = new Set<FormRow>();
  for (const { printed } of rowFits) {
    if (printed === null) continue;
    taken.add(printedRow(printed));
    for (const row of printed.covers ?? []) taken.add(row);
  }
  return [...taken];
});

/**
 * Score from 0 to 1: one half is the share of rows found, out of those expected and those left over between them; the
 * other half is that share times the share of columns found.
 */
function summary(
  known: KnownTable,
  fits: readonly RowFit[],
  rows: readonly FormRow[],
  pairs: readonly (number | null)[],
): LayoutCandidate {
  const found = fits.filter((fit) => fit.printed !== null);
  const used = new Set(pairs.filter((index) => index !== null));
  const blocks = new Set(found.map((fit) => fit.printed!.block));
  // The rows of another copy of the table are the form's, too.
  const rivals = new Set(
    fits.flatMap((fit) =>
      fit.rivals.flatMap(({ printed }) => (printed.block === fit.printed?.block ? [] : [printed])),
    ),
  );
  const leftOver = rows.filter(
    (row, index) =>
      !used.has(index) &&
      !rivals.has(row) &&
      isGridRow(row) &&
      blocks.has(row.block) &&
      row.labels.length > 0 &&
      !known.rowGroups.has(row.labels.at(-1)!),
  );
  // A list has as many rows as are printed, so its rows are no evidence for the form unless it has no others.
  const fixed = fits.filter(({ known: { row, block } }) => !isOpenListRow(block.block, row));
  const counted = fixed.length > 0 ? fixed : fits;
  const countedFound = counted.filter((fit) => fit.printed !== null);
  const expected = counted.filter((fit) => !fit.known.row.optional || fit.printed !== null).length;
  const [columns, columnsMatched] = columnCounts(fits);
  const rowScore =
    countedFound.reduce(
      (sum, fit) => sum + fit.match.score * weightOf(known.table, fit.known, fit.printed!) * readable(fit),
      0,
    ) / Math.max(1, expected + leftOver.length);
  return {
    table: known.table.id,
    layout: known.template.id,
    score:
      Math.round((0.5 * rowScore + 0.5 * rowScore * (columnsMatched / Math.max(1, columns))) * 1000) / 1000,
    rowsMatched: countedFound.length,
    rows: expected,
    columnsMatched,
    columns,
  };
}

/** A row without cell borders that has more values than the form has columns counts less, as it cannot be read. */
function readable({ known, printed }: RowFit): number {
  const loose = printed!.kind === "listed" || printed!.kind === "spaced";
  return loose && valueCount(printed!) > known.block.columns.length ? CROWDED : 1;
}

function columnCounts(fits: readonly RowFit[]): [columns: number, matched: number] {
  const best = new Map<unknown, { columns: number; matched: number }>();
  for (const { known, printed, header } of fits) {
    const columns = known.block.columns.length;
    const inText = printed !== null && !isGridRow(printed) ? labelsInText(known.block, printed.context) : 0;
    const matched = Math.max(best.get(known.block)?.matched ?? 0, header?.matched ?? 0, inText);
    best.set(known.block, { columns, matched });
  }
  const counts = [...best.values()];
  return [
    counts.reduce((sum, count) => sum + count.columns, 0),
    counts.reduce((sum, count) => sum + count.matched, 0),
  ];
}

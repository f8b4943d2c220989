import type { LayoutCandidate, RowTemplate } from "../model/index.ts";
import type { KnownRow, KnownTable } from "./form.ts";
import { alignInOrder, findHeader, type HeaderMatch } from "./headers.ts";
import { matchLabel, matchLabelAtEnd, normalizeLabel, withoutEnumerator, type LabelMatch } from "./labels.ts";
import { trailingUnit } from "./numbers.ts";
import { isGridRow, valueCount, type FormRow } from "./rows.ts";

/** A template's table laid over the document's rows. */
export interface Fit extends LayoutCandidate {
  readonly known: KnownTable;
  readonly rowFits: readonly RowFit[];
}

export interface RowFit {
  readonly known: KnownRow;
  /** Null where the document has no such row. */
  readonly printed: FormRow | null;
  readonly match: LabelMatch;
  readonly header: HeaderMatch | null;
}

/** All row and column labels of all forms: a printed label that is one of them is no damaged other. */
export interface FormLabels {
  /** With the keys of the rows that bear it, in whichever form. */
  readonly rows: ReadonlyMap<string, ReadonlySet<string>>;
  readonly columns: ReadonlySet<string>;
}

/** Whose label a printed row bears undamaged, as its own or at the end of the text before it: keys of rows of any form. */
export interface RowClues {
  readonly intact: ReadonlySet<string> | undefined;
  readonly ending: ReadonlySet<string> | undefined;
}

/** The innermost label decides: 其他处理 is a row of one form and a group of another. */
export function rowClues({ labels, context }: FormRow, known: FormLabels["rows"]): RowClues {
  return { intact: known.get(labels.at(-1) ?? ""), ending: labels.length === 0 ? endingLabel(context, known) : undefined };
}

const NONE: LabelMatch = { score: 0, kind: "none" };

/**
 * Lays the table over the rows so that labels agree best, in order; rows may be missing, extra or damaged on either
 * side.
 */
export function fitTable(known: KnownTable, rows: readonly FormRow[], clues: readonly RowClues[], columns: FormLabels["columns"]): Fit {
  const headers = new Map<FormRow["headers"], Map<unknown, HeaderMatch | null>>();
  const headerOf = (printed: FormRow, row: KnownRow): HeaderMatch | null => {
    if (printed.headers.length === 0) return null;
    const found = headers.get(printed.headers) ?? new Map<unknown, HeaderMatch | null>();
    headers.set(printed.headers, found);
    if (!found.has(row.block)) found.set(row.block, findHeader(printed.headers, row.block, columns));
    return found.get(row.block)!;
  };
  const matches = known.rows.map((row) =>
    rows.map((printed, index) => {
      const { intact, ending } = clues[index]!;
      if (row.label.length > 0 && intact && !intact.has(row.row.key)) return NONE; // another row's label, undamaged
      return matchRow(row, printed, intact, ending, rows[index + 1]?.context ?? "", headerOf);
    }),
  );
  const pairs = alignInOrder(known.rows.length, rows.length, (i, j) => {
    const match = matches[i]![j]!;
    if (match.score < 0.7) return 0;
    const printed = rows[j]!;
    const row = known.rows[i]!;
    const header = headerOf(printed, row);
    const counted = valueCount(printed) === row.block.columns.length ? 0.1 : 0;
    const grouped = row.group !== "" && (printed.labels.some((label) => label.includes(row.group)) || printed.context.includes(row.group)) ? 0.05 : 0;
    return match.score + counted + grouped + (header ? 0.15 * (header.matched / row.block.columns.length) : 0) + (isGridRow(printed) ? 0.1 : 0);
  });
  const rowFits = known.rows.map((row, i): RowFit => {
    const j = pairs[i] ?? null;
    if (j === null) return { known: row, printed: null, match: NONE, header: null };
    return { known: row, printed: rows[j]!, match: matches[i]![j]!, header: headerOf(rows[j]!, row) };
  });
  return { ...summary(known, rowFits, rows, pairs), known, rowFits };
}

/** Score from 0 to 1: half the share of rows found (against rows there and rows left over between them), half that of columns. */
function summary(known: KnownTable, fits: readonly RowFit[], rows: readonly FormRow[], pairs: readonly (number | null)[]): LayoutCandidate {
  const found = fits.filter((fit) => fit.printed !== null);
  const used = new Set(pairs.filter((index) => index !== null));
  const blocks = new Set(found.map((fit) => fit.printed!.block));
  const headings = new Set(known.rows.flatMap(({ row }) => row.group.map((text) => withoutEnumerator(normalizeLabel(text)))));
  const leftOver = rows.filter(
    (row, index) => !used.has(index) && isGridRow(row) && blocks.has(row.block) && row.labels.length > 0 && !headings.has(row.labels.at(-1)!),
  );
  const expected = fits.filter((fit) => !fit.known.row.optional || fit.printed !== null).length;
  const [columns, columnsMatched] = columnCounts(fits);
  const rowScore = found.reduce((sum, fit) => sum + fit.match.score, 0) / Math.max(1, expected + leftOver.length);
  return {
    table: known.table.id,
    layout: known.template.id,
    score: Math.round((0.5 * rowScore + 0.5 * rowScore * (columnsMatched / Math.max(1, columns))) * 1000) / 1000,
    rowsMatched: found.length,
    rows: expected,
    columnsMatched,
    columns,
  };
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
  return [counts.reduce((sum, count) => sum + count.columns, 0), counts.reduce((sum, count) => sum + count.matched, 0)];
}

/** How many of the block's columns have their label in a text. */
function labelsInText(block: KnownRow["block"], text: string): number {
  return block.columns.filter(({ label }) => label.some((known) => text.includes(known.text))).length;
}

function matchRow(
  row: KnownRow,
  printed: FormRow,
  intact: ReadonlySet<string> | undefined,
  ending: ReadonlySet<string> | undefined,
  after: string,
  headerOf: (printed: FormRow, row: KnownRow) => HeaderMatch | null,
): LabelMatch {
  if (row.label.length === 0) return matchUnlabelled(row, printed, headerOf(printed, row));
  if (intact && !row.label.some(({ text }) => printed.labels.includes(text))) {
    return intact.has(row.row.key) ? { score: 0.97, kind: "alias" } : NONE; // the same row in another form's words
  }
  let best = NONE;
  for (const text of printed.labels) {
    const match = matchLabel(text, row.label);
    if (match.score > best.score) best = match;
  }
  if (best.score >= 0.95) return best;
  if (printed.labels.length > 0) {
    const joined = printed.labels.join("");
    const end = matchLabelAtEnd(joined, row.label);
    if (0.97 * end.score > best.score) best = { ...end, score: 0.97 * end.score };
    const wrapped = matchWrapped(row, printed.labels.at(-1)!, printed.context, after);
    return wrapped.score > best.score ? wrapped : best;
  }
  const context = contextOf(row.row, printed);
  // 不同意公开答复数 ends in 同意公开答复数 and is another row.
  if (ending && !ending.has(row.row.key)) return NONE;
  if (printed.kind === "run") {
    const ends = row.label.some((label) => context.endsWith(label.text));
    return ends && standsAlone(row, context) ? { score: 0.95, kind: "exact" } : NONE;
  }
  const bare = context.replace(/\([^()]*\)$/u, "");
  const whole = matchLabelAtEnd(context, row.label);
  const near = whole.score > 0 ? whole : matchLabelAtEnd(bare, row.label);
  const end: LabelMatch = near.kind === "fuzzy" && ending ? { score: 0.97, kind: "alias" } : near;
  const below = matchWrapped(row, "", context, after);
  const found = end.score * 0.95 > below.score ? { ...end, score: end.score * 0.95 } : below;
  if (found.kind === "fuzzy" && ending) return NONE;
  return found.score > 0 && printed.kind === "listed" && !standsAlone(row, context) ? NONE : found;
}

/** A label wrapped over the lines around its values: its beginning ends the text before, its end begins the text after. */
function matchWrapped(row: KnownRow, own: string, before: string, after: string): LabelMatch {
  for (const { text: label } of row.label) {
    if (label.length < 5) continue;
    const starts = own === "" ? Array.from({ length: label.length - 1 }, (_, index) => index + 1) : allIndexes(label, own);
    for (const start of starts) {
      const head = label.slice(0, start);
      const tail = label.slice(start + own.length);
      if (own.length < 2 && (head.length < 2 || tail.length < 1)) continue;
      if (!before.endsWith(head)) continue;
      if (after.startsWith(tail)) return { score: 0.93, kind: "contained" };
      // The rest of the label stands among the words of a group cell beside it.
      if (own.length >= 6 && (head.length + own.length) * 10 >= label.length * 6) return { score: 0.8, kind: "fuzzy" };
    }
  }
  return NONE;
}

function allIndexes(text: string, part: string): number[] {
  const found: number[] = [];
  for (let index = text.indexOf(part); index >= 0; index = text.indexOf(part, index + 1)) found.push(index);
  return found;
}

/**
 * Numbers outside a grid count only where nothing but the form's own words stands before them: 行政许可 0 below
 * 本年处理决定数量 is a row, 全年办理行政许可5件 in prose is none.
 */
function standsAlone(row: KnownRow, context: string): boolean {
  if (labelsInText(row.block, context) * 2 > row.block.columns.length) return true;
  const bare = context.replace(/\([^()]*\)$/u, "");
  const label = row.label.find((known) => context.endsWith(known.text) || bare.endsWith(known.text))?.text;
  let rest = label === undefined ? context : (context.endsWith(label) ? context : bare).slice(0, -label.length);
  for (const word of row.block.words) rest = rest.replaceAll(word, "");
  rest = rest.replaceAll("其中", "");
  return rest.replace(/[一二三四五六七八九十\d()、,.:]/gu, "").length <= (label === undefined ? 60 : 1);
}

/** The one row of a block has no label: its header tells it, or at the least the words around it and the count of its values. */
function matchUnlabelled(row: KnownRow, printed: FormRow, header: HeaderMatch | null): LabelMatch {
  if (printed.labels.length > 0) return NONE;
  const { columns, headerText } = row.block;
  const heading = columns[0]!.group.at(-1) ?? "";
  const headed = columns[0]!.group.length > 0 && printed.context.includes(heading);
  const split = columns.length < row.block.block.columns.length;
  if (header && header.matched === columns.length) return { score: split && !headed ? 0.8 : 1, kind: "exact" };
  if (!isGridRow(printed) && printed.context.endsWith(headerText)) return { score: split && !headed ? 0.8 : 0.97, kind: "exact" };
  const groups = new Set(columns.flatMap((column) => column.group));
  const named = [...groups].filter((group) => group !== "" && printed.context.includes(group)).length;
  const plausible = printed.kind === "run" ? false : valueCount(printed) === columns.length && columns.length >= 5;
  return plausible && groups.size > 0 && named === groups.size ? { score: 0.8, kind: "contained" } : NONE;
}

/** Keys of the longest label of some form that a text, less a unit, ends in: then it is no damaged other. */
function endingLabel(context: string, labels: FormLabels["rows"]): ReadonlySet<string> | undefined {
  const texts = new Set([context, context.slice(0, context.length - trailingUnit(context).length)]);
  for (let length = 40; length >= 4; length--) {
    for (const text of texts) {
      const keys = text.length >= length ? labels.get(text.slice(-length)) : undefined;
      if (keys) return keys;
    }
  }
  return undefined;
}

/** What stands before a row's values in running text, the unit between the two taken away where the form prints one. */
function contextOf(row: RowTemplate, { context }: FormRow): string {
  return row.unit === undefined ? context : context.slice(0, context.length - unitAtEnd(row, context).length);
}

/** The unit that ends a text; none where the label itself ends so. */
export function unitAtEnd(row: RowTemplate, context: string): string {
  return context.endsWith(withoutEnumerator(normalizeLabel(row.label))) ? "" : trailingUnit(context);
}

import type { Finding, LayoutCandidate, Template } from "../../model/index.ts";
import { tablePointer } from "../../arithmetic/paths.ts";
import { prepared } from "../../arithmetic/prepared.ts";
import { coversYear } from "../form/years.ts";
import { fitTable, takenRows, type Fit } from "./fit.ts";
import { headerFinder } from "./match-header.ts";
import { rowClues, type FormLabels } from "./match-row.ts";
import { isStrangeYear } from "./strange-year.ts";
import { isMentioned, knownTables, type KnownRow, type KnownTable } from "../form/form.ts";
import { wordsOf } from "../../printed/words.ts";
import { hasWords } from "../rows/worded-form.ts";
import { valueCount, type FormRow } from "../rows/form-row.ts";
import { finding } from "../../findings/finding.ts";

/** Below this share of agreeing labels the table counts as absent. */
const PRESENT = 0.2;
/** Below this share a candidate is not worth reporting. */
const NOISE = 0.05;
/** Scores closer than this are a tie, which the year may break. */
const TIE = 0.02;

/** What a layout's score gains when all the words that no other layout has are in the text. */
const OWN_WORDS = 0.15;
/** Two scores this close leave the choice doubtful when the better layout lacks rows. */
const UNCERTAIN = 0.15;

/** The document as each form sees it: all its rows, those of one record, or those with cells of words as well. */
export interface SeenDocument {
  readonly rowsFor: (known: KnownTable) => readonly FormRow[];
  /** Whether a word of a form stands anywhere in the document's text. */
  readonly has: (word: string) => boolean;
  /** Whether nothing but the end of a page, or the table's own title again, stands between two blocks. */
  readonly turnsPage: (from: number, to: number, known: KnownTable) => boolean;
}

export interface FamilyChoice {
  /** Best fit of every table that is present. */
  readonly fits: readonly Fit[];
  readonly candidates: readonly LayoutCandidate[];
  /** Tables that the chosen forms have and the document lacks. */
  readonly missing: readonly { readonly template: Template; readonly table: string }[];
  readonly diagnostics: readonly Finding[];
}

/**
 * Chooses the layout for each table, not for the document or the year, because real 2023 reports print the 2021 table 2
 * with the 2019 table 3. A tie goes first to the layout whose rows have as many values as it has columns, then to the
 * layout of the table with the clearest choice, then to one in force in the report's year.
 */
export function chooseLayouts(
  templates: readonly Template[],
  rows: readonly FormRow[],
  words: SeenDocument,
  year: number | null,
): FamilyChoice {
  const { known, labels } = formsOf(templates);
  const clues = new Map(rows.map((row) => [row, rowClues(row, labels.rows)]));
  const cluesOf = (row: FormRow) => clues.get(row) ?? rowClues(row, labels.rows);
  const headerOf = headerFinder(labels.columns, year);
  const byTable = new Map<string, Fit[]>();
  // Where only spaces separate the columns, labels run on over the lines around their numbers, so such rows are joined
  // without a break.
  const text = rows
    .map((row) => row.context + row.labels.join("") + (row.kind === "spaced" ? "" : "\n"))
    .join("");
  const has = wordsOf(text);
  for (const variants of known) {
    const worded = hasWords(variants[0]!);
    if (!isMentioned(variants[0]!, worded ? words.has : has)) continue;
    const seenRows = words.rowsFor(variants[0]!);
    let best: Fit | null = null;
    for (const variant of variants) {
      const fit = fitTable(variant, seenRows, cluesOf, headerOf);
      if (best === null || isBetterReading(fit, best)) best = fit;
      if (isWhole(best)) break;
    }
    if (best === null) continue;
    byTable.set(best.table, [...(byTable.get(best.table) ?? []), best]);
  }
  const clear = [...byTable.values()].map(clearWinner).find((fit) => fit !== null);
  const prefer = (fit: Fit) => {
    const { template } = fit.known;
    return (
      countedShare(fit) * 4 +
      (clear && template.id === clear.layout ? 2 : 0) +
      (coversYear(template, year) ? 1 : 0)
    );
  };
  const present: Fit[] = [];
  const candidates: LayoutCandidate[] = [];
  const doubts = new Map<Fit, readonly Finding[]>();
  for (const fitted of byTable.values()) {
    const found = fitted.length > 1 ? withOwnWords(fitted, has) : fitted;
    const top = Math.max(...found.map((fit) => fit.score));
    const sorted = [...found].sort((a, b) => {
      const tied = top - a.score < TIE && top - b.score < TIE;
      return tied ? prefer(b) - prefer(a) || b.score - a.score : b.score - a.score;
    });
    const ranked = moreColumnsFirst(sorted);
    candidates.push(...ranked.filter((fit) => fit.score >= NOISE).map(candidate));
    if (ranked[0]!.score < PRESENT) continue;
    present.push(ranked[0]!);
    doubts.set(ranked[0]!, uncertain(ranked, year));
  }
  const fits = ownRows(present);
  return {
    fits,
    candidates,
    missing: missingTables(templates, fits),
    diagnostics: [...yearMismatch(fits, year), ...fits.flatMap((fit) => doubts.get(fit)!)],
  };
}

/**
 * A layout with few rows and one column can fit perfectly where the report prints the first rows of another layout with
 * two columns, 本年度 and 历年累计. The layout that finds at least as many rows and more columns explains more of what
 * is printed, provided that its values fit its columns as well.
 */
function moreColumnsFirst(ranked: readonly Fit[]): readonly Fit[] {
  const [best] = ranked;
  const fuller = ranked.find(
    (fit) =>
      fit.score >= PRESENT &&
      fit.rowsMatched >= best!.rowsMatched &&
      fit.columnsMatched > best!.columnsMatched &&
      countedShare(fit) >= countedShare(best!),
  );
  return fuller === undefined ? ranked : [fuller, ...ranked.filter((fit) => fit !== fuller)];
}

/** The tables of these templates, and all their labels. */
const formsOf = prepared((templates: readonly Template[]) => {
  const known = templates.flatMap(knownTables);
  const rows = known.flatMap((variants) => variants.flatMap(({ rows: own }) => own));
  const labels: FormLabels = {
    rows: rowKeys(rows),
    columns: new Set(known.flatMap(([whole]) => whole!.headings)),
  };
  return { known, labels };
});

/**
 * A row without values is not found among rows that have some, yet its label stands in the text. So a layout gains by
 * the words that only it has (逾期不补正 …), in proportion to how many of them are there.
 */
function withOwnWords(fits: readonly Fit[], has: (word: string) => boolean): readonly Fit[] {
  return fits.map((fit) => {
    const isOwn = (word: string) => fits.every((other) => other === fit || !longWords(other.known).has(word));
    const own = [...longWords(fit.known)].filter(isOwn);
    const seen = own.filter(has).length;
    return own.length === 0 || fit.score === 0
      ? fit
      : { ...fit, score: Math.min(1, fit.score + (OWN_WORDS * seen) / own.length) };
  });
}

/** The words of a form that are too long to stand in a text by chance. */
const longWords = prepared(
  ({ words }: KnownTable): ReadonlySet<string> => new Set(words.filter(({ length }) => length >= 5)),
);

/**
 * Reports two layouts that score nearly alike when the better one does not fit completely: its values may belong to the
 * other's labels.
 */
function uncertain([best, second, ...others]: readonly Fit[], year: number | null): Finding[] {
  if (!best || !second) return [];
  const alike = [second, ...others].find((fit) => isAlikeWithoutHeadings(fit, best));
  if (!alike) {
    const isNear = best.rowsMatched < best.rows && best.score - second.score <= UNCERTAIN;
    const differ = best.rows !== second.rows || best.columns !== second.columns;
    if (!differ || !((isNear && !isTold(best, second)) || isStrangeYear(best, second, year))) return [];
  }
  return [
    finding("layout-uncertain", {
      path: tablePointer(best.table),
      args: { layout: best.layout, other: (alike ?? second).layout },
    }),
  ];
}

/**
 * Whether two layouts with the same rows cannot be told apart, because neither the headings nor the number of cells
 * could be read.
 */
function isAlikeWithoutHeadings(other: Fit, best: Fit): boolean {
  const isRun = best.rowFits.some(({ printed }) => printed?.kind === "run");
  return (
    best.columnsMatched === 0 &&
    other.rowsMatched === best.rowsMatched &&
    other.columns !== best.columns &&
    (isRun || countedShare(best) < 1)
  );
}

/**
 * Whether a row was found that tells two layouts apart: one that the other layout does not have, or has with other
 * columns, provided that the header names all columns of this one.
 */
function isTold(best: Fit, second: Fit): boolean {
  const others = new Map(second.known.rows.map((known) => [known.row.key, columnKeys(known)]));
  return best.rowFits.some(({ known, printed, header }) => {
    if (!printed) return false;
    const other = others.get(known.row.key);
    if (other === undefined) return true;
    return other !== columnKeys(known) && header?.matched === known.block.columns.length;
  });
}

function columnKeys({ block }: KnownRow): string {
  return block.columns.map(({ column }) => column.key).join("\t");
}

/**
 * A printed row belongs to one table: when two tables want the same rows, the one that explains more of them keeps
 * them.
 */
function ownRows(fits: readonly Fit[]): readonly Fit[] {
  const taken = new Set<FormRow>();
  const kept = new Set<Fit>();
  for (const fit of [...fits].sort((a, b) => b.score * b.rowsMatched - a.score * a.rowsMatched)) {
    const rows = takenRows([fit]);
    if (rows.filter((row) => taken.has(row)).length * 2 > rows.length) continue;
    for (const row of rows) taken.add(row);
    kept.add(fit);
  }
  return fits.filter((fit) => kept.has(fit));
}

/**
 * Whether one reading of a form is better than another: by its labels, then by its counts of values, then because it
 * keeps the printed order.
 */
function isBetterReading(fit: Fit, than: Fit): boolean {
  if (fit.score !== than.score) return fit.score > than.score;
  const [share, other] = [countedShare(fit), countedShare(than)];
  return share === other ? than.reordered && !fit.reordered : share > other;
}

/** Whether no other reading of the table can be better. */
function isWhole(fit: Fit): boolean {
  return fit.score === 1 && !fit.reordered && countedShare(fit) === 1;
}

/** Share of the found rows that print as many values as the form has columns, rounded to 0 or 1. */
function countedShare({ rowFits }: Fit): number {
  let [found, counted] = [0, 0];
  for (const { printed, known } of rowFits) {
    if (printed === null) continue;
    found += 1;
    counted += Number(valueCount(printed) === known.block.columns.length);
  }
  return found === 0 ? 0 : Math.round(counted / found);
}

function rowKeys(rows: readonly KnownRow[]): ReadonlyMap<string, ReadonlySet<string>> {
  const keys = new Map<string, Set<string>>();
  for (const { key, label } of rows)
    for (const { text } of label) keys.set(text, (keys.get(text) ?? new Set()).add(key));
  return keys;
}

function clearWinner(fits: readonly Fit[]): Fit | null {
  const [first, second] = [...fits].sort((a, b) => b.score - a.score);
  return first && first.score >= PRESENT && first.score - (second?.score ?? 0) >= TIE ? first : null;
}

function missingTables(templates: readonly Template[], fits: readonly Fit[]): FamilyChoice["missing"] {
  const used = templates.filter((template) => fits.some((fit) => fit.known.template === template));
  const present = new Set(fits.map((fit) => fit.table));
  const missing = new Map<string, { template: Template; table: string }>();
  for (const template of used) {
    for (const { id, optional } of template.tables)
      if (!optional && !present.has(id) && !missing.has(id)) missing.set(id, { template, table: id });
  }
  return [...missing.values()];
}

function yearMismatch(fits: readonly Fit[], year: number | null): Finding[] {
  if (year === null) return [];
  return fits.flatMap((fit): Finding[] => {
    if (coversYear(fit.known.template, year)) return [];
    const [from, to] = fit.known.template.years;
    const years = to === null ? `${from}–` : `${from}–${to}`;
    return [
      finding("layout-year-mismatch", {
        path: tablePointer(fit.table),
        args: { layout: fit.layout, years, year },
      }),
    ];
  });
}

function candidate(fit: Fit): LayoutCandidate {
  const { table, layout, score, rowsMatched, rows, columnsMatched, columns } = fit;
  return { table, layout, score, rowsMatched, rows, columnsMatched, columns };
}

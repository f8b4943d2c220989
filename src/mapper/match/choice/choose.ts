import { NOISE, PRESENT, TIE } from "../weights.ts";
import type { Finding, LayoutCandidate, Template } from "../../../model/index.ts";
import { prepared, remembered } from "../../../arithmetic/prepared.ts";
import { coversYear } from "../../form/years.ts";
import { fitTable } from "../fit/fit-table.ts";
import { takenRows } from "../fit/taken-rows.ts";
import type { Fit } from "../fit/fit.ts";
import { headerFinder } from "../header/header-finder.ts";
import { rowClues, type FormLabels } from "../row/row-clues.ts";
import { isMentioned } from "../../form/mentioned.ts";
import { knownTables } from "../../form/form.ts";
import type { KnownRow, KnownTable } from "../../form/known.ts";
import { normalizeLabel } from "../../../printed/folding.ts";
import { wordsOf } from "../../../printed/words.ts";
import { hasWords } from "../../rows/worded/worded-document.ts";
import { hasNumbers, isGridRow, printedRow, type FormHeader, type FormRow } from "../../rows/form-row.ts";
import { isBetterReading, isPerfect, clearWinner, countedShare, moreColumnsFirst } from "./better-fit.ts";
import { withOwnWords } from "./own-words.ts";
import { doubtBetween, doubtYear } from "./layout-doubts.ts";

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
  const cluesOf = remembered((row: FormRow) => rowClues(row, labels.rows));
  const headerOf = headerFinder(labels.columns, year);
  // Where only spaces separate the columns, labels run on over the lines around their numbers, so such rows are joined
  // without a break.
  const text = rows
    .map((row) => row.context + row.labels.join("") + (row.kind === "spaced" ? "" : "\n"))
    .concat(headingsOf(rows))
    .join("");
  const has = wordsOf(text);
  const byTable = fitsByTable(known, words, has, (variant, seenRows) =>
    fitTable(variant, seenRows, cluesOf, headerOf),
  );
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
    doubts.set(ranked[0]!, doubtBetween(ranked, year));
  }
  const fits = ownRows(present.filter((fit) => !isTooNarrow(fit)));
  return {
    fits,
    candidates,
    missing: missingTables(templates, fits, rows),
    diagnostics: [...doubtYear(fits, year), ...fits.flatMap((fit) => doubts.get(fit)!)],
  };
}

/** The headings above the rows, which name years in the words of the forms. */
function headingsOf(rows: readonly FormRow[]): readonly string[] {
  const headers = new Set<FormHeader>();
  for (const row of rows) for (const header of row.headers) headers.add(header);
  return [...headers].flatMap(({ columns }) => columns.map(({ text }) => `${text}\n`));
}

/** For each table that is mentioned, the best reading of every form that has it. */
function fitsByTable(
  known: readonly (readonly KnownTable[])[],
  words: SeenDocument,
  has: (word: string) => boolean,
  fitOf: (variant: KnownTable, rows: readonly FormRow[]) => Fit,
): ReadonlyMap<string, readonly Fit[]> {
  const byTable = new Map<string, Fit[]>();
  for (const variants of known) {
    const worded = hasWords(variants[0]!);
    if (!isMentioned(variants[0]!, worded ? words.has : has)) continue;
    const seenRows = words.rowsFor(variants[0]!);
    let best: Fit | null = null;
    for (const variant of variants) {
      const fit = fitOf(variant, seenRows);
      if (best === null || isBetterReading(fit, best)) best = fit;
      if (isPerfect(best)) break;
    }
    if (best === null) continue;
    byTable.set(best.table, [...(byTable.get(best.table) ?? []), best]);
  }
  return byTable;
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
 * Whether a list that no form requires has fewer cells in each of its rows than the form has columns: an office's own
 * list that has some words in common with the form.
 */
function isTooNarrow({ known, rowFits }: Fit): boolean {
  return (
    known.table.optional === true &&
    rowFits.every(
      ({ printed, header, known: { block } }) =>
        printed === null ||
        (isGridRow(printed) && header === null && printedRow(printed).values.length < block.columns.length),
    )
  );
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

function rowKeys(rows: readonly KnownRow[]): ReadonlyMap<string, ReadonlySet<string>> {
  const keys = new Map<string, Set<string>>();
  for (const { key, label } of rows)
    for (const { text } of label) keys.set(text, (keys.get(text) ?? new Set()).add(key));
  return keys;
}

function missingTables(
  templates: readonly Template[],
  fits: readonly Fit[],
  rows: readonly FormRow[],
): FamilyChoice["missing"] {
  const used = templates.filter((template) => fits.some((fit) => fit.known.template === template));
  const present = new Set(fits.map((fit) => fit.table));
  const missing = new Map<string, { template: Template; table: string }>();
  for (const template of used)
    for (const table of template.tables) {
      const { id, optional, title } = table;
      if (present.has(id) || missing.has(id)) continue;
      if (optional !== true || isTitled(title, rows, fits)) missing.set(id, { template, table: id });
    }
  return [...missing.values()];
}

/** Whether numbers that no table took stand below a table's title. */
function isTitled(title: string, rows: readonly FormRow[], fits: readonly Fit[]): boolean {
  const own = normalizeLabel(title);
  const taken = new Set(takenRows(fits).map(printedRow));
  return rows.some((row) => hasNumbers(row) && !taken.has(row) && row.context.includes(own));
}

function candidate(fit: Fit): LayoutCandidate {
  const { table, layout, score, rowsMatched, rows, columnsMatched, columns } = fit;
  return { table, layout, score, rowsMatched, rows, columnsMatched, columns };
}

import type { CellValue, Finding, EvidenceEntry, Place, Tables, TableTemplate } from "../../model/index.ts";
import { prepared } from "../../arithmetic/prepared.ts";
import { formCells, putCell, tablePointer } from "../../arithmetic/paths.ts";
import type { Assignment } from "./assign/assignment.ts";
import type { AddedCell } from "./sums/mapped-table.ts";
import { mapCells } from "./table/read-table.ts";
import type { FamilyChoice } from "../match/choice/choose.ts";
import { decideByColumns } from "./sums/column-sums.ts";
import { decideScanned } from "./sums/scanned-sums.ts";
import { decideByText, type StatedNumbers } from "./sums/stated-numbers.ts";
import { takenRows } from "../match/fit/taken-rows.ts";
import type { Fit, RowFit } from "../match/fit/fit.ts";
import { hasNumbers, printedRow, type FormRow } from "../rows/form-row.ts";
import { normalizeLabel } from "../../printed/folding.ts";
import { holdsWord } from "../../printed/words.ts";
import { doubtfulOrigin, otherCandidates } from "./candidates.ts";
import { labelsBehind } from "./labels-behind.ts";
import { numbersBelow } from "./numbers-below.ts";
import { shiftedGroups } from "./shifted-groups.ts";
import { slippedRows } from "./slipped-rows.ts";
import { splitRows } from "./split-rows.ts";
import { unreadLists } from "./unread-lists.ts";
import type { PrintedRecord } from "../match/records/record-parts.ts";
import { nameRecords } from "./record-names.ts";
import { finding } from "../../findings/finding.ts";

export interface MappedTables {
  readonly tables: Tables;
  /** The evidence of each table, by pointer. */
  readonly evidence: readonly ReadonlyMap<string, EvidenceEntry>[];
  readonly diagnostics: readonly Finding[];
  /** Places of rows that print other values for cells already read, and have a finding of their own. */
  readonly repeated: ReadonlySet<Place>;
  /** For each table, the cells in columns that its form does not have. */
  readonly added: readonly { readonly fit: Fit; readonly cells: readonly AddedCell[] }[];
  /** How the values of each row that was found were assigned to its columns. */
  readonly assignments: ReadonlyMap<RowFit, Assignment>;
}

/**
 * Reads every chosen table. A table that the form has and the document lacks is null throughout, with one error that
 * names it.
 */
export function mapTables(
  choice: FamilyChoice,
  records: readonly (readonly PrintedRecord[])[],
  stated: StatedNumbers,
  infer: boolean,
): MappedTables {
  const values: ReadonlyMap<string, CellValue>[] = [];
  const evidence: ReadonlyMap<string, EvidenceEntry>[] = [];
  const diagnostics: Finding[] = [...choice.diagnostics];
  const repeated = new Set<Place>();
  const added: { fit: Fit; cells: readonly AddedCell[] }[] = [];
  const assignments = new Map<RowFit, Assignment>();
  const taken = new Set(takenRows(choice.fits));
  for (const fit of choice.fits) {
    const { table, template } = fit.known;
    const bySums = decideByColumns(table, template.rules, mapCells(fit, infer, mentionedRows(fit)));
    const byText = decideByText(bySums, stated);
    const mapped = infer ? decideScanned(fit.known, template.rules, byText) : byText;
    values.push(mapped.values);
    evidence.push(mapped.evidence);
    mapped.assignments.forEach((assignment, rowFit) => assignments.set(rowFit, assignment));
    const others = otherCandidates(fit, taken, mapped.values);
    others.places.forEach((place) => repeated.add(place));
    diagnostics.push(
      ...mapped.diagnostics,
      ...others.findings,
      ...doubtfulOrigin(fit),
      ...doubtLeft(fit, taken),
    );
    if (mapped.added.length > 0) added.push({ fit, cells: mapped.added });
  }
  for (const it of choice.missing) missing(formOf(it));
  const names = nameRecords(records, () => ({ values: joined(values), evidence: joined(evidence) }));
  const forms = [...choice.fits.map(({ known }) => known.table), ...choice.missing.map(formOf)];
  return {
    tables: nest(names.values, values, forms),
    evidence: [names.evidence, ...evidence],
    diagnostics: [...diagnostics, ...names.diagnostics],
    repeated,
    added,
    assignments,
  };

  function missing(table: TableTemplate): void {
    const lost = formCells(table).filter(({ row, column }) => !row.optional && !column.optional);
    values.push(new Map(lost.map(({ pointer }) => [pointer, null])));
    evidence.push(
      new Map(lost.map(({ pointer }) => [pointer, { raw: null, status: "unreadable", at: null }])),
    );
    diagnostics.push(
      finding("table-missing", { path: tablePointer(table.id), args: { title: table.title } }),
    );
  }
}

/** Findings on rows with numbers that no table took: pieces of rows, rows of lists, numbers before their labels. */
function doubtLeft(fit: Fit, taken: ReadonlySet<FormRow>): readonly Finding[] {
  const behind = labelsBehind(fit, taken);
  const left = fit.laidOver.filter((row) => !taken.has(row) && hasNumbers(row));
  if (left.length === 0) return behind; // nearly every table
  const blocks = new Set(fit.rowFits.map(({ printed }) => printed?.block));
  const isInside = left.some(({ block }) => blocks.has(block));
  return [
    ...(isInside ? splitRows(fit, taken) : []),
    ...numbersBelow(fit, taken),
    ...unreadLists(fit, taken),
    ...behind,
    ...shiftedGroups(fit, taken),
    ...(isInside ? slippedRows(fit, taken) : []),
  ];
}

/**
 * Optional rows without a value whose label stands in the table's text: what is printed beside it could not be read.
 */
function mentionedRows({ rowFits, laidOver: rows }: Fit): ReadonlySet<RowFit> {
  const optional = rowFits.filter(({ known, printed }) => !printed && known.row.optional);
  if (optional.length === 0) return new Set();
  const taken = rowFits.flatMap(({ printed }) => (printed ? [rows.indexOf(printedRow(printed))] : []));
  // The label of a row that was taken does not mention another row: 名称 stands in 网站名称.
  const own = new Set(taken.map((index) => rows[index]));
  const words = rows
    .slice(Math.min(...taken), Math.max(...taken) + 2)
    .map((row) => row.context + (own.has(row) ? "" : row.labels.join("")) + wordsAmong(row));
  // A label that wraps within a table of cells begins in the row above.
  const text = [...words, ...words.slice(1).map((word, index) => words[index]! + word)].join("\n");
  return new Set(optional.filter(({ known }) => known.label.some((label) => text.includes(label.text))));
}

/** The words among a row's values, where another row may go on behind the first. */
function wordsAmong({ values }: FormRow): string {
  return values.flatMap(({ text }) => (holdsWord(text) ? [normalizeLabel(text)] : [])).join("");
}

function formOf({ template, table }: FamilyChoice["missing"][number]): TableTemplate {
  return template.tables.find(({ id }) => id === table)!;
}

/** Turns flat pointers into nested objects, with keys in the form's order. */
function nest(
  names: ReadonlyMap<string, CellValue>,
  values: readonly ReadonlyMap<string, CellValue>[],
  forms: readonly TableTemplate[],
): Tables {
  const root: Record<string, unknown> = {};
  const put = (own: ReadonlyMap<string, CellValue>, steps?: ReadonlyMap<string, readonly string[]>) =>
    own.forEach((value, pointer) => {
      putCell(root, steps?.get(pointer) ?? pointer.split("/").slice(3), value);
    });
  put(names);
  values.forEach((own, index) => put(own, stepsOf(forms[index]!)));
  return root as Tables;
}

function joined<Value>(maps: readonly ReadonlyMap<string, Value>[]): ReadonlyMap<string, Value> {
  return new Map(maps.flatMap((own) => [...own]));
}

/** The steps to each cell of a form, which are the same in every report. */
const stepsOf = prepared(
  (table: TableTemplate): ReadonlyMap<string, readonly string[]> =>
    new Map(formCells(table).map(({ pointer, steps }) => [pointer, steps])),
);

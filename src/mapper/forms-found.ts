import type { Block, Finding, Template } from "../model/index.ts";
import { partsOfTableId } from "../arithmetic/records.ts";
import type { KnownTable } from "./form/known.ts";
import { chooseLayouts, type FamilyChoice } from "./match/choice/choose.ts";
import { withListedRows } from "./match/choice/open-rows.ts";
import { pageTurns } from "./match/records/page-turns.ts";
import { findRecords, type FoundRecords } from "./match/records/records.ts";
import type { PrintedRecord } from "./match/records/record-parts.ts";
import { titledRows } from "./match/records/titled-rows.ts";
import type { Own } from "./rows/against.ts";
import type { FormRows } from "./rows/form-row.ts";
import { formRows } from "./rows/printed/form-rows.ts";
import { withRelativeYears } from "./rows/relative-years.ts";
import { withStanding } from "./rows/standing/standing.ts";
import { unreadForm } from "./rows/turned/unread.ts";
import { wordedDocument } from "./rows/worded/worded-document.ts";

/** The forms that a document holds, laid over its rows. */
export interface FormsFound extends FormRows {
  readonly choice: FamilyChoice;
  readonly records: FoundRecords["records"];
  readonly diagnostics: readonly Finding[];
}

/** Finds the forms of a document whose tables stand upright; `askew` are those that could not be turned. */
export function findForms(
  blocks: readonly Block[],
  templates: readonly Template[],
  own: Own,
  askew: FamilyChoice["missing"],
): FormsFound {
  const printed = withRelativeYears(formRows(blocks), templates, own.year);
  const { rows, words, found } = recordsIn(templates, blocks, printed, own);
  const seen = { rowsFor: found.rowsFor, has: words.has, turnsPage: pageTurns(blocks) };
  const listed = withListedRows(found.templates, seen, own.year);
  const chosen = withAllRecords(chooseLayouts(listed.templates, rows, seen, own.year), found.records);
  const unread = chosen.fits.length === 0 ? unreadForm(blocks, templates) : [];
  const choice = withAskew(chosen, [...askew, ...unread]);
  const hasRecords = choice.fits.some((fit) => partsOfTableId(fit.table).record !== null);
  return {
    rows,
    worded: printed.worded,
    choice,
    records: found.records,
    diagnostics: [...(hasRecords ? found.diagnostics : []), ...listed.diagnostics],
  };
}

/**
 * The rows of a document, and the records of forms of which it has several. The words that name whose table it is tell
 * these records apart, so they do not count against any of them.
 */
function recordsIn(templates: readonly Template[], blocks: readonly Block[], printed: FormRows, own: Own) {
  const isTitled = titledRows(blocks, templates);
  const seen = (issuer: string | null) => {
    const rows = withStanding(printed.rows, blocks, { ...own, issuer });
    const words = wordedDocument(blocks, { ...printed, rows });
    const rowsFor = (known: KnownTable) => {
      const own = words.rowsFor(known);
      return known.template.named ? own.filter((row) => isTitled(row, known)) : own;
    };
    return { rows, words, found: findRecords(templates, blocks, rowsFor, own.year) };
  };
  const first = seen(own.issuer);
  return first.found.records.some(({ length }) => length > 1) ? seen(null) : first;
}

/**
 * Adds records that were found by their rows but could not be read as their form: all their tables are missing, and the
 * other records keep their places.
 */
function withAllRecords(choice: FamilyChoice, records: FoundRecords["records"]): FamilyChoice {
  const read = new Set(choice.fits.map(({ table }) => table));
  const isRead = ({ template }: PrintedRecord) => template.tables.some(({ id }) => read.has(id));
  const lost = records.flatMap((family) => (family.some(isRead) ? family.filter((it) => !isRead(it)) : []));
  const missing = lost.flatMap(({ template }) =>
    template.tables.flatMap(({ id, optional }) => (optional ? [] : [{ template, table: id }])),
  );
  return missing.length === 0 ? choice : { ...choice, missing: [...choice.missing, ...missing] };
}

/**
 * Adds tables that are printed another way round and could not be turned: they are missing, even if the form does not
 * require them.
 */
function withAskew(choice: FamilyChoice, askew: FamilyChoice["missing"]): FamilyChoice {
  const known = new Set([...choice.fits, ...choice.missing].map(({ table }) => table));
  const lost = askew.filter(({ table }) => !known.has(table) && known.add(table));
  return lost.length === 0 ? choice : { ...choice, missing: [...choice.missing, ...lost] };
}

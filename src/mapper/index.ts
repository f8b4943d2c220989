import type {
  AnnualReport,
  Block,
  Finding,
  EvidenceEntry,
  LayoutCandidate,
  MetadataField,
  Place,
  Template,
} from "../model/index.ts";
import type { FamilyChoice } from "./match/choice/choose.ts";
import { prepared } from "../arithmetic/prepared.ts";
import { coversYear } from "./form/years.ts";
import { chooseReading, hasChapters, readChapters } from "./prose/chapters/chapters.ts";
import { ownFacts } from "./prose/facts/facts-own.ts";
import { mapFacts, type FoundFact } from "./prose/facts/facts.ts";
import { unsureFacts } from "./prose/facts/facts-unsure.ts";
import { headerGrids } from "./prose/fields/box.ts";
import { mapFields } from "./prose/fields/fields.ts";
import { familiesIn } from "./form/families.ts";
import { findForms } from "./forms-found.ts";
import { endsInName, withoutSpaces } from "./prose/titles/title-words.ts";
import { areAlike } from "./prose/prose-line.ts";
import { PAPERS, paperFindings } from "./prose/chapters/papers.ts";
import { withoutTableText } from "./leftover/text-of-tables.ts";
import { mapOtherTables } from "./leftover/other-tables.ts";
import { MAXIMUM_FORM_ROWS, type FormRow } from "./rows/form-row.ts";
import { mapSections } from "./prose/sections.ts";
import { statedNumbers } from "./read/sums/stated-numbers.ts";
import { takenRows } from "./match/fit/taken-rows.ts";
import type { Fit, RowFit } from "./match/fit/fit.ts";
import type { Assignment } from "./read/assign/assignment.ts";
import { underListedHeaders } from "./read/headed-lists.ts";
import { headedByOtherYear } from "./read/heading-years.ts";
import { withWordedRows } from "./read/worded-rows.ts";
import { mapTables } from "./read/read-tables.ts";
import { uprightBlocks } from "./rows/turned/upright.ts";
import { finding } from "../findings/finding.ts";
import { ruleEntry } from "../findings/rules/index.ts";

/** What the mapper makes of a document. `report` is null where no title, table or sections of a report were found. */
export interface Mapping {
  readonly report: AnnualReport | null;
  readonly layouts: Readonly<Record<string, string>>;
  readonly candidates: readonly LayoutCandidate[];
  readonly evidence: ReadonlyMap<string, EvidenceEntry>;
  readonly diagnostics: readonly Finding[];
  /** Intermediate results, for finding out how a value came about. */
  readonly stages: MappingStages;
}

export interface MappingStages {
  /** Every printed row that has values, before any form is considered. */
  readonly rows: readonly FormRow[];
  /** The chosen layout of each table, laid over the rows. */
  readonly fits: readonly Fit[];
  /** How the values of each row that was found were put under its columns. */
  readonly assignments: ReadonlyMap<RowFit, Assignment>;
}

export interface MapOptions {
  readonly templates: readonly Template[];
  /** Whether to fill in cells that the form's sums decide in exactly one way (always flagged). */
  readonly infer: boolean;
}

/** The families whose tables a report was found to hold. */
function chosenTemplates({ fits }: FamilyChoice, templates: readonly Template[]): readonly Template[] {
  return templates.filter(({ id }) => fits.some(({ layout }) => layout === id));
}

/** Reports that rows were left out: what stands after the last row that is looked at may belong to a table, too. */
function tooManyRows(rows: readonly FormRow[]): Finding[] {
  return rows.length < MAXIMUM_FORM_ROWS
    ? []
    : [finding("too-many-rows", { path: "/report/tables", args: { limit: MAXIMUM_FORM_ROWS } })];
}

/** A finding about a printed row, with the values that were read from it. */
function inRow(one: Finding, evidence: ReadonlyMap<string, EvidenceEntry>): Finding {
  const { at } = one;
  const paths = [...evidence].flatMap(([pointer, { at: own }]) =>
    own?.file === at?.file && own?.table === at?.table && own?.row === at?.row ? [pointer] : [],
  );
  return paths.length > 0 ? { ...one, paths } : one;
}

/** Finds the report in a document's blocks: its fields, sections and every cell of its tables. */
export function mapReport(
  printedBlocks: readonly Block[],
  metadata: readonly MetadataField[],
  options: MapOptions,
): Mapping {
  const templates = familiesIn(printedBlocks, options.templates);
  const { blocks, diagnostics: turned, askew } = uprightBlocks(printedBlocks, templates);
  const readings = readChapters(blocks, templates);
  const names = titleNames(templates);
  const first = readings[0]?.lines ?? [];
  const stated = [...metadata, ...headerGrids(blocks, metadata)];
  const firstFields = mapFields(first, stated, names, options.infer);
  const { year } = firstFields.fields;
  const { rows, worded, choice, records, diagnostics } = findForms(
    blocks,
    templates,
    firstFields.fields,
    askew,
  );
  const { families, lines } = chooseReading(readings, new Set(choice.fits.map(({ layout }) => layout)), year);
  const { fields, ...read } = areAlike(lines, first)
    ? firstFields
    : mapFields(lines, stated, names, options.infer);
  const isTitled = read.announced || isTitleOfReport(fields.title, names);
  if (choice.fits.length === 0 && !hasChapters(readings, isTitled)) {
    return {
      report: null,
      layouts: {},
      candidates: choice.candidates,
      evidence: new Map(),
      diagnostics: [finding("not-a-report")],
      stages: { rows, fits: [], assignments: new Map() },
    };
  }
  const sections = mapSections(lines, withoutTableText(choice.fits));
  const prose = () => sections.flatMap(({ section }) => section.paragraphs).join("\n");
  const fused = () => new Set(takenRows(choice.fits).flatMap(({ values }) => values.map(({ text }) => text)));
  const fits = underListedHeaders(withWordedRows(choice.fits, worded), fields.year);
  const tables = mapTables(
    { ...choice, fits },
    records,
    rows.some(({ kind }) => kind === "run") ? statedNumbers(prose(), fused()) : new Set(),
    options.infer,
  );
  const others = mapOtherTables(blocks, rows, worded, choice.fits, tables);
  const facts = mapFacts(
    sections.filter(({ section }) => section.number < PAPERS),
    fields.year,
    fields.issuer,
    chosenTemplates(choice, templates).flatMap(ownFacts),
  );
  const report: AnnualReport = {
    schema: "gongkai/report/1",
    title: fields.title,
    issuer: fields.issuer,
    year: fields.year,
    period: fields.period,
    publicationDate: fields.publicationDate,
    indexNumber: fields.indexNumber,
    documentNumber: fields.documentNumber,
    contact: fields.contact,
    basis: fields.basis,
    scope: fields.scope,
    sections: sections.map(({ section }) => section),
    tables: tables.tables,
    otherTables: others.tables,
    facts: facts.map(({ fact }) => fact),
  };
  const evidence = evidenceOf([read.evidence, ...tables.evidence, others.evidence], facts);
  const layouts = [
    ...choice.fits.map((fit) => [fit.table, fit.layout] as const),
    ...choice.missing.map(({ template, table }) => [table, template.id] as const),
  ];
  return {
    report,
    layouts: Object.fromEntries(layouts),
    stages: { rows, fits, assignments: tables.assignments },
    candidates: choice.candidates,
    evidence,
    diagnostics: [
      ...turned.map((one) => (ruleEntry(one.rule)?.doubts === "row" ? inRow(one, evidence) : one)),
      ...read.diagnostics,
      ...tables.diagnostics,
      ...fits.flatMap((fit) => headedByOtherYear(fit, blocks, fields.year)),
      ...others.diagnostics,
      ...paperFindings(sections.map(({ section }) => section)),
      ...unsureFacts(facts),
      ...diagnostics,
      ...tooManyRows(rows),
      ...(choice.fits.length === 0 ? noTables(families, fields.year) : []),
    ],
  };
}

/**
 * The names of forms of another kind, without spaces. Official reports are titled in many ways, but not by the names of
 * their forms.
 */
const titleNames = prepared((templates: readonly Template[]): readonly string[] =>
  templates.flatMap(({ name }) => (name.includes("政府信息公开") ? [] : [withoutSpaces(name)])),
);

/** Whether a title is that of a report on open government, or of one of the other kinds. */
function isTitleOfReport(title: string | null, names: readonly string[]): boolean {
  if (title === null) return false;
  return (/[报報]告|年[报報]/u.test(title) && /公[开開]/u.test(title)) || endsInName(title, names);
}

/** Where everything in the record comes from, by pointer. */
function evidenceOf(
  parts: readonly ReadonlyMap<string, EvidenceEntry>[],
  facts: readonly (Pick<FoundFact, "raw"> & { readonly at: Place | null })[],
): ReadonlyMap<string, EvidenceEntry> {
  const evidence = new Map<string, EvidenceEntry>();
  const note = (entry: EvidenceEntry, pointer: string) => {
    // Words of a scan, such as a date or an address, are read by their pixels like its numbers.
    const isRecognized = entry.status === "given" && entry.at?.recognized !== undefined;
    evidence.set(pointer, isRecognized ? { ...entry, status: "recognized" } : entry);
  };
  for (const part of parts) part.forEach(note);
  for (const [index, { raw, at }] of facts.entries())
    note({ raw, status: "given", at }, `/report/facts/${index}`);
  return evidence;
}

/** Whether the families prescribe no table, so that the report lacks none. */
function noTables(families: readonly Template[], year: number | null): Finding[] {
  const inYear = families.filter((family) => coversYear(family, year));
  const free = (inYear.length > 0 ? inYear : families).every(({ tables }) =>
    tables.every(({ optional }) => optional),
  );
  return free ? [] : [finding("no-tables", { path: "/report/tables" })];
}

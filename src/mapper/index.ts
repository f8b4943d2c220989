import type { AnnualReport, Block, Diagnostic, EvidenceEntry, LayoutCandidate, MetadataField, Template } from "../model/index.ts";
import { chooseLayouts } from "./choose.ts";
import { mapFields } from "./fields.ts";
import { proseLines } from "./prose.ts";
import { formRows } from "./rows.ts";
import { mapSections } from "./sections.ts";
import { mapTables } from "./tables.ts";

/** What the mapper makes of a document. `report` is null where neither a title nor a table nor the sections of one were found. */
export interface Mapping {
  readonly report: AnnualReport | null;
  readonly layouts: Readonly<Record<string, string>>;
  readonly candidates: readonly LayoutCandidate[];
  readonly evidence: ReadonlyMap<string, EvidenceEntry>;
  readonly diagnostics: readonly Diagnostic[];
}

export interface MapOptions {
  readonly templates: readonly Template[];
  /** Fill in what the form's sums decide in exactly one way (always flagged). */
  readonly infer: boolean;
}

/** Finds the report in a document's blocks: its fields, sections and every cell of its tables. */
export function mapReport(blocks: readonly Block[], metadata: readonly MetadataField[], options: MapOptions): Mapping {
  const sectionTemplates = mergedSections(options.templates);
  const lines = proseLines(blocks, sectionTemplates);
  const { fields, ...found } = mapFields(lines, metadata);
  const rows = formRows(blocks);
  const choice = chooseLayouts(options.templates, rows, fields.year);
  const titles = lines.filter((line) => line.section !== undefined).length;
  const titled = fields.title !== null && /(?:报告|年报)/u.test(fields.title) && /公开/u.test(fields.title);
  if (choice.fits.length === 0 && !(titled && titles >= 2) && titles < 4) {
    return { report: null, layouts: {}, candidates: choice.candidates, evidence: new Map(), diagnostics: [{ rule: "not-a-report", severity: "error" }] };
  }
  const tables = mapTables(choice, rows, options.infer);
  const sections = mapSections(lines, choice.fits);
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
    sections,
    tables: tables.tables,
  };
  const layouts = [...choice.fits.map((fit) => [fit.table, fit.layout] as const), ...choice.missing.map(({ template, table }) => [table, template.id] as const)];
  return {
    report,
    layouts: Object.fromEntries(layouts),
    candidates: choice.candidates,
    evidence: new Map([...found.evidence, ...tables.evidence]),
    diagnostics: [...found.diagnostics, ...tables.diagnostics, ...(choice.fits.length === 0 ? [noTables()] : [])],
  };
}

function noTables(): Diagnostic {
  return { rule: "no-tables", severity: "error", path: "/report/tables" };
}

/** Section titles of all families under one numbering: a report may use an older family's words. */
function mergedSections(templates: readonly Template[]): Template["sections"] {
  const merged = new Map<number, { number: number; title: string; aliases: string[] }>();
  for (const { sections } of templates) {
    for (const { number, title, aliases } of sections) {
      const known = merged.get(number) ?? { number, title, aliases: [] };
      known.aliases.push(...[title, ...aliases].filter((text) => text !== known.title && !known.aliases.includes(text)));
      merged.set(number, known);
    }
  }
  return [...merged.values()];
}

import type {
  AnnualReport,
  Conversion,
  Evidence,
  EvidenceEntry,
  LayoutCandidate,
  Place,
  Relation,
  RelationSide,
  SourceFile,
  WordedDiagnostic,
} from "../model/index.ts";

/**
 * The same conversion with its keys in the order of the types, however it was built, so that outputs can be compared as
 * text. Open maps (tables, evidence, layouts, args) keep their own order, which is the template's.
 */
export function inKeyOrder(conversion: Conversion): object {
  return {
    schema: conversion.schema,
    source: sourceInOrder(conversion.source),
    adapter: conversion.adapter,
    encoding: conversion.encoding,
    layouts: conversion.layouts,
    candidates: conversion.candidates.map(candidate),
    report: conversion.report && report(conversion.report),
    evidence: evidence(conversion.evidence),
    diagnostics: conversion.diagnostics.map(diagnostic),
  } satisfies Keys<Conversion>;
}

export function sourceInOrder(source: Conversion["source"]): Keys<Conversion["source"]> {
  return { ...sourceFile(source), files: source.files?.map(sourceFile) };
}

function sourceFile({ name, sha256, bytes }: SourceFile): Keys<SourceFile> {
  return { name, sha256, bytes };
}

/** Every key of T must be listed; JSON leaves out those that are undefined. */
type Keys<T> = { readonly [K in keyof Required<T>]: unknown };

function candidate(it: LayoutCandidate): Keys<LayoutCandidate> {
  return {
    table: it.table,
    layout: it.layout,
    score: it.score,
    rowsMatched: it.rowsMatched,
    rows: it.rows,
    columnsMatched: it.columnsMatched,
    columns: it.columns,
  };
}

function report(it: AnnualReport): Keys<AnnualReport> {
  const { address, postcode, telephone, fax, email } = it.contact;
  return {
    schema: it.schema,
    title: it.title,
    issuer: it.issuer,
    year: it.year,
    period: it.period && { from: it.period.from, to: it.period.to },
    publicationDate: it.publicationDate,
    indexNumber: it.indexNumber,
    documentNumber: it.documentNumber,
    contact: { address, postcode, telephone, fax, email } satisfies Keys<AnnualReport["contact"]>,
    basis: it.basis,
    scope: it.scope,
    sections: it.sections.map(({ number, title, paragraphs, headings }) => ({
      number,
      title,
      paragraphs,
      headings: headings.map(({ paragraph, level }) => ({ paragraph, level })),
    })),
    tables: it.tables,
    otherTables: it.otherTables.map(({ within, title, columns, rows }) => ({
      within,
      title,
      columns,
      rows: rows.map(({ labels, values }) => ({ labels, values })),
    })),
    facts: it.facts.map(({ fact, value, approximate, population, unit, section, paragraph, sentence }) => ({
      fact,
      value,
      approximate,
      population,
      unit,
      section,
      paragraph,
      sentence,
    })),
  };
}

function evidence(it: Evidence): object {
  const ordered: Record<string, object> = {};
  for (const path of Object.keys(it)) ordered[path] = evidenceEntry(it[path]!);
  return ordered;
}

function evidenceEntry(it: EvidenceEntry): Keys<EvidenceEntry> {
  return {
    raw: it.raw,
    status: it.status,
    at: it.at && place(it.at),
    unit: it.unit,
    note: it.note,
    yuan: it.yuan,
  };
}

function diagnostic(it: WordedDiagnostic): Keys<WordedDiagnostic> {
  return {
    rule: it.rule,
    severity: it.severity,
    path: it.path,
    paths: it.paths,
    at: it.at && place(it.at),
    expected: it.expected,
    actual: it.actual,
    relation: it.relation && relation(it.relation),
    args: it.args,
    message: it.message,
  };
}

function relation(it: Relation): Keys<Relation> {
  const { within, expression, operator } = it;
  return { within, expression, left: side(it.left), operator, right: side(it.right) };
}

function side({ sum, terms }: RelationSide): Keys<RelationSide> {
  return { sum, terms: terms.map(({ sign, label, pointers }) => ({ sign, label, pointers })) };
}

function place(it: Place): Keys<Place> {
  return {
    file: it.file,
    page: it.page,
    box: it.box,
    line: it.line,
    table: it.table,
    row: it.row,
    column: it.column,
    recognized: it.recognized,
  };
}

import type { Diagnostic, EvidenceEntry, Place, RuleTemplate, TableTemplate } from "../model/index.ts";
import { cellKey, cellPointer, tablePointer } from "../arithmetic/paths.ts";
import { parseExpression, type Expression } from "../arithmetic/expression.ts";
import { assignValues, leaveOut, type AddedValue, type Choice } from "./assign.ts";
import { unitAtEnd, type Fit, type RowFit } from "./fit.ts";
import type { KnownBlock, KnownColumn } from "./form.ts";
import { balance, splitRun, toEquation, type Equation } from "./fused.ts";
import { readValue } from "./numbers.ts";
import { valueCount, type FormRow, type PrintedValue } from "./rows.ts";

/** The cells of one table, by pointer, in the form's order. */
export interface MappedTable {
  readonly values: ReadonlyMap<string, number | null>;
  readonly evidence: ReadonlyMap<string, EvidenceEntry>;
  readonly diagnostics: readonly Diagnostic[];
  /** Rows whose digits can be cut in more than one way, for whoever can decide by columns. */
  readonly ambiguous: readonly AmbiguousRow[];
  /** Cells under headings that the form does not have, row by row. */
  readonly added: readonly AddedCell[];
}

export interface AddedCell extends AddedValue {
  readonly row: FormRow;
}

export interface AmbiguousRow {
  readonly pointers: readonly string[];
  readonly solutions: readonly (readonly number[])[];
  readonly raw: string;
  readonly at: Place;
}

/**
 * Reads the cells of a fitted table. Every cell of the form gets a value or null, evidence, and a reason where it is not
 * plain. `mentioned` are optional rows that the document has though none was read.
 */
export function mapCells(fit: Fit, infer: boolean, mentioned: ReadonlySet<RowFit>): MappedTable {
  const values = new Map<string, number | null>();
  const evidence = new Map<string, EvidenceEntry>();
  const diagnostics: Diagnostic[] = [];
  const ambiguous: AmbiguousRow[] = [];
  const added: AddedCell[] = [];
  const { table, template } = fit.known;
  const rules = parsedRules(template.rules, table);
  const neighbours = surplusPatterns(fit);
  const crowded = crowdedBlocks(fit);
  let unheaded = 0;

  for (const [index, rowFit] of fit.rowFits.entries()) {
    const { row, block } = rowFit.known;
    const pointers = block.columns.map(({ column }) => cellPointer(table, row.key, column.key));
    if (!rowFit.printed) {
      if (row.optional && !mentioned.has(rowFit)) continue;
      pointers.forEach((pointer) => put(pointer, null, { raw: null, status: "unreadable", at: null }));
      diagnostics.push({ rule: "row-missing", severity: "error", paths: pointers, args: { label: row.enumerator + row.label } });
      continue;
    }
    const { printed } = rowFit;
    if (rowFit.match.kind === "fuzzy") {
      diagnostics.push({ rule: "label-fuzzy", severity: "notice", paths: pointers, at: printed.at, args: { label: row.label, printed: printedLabel(printed), ...(row.basis ? { basis: row.basis } : {}) } });
    }
    if (hasTwin(fit, index)) {
      diagnostics.push({ rule: "row-ambiguous", severity: "warning", paths: pointers, at: printed.at, args: { label: row.label } });
    }
    if (rowFit.header?.reordered) {
      diagnostics.push({ rule: "columns-reordered", severity: "warning", paths: pointers, at: printed.at, args: { label: row.label } });
    }
    const equations = rowEquations(rules, table, row.key, block.columns);
    const assignment = assignValues(printed, block.columns, rowFit.header, {
      neighbours: neighbours.get(block)?.get(surplusKey(printed)),
      agree: (candidate) => infer && agrees(candidate.map(({ text }) => readValue(text).value), equations),
    });
    added.push(...(assignment.added ?? []).map((cell) => ({ ...cell, row: printed })));
    if (assignment.how === "unheaded" || (printed.kind !== "cells" && crowded.has(block))) unheaded += 1;
    if (assignment.how === "fused" || assignment.how === "lost") {
      decide(rowFit, pointers, equations, assignment.how);
      continue;
    }
    if (printed.kind === "spaced" && assignment.how === "placed") {
      diagnostics.push({ rule: "placed-by-spacing", severity: "warning", paths: pointers, at: printed.at, args: { label: row.label } });
    }
    const lost = pointers.filter((_, index) => assignment.values[index] === null);
    const joined = agrees(assignment.values.map(joinedValue), equations);
    pointers.forEach((pointer, index) => read(pointer, block.columns[index]!, rowFit, assignment.values[index] ?? null, joined));
    if (assignment.how === "settled") {
      pointers.forEach((pointer) => evidence.set(pointer, { ...evidence.get(pointer)!, status: "inferred" }));
      diagnostics.push({ rule: "inferred-from-sums", severity: "warning", paths: pointers, at: printed.at, args: { label: row.label, raw: rawOf(printed) } });
    }
    if (lost.length > 0) {
      diagnostics.push({ rule: "cell-count", severity: "error", paths: lost, at: printed.at, expected: block.columns.length, actual: valueCount(printed), args: { label: row.label } });
    }
  }
  if (unheaded > 0) {
    diagnostics.push({ rule: "header-missing", severity: "warning", path: tablePointer(table.id), args: { rows: unheaded } });
  }
  return { values, evidence, diagnostics, ambiguous, added };

  function put(pointer: string, value: number | null, entry: EvidenceEntry): void {
    values.set(pointer, value);
    evidence.set(pointer, entry);
  }

  /** Borders between the cells are lost: only what the form's own sums decide in exactly one way is filled in. */
  function decide(rowFit: RowFit, pointers: readonly string[], equations: readonly Equation[], how: "fused" | "lost"): void {
    const printed = rowFit.printed!;
    const raw = rawOf(printed);
    const { row } = rowFit.known;
    const single = pointers.length === 1 ? readValue(raw) : null;
    // Zeros can be cut in one way only; other digits need a sum that says where.
    const undecided = how === "lost" || (!single && equations.length === 0 && !/^0+$/u.test(raw));
    const solutions = undecided ? [] : single ? (single.value === null ? [] : [[single.value]]) : splitRun(raw, pointers.length, equations);
    if (infer && solutions?.length === 1) {
      pointers.forEach((pointer, index) => put(pointer, solutions[0]![index]!, { raw, status: "inferred", at: printed.at }));
      diagnostics.push({ rule: "inferred-from-sums", severity: "warning", paths: pointers, at: printed.at, args: { label: row.label, raw } });
      return;
    }
    pointers.forEach((pointer) => put(pointer, null, { raw, status: "unreadable", at: printed.at }));
    if (infer && solutions && solutions.length > 1) ambiguous.push({ pointers, solutions, raw, at: printed.at });
    diagnostics.push({
      rule: how === "lost" ? "cell-count" : "fused-digits",
      severity: "error",
      paths: pointers,
      at: printed.at,
      ...(how === "lost" ? { expected: pointers.length, actual: valueCount(printed) } : {}),
      args: { label: row.label, raw, ways: solutions === null ? "many" : solutions.length },
    });
  }


  function read(pointer: string, known: KnownColumn, rowFit: RowFit, printed: PrintedValue | null, sumsHold: boolean): void {
    if (!printed) return put(pointer, null, { raw: null, status: "unreadable", at: rowFit.printed!.at });
    const { text: raw, at, doubt } = printed;
    const found = readValue(raw);
    const { row } = rowFit.known;
    const label = [row.label, known.column.label].filter((part) => part !== "").join(" / ");
    if (doubt?.kind === "unreadable" || printed.merged) {
      const reason = doubt?.kind === "unreadable" ? doubt.reason : "merged-cell";
      diagnostics.push({ rule: "unreadable-value", severity: "error", path: pointer, at, args: { raw, label, reason } });
      return put(pointer, null, { raw, status: "unreadable", at });
    }
    if (doubt?.kind === "disagreement") {
      diagnostics.push({ rule: "readings-disagree", severity: "error", path: pointer, at, expected: doubt.other, actual: raw, args: { label } });
      return put(pointer, found.value, { raw, status: "conflict", at });
    }
    // Digits on two lines of one cell are wrapped; digits with a space between may be two numbers, unless the sums hold.
    if (found.status === "unreadable" && found.joined !== undefined && infer && (raw.trim().includes("\n") || sumsHold)) {
      diagnostics.push({ rule: "digits-joined", severity: "warning", path: pointer, at, args: { raw, label, value: found.joined } });
      return put(pointer, found.joined, { raw, status: "inferred", at });
    }
    if (found.status === "unreadable") {
      diagnostics.push({ rule: "unreadable-value", severity: "error", path: pointer, at, args: { raw, label, reason: "not-a-number" } });
    }
    const type = row.type ?? known.column.type;
    const unit = found.unit ?? headerUnit(rowFit, known) ?? rowUnit(rowFit) ?? row.unit ?? known.column.unit;
    if (found.note !== undefined && found.value !== null) {
      diagnostics.push({ rule: "value-note", severity: "notice", path: pointer, at, args: { raw, label, note: found.note } });
    }
    if (type === "amount" && found.value !== null && unit === undefined && found.value !== 0) {
      diagnostics.push({ rule: "unit-missing", severity: "notice", path: pointer, at, args: { raw, label } });
    }
    const yuan = type === "amount" && found.value !== null && unit !== undefined ? toYuan(found.value, unit) : null;
    put(pointer, found.value, {
      raw,
      status: found.status,
      at,
      ...(unit === undefined ? {} : { unit }),
      ...(found.note === undefined ? {} : { note: found.note }),
      ...(yuan === null ? {} : { yuan }),
    });
  }
}

/**
 * Blocks of which rows without cell borders print more values than the form has columns: another form's rows, or blanks
 * that vanished. Then a row of the right count is right by chance.
 */
function crowdedBlocks(fit: Fit): ReadonlySet<KnownBlock> {
  const counts = new Map<KnownBlock, number>();
  for (const { known, printed } of fit.rowFits) {
    const crowded = printed !== null && (printed.kind === "listed" || printed.kind === "spaced") && valueCount(printed) > known.block.columns.length;
    if (crowded) counts.set(known.block, (counts.get(known.block) ?? 0) + 1);
  }
  return new Set([...counts].flatMap(([block, count]) => (count > 1 ? [block] : [])));
}

/** Whether a row of the same label was not found, and no row of a label of its own between the two tells which is printed. */
function hasTwin({ rowFits }: Fit, index: number): boolean {
  const labelOf = (at: number) => rowFits[at]?.known.label[0]?.text;
  const bearers = (at: number) => rowFits.filter(({ known }) => known.label[0]?.text === labelOf(at)).length;
  if (labelOf(index) === undefined || bearers(index) === 1) return false;
  return [-1, 1].some((step) => {
    for (let other = index + step; rowFits[other]; other += step) {
      if (labelOf(other) === labelOf(index)) return rowFits[other]!.printed === null;
      if (rowFits[other]!.printed && bearers(other) === 1) return false;
    }
    return false;
  });
}

/**
 * Which cells are surplus in rows that have more cells than columns, where every row that leaves only one choice leaves
 * the same: rows of one block are merged alike, so a row of equal or empty cells follows its neighbours.
 */
function surplusPatterns(fit: Fit): ReadonlyMap<KnownBlock, ReadonlyMap<string, string>> {
  const patterns = new Map<KnownBlock, Map<string, Set<string>>>();
  for (const { printed, known } of fit.rowFits) {
    const choices = printed ? leaveOut(printed, known.block.columns.length) : [];
    if (!printed || choices.length !== 1 || !isPlain(printed, choices[0]!)) continue;
    const ofBlock = patterns.get(known.block) ?? new Map<string, Set<string>>();
    ofBlock.set(surplusKey(printed), (ofBlock.get(surplusKey(printed)) ?? new Set()).add(choices[0]!.kept.join()));
    patterns.set(known.block, ofBlock);
  }
  const agreed = (ofBlock: ReadonlyMap<string, ReadonlySet<string>>) => [...ofBlock].flatMap(([key, kept]) => (kept.size === 1 ? [[key, [...kept][0]!] as const] : []));
  return new Map([...patterns].map(([block, ofBlock]) => [block, new Map(agreed(ofBlock))]));
}

/** A row whose cells left out could be no others, equal texts included: `0 0 0 0` says nothing about its neighbours. */
function isPlain(printed: FormRow, choice: Choice): boolean {
  const left = printed.values.flatMap((value, index) => (choice.kept.includes(index) ? [] : [value.text.trim()]));
  const kept = choice.values.map((value) => value.text.trim());
  return left.every((text) => text === "" || kept.filter((other) => other === text).length === 1) && !(left.includes("") && kept.includes(""));
}

function surplusKey(printed: FormRow): string {
  return `${printed.block}:${printed.values.length}`;
}

/** A row's values as printed, for messages and for cutting digits that run together. */
function rawOf(printed: FormRow): string {
  return printed.values.map((value) => value.text).join(" ");
}

/** The value of a cell, or what its digits give when put together. */
function joinedValue(printed: PrintedValue | null): number | null {
  if (!printed) return null;
  const { value, joined } = readValue(printed.text);
  return value ?? joined ?? null;
}

/** Whether the values of a row satisfy every equation of the row; a row without equations satisfies none. */
function agrees(values: readonly (number | null)[], equations: readonly Equation[]): boolean {
  return equations.length > 0 && !values.includes(null) && equations.every((equation) => balance(equation, values as number[]) === 0);
}

function printedLabel(row: FormRow): string {
  return row.labels.at(-1) ?? row.context.slice(-40);
}

type ParsedRule = { readonly each: RuleTemplate["each"]; readonly expression: Expression };

function parsedRules(rules: readonly RuleTemplate[], table: TableTemplate): readonly ParsedRule[] {
  return rules.filter((rule) => rule.table === table.id && rule.each !== "column").map(({ each, expression }) => ({ each, expression: parseExpression(expression) }));
}

/** Equations among the columns of one row that the template's rules give. */
function rowEquations(rules: readonly ParsedRule[], table: TableTemplate, row: string, columns: readonly KnownColumn[]): readonly Equation[] {
  const keys = columns.map(({ column }) => column.key);
  return rules.flatMap(({ each, expression }) => {
    const equation = toEquation(expression, each === "row" ? keys : keys.map((key) => cellKey(table, row, key)));
    return equation ? [equation] : [];
  });
}

/** A unit the report's own header states: 采购总金额(万元). */
function headerUnit(rowFit: RowFit, known: KnownColumn): string | undefined {
  const index = rowFit.known.block.columns.indexOf(known);
  const text = rowFit.header?.columns[index]?.leaf ?? known.label.map((label) => textAfter(rowFit.printed!.context, label.text)).find((found) => found !== "") ?? "";
  return /\((?:单位:)?(元|万元|亿元)\)/u.exec(text)?.[1];
}

/** A unit printed between label and values, which may be another than the form's. */
function rowUnit({ known, printed }: RowFit): string | undefined {
  if (known.row.unit === undefined || !printed) return undefined;
  return printed.unit ?? (unitAtEnd(known.row, printed.context) || undefined);
}

/** What follows a column label in running text, up to the end of a bracket. */
function textAfter(context: string, label: string): string {
  const index = context.indexOf(`${label}(`);
  return index < 0 ? "" : context.slice(index + label.length, index + label.length + 12);
}

const YUAN: Readonly<Record<string, number>> = { 元: 1, 万元: 10_000, 万: 10_000, 亿元: 100_000_000 };

function toYuan(value: number, unit: string): number | null {
  const factor = YUAN[unit];
  return factor === undefined ? null : Math.round(value * factor * 100) / 100;
}

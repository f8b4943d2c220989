import type { BlockTemplate, Finding, EvidenceEntry, Place } from "../../model/index.ts";
import { cellPointer, tablePointer } from "../../arithmetic/paths.ts";
import { assignValues, type AddedValue } from "./assign.ts";
import { agrees, parsedRules, rowEquations, toBound, type Equation } from "./equations.ts";
import type { Fit, RowFit } from "../match/fit.ts";
import { valueCount, type FormRow, type PrintedValue } from "../rows/form-row.ts";
import { waysToCut } from "./fused.ts";
import { contradictsOrder } from "../match/header-order.ts";
import { readValue } from "../../printed/numbers.ts";
import { readCell } from "./read-cell.ts";
import { crowdedBlocks, surplusKey, surplusPatterns } from "./surplus.ts";
import { finding } from "../../findings/finding.ts";

/** The cells of one table, by pointer, in the form's order. */
export interface MappedTable {
  readonly values: ReadonlyMap<string, number | null>;
  readonly evidence: ReadonlyMap<string, EvidenceEntry>;
  readonly diagnostics: readonly Finding[];
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
  readonly label: string;
  /** What is said of it as long as nobody decides. */
  readonly undecided: Finding;
}

/**
 * Reads the cells of a fitted table. Every cell of the form gets a value or null, evidence, and a reason where it is not
 * plain. `mentioned` are optional rows that the document has though none was read.
 */
export function mapCells(fit: Fit, infer: boolean, mentioned: ReadonlySet<RowFit>): MappedTable {
  const values = new Map<string, number | null>();
  const evidence = new Map<string, EvidenceEntry>();
  const diagnostics: Finding[] = [];
  const ambiguous: AmbiguousRow[] = [];
  const added: AddedCell[] = [];
  const { table, template } = fit.known;
  const rules = parsedRules(template.rules, table);
  const neighbours = surplusPatterns(fit);
  const crowded = crowdedBlocks(fit);
  const reordered: string[] = [];
  const disordered = new Set<BlockTemplate>();
  let unheaded = 0;
  let misheaded = 0;

  for (const [index, rowFit] of fit.rowFits.entries()) {
    const { row, block } = rowFit.known;
    const pointers = block.columns.map(({ column }) => cellPointer(table, row.key, column.key));
    if (!rowFit.printed) {
      if (row.optional && !mentioned.has(rowFit)) continue;
      pointers.forEach((pointer) => put(pointer, null, { raw: null, status: "unreadable", at: null }));
      diagnostics.push(
        finding("row-missing", { paths: pointers, args: { label: row.enumerator + row.label } }),
      );
      continue;
    }
    const { printed } = rowFit;
    const where = { paths: pointers, at: printed.at };
    const { label } = row;
    if (rowFit.match.kind === "fuzzy") {
      const args = { label, printed: printedLabel(printed), basis: row.basis };
      diagnostics.push(finding("label-fuzzy", { ...where, args }));
    }
    if (hasTwin(fit, index)) diagnostics.push(finding("row-ambiguous", { ...where, args: { label } }));
    if (rowFit.header?.reordered) reordered.push(...pointers);
    const equations = rowEquations(rules, table, row.key, block.columns);
    const bounds = rowEquations(rules, table, row.key, block.columns, toBound);
    const assignment = assignValues(printed, block.columns, rowFit.header, {
      neighbours: neighbours.get(block)?.get(surplusKey(printed)),
      agree: (candidate) =>
        infer &&
        agrees(
          candidate.map(({ text }) => readValue(text).value),
          equations,
        ),
    });
    added.push(...(assignment.added ?? []).map((cell) => ({ ...cell, row: printed })));
    if (assignment.how === "unheaded" || (printed.kind !== "cells" && crowded.has(block))) unheaded += 1;
    if (printed.kind !== "cells" && !disordered.has(block.block) && contradictsOrder(printed.context, block))
      disordered.add(block.block);
    if (disordered.has(block.block)) misheaded += 1;
    if (assignment.how === "fused" || assignment.how === "lost") {
      decide(rowFit, pointers, equations, bounds, assignment.how);
      continue;
    }
    if (printed.kind === "spaced" && assignment.how === "placed")
      diagnostics.push(finding("placed-by-spacing", { ...where, args: { label } }));
    const lost = pointers.filter((_, index) => assignment.values[index] === null);
    const joined = agrees(assignment.values.map(joinedValue), equations);
    pointers.forEach((pointer, index) => {
      const cell = readCell(pointer, block.columns[index]!, rowFit, assignment.values[index] ?? null, {
        infer,
        sumsHold: joined,
      });
      put(pointer, cell.value, cell.entry);
      diagnostics.push(...cell.diagnostics);
    });
    if (assignment.how === "settled") {
      pointers.forEach((pointer) => evidence.set(pointer, { ...evidence.get(pointer)!, status: "inferred" }));
      diagnostics.push(finding("inferred-from-sums", { ...where, args: { label, raw: rawOf(printed) } }));
    }
    if (lost.length > 0) {
      diagnostics.push(
        finding("cell-count", {
          paths: lost,
          at: printed.at,
          expected: block.columns.length,
          actual: valueCount(printed),
          args: { label: row.label },
        }),
      );
    }
  }
  const path = tablePointer(table.id);
  if (unheaded > 0) diagnostics.push(finding("header-missing", { path, args: { rows: unheaded } }));
  if (reordered.length > 0)
    diagnostics.push(finding("columns-reordered", { paths: reordered, args: { label: table.title } }));
  if (misheaded > 0) diagnostics.push(finding("header-order", { path, args: { rows: misheaded } }));
  return { values, evidence, diagnostics, ambiguous, added };

  function put(pointer: string, value: number | null, entry: EvidenceEntry): void {
    values.set(pointer, value);
    evidence.set(pointer, entry);
  }

  /** Borders between the cells are lost: only what the form's own sums decide in exactly one way is filled in. */
  function decide(
    rowFit: RowFit,
    pointers: readonly string[],
    equations: readonly Equation[],
    bounds: readonly Equation[],
    how: "fused" | "lost",
  ): void {
    const printed = rowFit.printed!;
    const raw = rawOf(printed);
    const { row } = rowFit.known;
    const solutions = how === "lost" ? [] : waysToCut(raw, pointers.length, equations, bounds);
    if (infer && solutions?.length === 1) {
      pointers.forEach((pointer, index) =>
        put(pointer, solutions[0]![index]!, { raw, status: "inferred", at: printed.at }),
      );
      diagnostics.push(
        finding("inferred-from-sums", { paths: pointers, at: printed.at, args: { label: row.label, raw } }),
      );
      return;
    }
    pointers.forEach((pointer) => put(pointer, null, { raw, status: "unreadable", at: printed.at }));
    const { label } = row;
    const ways = solutions === null ? "many" : solutions.length;
    const about = { paths: pointers, at: printed.at, args: { label, raw, ways } };
    const undecided =
      how === "lost"
        ? finding("cell-count", { ...about, expected: pointers.length, actual: valueCount(printed) })
        : finding("fused-digits", about);
    if (infer && solutions && solutions.length > 1)
      ambiguous.push({ pointers, solutions, raw, at: printed.at, label, undecided });
    diagnostics.push(undecided);
  }
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

function printedLabel(row: FormRow): string {
  return row.labels.at(-1) ?? row.context.slice(-40);
}

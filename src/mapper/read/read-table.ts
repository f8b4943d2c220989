import type { BlockTemplate, CellValue, Finding, EvidenceEntry } from "../../model/index.ts";
import { tablePointer } from "../../arithmetic/paths.ts";
import { assignValues, standsBesideHeading, type Assignment } from "./assign.ts";
import { agrees, sumsOf, type WeightedSum } from "./sums/equations.ts";
import type { Fit, RowFit } from "../match/fit/fit.ts";
import { printedRow, valueCount, type FormRow, type PrintedValue } from "../rows/form-row.ts";
import { waysToCut } from "./sums/fused.ts";
import { contradictsOrder } from "../match/header/header-order.ts";
import { readValue } from "../../printed/numbers.ts";
import { readCell } from "./cells/read-cell.ts";
import { doubtSpacing, hasAmountAmongLabels, hasTwin, oddHeadings } from "./cells/doubtful-rows.ts";
import { replacesHeadings, standsUnderOthers } from "./cells/replaced-headings.ts";
import { doubtLabel } from "./cells/doubtful-labels.ts";
import { doubtfulLeftOut } from "./left-out.ts";
import { isPlacedAlone } from "../match/row/pieces.ts";
import type { AddedCell, AmbiguousRow, MappedTable } from "./mapped-table.ts";
import { otherGroups, showsGroups, type OddHeading } from "./told-groups.ts";
import { recalledGroups } from "./recalled-groups.ts";
import { readCode, readName } from "./cells/read-name.ts";
import type { RefusedCell } from "./sums/scanned-sums.ts";
import { crowdedBlocks, surplusKey, surplusPatterns } from "./sums/surplus.ts";
import { finding } from "../../findings/finding.ts";

/**
 * Reads the cells of a fitted table. Every cell of the form gets a value or null, evidence, and a reason where it is
 * not plain. `mentioned` are optional rows that the document has although none was read.
 */
export function mapCells(fit: Fit, infer: boolean, mentioned: ReadonlySet<RowFit>): MappedTable {
  const reading = begin(fit, infer);
  fit.rowFits.forEach((rowFit, index) => {
    if (rowFit.printed) readRow(reading, rowFit.printed, rowFit, index);
    else if (!rowFit.known.row.optional || mentioned.has(rowFit)) rowMissing(reading, rowFit);
  });
  doubtHeaders(reading);
  const { values, evidence, diagnostics, ambiguous, refused, added, assignments } = reading;
  return { values, evidence, diagnostics, ambiguous, refused, added, assignments };
}

/** A table whose rows are being read one after the other. */
interface TableReading {
  readonly fit: Fit;
  readonly infer: boolean;
  readonly neighbours: ReturnType<typeof surplusPatterns>;
  readonly crowded: ReturnType<typeof crowdedBlocks>;
  readonly values: Map<string, CellValue>;
  readonly evidence: Map<string, EvidenceEntry>;
  readonly diagnostics: Finding[];
  readonly ambiguous: AmbiguousRow[];
  readonly refused: Map<string, RefusedCell>;
  readonly added: AddedCell[];
  readonly assignments: Map<RowFit, Assignment>;
  /** Cells read by headings that stand in another order than the form's. */
  readonly reordered: string[];
  /** Blocks whose headings stand in another order, so that it is unclear which value is under which. */
  readonly disordered: Set<BlockTemplate>;
  /**
   * For blocks with a row under their headings, the columns of its values: after a page break, rows in the same columns
   * go on without headings, but rows in other columns may be another half of the page.
   */
  readonly headed: Map<RowFit["known"]["block"], string>;
  /** Cells under headings in words that differ from the form's, by these words and the form's. */
  readonly odd: Map<string, OddHeading & { readonly paths: string[] }>;
  /** Numbers of rows without readable headings, and of rows in disordered blocks. */
  unheaded: number;
  misheaded: number;
}

function begin(fit: Fit, infer: boolean): TableReading {
  return {
    fit,
    infer,
    neighbours: surplusPatterns(fit),
    crowded: crowdedBlocks(fit),
    values: new Map(),
    evidence: new Map(),
    diagnostics: [],
    ambiguous: [],
    refused: new Map(),
    added: [],
    assignments: new Map(),
    reordered: [],
    odd: new Map(),
    disordered: new Set(),
    headed: new Map(),
    unheaded: 0,
    misheaded: 0,
  };
}

function put({ values, evidence }: TableReading, pointer: string, value: CellValue, entry: EvidenceEntry) {
  values.set(pointer, value);
  evidence.set(pointer, entry);
}

function rowMissing(reading: TableReading, rowFit: RowFit): void {
  const paths = rowFit.known.pointers;
  paths.forEach((pointer) => put(reading, pointer, null, { raw: null, status: "unreadable", at: null }));
  reading.diagnostics.push(finding("row-missing", { paths, args: { label: nameOf(rowFit) } }));
}

function readRow(reading: TableReading, printed: FormRow, rowFit: RowFit, index: number): void {
  const { block } = rowFit.known;
  for (const readWords of [readName, readCode]) {
    const words = readWords(reading.fit.known.table, printed, rowFit);
    if (words) put(reading, words.pointer, words.value, words.entry);
    reading.diagnostics.push(...(words?.diagnostics ?? []));
  }
  doubtRow(reading, printed, rowFit, index);
  const { equations, bounds } = sumsOf(reading.fit.known).get(rowFit.known)!;
  const assignment = assignValues(printed, block.columns, rowFit.header, {
    neighbours: reading.neighbours.get(block)?.get(surplusKey(printed)),
    agree: (candidate) =>
      reading.infer &&
      agrees(
        candidate.map(({ text }) => readValue(text).value),
        equations,
      ),
  });
  reading.assignments.set(rowFit, assignment);
  reading.added.push(...(assignment.added ?? []).map((cell) => ({ ...cell, row: printed })));
  countHeadings(reading, printed, rowFit, assignment);
  const about = { paths: rowFit.known.pointers, at: printed.at, args: { label: nameOf(rowFit) } };
  if (standsBesideHeading(printed, rowFit.header, assignment))
    reading.diagnostics.push(finding("values-off-headings", about));
  else if (assignment.how === "surplus")
    reading.diagnostics.push(
      finding("surplus-cell", {
        ...about,
        expected: printed.uneven ? block.block.columns.length : block.columns.length,
        actual: printed.uneven ? printedRow(printed).values.length : valueCount(printed),
      }),
    );
  reading.diagnostics.push(...doubtfulLeftOut(printed, rowFit, assignment));
  if (assignment.how === "fused" || assignment.how === "lost")
    decide(reading, printed, rowFit, { equations, bounds }, assignment.how);
  else readCells(reading, printed, rowFit, equations, assignment);
}

/** Reports what makes it doubtful that the printed row is the form's. */
function doubtRow(reading: TableReading, printed: FormRow, rowFit: RowFit, index: number): void {
  const where = { paths: rowFit.known.pointers, at: printed.at };
  reading.diagnostics.push(...doubtLabel(printed, rowFit, reading.fit.known.rows));
  const grouped = printed.labels.slice(0, -1).includes(rowFit.known.group);
  const unnamed = isPlacedAlone(rowFit.known, printed);
  if (unnamed || (!grouped && hasTwin(reading.fit, index))) {
    const args = { label: unnamed ? rowFit.known.block.columns[0]!.column.label : nameOf(rowFit) };
    reading.diagnostics.push(finding("row-ambiguous", { ...where, args }));
  }
  if (rowFit.header?.reordered) reading.reordered.push(...where.paths);
  (rowFit.header?.odd ?? oddHeadings(reading.fit, rowFit)).forEach((heading, at) => {
    if (heading === null) return;
    const { label, basis } = rowFit.known.block.columns[at]!.column;
    // A wording that was not read in a source may differ. Words elsewhere may still be a heading of something else.
    const recalled = basis === "recall" && rowFit.header?.columns[at] ? { basis } : null;
    noteOdd(reading, { printed: heading, label, paths: [where.paths[at]!], ...recalled });
  });
  for (const group of [...otherGroups(printed, rowFit), ...recalledGroups(printed, rowFit)])
    noteOdd(reading, group);
}

function noteOdd({ odd }: TableReading, heading: OddHeading): void {
  const key = `${heading.printed}\t${heading.label}`;
  const kept = odd.get(key) ?? { ...heading, paths: [] };
  kept.paths.push(...heading.paths);
  odd.set(key, kept);
}

function countHeadings(reading: TableReading, printed: FormRow, rowFit: RowFit, { how }: Assignment): void {
  const {
    known: { block },
    header,
  } = rowFit;
  const { disordered, headed } = reading;
  const loose = printed.kind !== "cells";
  const columns = printed.values.map(({ column }) => column).join(" ");
  if (how === "counted" && header !== null) headed.set(block, columns);
  const goesOn = printed.headers.length === 0 && headed.get(block) === columns;
  const isReplaced =
    (printed.kind === "listed" && replacesHeadings(reading.fit.known, block, printed.context)) ||
    standsUnderOthers(reading.fit, rowFit);
  if ((how === "unheaded" && !goesOn) || (loose && reading.crowded.has(block)) || isReplaced)
    reading.unheaded += 1;
  // Where a merged heading lost its width, only the order of words shows what it stands over.
  const isWordsAlone = loose || (header !== null && !header.reordered && !showsGroups(rowFit));
  if (isWordsAlone && !disordered.has(block.block) && contradictsOrder(printed.context, block))
    disordered.add(block.block);
  if (disordered.has(block.block)) reading.misheaded += 1;
}

/** Reads every cell of a row whose cells could be told apart. */
function readCells(
  reading: TableReading,
  printed: FormRow,
  rowFit: RowFit,
  equations: readonly WeightedSum[],
  { values, how }: Assignment,
): void {
  const { diagnostics, evidence, infer } = reading;
  const { block } = rowFit.known;
  const label = nameOf(rowFit);
  const pointers = rowFit.known.pointers;
  const where = { paths: pointers, at: printed.at };
  const table = tablePointer(reading.fit.known.table.id);
  diagnostics.push(...doubtSpacing(printed, rowFit, how === "placed", table));
  const sumsHold = agrees(values.map(joinedValue), equations);
  pointers.forEach((pointer, index) => {
    const options = { infer, sumsHold };
    const cell = readCell(pointer, block.columns[index]!, rowFit, values[index] ?? null, options);
    put(reading, pointer, cell.value, cell.entry);
    diagnostics.push(...cell.diagnostics);
    if (cell.refused) reading.refused.set(pointer, cell.refused);
  });
  if (how === "settled") {
    pointers.forEach((pointer) => evidence.set(pointer, { ...evidence.get(pointer)!, status: "inferred" }));
    diagnostics.push(finding("inferred-from-sums", { ...where, args: { label, raw: rawOf(printed) } }));
  }
  const isShifted = hasAmountAmongLabels(printed);
  const counts = { expected: block.columns.length, actual: valueCount(printed) + Number(isShifted) };
  const isUntold = isShifted || values.includes(null);
  if (!isUntold) return;
  // Where a cell was lost, the values under the other headings may have moved, unless its column is lost as well.
  const headings = rowFit.header?.columns.filter((column) => column !== null).length ?? pointers.length;
  const isMoved = isShifted || printed.values.length < headings;
  const paths = pointers.filter((_, index) => isMoved || values[index] === null);
  diagnostics.push(finding("cell-count", { paths, at: printed.at, ...counts, args: { label } }));
}

/** Fills in a row whose cell borders are lost only where the form's own sums allow exactly one reading. */
function decide(
  reading: TableReading,
  printed: FormRow,
  rowFit: RowFit,
  {
    equations,
    bounds,
  }: { readonly equations: readonly WeightedSum[]; readonly bounds: readonly WeightedSum[] },
  how: "fused" | "lost",
): void {
  const { infer, diagnostics, ambiguous } = reading;
  const { at } = printed;
  const label = nameOf(rowFit);
  const raw = rawOf(printed);
  const paths = rowFit.known.pointers;
  const solutions = how === "lost" ? [] : waysToCut(raw, paths.length, equations, bounds);
  if (infer && solutions?.length === 1) {
    paths.forEach((pointer, index) =>
      put(reading, pointer, solutions[0]![index]!, { raw, status: "inferred", at }),
    );
    diagnostics.push(finding("inferred-from-sums", { paths, at, args: { label, raw } }));
    return;
  }
  paths.forEach((pointer) => put(reading, pointer, null, { raw, status: "unreadable", at }));
  const about = { paths, at, args: { label, raw, ways: solutions === null ? "many" : solutions.length } };
  const undecided =
    how === "lost"
      ? finding("cell-count", { ...about, expected: paths.length, actual: valueCount(printed) })
      : finding("fused-digits", about);
  if (infer && solutions && solutions.length > 1)
    ambiguous.push({ pointers: paths, solutions, raw, at, label, undecided });
  diagnostics.push(undecided);
}

/** Reports doubts about a table's headings once for all its rows. */
function doubtHeaders({ fit, diagnostics, odd, unheaded, reordered, misheaded }: TableReading): void {
  const { id, title } = fit.known.table;
  const path = tablePointer(id);
  for (const { paths, ...args } of odd.values())
    diagnostics.push(finding("label-fuzzy", { paths, severity: args.basis ? "notice" : "warning", args }));
  if (unheaded > 0) diagnostics.push(finding("header-missing", { path, args: { rows: unheaded } }));
  if (reordered.length > 0)
    diagnostics.push(finding("columns-reordered", { paths: reordered, args: { label: title } }));
  if (fit.reordered) diagnostics.push(finding("rows-reordered", { path, args: { label: title } }));
  if (misheaded > 0) diagnostics.push(finding("header-order", { path, args: { rows: misheaded } }));
}

/** A row's whole name, because （七）总计 is not the column 总计. */
function nameOf({ known: { row } }: RowFit): string {
  return row.enumerator + row.label;
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

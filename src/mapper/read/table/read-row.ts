import { tablePointer } from "../../../arithmetic/paths.ts";
import { assignValues } from "../assign/assign.ts";
import { standsBesideHeading } from "../assign/beside-heading.ts";
import type { Assignment } from "../assign/assignment.ts";
import { agrees, sumsOf, type WeightedSum } from "../sums/equations.ts";
import type { RowFit } from "../../match/fit/fit.ts";
import { printedRow, valueCount, type FormRow, type PrintedValue } from "../../rows/form-row.ts";
import { readValue } from "../../../printed/numbers.ts";
import { isOfAmounts, readCell } from "../cells/read-cell.ts";
import { NO_UNITS, rowUnits } from "../cells/units.ts";
import { doubtSpacing, hasAmountAmongLabels, holdsAnotherRow } from "../cells/doubtful-rows.ts";
import { doubtfulLeftOut } from "../assign/left-out.ts";
import { readCode, readName } from "../cells/read-name.ts";
import { surplusKey } from "../sums/surplus.ts";
import { finding } from "../../../findings/finding.ts";
import { type TableReading, noteCell, wholeLabel, printedTogether } from "./table-reading.ts";
import { doubtRow } from "./doubt-row.ts";
import { countHeadings } from "./doubt-headings.ts";
import { decideBySums } from "./decide.ts";

/** Reads a printed row as the form's, and notes what is doubtful about it. */
export function readFormRow(reading: TableReading, printed: FormRow, rowFit: RowFit, index: number): void {
  const { block } = rowFit.known;
  for (const readWords of [readName, readCode]) {
    const words = readWords(reading.fit.known.table, printed, rowFit);
    if (words) noteCell(reading, words.pointer, words.value, words.entry);
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
  const remarks = printed.remark ? [{ heading: "备注", value: printed.remark }] : [];
  reading.added.push(...[...(assignment.added ?? []), ...remarks].map((cell) => ({ ...cell, row: printed })));
  countHeadings(reading, printed, rowFit, assignment);
  const about = { paths: rowFit.known.pointers, at: printed.at, args: { label: wholeLabel(rowFit) } };
  if (standsBesideHeading(printed, rowFit.header, assignment)) {
    reading.offHeadings.add(rowFit);
    reading.diagnostics.push(finding("values-off-headings", about));
  } else if (assignment.how === "surplus")
    reading.diagnostics.push(
      finding("surplus-cell", {
        ...about,
        expected: printed.uneven ? block.block.columns.length : block.columns.length,
        actual: printed.uneven ? printedRow(printed).values.length : valueCount(printed),
      }),
    );
  reading.diagnostics.push(...doubtfulLeftOut(printed, rowFit, assignment));
  if (assignment.how === "fused" || assignment.how === "lost")
    decideBySums(reading, printed, rowFit, { equations, bounds }, assignment.how);
  else readCells(reading, printed, rowFit, equations, assignment);
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
  const label = wholeLabel(rowFit);
  const pointers = rowFit.known.pointers;
  const where = { paths: pointers, at: printed.at };
  const table = tablePointer(reading.fit.known.table.id);
  diagnostics.push(...doubtSpacing(printed, rowFit, how === "placed", table));
  const hasAmounts = block.columns.some(({ column }) => isOfAmounts(rowFit.known.row.type ?? column.type));
  const options = {
    infer,
    sumsHold: equations.length > 0 && agrees(values.map(joinedValue), equations),
    units: hasAmounts ? rowUnits(rowFit) : NO_UNITS,
  };
  pointers.forEach((pointer, index) => {
    const cell = readCell(pointer, block.columns[index]!, rowFit, values[index] ?? null, options);
    noteCell(reading, pointer, cell.value, cell.entry);
    diagnostics.push(...cell.diagnostics);
    if (cell.refused) reading.refused.set(pointer, cell.refused);
  });
  if (how === "settled") {
    pointers.forEach((pointer) => evidence.set(pointer, { ...evidence.get(pointer)!, status: "inferred" }));
    diagnostics.push(
      finding("inferred-from-sums", { ...where, args: { label, raw: printedTogether(printed) } }),
    );
  }
  const isShifted = hasAmountAmongLabels(printed) || holdsAnotherRow(printed, rowFit, reading.fit);
  const counts = { expected: block.columns.length, actual: valueCount(printed) + Number(isShifted) };
  const isUnclear = isShifted || values.includes(null);
  if (!isUnclear) return;
  // Where a cell was lost, the values under the other headings may have moved, unless its column is lost as well.
  const headings = rowFit.header?.columns.filter((column) => column !== null).length ?? pointers.length;
  const isMoved = isShifted || printed.values.length < headings;
  const paths = pointers.filter((_, index) => isMoved || values[index] === null);
  diagnostics.push(finding("cell-count", { paths, at: printed.at, ...counts, args: { label } }));
}

/** The value of a cell, or what its digits give when put together. */
function joinedValue(printed: PrintedValue | null): number | null {
  if (!printed) return null;
  const { value, joined } = readValue(printed.text);
  return value ?? joined ?? null;
}

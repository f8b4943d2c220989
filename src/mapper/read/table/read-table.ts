import type { Fit, RowFit } from "../../match/fit/fit.ts";
import type { MappedTable } from "../sums/mapped-table.ts";
import { finding } from "../../../findings/finding.ts";
import { beginReading, type TableReading, noteCell, wholeLabel } from "./table-reading.ts";
import { readName } from "../cells/read-name.ts";
import { readFormRow } from "./read-row.ts";
import { doubtHeadings } from "./doubt-headings.ts";
import { movedRows } from "../assign/moved-rows.ts";
import { emptiedRows } from "../assign/emptied-rows.ts";
import { crowdedRows } from "../assign/crowded-rows.ts";
import { repeatedNames } from "../assign/repeated-names.ts";
import { sumsOf } from "../sums/equations.ts";

/**
 * Reads the cells of a fitted table. Every cell of the form gets a value or null, evidence, and a reason where it is
 * not plain. `mentioned` are optional rows that the document has although none was read.
 */
export function mapCells(fit: Fit, infer: boolean, mentioned: ReadonlySet<RowFit>): MappedTable {
  const reading = beginReading(fit, infer);
  fit.rowFits.forEach((rowFit, index) => {
    if (rowFit.printed) readFormRow(reading, rowFit.printed, rowFit, index);
    else if (!rowFit.known.row.optional || mentioned.has(rowFit)) rowMissing(reading, rowFit);
  });
  doubtHeadings(reading);
  doubtMoved(reading);
  const { values, evidence, diagnostics, ambiguous, refused, added, assignments } = reading;
  return { values, evidence, diagnostics, ambiguous, refused, added, assignments };
}

/** Reports the rows whose cells may all stand under the headings to their left, but for those reported already. */
function doubtMoved({ fit, assignments, diagnostics, offHeadings }: TableReading): void {
  const sums = sumsOf(fit.known);
  const emptied = emptiedRows(assignments, ({ known }) => sums.get(known)!.equations);
  const moved = [movedRows(assignments), emptied, crowdedRows(assignments), repeatedNames(assignments)];
  for (const rowFit of new Set(moved.flatMap((rows) => [...rows]))) {
    if (offHeadings.has(rowFit)) continue;
    const { pointers } = rowFit.known;
    const printed = rowFit.printed!;
    const name = readName(fit.known.table, printed, rowFit);
    const paths = name ? [name.pointer, ...pointers] : pointers;
    const about = { paths, at: printed.at, args: { label: wholeLabel(rowFit) } };
    diagnostics.push(finding("values-off-headings", about));
  }
}

function rowMissing(reading: TableReading, rowFit: RowFit): void {
  const paths = rowFit.known.pointers;
  paths.forEach((pointer) => noteCell(reading, pointer, null, { raw: null, status: "unreadable", at: null }));
  reading.diagnostics.push(finding("row-missing", { paths, args: { label: wholeLabel(rowFit) } }));
}

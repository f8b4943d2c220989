import type { Fit, RowFit } from "../../match/fit/fit.ts";
import type { MappedTable } from "../sums/mapped-table.ts";
import { finding } from "../../../findings/finding.ts";
import { beginReading, type TableReading, noteCell, wholeLabel } from "./table-reading.ts";
import { readFormRow } from "./read-row.ts";
import { doubtHeadings } from "./doubt-headings.ts";

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
  const { values, evidence, diagnostics, ambiguous, refused, added, assignments } = reading;
  return { values, evidence, diagnostics, ambiguous, refused, added, assignments };
}

function rowMissing(reading: TableReading, rowFit: RowFit): void {
  const paths = rowFit.known.pointers;
  paths.forEach((pointer) => noteCell(reading, pointer, null, { raw: null, status: "unreadable", at: null }));
  reading.diagnostics.push(finding("row-missing", { paths, args: { label: wholeLabel(rowFit) } }));
}

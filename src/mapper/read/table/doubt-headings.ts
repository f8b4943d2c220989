import { tablePointer } from "../../../arithmetic/paths.ts";
import type { Assignment } from "../assign/assignment.ts";
import type { RowFit } from "../../match/fit/fit.ts";
import type { FormRow } from "../../rows/form-row.ts";
import { contradictsOrder } from "../../match/header/header-order.ts";
import { replacesHeadings, standsBelowHeadings, standsUnderOthers } from "../cells/replaced-headings.ts";
import { showsGroups } from "./twin-columns.ts";
import { finding } from "../../../findings/finding.ts";
import type { TableReading } from "./table-reading.ts";

/** Reports doubts about a table's headings once for all its rows. */
export function doubtHeadings({ fit, diagnostics, odd, unheaded, reordered, misheaded }: TableReading): void {
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

/** Counts a row whose headings were not found, or whose block has them in another order. */
export function countHeadings(
  reading: TableReading,
  printed: FormRow,
  rowFit: RowFit,
  { how }: Assignment,
): void {
  const {
    known: { block },
    header,
  } = rowFit;
  const { disordered, headed } = reading;
  const loose = printed.kind !== "cells";
  const columns = printed.values.map(({ column }) => column).join(" ");
  const isBelow = how === "unheaded" && standsBelowHeadings(reading.fit.known, block, printed);
  if (isBelow || (how === "counted" && header !== null)) headed.set(block, columns);
  const goesOn = printed.headers.length === 0 && headed.get(block) === columns;
  const isReplaced =
    (printed.kind === "listed" && replacesHeadings(reading.fit.known, block, printed.context)) ||
    standsUnderOthers(reading.fit, rowFit);
  if ((how === "unheaded" && !goesOn) || (loose && reading.crowded.has(block)) || isReplaced)
    reading.unheaded += 1;
  // Where a merged heading lost its width, only the order of words shows what it stands over.
  const isGuess = printed.ragged === true && header?.reordered !== true && printed.from === undefined;
  const isWordsAlone = loose || isGuess || (header !== null && !header.reordered && !showsGroups(rowFit));
  if (isWordsAlone && !disordered.has(block.block) && contradictsOrder(printed.context, block))
    disordered.add(block.block);
  if (disordered.has(block.block)) reading.misheaded += 1;
}

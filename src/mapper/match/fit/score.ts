import { CROWDED, ROWS_ALONE } from "../weights.ts";
import { isOpenListRow } from "../../../arithmetic/open-rows.ts";
import type { LayoutCandidate } from "../../../model/index.ts";
import type { KnownTable } from "../../form/known.ts";
import { isGridRow, valueCount, type FormRow } from "../../rows/form-row.ts";
import { weightOf } from "./against.ts";
import { labelsInText } from "../row/stands-alone.ts";
import type { RowFit } from "./fit.ts";

/**
 * Score from 0 to 1: one half is the share of rows found, out of those expected and those left over between them; the
 * other half is that share times the share of columns found.
 */
export function candidateOf(
  known: KnownTable,
  fits: readonly RowFit[],
  rows: readonly FormRow[],
  pairs: readonly (number | null)[],
): LayoutCandidate {
  const found = fits.filter((fit) => fit.printed !== null);
  const used = new Set(pairs.filter((index) => index !== null));
  const blocks = new Set(found.map((fit) => fit.printed!.block));
  // The rows of another copy of the table are the form's, too.
  const rivals = new Set(
    fits.flatMap((fit) =>
      fit.rivals.flatMap(({ printed }) => (printed.block === fit.printed?.block ? [] : [printed])),
    ),
  );
  const leftOver = rows.filter(
    (row, index) =>
      !used.has(index) &&
      !rivals.has(row) &&
      isGridRow(row) &&
      blocks.has(row.block) &&
      row.labels.length > 0 &&
      !known.rowGroups.has(row.labels.at(-1)!),
  );
  // A list has as many rows as are printed, so its rows are no evidence for the form unless it has no others.
  const fixed = fits.filter(({ known: { row, block } }) => !isOpenListRow(block.block, row));
  const counted = fixed.length > 0 ? fixed : fits;
  const countedFound = counted.filter((fit) => fit.printed !== null);
  const expected = counted.filter((fit) => !fit.known.row.optional || fit.printed !== null).length;
  const [columns, columnsMatched] = columnCounts(fits);
  const rowScore =
    countedFound.reduce(
      (sum, fit) => sum + fit.match.score * weightOf(known.table, fit.known, fit.printed!) * readable(fit),
      0,
    ) / Math.max(1, expected + leftOver.length);
  return {
    table: known.table.id,
    layout: known.template.id,
    score:
      Math.round(
        (ROWS_ALONE * rowScore + (1 - ROWS_ALONE) * rowScore * (columnsMatched / Math.max(1, columns))) *
          1000,
      ) / 1000,
    rowsMatched: countedFound.length,
    rows: expected,
    columnsMatched,
    columns,
  };
}

/** A row without cell borders that has more values than the form has columns counts less, as it cannot be read. */
function readable({ known, printed }: RowFit): number {
  const loose = printed!.kind === "listed" || printed!.kind === "spaced";
  return loose && valueCount(printed!) > known.block.columns.length ? CROWDED : 1;
}

function columnCounts(fits: readonly RowFit[]): [columns: number, matched: number] {
  const best = new Map<unknown, { columns: number; matched: number }>();
  for (const { known, printed, header } of fits) {
    const columns = known.block.columns.length;
    const inText = printed !== null && !isGridRow(printed) ? labelsInText(known.block, printed.context) : 0;
    const matched = Math.max(best.get(known.block)?.matched ?? 0, header?.matched ?? 0, inText);
    best.set(known.block, { columns, matched });
  }
  const counts = [...best.values()];
  return [
    counts.reduce((sum, count) => sum + count.columns, 0),
    counts.reduce((sum, count) => sum + count.matched, 0),
  ];
}

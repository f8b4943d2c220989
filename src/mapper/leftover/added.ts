import type { OtherTable, Place } from "../../model/index.ts";
import { finding } from "../../findings/finding.ts";
import type { AddedCell } from "../read/sums/mapped-table.ts";
import { takenRows } from "../match/fit/taken-rows.ts";
import type { Fit } from "../match/fit/fit.ts";
import { labelled, labelsOfRow, type Unknown } from "./labelled.ts";
import { hasNumbers, isGridRow, type FormRow } from "../rows/form-row.ts";
import {
  withNeighbours,
  hasAsManyValues,
  standsRightBelow,
  ownName,
  shortName,
  isAdded,
} from "./added-rows.ts";

/**
 * Rows printed in a known table that its form does not have (a province's own 其中 among the indicators): rows that the
 * table did not take from a grid of which it took others, and rows with a name of their own between two that it took.
 * `reported` holds the places of rows that have a finding already.
 */
export function addedRows(
  fits: readonly Fit[],
  rows: readonly FormRow[],
  reported: ReadonlySet<Place>,
): readonly Unknown[] {
  const fitOf = new Map(fits.flatMap((fit) => takenRows([fit]).map((row) => [row, fit] as const)));
  const byHeader = new Map<unknown, { readonly fit: Fit; readonly rows: FormRow[] }>();
  for (const { row, before, after } of withNeighbours(rows, fitOf)) {
    const near = [before, after].find((other) => other && isGridRow(row) && other.block === row.block);
    const fit = fitOf.get(near ?? before!)!;
    const alike = [before, after].some((other) => other !== null && hasAsManyValues(row, other));
    const isWithin = after !== null && fitOf.get(after) === fit;
    if (!near && !isWithin && !(alike && before && standsRightBelow(row, before))) continue;
    const own = isGridRow(row) ? row.labels : ownName(row, fit.known.words);
    const labels = own.length > 0 || !alike || isGridRow(row) ? own : shortName(row);
    const named = labels === row.labels ? row : { ...row, labels };
    if (!isAdded(named, fit, near !== undefined)) continue;
    const key = isGridRow(row) ? row.headers : fit;
    const group = byHeader.get(key) ?? { fit, rows: [] };
    group.rows.push(named);
    byHeader.set(key, group);
  }
  return [...byHeader.values()].map((group) => unknownRows(group.fit, group.rows, reported));
}

/** Columns printed in a known table that its form does not have, as a table of the rows that they were printed in. */
export function addedColumns({
  fit,
  cells,
}: {
  readonly fit: Fit;
  readonly cells: readonly AddedCell[];
}): Unknown {
  const { id, title } = fit.known.table;
  const columns = [...new Set(cells.map(({ heading }) => heading))];
  const byRow = new Map<FormRow, Map<string, string>>();
  for (const { row, heading, value } of cells)
    byRow.set(row, (byRow.get(row) ?? new Map<string, string>()).set(heading, value.text));
  const rows = [...byRow].map(([row, values]) => ({
    labels: labelsOfRow(row),
    values: columns.map((heading) => values.get(heading) ?? ""),
  }));
  return {
    table: { within: id, title: null, columns, rows },
    at: cells[0]!.value.at,
    findings: (path) =>
      columns.map((label) => {
        const own = cells.filter(({ heading, value }) => heading === label && value.text.trim() !== "");
        const severity = hasNumbers({ values: own.map(({ value }) => value) }) ? "warning" : "notice";
        const { at } = (own[0] ?? cells.find(({ heading }) => heading === label)!).value;
        return finding("extra-column", { severity, path, at, args: { label, title, rows: own.length } });
      }),
  };
}

function unknownRows({ known }: Fit, rows: readonly FormRow[], reported: ReadonlySet<Place>): Unknown {
  const { id, title } = known.table;
  const table: OtherTable = labelled(rows, id, null);
  return {
    table,
    at: rows[0]!.at,
    findings: (pointer) =>
      rows.flatMap((row, index) => {
        if (reported.has(row.at)) return [];
        const severity = hasNumbers(row) ? "warning" : "notice";
        return [
          finding("extra-row", {
            severity,
            path: `${pointer}/rows/${index}`,
            at: row.at,
            args: { label: row.labels.join(" / "), title },
          }),
        ];
      }),
  };
}

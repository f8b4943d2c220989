import type { Place } from "../model/index.ts";
import type { Fit, RowFit } from "./match/fit/fit.ts";
import type { Assignment } from "./read/assign/assignment.ts";
import type { FormRow, PrintedValue } from "./rows/form-row.ts";

/**
 * Draws the printed rows that have values, one on each line: where it stands, its kind, labels, values and the headings
 * above.
 */
export function drawRows(rows: readonly FormRow[]): string {
  return rows.map((row) => `${drawRow(row)}\n`).join("");
}

/**
 * Draws each chosen layout laid over the rows: what was found for each row of the form, how well its label agrees, and
 * its rivals.
 */
export function drawFits(fits: readonly Fit[]): string {
  return fits
    .map((fit) => {
      const { table, layout, score, rowsMatched, rows, columnsMatched, columns } = fit;
      const counts = `rows ${rowsMatched}/${rows} columns ${columnsMatched}/${columns}`;
      return `${table} as ${layout} score ${score.toFixed(3)} ${counts}\n${fit.rowFits.map(drawRowFit).join("")}`;
    })
    .join("\n");
}

/** Draws what stands under each column of each row that was found, and how that was decided. */
export function drawColumns(fits: readonly Fit[], assignments: ReadonlyMap<RowFit, Assignment>): string {
  return fits
    .map((fit) => {
      const rows = fit.rowFits.flatMap((rowFit) => {
        const assignment = assignments.get(rowFit);
        return assignment === undefined ? [] : [drawAssignment(rowFit, assignment)];
      });
      return `${fit.table} as ${fit.layout}\n${rows.join("")}`;
    })
    .join("\n");
}

/** How one cell went through the mapper; undefined where no chosen table has it. */
export interface CellWay {
  readonly fit: Fit;
  readonly rowFit: RowFit;
  /** Index of its column in the row's block. */
  readonly column: number;
}

export function wayOf(pointer: string, fits: readonly Fit[]): CellWay | undefined {
  for (const fit of fits)
    for (const rowFit of fit.rowFits) {
      const column = rowFit.known.pointers.indexOf(pointer);
      if (column >= 0) return { fit, rowFit, column };
    }
  return undefined;
}

export function drawRow({ kind, labels, unit, values, headers, against, at }: FormRow): string {
  const label = labels.length === 0 ? "no label" : labels.join(" / ");
  const above = headers[0]?.columns.map(({ leaf }) => leaf).join(" | ");
  return [
    `${drawPlace(at)} ${kind} ${label} = ${values.map(drawValue).join(" ")}`,
    unit === undefined ? "" : ` unit ${unit}`,
    above === undefined ? "" : ` under ${above}${headers[0]!.foreign ? " (another grid)" : ""}`,
    against === undefined ? "" : ` against ${against.map((one) => `${one.kind} ${one.heading}`).join(", ")}`,
  ].join("");
}

function drawRowFit({ known, printed, match, header, rivals }: RowFit): string {
  const name = known.row.enumerator + known.row.label || known.row.key;
  if (printed === null) return `  ${name}: not found\n`;
  const headings = header === null ? "no header" : `header ${header.matched}/${known.block.columns.length}`;
  const others = rivals.map((rival) => `    not taken: ${drawRow(rival.printed)}\n`);
  return `  ${name}: ${match.kind} ${match.score} ${headings} <- ${drawRow(printed)}\n${others.join("")}`;
}

function drawAssignment({ known }: RowFit, { how, values }: Assignment): string {
  const cells = known.block.columns.map(({ column }, index) => {
    const value = values[index];
    return `${column.key} ${value ? drawValue(value) : "-"}`;
  });
  return `  ${known.row.key} ${how}: ${cells.join(", ")}\n`;
}

export function drawValue({ text, column, doubt }: PrintedValue): string {
  const shown = JSON.stringify(text);
  return `${shown}${column === undefined ? "" : `@${column}`}${doubt === undefined ? "" : `?${doubt.kind}`}`;
}

function drawPlace({ page, table, row, line }: Place): string {
  const steps = [
    ["page", page],
    ["table", table],
    ["row", row],
    ["line", table === undefined ? line : undefined],
  ] as const;
  const named = steps.flatMap(([name, ordinal]) => (ordinal === undefined ? [] : [`${name} ${ordinal}`]));
  return named.length === 0 ? "nowhere" : named.join(" ");
}

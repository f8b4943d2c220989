import type { GridCell } from "../../../model/index.ts";
import { normalizeLabel } from "../../../printed/folding.ts";
import { isUnit } from "../../../printed/units.ts";
import { withoutFillers } from "../printed/row-cells.ts";
import { type LabelsOfForm, isRowLabel, isGroup } from "./form-labels.ts";

/** A row without headings, cut where one of the form's labels begins another row. */
export function segments(form: LabelsOfForm, cells: readonly GridCell[]): readonly Segment[] {
  const named = cells.map((cell) => isRowLabel(form, cell));
  const starts: number[] = [];
  for (let at = 0; at + 1 < cells.length; at++) {
    const last = starts.at(-1);
    if (!named[at]) continue;
    // In 办件量 | 总数 | 88000, where labels stand beside each other, the last one is the row's own.
    if (last !== undefined && at === last + 1) starts[starts.length - 1] = at;
    else if (last === undefined || at > last + form.width) starts.push(at);
  }
  if (starts.length === 0) return [unnamed(cells)];
  // In a second form beside the first, the names of groups stand right before its labels.
  const from = starts.map((label, index) => (index === 0 ? 0 : groupsBefore(form, cells, label)));
  return starts.map((label, index) => {
    const rest = withoutFillers(cells.slice(label + 1, from[index + 1] ?? cells.length));
    const unit = rest.length > 1 && isUnit(normalizeLabel(rest[0]!.text)) ? 1 : 0;
    const values = rest.slice(unit);
    const filled = values.findLastIndex(({ text }) => text.trim() !== "") + 1;
    return {
      labels: [...cells.slice(from[index]!, label + 1), ...rest.slice(0, unit)],
      values: values.slice(0, Math.max(filled, Math.min(form.width, values.length))),
    };
  });
}

/** A row under headings. A row of one cell alone is a note and has no values. */
export function cut(cells: readonly GridCell[], start: number): Segment {
  const labels = cells.filter(({ column }) => column < start);
  const values = withoutFillers(cells.filter(({ column }) => column >= start));
  const empty = [...labels, ...values].every(({ text }) => text.trim() === "");
  return { labels, values: cells.length < 2 || empty ? [] : values };
}

interface Segment {
  readonly labels: readonly GridCell[];
  readonly values: readonly GridCell[];
}

/**
 * The cells of a row, leaving out labels that reach down from above and stand right of a cell that begins in this row.
 * Groups stand at the left, so such a label only seems to reach down over cells that were left empty.
 */
export function ownCells(form: LabelsOfForm, cells: readonly GridCell[], row: number): readonly GridCell[] {
  const first = cells.findIndex((cell) => cell.row === row && cell.text.trim() !== "");
  if (first < 0) return cells;
  return cells.filter((cell, at) => at <= first || cell.row === row || !isRowLabel(form, cell));
}

function groupsBefore({ groups }: LabelsOfForm, cells: readonly GridCell[], label: number): number {
  let from = label;
  while (from > 0 && isGroup(groups, cells[from - 1]!)) from -= 1;
  return from;
}

/** A row without any label of the form: its last cell is the value. */
function unnamed(cells: readonly GridCell[]): Segment {
  const filled = cells.filter(({ text }) => text.trim() !== "");
  return filled.length < 2
    ? { labels: [], values: [] }
    : { labels: filled.slice(0, -1), values: filled.slice(-1) };
}

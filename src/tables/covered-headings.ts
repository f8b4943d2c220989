import { normalizeLabel } from "../printed/folding.ts";
import { trailingValues } from "./values.ts";
import type { RawCell } from "./grid.ts";

/**
 * Restores two rows of headings from which the cells that a merge covers are gone, while the lower row repeats one
 * group of headings: `结果维持 … 总计 | 未经复议直接起诉 | 复议后起诉` above `结果维持 … 总计 | 结果维持 … 总计`. Cells
 * of the upper row that have a heading of that group run down through both rows; the other cells branch into the group.
 */
export function withCoveredHeadings(rows: readonly (readonly RawCell[])[]): readonly (readonly RawCell[])[] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  return rows.map((lower, index) => {
    const upper = rows[index - 1];
    if (upper === undefined || rows[index + 1]?.length !== width) return lower;
    if (lower.length === width || !areHeadings(upper)) return lower;
    return coveredWritten(upper, lower, width) ?? lower;
  });
}

function coveredWritten(
  upper: readonly RawCell[],
  lower: readonly RawCell[],
  width: number,
): readonly RawCell[] | null {
  const branching = upper.length - (width - lower.length);
  const size = lower.length / branching;
  if (branching < 2 || !Number.isInteger(size)) return null;
  if (!areHeadings(lower)) return null;
  const labels = lower.map(({ text }) => normalizeLabel(text));
  const group = labels.slice(0, size);
  if (labels.some((label, at) => label !== group[at % size])) return null;
  const runsDown = upper.map(({ text }) => group.includes(normalizeLabel(text)));
  if (runsDown.filter((it) => !it).length !== branching) return null;
  let next = 0;
  return upper.flatMap(({ at }, column) =>
    runsDown[column] ? [{ text: "", at }] : lower.slice(next, (next += size)),
  );
}

function areHeadings(row: readonly RawCell[]): boolean {
  const texts = row.map(({ text }) => text);
  return trailingValues(texts) === 0 && !texts.includes("");
}

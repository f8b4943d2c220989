import type { FormRow, PrintedValue } from "../rows/form-row.ts";

export interface RowChoice {
  readonly values: readonly PrintedValue[];
  /** Indexes of the cells that stay. */
  readonly kept: readonly number[];
}

/**
 * More cells than columns: where a merged cell was written out, the cells it covers are empty or copies of their left
 * neighbour, and a ragged row ends in empty cells. Every different row that remains when such cells are left out.
 */
export function leaveOut({ values, coveredBlank }: FormRow, count: number): readonly RowChoice[] {
  const surplus = values.length - count;
  if (surplus <= 0 || surplus > 4 || values.length > 24) return [];
  const text = (index: number) => values[index]!.text.trim();
  const found = new Map<string, RowChoice>();
  const search = (from: number, kept: readonly number[], left: number): void => {
    if (found.size > 16) return;
    if (from === values.length) {
      const key = kept.map(text).join("\t");
      if (left === 0 && !found.has(key))
        found.set(key, { values: kept.map((index) => values[index]!), kept });
      return;
    }
    const covered = text(from) === "" || (!coveredBlank && from > 0 && text(from) === text(from - 1));
    if (values.length - from > left) search(from + 1, [...kept, from], left);
    if (left > 0 && covered) search(from + 1, kept, left - 1);
  };
  search(0, [], surplus);
  return [...found.values()];
}

/** Which cells rows of one block keep, as joined indexes, and how many rows say so by themselves. */
export interface SurplusPattern {
  readonly kept: string;
  readonly rows: number;
}

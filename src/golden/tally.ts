import type { ChangeKind, Comparison } from "./compare.ts";

/** Counts of a whole check, whatever the size of the archive. */
export interface GoldenTally {
  readonly documents: Record<Comparison["kind"], number>;
  /** Cells of documents that were recorded and are still there. */
  readonly cells: Record<ChangeKind | "exact", number>;
}

export function emptyGoldenTally(): GoldenTally {
  return {
    documents: { same: 0, changed: 0, added: 0, removed: 0 },
    cells: { exact: 0, changed: 0, moved: 0, lost: 0, new: 0, flagged: 0, unflagged: 0 },
  };
}

export function count(tally: GoldenTally, { kind, cells, exact }: Comparison): void {
  tally.documents[kind] += 1;
  tally.cells.exact += exact;
  for (const cell of cells) tally.cells[cell.kind] += 1;
}

export function hasChanges({ documents }: GoldenTally): boolean {
  return documents.changed + documents.added + documents.removed > 0;
}

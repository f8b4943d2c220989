import type { CellState, Snapshot } from "./snapshot.ts";

/**
 * What became of a value. `moved`: the number that stood here stands elsewhere now, or came from elsewhere; a number
 * that occurs more than once in its document is not followed. `flagged`, `unflagged`: the value is the same, but
 * doubted now or no longer.
 */
export type ChangeKind = "changed" | "moved" | "lost" | "new" | "flagged" | "unflagged";
export const changeKinds: readonly ChangeKind[] = ["changed", "moved", "lost", "new", "flagged", "unflagged"];

/** A value as a snapshot holds it. */
export type Value = string | number | null;

/** `path` is below `/report/tables/` for cells, and a field's name for fields. */
export interface Change {
  readonly path: string;
  readonly kind: ChangeKind;
  readonly before: Value;
  readonly after: Value;
  /** Cell where the old number stands now. */
  readonly to?: string;
  /** Cell where the new number stood. */
  readonly from?: string;
  /** Whether the new state is doubted; for cells only. */
  readonly doubted?: boolean;
}

export interface Comparison {
  readonly name: string;
  readonly kind: "same" | "changed" | "added" | "removed";
  /** Whether the file's bytes differ from those recorded. */
  readonly otherBytes: boolean;
  readonly outcome: { readonly before: string | null; readonly after: string | null } | null;
  /** Tables that have another layout now. */
  readonly layouts: readonly Change[];
  readonly fields: readonly Change[];
  readonly prose: boolean;
  readonly cells: readonly Change[];
  /** Cells with the same value and the same doubt, blank ones included. */
  readonly exact: number;
}

/**
 * Null stands for a document that is missing from the archive, or was when the snapshot was recorded. Not both may be
 * null.
 */
export function compareSnapshots(before: Snapshot | null, after: Snapshot | null): Comparison {
  if (before === null || after === null) {
    const { name } = (before ?? after)!;
    const nothing = {
      otherBytes: false,
      outcome: null,
      layouts: [],
      fields: [],
      prose: false,
      cells: [],
      exact: 0,
    };
    return { name, kind: before === null ? "added" : "removed", ...nothing };
  }
  const cells = compareCells(before.cells, after.cells);
  const layouts = compareValues(before.layouts, after.layouts);
  const fields = compareValues(before.fields, after.fields);
  const outcome = before.outcome === after.outcome ? null : { before: before.outcome, after: after.outcome };
  const prose = before.prose !== after.prose;
  const same = cells.length + layouts.length + fields.length === 0 && outcome === null && !prose;
  const exact = [...after.cells].filter(([path, now]) => {
    const then = before.cells.get(path);
    return then !== undefined && then.value === now.value && then.flagged === now.flagged;
  }).length;
  const otherBytes = before.sha256 !== after.sha256;
  return {
    name: after.name,
    kind: same ? "same" : "changed",
    otherBytes,
    outcome,
    layouts,
    fields,
    prose,
    cells,
    exact,
  };
}

type Cells = ReadonlyMap<string, CellState>;

function compareCells(before: Cells, after: Cells): Change[] {
  const paths = [...new Set([...before.keys(), ...after.keys()])];
  const at = (cells: Cells, path: string): Value => cells.get(path)?.value ?? null;
  const differing = paths.filter((path) => at(before, path) !== at(after, path));
  const gone = placesOf(differing, (path) => at(before, path));
  const come = placesOf(differing, (path) => at(after, path));
  return paths.flatMap((path): Change[] => {
    const [old, now] = [at(before, path), at(after, path)];
    const doubted = after.get(path)?.flagged ?? false;
    if (old === now) {
      const then = before.get(path)?.flagged ?? doubted;
      if (!after.has(path) || then === doubted) return [];
      return [{ path, kind: doubted ? "flagged" : "unflagged", before: old, after: now, doubted }];
    }
    const follow = (value: Value, others: ReadonlyMap<number, string | null>): string | null =>
      typeof value === "number" && gone.get(value) && come.get(value) ? (others.get(value) ?? null) : null;
    const to = follow(old, come);
    const from = follow(now, gone);
    const kind = to !== null || from !== null ? "moved" : kindOf(old, now);
    return [
      {
        path,
        kind,
        before: old,
        after: now,
        ...(to !== null && { to }),
        ...(from !== null && { from }),
        doubted,
      },
    ];
  });
}

/** Where each number stands; null where it stands more than once. Zeros stand everywhere and are not followed. */
function placesOf(paths: readonly string[], value: (path: string) => Value): Map<number, string | null> {
  const places = new Map<number, string | null>();
  for (const path of paths) {
    const number = value(path);
    if (typeof number === "number" && number !== 0) places.set(number, places.has(number) ? null : path);
  }
  return places;
}

function compareValues(
  before: Readonly<Record<string, Value>>,
  after: Readonly<Record<string, Value>>,
): Change[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((path): Change[] => {
    const [old, now] = [before[path] ?? null, after[path] ?? null];
    return old === now ? [] : [{ path, kind: kindOf(old, now), before: old, after: now }];
  });
}

function kindOf(before: Value, after: Value): ChangeKind {
  if (after === null) return "lost";
  return before === null ? "new" : "changed";
}

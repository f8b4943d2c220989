import type { Conversion, Diagnostic, Place, Relation } from "../../model/index.ts";
import { pointersOf } from "../../record/index.ts";

/** What is highlighted at one time, on both sides of the screen. For a sum, its two sides are marked differently. */
export interface Lit {
  readonly pointers: ReadonlyMap<string, Side>;
  /** Places that belong to no value, such as a whole table or page. */
  readonly places: readonly Place[];
  /** The pointer to bring into view. */
  readonly first: string | null;
}

export type Side = "left" | "right";

export const nothingLit: Lit = { pointers: new Map(), places: [], first: null };

export function litByCell(pointer: string): Lit {
  return { pointers: new Map([[pointer, "left"]]), places: [], first: pointer };
}

/** The two sides of a broken relation; for any other finding, the cell it blames and the cells it names. */
export function litByFinding(finding: Diagnostic, { evidence }: Conversion): Lit {
  const { relation, path, at, args } = finding;
  // Where a text contradicts a table, the figure in the text is one side.
  const [fact] = Object.entries(evidence).find(([, { raw }]) => raw !== "" && raw === args?.["quote"]) ?? [];
  const named = pointersOf(finding).flatMap((pointer) => cellsBelow(pointer, evidence));
  const pointers = new Map<string, Side>([
    ...(fact === undefined ? [] : [[fact, "left"] as const]),
    ...named.map((pointer) => [pointer, pointer === path ? "right" : "left"] as const),
    ...(relation ? sidesOf(relation) : []),
  ]);
  const [some] = pointers.keys();
  const first = path !== undefined && pointers.has(path) ? path : (some ?? null);
  return { pointers, places: pointers.size === 0 && at ? [at] : [], first };
}

function sidesOf(relation: Relation): readonly (readonly [pointer: string, side: Side])[] {
  return (["left", "right"] as const).flatMap((side) =>
    relation[side].terms.flatMap(({ pointers }) => pointers.map((pointer) => [pointer, side] as const)),
  );
}

/**
 * The cells at or below a pointer, which may be that of a table or a row; no more of them than a person can take in.
 */
function cellsBelow(pointer: string, evidence: Conversion["evidence"]): readonly string[] {
  if (Object.hasOwn(evidence, pointer)) return [pointer];
  return Object.keys(evidence)
    .filter((other) => other.startsWith(`${pointer}/`))
    .slice(0, MOST_LIT);
}

const MOST_LIT = 400;

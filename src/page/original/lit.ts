import type { Conversion, Diagnostic, Place, Relation } from "../../model/index.ts";
import { pointersOf } from "../../record/index.ts";

/** What is lit at once, on both sides of the screen. Of a sum, its two sides are told apart. */
export interface Lit {
  readonly pointers: ReadonlyMap<string, Side>;
  /** Places that belong to no value, such as a whole table or page. */
  readonly places: readonly Place[];
  /** Which pointer to bring into view. */
  readonly first: string | null;
}

export type Side = "left" | "right";

export const nothingLit: Lit = { pointers: new Map(), places: [], first: null };

export function litByCell(pointer: string): Lit {
  return { pointers: new Map([[pointer, "left"]]), places: [], first: pointer };
}

/** Both sides of a broken relation; of any other finding, the cell it blames apart from the cells it names. */
export function litByFinding(finding: Diagnostic, { evidence }: Conversion): Lit {
  const { relation, path, at, args } = finding;
  // A text against a table: the figure in the text is one side of it.
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

/** A pointer may be that of a table or a row; what is lit are its cells, not more than can be taken in. */
function cellsBelow(pointer: string, evidence: Conversion["evidence"]): readonly string[] {
  if (Object.hasOwn(evidence, pointer)) return [pointer];
  return Object.keys(evidence)
    .filter((other) => other.startsWith(`${pointer}/`))
    .slice(0, MOST_LIT);
}

const MOST_LIT = 400;

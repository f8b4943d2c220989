import { FORMER_NAMES, type FormerName } from "./former-names.ts";
import { isNamelessZone, ofKind } from "./generic-names.ts";
import { chainOf, divisionTree, type Level, type Tree } from "./tree.ts";
import { type PlaceHint, MAXIMUM_NAME, levelNamed, placeParts } from "./hints.ts";
import { trusted, readPlaces, type PlaceReading } from "./read-name.ts";

/** Where an issuer is, as far as its name and the text around the file show. */
export interface Placement {
  /** Division code of 2, 4, 6 or 9 digits; null where no division fits or several do. */
  readonly code: string | null;
  readonly level: Level | null;
  /** Full names from the province down, such as `["江苏省", "淮安市", "洪泽区"]`. */
  readonly path: readonly string[];
  /** What follows the name of the place, such as `财政局`; empty for the government itself. */
  readonly department: string;
  /** The former division whose own office this is, where it was merged into the one at `code`; otherwise null. */
  readonly merged: string | null;
  /** What decided the place: the issuer's own name, or the kind of hint that was needed as well. */
  readonly how: "name" | "former-name" | PlaceHint["kind"] | null;
  /** Codes of the possible places where none could be decided. */
  readonly candidates: readonly string[];
}

/** Words for the government itself, which follow the place at the end of a name or before an office. */
const GOVERNMENT = /^(?:人民政府|政府|行政公署|行署|办事处)/u;

/**
 * Finds the division an issuer belongs to. Hints are used in their order, and only if the name leaves several
 * possibilities or names no place; each chooses among those that the hints before it left.
 */
export function placeIssuer(
  issuer: string,
  hints: readonly PlaceHint[] = [],
  formerNames: readonly FormerName[] = FORMER_NAMES,
): Placement {
  const tree = divisionTree();
  const name = issuer.slice(0, MAXIMUM_NAME);
  const readings = trusted(readPlaces(tree, name, formerNames), name);
  const longest = Math.max(0, ...readings.map(({ length }) => length));
  const best = readings.filter(({ length }) => length === longest);
  if (best.length === 0) return fromHints(tree, name, hints);
  const department = name.slice(longest).replace(GOVERNMENT, "");
  const own = [...new Map(best.map((reading) => [reading.division.code, reading])).values()];
  if (isNamelessZone(name.slice(0, longest))) return ofZone(tree, name, own, hints);
  if (own.length === 1) return decided(tree, own[0]!, department, own[0]!.former ? "former-name" : "name");
  let left = own;
  for (const { kind, text } of hints) {
    const fits = left.map((reading) => levelNamed(tree, reading.division, text));
    const closest = Math.max(...fits);
    if (closest > 0) left = left.filter((_, at) => fits[at] === closest);
    if (left.length === 1) return decided(tree, left[0]!, department, kind);
  }
  const candidates = left.map(({ division }) => division.code).sort();
  return { ...NOWHERE, department, candidates };
}

const NOWHERE = { code: null, level: null, path: [], merged: null, how: null } as const;

/**
 * A 经济开发区 is one of hundreds, though the list of divisions has a few without a name before them. It is one of those
 * only where a hint names what lies directly around it.
 */
function ofZone(
  tree: Tree,
  name: string,
  listed: readonly PlaceReading[],
  hints: readonly PlaceHint[],
): Placement {
  for (const { kind, text } of hints)
    for (const reading of listed)
      if (levelNamed(tree, reading.division, text) === chainOf(tree, reading.division.code).length - 1)
        return decided(tree, reading, name.slice(reading.length).replace(GOVERNMENT, ""), kind);
  const candidates = listed.map(({ division }) => division.code).sort();
  const around = fromHints(tree, name, hints);
  return around.code === null ? { ...around, candidates } : around;
}

function decided(
  tree: Tree,
  { division, merged }: Pick<PlaceReading, "division" | "merged">,
  department: string,
  how: Placement["how"],
): Placement {
  return {
    code: division.code,
    level: division.level,
    path: chainOf(tree, division.code).map(({ name }) => name),
    department,
    merged,
    how,
    candidates: [],
  };
}

/**
 * An office whose name contains no place belongs to the innermost division that its hints name, and 市教育局 to the
 * innermost 市 among those around it.
 */
function fromHints(tree: Tree, name: string, hints: readonly PlaceHint[]): Placement {
  const { kind: own = "", office = name } = ofKind(name) ?? {};
  const department = office.replace(own === "" ? /^$/u : GOVERNMENT, "");
  for (const { kind, text } of hints) {
    const parts = text.split(/[^\p{Script=Han}]+/u).filter((part) => part.length >= 2);
    const named = parts.flatMap((part) => placeParts(tree, part));
    const last = named.at(-1);
    if (!last || !named.every(({ code }) => last.code.startsWith(code))) continue;
    const division = chainOf(tree, last.code).findLast((one) => one.name.endsWith(own));
    if (division) return decided(tree, { division, merged: null }, department, kind);
  }
  return { ...NOWHERE, department: name, candidates: [] };
}

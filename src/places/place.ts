import { FORMER_NAMES } from "./former-names.ts";
import { isNamelessZone, ofKind } from "./generic-names.ts";
import { chainOf, divisionTree, type Division, type Level, type Tree } from "./tree.ts";

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

/** Text beside a document that may name its place, such as `福建省/平潭县/2023` or the report's title. */
export interface PlaceHint {
  readonly kind: "manifest" | "title" | "folder";
  readonly text: string;
}

const MAXIMUM_NAME = 60;
/** The longest part of a name that is looked up, in characters; the longest name of a division has 15. */
const LONGEST = 18;
/** Words for the government itself, which follow the place at the end of a name or before an office. */
const GOVERNMENT = /^(?:人民政府|政府|行政公署|行署|办事处)/u;
/** How the names of offices end; needed to trust a place that is given by its short name. */
const OFFICE = /(?:^|政府|局|厅|委员会|管委会|委|办公室|办|处|署)$/u;

/**
 * Finds the division an issuer belongs to. Hints are used in their order, and only if the name leaves several
 * possibilities or names no place.
 */
export function placeIssuer(
  issuer: string,
  hints: readonly PlaceHint[] = [],
  formerNames: typeof FORMER_NAMES = FORMER_NAMES,
): Placement {
  const tree = divisionTree();
  const name = issuer.slice(0, MAXIMUM_NAME);
  const readings = trusted(readName(tree, name, formerNames), name);
  const longest = Math.max(0, ...readings.map(({ length }) => length));
  const best = readings.filter(({ length }) => length === longest);
  if (best.length === 0) return fromHints(tree, name, hints);
  const department = name.slice(longest).replace(GOVERNMENT, "");
  const own = [...new Map(best.map((reading) => [reading.division.code, reading])).values()];
  if (isNamelessZone(name.slice(0, longest))) return ofZone(tree, name, own, hints);
  if (own.length === 1) return decided(tree, own[0]!, department, own[0]!.former ? "former-name" : "name");
  for (const { kind, text } of hints) {
    const fits = own.map((reading) => levelNamed(tree, reading.division, text));
    const closest = Math.max(...fits);
    const fitting = own.filter((_, at) => closest > 0 && fits[at] === closest);
    if (fitting.length === 1) return decided(tree, fitting[0]!, department, kind);
  }
  const candidates = own.map(({ division }) => division.code).sort();
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
  listed: readonly Reading[],
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

interface Reading {
  readonly division: Division;
  /** The number of characters, from the start of the issuer's name, that name the division and those around it. */
  readonly length: number;
  readonly former: boolean;
  /** The division among them that was merged into another. */
  readonly merged: string | null;
  /** Whether every part is a full name. */
  readonly full: boolean;
}

/** Every way to read the beginning of a name as divisions, each within the one before. */
function readName(tree: Tree, name: string, formerNames: typeof FORMER_NAMES): readonly Reading[] {
  const found: Reading[] = [];
  const read = (at: number, within: Reading | null, depth: number): void => {
    if (depth > 4) return;
    for (let end = Math.min(name.length, at + LONGEST); end >= at + 2; end--) {
      const part = name.slice(at, end);
      for (const { division, former, isMerged } of calledSo(tree, part, formerNames)) {
        if (within !== null && !isWithin(division, within.division)) continue;
        const full = (within?.full ?? true) && (former || isFullName(part, division));
        const merged = isMerged ? part : (within?.merged ?? null);
        const reading = { division, length: end, former: former || (within?.former ?? false), merged, full };
        found.push(reading);
        read(end, reading, depth + 1);
      }
    }
  };
  read(0, null, 0);
  return found;
}

/**
 * The divisions with this name, now or formerly. The kind of a division changes more often than its stem: 洪泽县 is now
 * 洪泽区, 富阳市 is now 富阳区.
 */
function calledSo(
  { byName, byCode }: Tree,
  part: string,
  formerNames: typeof FORMER_NAMES,
): readonly { readonly division: Division; readonly former: boolean; readonly isMerged: boolean }[] {
  const now = byName.get(part)?.map((division) => ({ division, former: false, isMerged: false })) ?? [];
  if (now.length > 0) return now;
  const dated = formerNames.flatMap(([name, code, , fate]) => {
    const division = name === part ? byCode.get(code) : undefined;
    return division ? [{ division, former: true, isMerged: fate === "merged" }] : [];
  });
  const stem = /[县市区]$/u.test(part) && part.length >= 3 ? part.slice(0, -1) : null;
  const raised =
    stem === null
      ? []
      : (byName.get(stem) ?? []).filter(
          ({ name, level }) => level === "county" && /^.[县市区]$/u.test(name.slice(stem.length - 1)),
        );
  const others = raised.filter(({ code }) => dated.every(({ division }) => division.code !== code));
  return [...dated, ...others.map((division) => ({ division, former: true, isMerged: false }))];
}

/** Whether a part names the division in full. 恩施州 identifies 恩施土家族苗族自治州 as well as the full name does. */
function isFullName(part: string, { name }: Division): boolean {
  return name === part || (/自治[州县]$/u.test(name) && part.length > 2 && part.at(-1) === name.at(-1));
}

function isWithin({ code }: Division, { code: outer }: Division): boolean {
  return code.length > outer.length && code.startsWith(outer);
}

/** A short name counts only if no reading has full names and an office follows: 长安大学 is no office of 长安区. */
function trusted(readings: readonly Reading[], name: string): readonly Reading[] {
  const full = readings.filter((reading) => reading.full);
  return full.length > 0 ? full : readings.filter(({ length }) => OFFICE.test(name.slice(length)));
}

function decided(
  tree: Tree,
  { division, merged }: Pick<Reading, "division" | "merged">,
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
 * How closely a hint supports a candidate: the level, from 1 for the province, of the innermost division around the
 * candidate that the hint names; 0 if it names none. There are two 鼓楼区 in 江苏省, and 江苏省/南京市 means one of
 * them.
 */
function levelNamed(tree: Tree, division: Division, text: string): number {
  const around = chainOf(tree, division.code).slice(0, -1);
  return around.findLastIndex(({ name }) => text.includes(name) || text.includes(stemOf(name))) + 1;
}

function stemOf(name: string): string {
  const stem = name.replace(/(?:壮族自治区|回族自治区|维吾尔自治区|自治区|省|市|地区|盟|州)$/u, "");
  return stem.length >= 2 ? stem : name;
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

/** The divisions that a part of a hint names, if it can mean only one place. */
function placeParts(tree: Tree, part: string): readonly Division[] {
  const readings = readName(tree, part.slice(0, MAXIMUM_NAME), []).filter(({ full }) => full);
  const longest = Math.max(0, ...readings.map(({ length }) => length));
  const best = new Map(
    readings.filter(({ length }) => length === longest).map((one) => [one.division.code, one.division]),
  );
  return best.size === 1 ? [...best.values()] : [];
}

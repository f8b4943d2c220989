import type { FormerName } from "./former-names.ts";
import type { Division, Tree } from "./tree.ts";

export interface PlaceReading {
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
export function readPlaces(
  tree: Tree,
  name: string,
  formerNames: readonly FormerName[],
): readonly PlaceReading[] {
  const found: PlaceReading[] = [];
  const read = (at: number, within: PlaceReading | null, depth: number): void => {
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

/** The longest part of a name that is looked up, in characters; the longest name of a division has 15. */
const LONGEST = 18;

/**
 * The divisions with this name, now or formerly. The kind of a division changes more often than its stem: 洪泽县 is now
 * 洪泽区, 富阳市 is now 富阳区.
 */
function calledSo(
  { byName, byCode }: Tree,
  part: string,
  formerNames: readonly FormerName[],
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
  // The table takes precedence over what a stem suggests: 平江区 was in 苏州 and is no 平江县.
  return dated.length > 0 ? dated : raised.map((division) => ({ division, former: true, isMerged: false }));
}

/** Whether a part names the division in full. 恩施州 identifies 恩施土家族苗族自治州 as well as the full name does. */
function isFullName(part: string, { name }: Division): boolean {
  return name === part || (/自治[州县]$/u.test(name) && part.length > 2 && part.at(-1) === name.at(-1));
}

function isWithin({ code }: Division, { code: outer }: Division): boolean {
  return code.length > outer.length && code.startsWith(outer);
}

/** A short name counts only if no reading has full names and an office follows: 长安大学 is no office of 长安区. */
export function trusted(readings: readonly PlaceReading[], name: string): readonly PlaceReading[] {
  const full = readings.filter((reading) => reading.full);
  return full.length > 0 ? full : readings.filter(({ length }) => OFFICE.test(name.slice(length)));
}

/** How the names of offices end; needed to trust a place that is given by its short name. */
const OFFICE = /(?:^|政府|局|厅|委员会|管委会|委|办公室|办|处|署)$/u;

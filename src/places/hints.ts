import { chainOf, type Division, type Tree } from "./tree.ts";
import { readPlaces } from "./read-name.ts";

/** Text beside a document that may name its place, such as `福建省/平潭县/2023` or the report's title. */
export interface PlaceHint {
  readonly kind: "manifest" | "title" | "folder" | "signature";
  readonly text: string;
}

/**
 * How closely a hint supports a candidate: the level, from 1 for the province, of the innermost division around the
 * candidate that the hint names; 0 if it names none. There are two 鼓楼区 in 江苏省, and 江苏省/南京市 means one of
 * them.
 */
export function levelNamed(tree: Tree, division: Division, text: string): number {
  const around = chainOf(tree, division.code).slice(0, -1);
  return around.findLastIndex(({ name }) => text.includes(name) || text.includes(stemOf(name))) + 1;
}

function stemOf(name: string): string {
  const stem = name.replace(/(?:壮族自治区|回族自治区|维吾尔自治区|自治区|省|市|地区|盟|州)$/u, "");
  return stem.length >= 2 ? stem : name;
}

/** The divisions that a part of a hint names, if it can mean only one place. */
export function placeParts(tree: Tree, part: string): readonly Division[] {
  const readings = readPlaces(tree, part.slice(0, MAXIMUM_NAME), []).filter(({ full }) => full);
  const longest = Math.max(0, ...readings.map(({ length }) => length));
  const best = new Map(
    readings.filter(({ length }) => length === longest).map((one) => [one.division.code, one.division]),
  );
  return best.size === 1 ? [...best.values()] : [];
}

export const MAXIMUM_NAME = 60;

import { median } from "../../page/sheet/median.ts";
import { strokeGroups, type ReadLine } from "./guard.ts";
import type { InkLine } from "../raster/lines.ts";
import { PITCH_OF_HEIGHT, SIGN_ROOM } from "../raster/tolerances.ts";

/**
 * Numbers whose digits stand nearer or farther than their signs say. A speck between two digits is read as a point (8.16 for
 * 816) but moves them no farther apart, as a printed point does; where a point is worn away (1250 for 12.50) the room for it
 * stays. Digits of one print stand at equal distances, so they are compared with the others of their number, or of the page.
 */
export function misspacedLines(numbers: readonly ReadLine[]): ReadonlySet<InkLine> {
  const byLine = numbers.map(pairsOf);
  const plain = byLine.flat().filter(({ sign }) => !sign);
  const ofPage = plain.length === 0 ? PITCH_OF_HEIGHT : median(plain.map(pitchByHeight));
  const isMisspaced = (pair: Pair, line: readonly Pair[]): boolean => {
    const own = line.filter((other) => other !== pair && !other.sign).map(pitchByHeight);
    const usual = own.length === 0 ? ofPage : median(own);
    const hasRoom = pitchByHeight(pair) >= SIGN_ROOM * usual;
    return pair.sign !== hasRoom;
  };
  return new Set(
    byLine.flatMap((line) => line.filter((pair) => isMisspaced(pair, line)).map((pair) => pair.line)),
  );
}

function pitchByHeight({ pitch, height }: Pair): number {
  return pitch / height;
}

/** Two digits beside each other, with or without a sign between them, and how far apart their middles are. */
interface Pair {
  readonly line: InkLine;
  readonly sign: boolean;
  readonly pitch: number;
  readonly height: number;
}

function pairsOf({ line, characters }: ReadLine): readonly Pair[] {
  const printed = characters.filter(({ text }) => text !== " ").map(({ text }) => text);
  const groups = strokeGroups(line, printed.length);
  if (groups === null) return [];
  const digits = printed.flatMap((text, at) => {
    const group = groups[at]!;
    if (!/^\d$/.test(text)) return [];
    const height = Math.max(...group.map((stroke) => stroke.height));
    return [{ at, middle: (group[0]!.from + group.at(-1)!.to) / 2, height }];
  });
  return digits.slice(1).flatMap(({ at, middle, height }, before) => {
    const left = digits[before]!;
    const apart = { line, pitch: middle - left.middle, height: Math.max(height, left.height) };
    if (at - left.at > 2) return [];
    return [{ ...apart, sign: at - left.at === 2 }];
  });
}

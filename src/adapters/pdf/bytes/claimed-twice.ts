import type { ObjectScan } from "./objects.ts";
import { referenceUnder } from "./references.ts";

/** The longest `ToUnicode` map that is looked at, in bytes; that of a Chinese subset has some 20 kB. */
const LONGEST_MAP = 262_144;

const mapOf = referenceUnder("ToUnicode");

/**
 * Digits that some composite font's `ToUnicode` gives to two of its glyphs (PDF 32000-1, 9.10.3). A subset has one glyph
 * of each digit, so one of the two draws something else; the engine, which is asked by character, shows only one of them.
 */
export function digitsClaimedTwice({ objects }: ObjectScan): ReadonlySet<string> {
  const twice = new Set<string>();
  for (const { text } of objects.values()) {
    const map = /\/Subtype\s*\/Type0\b/.test(text) ? mapOf(text) : null;
    const data = map === null ? undefined : objects.get(map)?.stream?.inflate().data;
    if (data === undefined || data.length > LONGEST_MAP) continue;
    const codes = new Map<number, number>();
    for (const [code, digit] of digitsOf(new TextDecoder("latin1").decode(data)))
      if ((codes.get(digit) ?? code) === code) codes.set(digit, code);
      else twice.add(String(digit));
  }
  return twice;
}

/** The codes that the map gives a digit, each with the digit. */
function digitsOf(map: string): readonly (readonly [code: number, digit: number])[] {
  return map.split("begin").flatMap((part) => {
    const body = part.split("end", 1)[0]!;
    if (part.startsWith("bfchar"))
      return [...body.matchAll(/<([0-9A-Fa-f]{4})>\s{0,4}<003([0-9])>/g)].map(
        ([, code, digit]) => [Number.parseInt(code!, 16), Number(digit)] as const,
      );
    return part.startsWith("bfrange") ? digitsOfRanges(body) : [];
  });
}

function digitsOfRanges(body: string): readonly (readonly [number, number])[] {
  const ranges = body.matchAll(
    /<([0-9A-Fa-f]{4})>\s{0,4}<([0-9A-Fa-f]{4})>\s{0,4}(?:<([0-9A-Fa-f]{4})>|\[([^\]]{0,4096})\])/g,
  );
  return [...ranges].flatMap(([, from, to, first, list]) => {
    const [start, end] = [Number.parseInt(from!, 16), Number.parseInt(to!, 16)];
    if (list !== undefined)
      return [...list.matchAll(/<([0-9A-Fa-f]{4,32})>/g)].flatMap(([, one], at) =>
        /^003[0-9]$/.test(one!) ? [[start + at, Number(one![3])] as const] : [],
      );
    const zero = start + 0x30 - Number.parseInt(first!, 16);
    return Array.from({ length: 10 }, (_, digit) => [zero + digit, digit] as const).filter(
      ([code]) => code >= start && code <= end,
    );
  });
}

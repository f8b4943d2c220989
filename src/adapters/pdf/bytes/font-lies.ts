import { foldDigits } from "../../../printed/folding.ts";
import { hasDigits } from "../../../printed/numbers.ts";
import type { ObjectScan } from "./objects.ts";
import { referenceUnder } from "./references.ts";

const NAMES = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
/** Signs that change a number, by the names of their glyphs. */
const SIGNS = new Map([
  ["hyphen", "-"],
  ["minus", "-"],
  ["period", "."],
  ["comma", ","],
  ["plus", "+"],
]);
/** Stands for a glyph that draws a letter, a space or a bar, which is no digit whatever the map claims. */
const NO_DIGIT = "no digit";
/** The longest `ToUnicode` map that is looked at, in bytes; the map of a font with one-byte codes has about 8 kB. */
const LONGEST_MAP = 65_536;

const mapOf = referenceUnder("ToUnicode");
const encodingOf = referenceUnder("Encoding");

/**
 * Digits and signs that some font's `ToUnicode` gives to a code for which its encoding draws another glyph (PDF
 * 32000-1, 9.6.6 and 9.10.3): a page shows what the encoding draws. Only fonts with one-byte codes are examined,
 * because only these name their glyphs.
 */
export function lyingDigits({ objects }: ObjectScan): ReadonlySet<string> {
  const lies = new Set<string>();
  for (const { text } of objects.values()) {
    const map = mapOf(text);
    if (map === null || !/\/Subtype\s*\/(?:Type1|TrueType|MMType1|Type3)\b/.test(text)) continue;
    const codes = drawnDigits(text, objects);
    if (codes.size === 0) continue;
    const data = objects.get(map)?.stream?.inflate().data;
    if (data === undefined || data.length > LONGEST_MAP) continue;
    const claimed = claimedDigits(new TextDecoder("latin1").decode(data));
    // A font program may have its own glyphs under the names of letters and marks.
    const isProgram = /\/FontDescriptor\b/.test(text);
    for (const [code, drawn] of codes) {
      const said = claimed.get(code);
      if (said === undefined || foldDigits(said) === drawn) continue;
      if (drawn !== NO_DIGIT || (!isProgram && hasDigits(said))) lies.add(said);
    }
  }
  return lies;
}

/** What the font's encoding draws for each code: a digit, a sign or neither. */
function drawnDigits(font: string, objects: ObjectScan["objects"]): ReadonlyMap<number, string> {
  const codes = new Map<number, string>();
  const reference = encodingOf(font);
  const encoding = reference === null ? font : (objects.get(reference)?.text ?? "");
  // These three encodings agree on the codes of digits and signs, and that the rest of ASCII is neither (PDF 32000-1,
  // D.2).
  if (/\/(?:WinAnsi|MacRoman|Standard)Encoding\b/.test(encoding))
    for (let code = 0x20; code < 0x7f; code++) {
      const character = String.fromCharCode(code);
      codes.set(code, /[\d+,.-]/.test(character) ? character : NO_DIGIT);
    }
  const differences = encoding.indexOf("/Differences");
  if (differences < 0) return codes;
  const list = encoding.slice(encoding.indexOf("[", differences) + 1).split("]", 1)[0]!;
  let code = 0;
  for (const [, number, name] of list.matchAll(/(\d+)|\/([^\s/[\]<>()]+)/g)) {
    if (number !== undefined) code = Number(number);
    else {
      const digit = NAMES.indexOf(name!);
      const sign = SIGNS.get(name!);
      if (digit >= 0) codes.set(code, String(digit));
      else if (sign !== undefined) codes.set(code, sign);
      else codes.delete(code);
      code++;
    }
  }
  return codes;
}

const WIDE_ZERO = 0xff10;

/**
 * The one-byte codes that the map gives a digit or a sign: one by one, or from one to another with the first of their
 * characters or a list of them (9.10.3, and Adobe Technical Note #5014, 5).
 */
function claimedDigits(map: string): ReadonlyMap<number, string> {
  const claimed = new Map<number, string>();
  for (const [, from = "", to = "", first, list] of map.matchAll(
    /<([0-9A-Fa-f]{2})>\s{0,4}<([0-9A-Fa-f]{2,4})>(?:\s{0,4}(?:<([0-9A-Fa-f]{4})>|\[([^\]]{0,4096})\]))?/g,
  )) {
    const code = Number.parseInt(from, 16);
    if (list !== undefined)
      for (const [at, one] of [...list.matchAll(/<([0-9A-Fa-f]{2,32})>/g)].entries())
        claim(code + at, one[1]!.length > 4 ? NaN : Number.parseInt(one[1]!, 16));
    else if (first === undefined) claim(code, Number.parseInt(to, 16));
    else
      for (let next = code; next <= Number.parseInt(to, 16) && next < 256; next++)
        claim(next, Number.parseInt(first, 16) + next - code);
  }
  return claimed;

  function claim(code: number, character: number) {
    const isDigit = [0x30, WIDE_ZERO].some((zero) => character >= zero && character <= zero + 9);
    if (isDigit || [0x2b, 0x2c, 0x2d, 0x2e].includes(character))
      claimed.set(code, String.fromCharCode(character));
  }
}

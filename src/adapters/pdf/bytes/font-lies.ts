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
/** Stands for a glyph that draws a letter, which is no digit whatever the map claims. */
const LETTER = "letter";
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
    // A font program may have its own glyphs under the names of letters.
    const isProgram = /\/FontDescriptor\b/.test(text);
    for (const [code, drawn] of codes) {
      const said = claimed.get(code);
      if (said === undefined || foldDigits(said) === drawn) continue;
      if (drawn !== LETTER || (!isProgram && hasDigits(said))) lies.add(said);
    }
  }
  return lies;
}

/** What the font's encoding draws for each code: a digit, a sign or a letter. */
function drawnDigits(font: string, objects: ObjectScan["objects"]): ReadonlyMap<number, string> {
  const codes = new Map<number, string>();
  const reference = encodingOf(font);
  const encoding = reference === null ? font : (objects.get(reference)?.text ?? "");
  // These three encodings agree on the codes of digits, signs and letters (PDF 32000-1, D.2).
  if (/\/(?:WinAnsi|MacRoman|Standard)Encoding\b/.test(encoding))
    for (let code = 0x2b; code < 0x7b; code++) {
      const character = String.fromCharCode(code);
      if (/[\d+,.-]/.test(character)) codes.set(code, character);
      else if (/[A-Za-z]/.test(character)) codes.set(code, LETTER);
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

/** The one-byte codes that the map gives a digit or a sign. */
function claimedDigits(map: string): ReadonlyMap<number, string> {
  const claimed = new Map<number, string>();
  for (const [, from, to, last] of map.matchAll(
    /<([0-9A-Fa-f]{2})>\s{0,4}<([0-9A-Fa-f]{2,4})>(?:\s{0,4}<([0-9A-Fa-f]{4})>)?/g,
  )) {
    if (last === undefined) claim(Number.parseInt(from!, 16), Number.parseInt(to!, 16));
    else
      for (let code = Number.parseInt(from!, 16); code <= Number.parseInt(to!, 16) && code < 256; code++)
        claim(code, Number.parseInt(last, 16) + code - Number.parseInt(from!, 16));
  }
  return claimed;

  function claim(code: number, character: number) {
    const isDigit = [0x30, WIDE_ZERO].some((zero) => character >= zero && character <= zero + 9);
    if (isDigit || [0x2b, 0x2c, 0x2d, 0x2e].includes(character))
      claimed.set(code, String.fromCharCode(character));
  }
}

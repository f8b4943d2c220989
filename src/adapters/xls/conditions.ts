import { hidesDigits } from "../sheet/marks.ts";
import type { Range } from "../sheet/sheet.ts";
import type { BookLooks } from "./looks.ts";
import { long, word } from "./records.ts";

const mostRanges = 1_000;

/** The ranges a conditional format is for (CONDFMT, MS-XLS 2.4.42). */
export function conditionRanges(body: Uint8Array): readonly Range[] {
  const count = Math.min(word(body, 12), mostRanges, Math.floor((body.length - 14) / 8));
  return Array.from({ length: Math.max(0, count) }, (_, index) => {
    const at = 14 + index * 8;
    return {
      top: word(body, at) + 1,
      bottom: word(body, at + 2) + 1,
      left: word(body, at + 4) + 1,
      right: word(body, at + 6) + 1,
    };
  });
}

/** Where the parts of a differential format begin, and how long those of a fixed size are (DXFN, 2.5.90). */
const partsStart = 12;
const [fontLength, alignmentLength, borderLength] = [118, 8, 8];

/** Whether the format of a condition (CF, 2.4.43) may hide digits. */
export function conditionHides(body: Uint8Array, looks: BookLooks): boolean {
  const flags = long(body, 6);
  const has = (bit: number): boolean => Math.floor(flags / 2 ** bit) % 2 === 1;
  let at = partsStart;
  let pattern: string | undefined;
  if (has(25)) {
    const isOwn = (word(body, 10) & 1) !== 0;
    pattern = isOwn ? formatCode(body.subarray(at + 2)) : undefined;
    at += isOwn ? word(body, at) : 2;
  }
  const font = has(26) ? body.subarray(at, at + fontLength) : null;
  if (font !== null) at += fontLength;
  if (has(27)) at += alignmentLength;
  if (has(28)) at += borderLength;
  const ground = has(29) ? looks.colour((word(body, at + 2) >> 7) & 0x7f) : null;
  const isStruck = font !== null && (word(font, 68) & 0x80) !== 0 && (word(font, 88) & 0x80) === 0;
  const colour = font === null || long(font, 80) > 0x7fff ? null : looks.colour(word(font, 80));
  return hidesDigits({ struck: isStruck, colour }, ground, pattern);
}

/** XLUnicodeString (2.5.294). */
function formatCode(bytes: Uint8Array): string {
  const length = word(bytes, 0);
  const isWide = ((bytes[2] ?? 0) & 1) !== 0;
  const text = bytes.subarray(3, 3 + length * (isWide ? 2 : 1));
  return new TextDecoder(isWide ? "utf-16le" : "latin1").decode(text);
}

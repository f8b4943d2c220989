import { RADICALS } from "./radicals.ts";

/**
 * The character a glyph stands for. The text is `""` for marks that are layout only. It is U+FFFD, with `unreadable`,
 * where the font does not give the character, or gives one of the private use area, whose meaning readers do not share.
 */
export function characterOf(
  code: number,
  mapError: boolean,
): { readonly text: string; readonly unreadable: boolean } {
  // PDFium reports a hyphen at a line end as 2 or U+FFFE.
  if (code === 0x02 || code === 0xfffe || code === 0xad) return { text: "-", unreadable: false };
  if (code === 0x09 || code === 0x0a || code === 0x0d) return { text: "", unreadable: false };
  if (code === 0xa0 || code === 0x2002 || code === 0x2003 || code === 0x3000)
    return { text: code === 0x3000 ? "\u3000" : " ", unreadable: false };
  if (code === 0x200b || code === 0xfeff) return { text: "", unreadable: false };
  if (mapError || code < 0x20 || code === 0xfffd || code > 0x10ffff || isPrivate(code) || isSurrogate(code))
    return { text: "\uFFFD", unreadable: true };
  return { text: RADICALS.get(code) ?? String.fromCodePoint(code), unreadable: false };
}

function isPrivate(code: number): boolean {
  return (code >= 0xe000 && code <= 0xf8ff) || code >= 0xf0000;
}

function isSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdfff;
}

/** Text as a terminal shows it: East Asian wide characters take two columns (UAX #11, W and F). */
export function isWide(character: string): boolean {
  return isWideCode(character.codePointAt(0)!);
}

/** The same for a code point. */
export function isWideCode(code: number): boolean {
  if (code < 0x1100) return false;
  for (const [from, to] of WIDE) if (code >= from && code <= to) return true;
  return false;
}

const WIDE: readonly (readonly [from: number, to: number])[] = [
  [0x4e00, 0x9fff],
  [0xff00, 0xff60],
  [0x2e80, 0x303e],
  [0x3041, 0x4dbf],
  [0x1100, 0x115f],
  [0xa000, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe4f],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1faff],
  [0x20000, 0x3fffd],
];

/**
 * One entry for each display column: the character that begins there, or null for the second half of a wide one. With
 * `wide` false every character takes one column, as some programs count.
 */
export function displayColumns(text: string, wide = true): (string | null)[] {
  const columns: (string | null)[] = [];
  for (const character of text) {
    columns.push(character);
    if (wide && isWideCode(character.codePointAt(0)!)) columns.push(null);
  }
  return columns;
}

/** The text between two display columns, `end` exclusive; a wide character belongs to the column it begins in. */
export function slice(columns: readonly (string | null)[], start: number, end = Infinity): string {
  return columns.slice(start, end).join(""); // null is joined as nothing
}

export function displayWidth(text: string, wide = true): number {
  let width = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.codePointAt(at)!;
    if (code > 0xffff) at += 1;
    width += wide && isWideCode(code) ? 2 : 1;
  }
  return width;
}

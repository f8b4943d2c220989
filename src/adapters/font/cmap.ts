/** Encodings as platform and number, the best first: all of Unicode, Unicode of two bytes, symbols, Macintosh. */
const PREFERRED = ["3.10", "0.6", "0.4", "3.1", "0.3", "0.2", "0.1", "0.0", "3.0", "1.0"];
/** Where symbol fonts keep the characters of one byte. */
const SYMBOLS = 0xf000;

type GlyphOf = (code: number) => number | undefined;

/** The glyph of each character (OpenType, "cmap"); undefined where the table has no known encoding. */
export function glyphsOfCharacters(table: DataView): GlyphOf | undefined {
  const found = new Map<string, number>();
  const count = Math.min(64, table.getUint16(2));
  for (let index = 0; index < count; index++) {
    const entry = 4 + 8 * index;
    found.set(`${table.getUint16(entry)}.${table.getUint16(entry + 2)}`, table.getUint32(entry + 4));
  }
  const best = PREFERRED.find((encoding) => found.has(encoding));
  if (best === undefined) return undefined;
  const read = reader(table, found.get(best)!);
  const glyphOf: GlyphOf = (code) => read(code) || undefined;
  return best === "3.0" ? (code) => glyphOf(code) ?? glyphOf(SYMBOLS + code) : glyphOf;
}

/** Reads one subtable, and gives 0 for what the font lacks. */
function reader(table: DataView, start: number): (code: number) => number {
  switch (table.getUint16(start)) {
    case 0:
      return (code) => (code < 256 ? table.getUint8(start + 6 + code) : 0);
    case 4:
      return (code) => inSegments(table, start, code);
    case 6:
      return (code) => inList(table, start, code);
    case 12:
      return (code) => inGroups(table, start, code);
    default:
      return () => 0;
  }
}

/** Looks a character up in a subtable of format 4. */
function inSegments(table: DataView, start: number, code: number): number {
  const double = table.getUint16(start + 6) & ~1;
  for (let at = 0; at < double; at += 2) {
    if (table.getUint16(start + 14 + at) < code) continue;
    const first = table.getUint16(start + 16 + double + at);
    if (first > code) return 0;
    const delta = table.getUint16(start + 16 + 2 * double + at);
    const place = start + 16 + 3 * double + at;
    const offset = table.getUint16(place);
    if (offset === 0) return (code + delta) & 0xffff;
    const glyph = table.getUint16(place + offset + 2 * (code - first));
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  }
  return 0;
}

/** Looks a character up in a subtable of format 6. */
function inList(table: DataView, start: number, code: number): number {
  const index = code - table.getUint16(start + 6);
  return index < 0 || index >= table.getUint16(start + 8) ? 0 : table.getUint16(start + 10 + 2 * index);
}

/** Looks a character up in a subtable of format 12. */
function inGroups(table: DataView, start: number, code: number): number {
  const count = table.getUint32(start + 12);
  for (let index = 0; index < count; index++) {
    const at = start + 16 + 12 * index;
    if (table.getUint32(at + 4) < code) continue;
    const first = table.getUint32(at);
    return first > code ? 0 : table.getUint32(at + 8) + code - first;
  }
  return 0;
}

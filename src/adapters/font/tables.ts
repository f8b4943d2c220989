const COLLECTION = "ttcf";
const VERSIONS: readonly string[] = ["\0\x01\0\0", "OTTO", "true"];
/** The most tables of one font; real ones have about twenty. */
const MOST = 256;

/**
 * The tables of a font by their tags (OpenType, "Organization of an OpenType Font"); undefined where the bytes are no
 * font.
 */
export function tablesOf(view: DataView): ((tag: string) => DataView | undefined) | undefined {
  const start = textAt(view, 0) === COLLECTION ? view.getUint32(12) : 0;
  if (!VERSIONS.includes(textAt(view, start))) return undefined;
  const count = Math.min(MOST, view.getUint16(start + 4));
  const tables = new Map<string, DataView>();
  for (let index = 0; index < count; index++) {
    const entry = start + 12 + 16 * index;
    const [from, length] = [view.getUint32(entry + 8), view.getUint32(entry + 12)];
    if (from > view.byteLength) continue;
    const rest = Math.min(length, view.byteLength - from);
    tables.set(textAt(view, entry), new DataView(view.buffer, view.byteOffset + from, rest));
  }
  return (tag) => tables.get(tag);
}

function textAt(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((index) => view.getUint8(at + index)));
}

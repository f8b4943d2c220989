import type { Bytes } from "./bytes.ts";

const nameOffset = 40;
const longestName = 64;

/** Names of the document's fonts in order (MS-DOC 2.9.286). */
export function readFonts(table: Bytes): string[] {
  const names: string[] = [];
  const count = table.word(0);
  for (let at = 4; at < table.length && names.length < count; at += table.byte(at) + 1) {
    const room = Math.min(Math.floor((table.byte(at) + 1 - nameOffset) / 2), longestName);
    names.push(table.text(at + nameOffset, Math.max(0, room)).split("\0", 1)[0]!);
  }
  return names;
}

/** The file with bytes changed, moved or cut off; `below` draws a whole number under its limit. */
export function mutant(original: Uint8Array, below: (limit: number) => number): Uint8Array {
  const bytes = original.slice();
  const kind = below(8);
  if (kind === 0) return bytes.subarray(0, below(bytes.length));
  if (kind === 1) {
    bytes.copyWithin(below(bytes.length), below(bytes.length), below(bytes.length));
    return bytes;
  }
  // Structures stand at the beginning and the end of these files; the middle is text.
  for (let changes = 1 + below(6); changes > 0; changes--) {
    const range = kind < 4 ? Math.min(2048, bytes.length) : bytes.length;
    bytes[below(range)] = below(3) === 0 ? 0xff : below(256);
  }
  return bytes;
}

const scraps = ["<", ">", '"', "&", "/", "0", "9", "-1", "1048577", "\u0000", "</x>", "<c/>", "A1", "中"];

/** A part of a package with characters changed, cut out or put in; `int` draws a whole number from the first to the last. */
export function mutantText(text: string, int: (first: number, last: number) => number): string {
  let changed = text;
  for (let changes = int(1, 4); changes > 0; changes--) {
    // What an attribute or a number says is changed more often than what would break the markup.
    const digits = [...changed.matchAll(/\d+/g)];
    const at = int(0, 3) === 0 ? int(0, changed.length - 1) : digits[int(0, digits.length - 1)]!.index;
    const scrap = int(0, 1) === 0 ? scraps[int(0, scraps.length - 1)]! : String(int(0, 2_000_000));
    changed = changed.slice(0, at) + scrap + changed.slice(at + int(0, 3));
  }
  return changed;
}

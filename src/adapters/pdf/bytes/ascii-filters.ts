/** What came out of a filter, and whether its input was whole. */
export interface FilteredBytes {
  readonly data: Uint8Array;
  readonly intact: boolean;
}

/**
 * The filters that write bytes as text (PDF 32000-1, 7.4.2 and 7.4.3), by their names and short names. They have no
 * checksum, but a mark at the end, and there are characters that they never write.
 */
export const ASCII_FILTERS: ReadonlyMap<string, (bytes: Uint8Array) => FilteredBytes> = new Map([
  ["ASCIIHexDecode", fromHex],
  ["AHx", fromHex],
  ["ASCII85Decode", fromBase85],
  ["A85", fromBase85],
]);

const isSpace = (code: number): boolean => code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0;

function fromHex(bytes: Uint8Array): FilteredBytes {
  const data = new Uint8Array((bytes.length >> 1) + 1);
  let digits = 0;
  let intact = true;
  for (const code of bytes) {
    if (isSpace(code)) continue;
    if (code === 0x3e) return { data: data.subarray(0, (digits + 1) >> 1), intact };
    const digit = Number.parseInt(String.fromCharCode(code), 16);
    if (Number.isNaN(digit)) intact = false;
    else data[digits >> 1]! |= digits++ % 2 === 0 ? digit << 4 : digit;
  }
  return { data: data.subarray(0, (digits + 1) >> 1), intact: false };
}

function fromBase85(bytes: Uint8Array): FilteredBytes {
  const data = new Uint8Array(4 * bytes.length + 4);
  let size = 0;
  let group: number[] = [];
  let intact = true;
  const write = (): void => {
    const value = [0, 1, 2, 3, 4].reduce((sum, place) => sum * 85 + (group[place] ?? 84), 0);
    for (let place = 0; place < group.length - 1; place++)
      data[size++] = Math.floor(value / 256 ** (3 - place)) % 256;
    group = [];
  };
  for (const code of bytes) {
    if (isSpace(code)) continue;
    if (code === 0x7e) {
      write();
      return { data: data.subarray(0, size), intact };
    }
    if (code === 0x7a && group.length === 0) size += 4;
    else if (code >= 0x21 && code <= 0x75) group.push(code - 0x21);
    else intact = false;
    if (group.length === 5) write();
  }
  write();
  return { data: data.subarray(0, size), intact: false };
}

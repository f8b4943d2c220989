/** The pixels of the first frame of a GIF as red, green, blue and alpha (GIF89a); undefined where it is none. */
export function gifColours(bytes: Uint8Array, mostPixels: number): Uint8Array | undefined {
  if (String.fromCharCode(...bytes.subarray(0, 3)) !== "GIF") return undefined;
  const common = paletteAt(bytes, 10, 13);
  let transparent = -1;
  let at = 13 + common.length;
  while (bytes[at] === EXTENSION) {
    // A graphic control extension names the index that is seen through.
    if (bytes[at + 1] === 0xf9 && bytes[at + 3]! & 1) transparent = bytes[at + 6]!;
    at = blocksAt(bytes, at + 2).end;
  }
  if (bytes[at] !== FRAME) return undefined;
  const [width, height] = [5, 7].map((part) => bytes[at + part]! | (bytes[at + part + 1]! << 8));
  const pixels = width! * height!;
  if (!(pixels > 0 && pixels <= mostPixels)) return undefined;
  const own = paletteAt(bytes, at + 9, at + 10);
  const begin = at + 10 + own.length;
  const indices = indicesOf(blocksAt(bytes, begin + 1).data, bytes[begin]!, pixels);
  const palette = own.length > 0 ? own : common;
  const colours = new Uint8Array(4 * indices.length).fill(255);
  for (const [place, index] of indices.entries())
    if (index === transparent) colours[4 * place + 3] = 0;
    else colours.set(palette.subarray(3 * index, 3 * index + 3), 4 * place);
  return colours;
}

const EXTENSION = 0x21;
const FRAME = 0x2c;

/** The colours at a place, if the flags say that there are some. */
function paletteAt(bytes: Uint8Array, flagsAt: number, at: number): Uint8Array {
  const flags = bytes[flagsAt]!;
  return bytes.subarray(at, flags & 0x80 ? at + 3 * (2 << (flags & 7)) : at);
}

/** The blocks from a place on, joined, and where they end. */
function blocksAt(bytes: Uint8Array, from: number): { readonly data: number[]; readonly end: number } {
  const data: number[] = [];
  let at = from;
  while (bytes[at]! > 0) {
    for (const byte of bytes.subarray(at + 1, at + 1 + bytes[at]!)) data.push(byte);
    at += 1 + bytes[at]!;
  }
  return { data, end: at + 1 };
}

/** The indices that codes stand for: a code names a word, and each but the first adds one (LZW). */
function indicesOf(data: readonly number[], least: number, count: number): number[] {
  const [clear, end] = [1 << least, (1 << least) + 1];
  const indices: number[] = [];
  const codes = codesOf(data);
  let words: number[][] = [];
  let last: readonly number[] = [];
  for (
    let code = codes.next(least + 1);
    indices.length < count;
    code = codes.next(widthOf(words.length + end + 1))
  ) {
    if (code === undefined || code === end) break;
    if (code === clear) {
      [words, last] = [[], []];
      continue;
    }
    const word = code < clear ? [code] : (words[code - end - 1] ?? [...last, ...last.slice(0, 1)]);
    if (last.length > 0 && words.length + end + 1 < MOST_CODES) words.push([...last, ...word.slice(0, 1)]);
    for (const index of word) indices.push(index);
    last = word;
  }
  return indices;

  function widthOf(next: number): number {
    return Math.min(12, Math.max(least + 1, 32 - Math.clz32(next)));
  }
}

const MOST_CODES = 4096;

/** Codes of a width that grows, packed from the lowest bit on. */
function codesOf(data: readonly number[]) {
  let [held, bits, at] = [0, 0, 0];
  return {
    next: (width: number): number | undefined => {
      for (; bits < width && at < data.length; bits += 8) held |= data[at++]! << bits;
      if (bits < width) return undefined;
      const code = held & ((1 << width) - 1);
      held >>>= width;
      bits -= width;
      return code;
    },
  };
}

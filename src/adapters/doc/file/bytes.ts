import { westernText } from "../../western.ts";

/** Little-endian numbers of a stream; bytes outside it read as 0. */
export interface Bytes {
  readonly length: number;
  readonly byte: (at: number) => number;
  readonly word: (at: number) => number;
  readonly signed: (at: number) => number;
  readonly long: (at: number) => number;
  /** Text of `count` bytes in the Western code page that Word uses for packed pieces (MS-DOC 2.9.73). */
  readonly western: (at: number, count: number) => string;
  /** UTF-16 text of `count` characters. */
  readonly text: (at: number, count: number) => string;
  readonly slice: (at: number, length: number) => Bytes;
}

const utf16 = new TextDecoder("utf-16le", { ignoreBOM: true });
/** Up to this many characters are put together one by one, which costs less than a call of a decoder. */
const shortText = 48;

export function bytesOf(content: Uint8Array): Bytes {
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  return windowOf(content, view, 0, content.length);
}

/** The part of a stream that begins at `base`. All parts share one view, because thousands of them are made. */
function windowOf(content: Uint8Array, view: DataView, base: number, length: number): Bytes {
  const has = (at: number, size: number): boolean => at >= 0 && at + size <= length;
  const within = (at: number, size: number): Uint8Array =>
    content.subarray(base + at, base + Math.min(length, at + size));
  return {
    length,
    byte: (at) => (has(at, 1) ? content[base + at]! : 0),
    word: (at) => (has(at, 2) ? view.getUint16(base + at, true) : 0),
    signed: (at) => (has(at, 2) ? view.getInt16(base + at, true) : 0),
    long: (at) => (has(at, 4) ? view.getUint32(base + at, true) : 0),
    text: (at, count) => {
      const short = count <= shortText && has(at, count * 2) ? shortUtf16(view, base + at, count) : null;
      return short ?? utf16.decode(within(at, count * 2));
    },
    western: (at, count) => westernText(within(at, count)),
    slice: (at, size) => {
      const from = Math.min(Math.max(0, at), length);
      const to = Math.min(Math.max(from, at + size), length);
      return windowOf(content, view, base + from, to - from);
    },
  };
}

/** Null where half of a surrogate pair may stand alone, which only a decoder handles correctly. */
function shortUtf16(view: DataView, at: number, count: number): string | null {
  let text = "";
  for (let index = 0; index < count; index++) {
    const unit = view.getUint16(at + index * 2, true);
    if (unit >= 0xd800 && unit <= 0xdfff) return null;
    text += String.fromCharCode(unit);
  }
  return text;
}

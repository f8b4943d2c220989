import { westernText } from "../western.ts";

/** Little-endian numbers of a stream; what lies outside it is 0. */
export interface Bytes {
  readonly length: number;
  readonly byte: (at: number) => number;
  readonly word: (at: number) => number;
  readonly signed: (at: number) => number;
  readonly long: (at: number) => number;
  /** Text of `count` bytes in the Western code page that Word packs pieces in (MS-DOC 2.9.73). */
  readonly western: (at: number, count: number) => string;
  /** UTF-16 text of `count` characters. */
  readonly text: (at: number, count: number) => string;
  readonly slice: (at: number, length: number) => Bytes;
}

const utf16 = new TextDecoder("utf-16le", { ignoreBOM: true });

export function bytesOf(content: Uint8Array): Bytes {
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  const has = (at: number, size: number): boolean => at >= 0 && at + size <= content.length;
  return {
    length: content.length,
    byte: (at) => content[at] ?? 0,
    word: (at) => (has(at, 2) ? view.getUint16(at, true) : 0),
    signed: (at) => (has(at, 2) ? view.getInt16(at, true) : 0),
    long: (at) => (has(at, 4) ? view.getUint32(at, true) : 0),
    text: (at, count) => utf16.decode(content.subarray(at, at + count * 2)),
    western: (at, count) => westernText(content.subarray(at, at + count)),
    slice: (at, length) => bytesOf(content.subarray(Math.max(0, at), Math.max(0, at + Math.max(0, length)))),
  };
}

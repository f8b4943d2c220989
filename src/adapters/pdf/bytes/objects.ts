import { inflatesBeyond, streamOf } from "./streams.ts";
import type { PdfStream } from "./streams.ts";
import { textWindows } from "./text-window.ts";

/** An indirect object as found in the file: the text of its dictionary or array, and where its stream lies. */
export interface PdfObject {
  readonly text: string;
  readonly stream?: PdfStream;
}

export interface ObjectScan {
  readonly objects: ReadonlyMap<number, PdfObject>;
  /** Whether more bytes than allowed come out of the streams. */
  readonly tooLarge: boolean;
}

/**
 * Every object of a file, found by its `n g obj` and not by the cross-reference table; of several definitions the last
 * is taken (incremental updates). This is no PDF parser: it only looks at what the engines do not report, checksums and
 * nesting.
 */
export function scanObjects(bytes: Uint8Array, maximumInflatedBytes: number): ObjectScan {
  const objects = new Map<number, PdfObject>();
  const places = new Map<number, number>();
  // These include the streams of replaced objects: the cross-reference table decides which definition holds, and it is
  // not read.
  const streams: PdfStream[] = [];
  const windows = textWindows(bytes);
  for (let at = 0; at < bytes.length;) {
    const found = nextObject(bytes, windows, at);
    if (typeof found === "number") {
      at = found;
      continue;
    }
    places.set(found.number, at);
    at = found.end;
    if (found.data === undefined) {
      objects.set(found.number, { text: found.text });
      continue;
    }
    const stream = streamOf(found.text, bytes.subarray(found.data, found.end), maximumInflatedBytes);
    streams.push(stream);
    objects.set(found.number, { text: found.text, stream });
  }
  if (inflatesBeyond(streams, maximumInflatedBytes)) return { objects, tooLarge: true };
  for (const [number, { text, stream }] of [...objects]) {
    if (stream === undefined || !/\/ObjStm\b/.test(text)) continue;
    const place = places.get(number)!;
    for (const [packed, object] of unpack(text, stream.inflate().data)) {
      if ((places.get(packed) ?? -1) > place) continue;
      places.set(packed, place);
      objects.set(packed, object);
    }
  }
  return { objects, tooLarge: false };
}

/** The longest header that is expected; `12345678 65535 obj` is shorter. */
const HEADER = 32;

/**
 * The next object at or after `at`, up to the end of its stream or its `endobj`; or the place where the search goes on.
 */
function nextObject(
  bytes: Uint8Array,
  windows: ReturnType<typeof textWindows>,
  at: number,
): { number: number; text: string; data?: number; end: number } | number {
  let { text, offset } = windows(at, HEADER);
  const starts = /(\d{1,8})[ \r\n\t]+\d{1,5}[ \r\n\t]+obj\b/g;
  starts.lastIndex = offset;
  const start = starts.exec(text);
  // A header may lie across two windows.
  if (start === null) return Math.max(at - offset + text.length - HEADER, at + 1);
  const begin = at - offset + start.index + start[0].length;
  const number = Number(start[1]);
  const ends = /\bendobj\b|\bstream(?:\r\n|\n|\r)/g;
  for (let least = HEADER; ; least = 4 * (text.length - offset)) {
    ({ text, offset } = windows(begin, least));
    ends.lastIndex = offset;
    const match = ends.exec(text);
    const seen = begin - offset + text.length;
    if (match === null) {
      if (seen < bytes.length) continue;
      return { number, text: text.slice(offset), end: bytes.length };
    }
    const dictionary = text.slice(offset, match.index);
    const end = begin - offset + match.index;
    if (match[0] === "endobj") return { number, text: dictionary, end };
    const data = end + match[0].length;
    return { number, text: dictionary, data, end: streamEnd(bytes, dictionary, data) };
  }
}

function streamEnd(bytes: Uint8Array, dictionary: string, data: number): number {
  const length = /\/Length[ \r\n\t]+(\d+)(?![ \r\n\t]+\d+[ \r\n\t]+R)/.exec(dictionary);
  const stated = length === null ? -1 : data + Number(length[1]);
  if (stated >= data)
    for (let at = stated; at <= stated + 2; at++) {
      if (isEnd(bytes, at)) return stated;
      if (![0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x20].includes(bytes[at] ?? -1)) break;
    }
  for (let at = bytes.indexOf(0x65, data); at >= 0; at = bytes.indexOf(0x65, at + 1))
    if (isEnd(bytes, at)) return at;
  return bytes.length;
}

const END = [..."endstream"].map((character) => character.charCodeAt(0));

function isEnd(bytes: Uint8Array, at: number): boolean {
  return END.every((code, index) => bytes[at + index] === code);
}

/** PDF 32000-1, 7.5.7: pairs of object number and offset, then the objects. */
function unpack(dictionary: string, data: Uint8Array | undefined): readonly (readonly [number, PdfObject])[] {
  const first = Number(/\/First\s+(\d+)/.exec(dictionary)?.[1] ?? -1);
  if (data === undefined || first < 0 || first > data.length) return [];
  const text = new TextDecoder("latin1").decode(data);
  const numbers = text.slice(0, first).trim().split(/\s+/).map(Number);
  const found: (readonly [number, PdfObject])[] = [];
  for (let i = 0; i + 1 < numbers.length; i += 2) {
    const from = first + numbers[i + 1]!;
    const to = i + 3 < numbers.length ? first + numbers[i + 3]! : text.length;
    found.push([numbers[i]!, { text: text.slice(from, to) }]);
  }
  return found;
}

import { inflatesBeyond, streamOf } from "./streams.ts";
import type { PdfStream } from "./streams.ts";

/** An indirect object as found in the file: the text of its dictionary or array, and where its stream lies. */
export interface PdfObject {
  readonly text: string;
  readonly stream?: PdfStream;
}

export interface ObjectScan {
  readonly objects: ReadonlyMap<number, PdfObject>;
  /** More bytes than allowed come out of the streams. */
  readonly tooLarge: boolean;
}

/**
 * Every object of a file, found by its `n g obj` and not by the cross-reference table, later definitions first
 * (incremental updates). This is no PDF parser: it only looks at what the engines do not tell, checksums and nesting.
 */
export function scanObjects(bytes: Uint8Array, maximumInflatedBytes: number): ObjectScan {
  const objects = new Map<number, PdfObject>();
  // Those of replaced objects too: which definition holds is for the cross-reference table to say.
  const streams: PdfStream[] = [];
  for (let at = 0; at < bytes.length;) {
    const found = nextObject(bytes, at);
    if (typeof found === "number") {
      at = found;
      continue;
    }
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
  for (const { text, stream } of [...objects.values()])
    if (stream !== undefined && /\/ObjStm\b/.test(text)) unpack(text, stream.inflate().data, objects);
  return { objects, tooLarge: false };
}

/** Most of a file is streams: only what stands between them is made text, a window at a time. */
const WINDOW = 4096;
const latin1 = new TextDecoder("latin1");

/** The next object from `at` on, up to the end of its stream or its `endobj`; or where to look on. */
function nextObject(
  bytes: Uint8Array,
  at: number,
): { number: number; text: string; data?: number; end: number } | number {
  let text = latin1.decode(bytes.subarray(at, at + WINDOW));
  const start = /(\d{1,8})[ \r\n\t]+\d{1,5}[ \r\n\t]+obj\b/.exec(text);
  // A header may lie across two windows.
  if (start === null) return at + Math.max(WINDOW - 32, 1);
  const begin = start.index + start[0].length;
  const number = Number(start[1]);
  const ends = /\bendobj\b|\bstream(?:\r\n|\n|\r)/g;
  for (let size = WINDOW; ; size *= 4) {
    if (size > WINDOW) text = latin1.decode(bytes.subarray(at, at + size));
    ends.lastIndex = begin;
    const match = ends.exec(text);
    if (match === null) {
      if (at + size < bytes.length) continue;
      return { number, text: text.slice(begin), end: bytes.length };
    }
    const dictionary = text.slice(begin, match.index);
    if (match[0] === "endobj") return { number, text: dictionary, end: at + match.index };
    const data = at + match.index + match[0].length;
    return { number, text: dictionary, data, end: streamEnd(bytes, dictionary, data) };
  }
}

function streamEnd(bytes: Uint8Array, dictionary: string, data: number): number {
  const length = /\/Length[ \r\n\t]+(\d+)(?![ \r\n\t]+\d+[ \r\n\t]+R)/.exec(dictionary);
  const stated = length === null ? -1 : data + Number(length[1]);
  if (stated >= data && /^\s{0,2}endstream/.test(latin1.decode(bytes.subarray(stated, stated + 12))))
    return stated;
  for (let at = bytes.indexOf(0x65, data); at >= 0; at = bytes.indexOf(0x65, at + 1))
    if (
      bytes[at + 1] === 0x6e &&
      bytes[at + 2] === 0x64 &&
      bytes[at + 3] === 0x73 &&
      latin1.decode(bytes.subarray(at, at + 9)) === "endstream"
    )
      return at;
  return bytes.length;
}

/** PDF 32000-1, 7.5.7: pairs of object number and offset, then the objects. */
function unpack(dictionary: string, data: Uint8Array | undefined, objects: Map<number, PdfObject>): void {
  if (data === undefined) return;
  const first = Number(/\/First\s+(\d+)/.exec(dictionary)?.[1] ?? -1);
  if (first < 0 || first > data.length) return;
  const text = latin1.decode(data);
  const numbers = text.slice(0, first).trim().split(/\s+/).map(Number);
  for (let i = 0; i + 1 < numbers.length; i += 2) {
    const from = first + numbers[i + 1]!;
    const to = i + 3 < numbers.length ? first + numbers[i + 3]! : text.length;
    if (!objects.has(numbers[i]!)) objects.set(numbers[i]!, { text: text.slice(from, to) });
  }
}

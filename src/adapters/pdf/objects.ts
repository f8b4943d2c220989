import { Inflate } from "fflate";

/** An indirect object as found in the file: the text of its dictionary or array, and where its stream lies. */
export interface PdfObject {
  readonly text: string;
  readonly stream?: PdfStream;
}

export interface PdfStream {
  /** `intact`: the Adler-32 at its end is right; `unknown`: no Flate stream, or not looked at. */
  readonly state: "intact" | "damaged" | "unknown";
  /** Decoded, where the only filter is Flate or none and the stream is not a font or an image. */
  readonly data?: Uint8Array;
}

export interface ObjectScan {
  readonly objects: ReadonlyMap<number, PdfObject>;
  /** More bytes than allowed came out of the streams: the scan stopped. */
  readonly tooLarge: boolean;
}

/**
 * Every object of a file, found by its `n g obj` and not by the cross-reference table, later definitions first
 * (incremental updates). This is no PDF parser: it only looks at what the engines do not tell, checksums and nesting.
 */
export function scanObjects(bytes: Uint8Array, maximumInflatedBytes: number): ObjectScan {
  const objects = new Map<number, PdfObject>();
  let left = maximumInflatedBytes;
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
    const stream = checkStream(found.text, bytes.subarray(found.data, found.end), left);
    if (stream === undefined) return { objects, tooLarge: true };
    left -= stream.inflated;
    objects.set(found.number, { text: found.text, stream });
  }
  for (const object of [...objects.values()])
    if (object.stream?.data !== undefined && /\/ObjStm\b/.test(object.text))
      unpack(object.text, object.stream.data, objects);
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

/** Undefined when more than `left` bytes come out. */
function checkStream(
  dictionary: string,
  data: Uint8Array,
  left: number,
): (PdfStream & { inflated: number }) | undefined {
  const filter = /\/Filter\s*(\[[^\]]*\]|\/\w+)/.exec(dictionary)?.[1] ?? "";
  const image = /\/Subtype\s*\/Image\b/.test(dictionary);
  if (filter === "" && !image) return { state: "unknown", data, inflated: data.length };
  if (!/^(?:\[\s*)?\/(?:FlateDecode|Fl)\b/.test(filter) || image) return { state: "unknown", inflated: 0 };
  const single = (filter.match(/\//g)?.length ?? 0) === 1;
  const result = inflateChecked(data, left);
  if (result === undefined) return undefined;
  const keep =
    single && !/\/DecodeParms|\/Length1\b|\/FontFile|\/CIDFontType0C|\/Type1C|\/OpenType/.test(dictionary);
  // An object stream with a predictor does not exist in practice; a cross-reference stream is not needed.
  return {
    state: result.intact ? "intact" : "damaged",
    inflated: result.data.length,
    ...(keep && { data: result.data }),
  };
}

function inflateChecked(data: Uint8Array, most: number): { data: Uint8Array; intact: boolean } | undefined {
  const chunks: Uint8Array[] = [];
  let size = 0;
  let ended = false;
  try {
    const inflate = new Inflate((chunk, final) => {
      chunks.push(chunk);
      size += chunk.length;
      ended ||= final;
    });
    // Deflate expands at most 1032 times: 16 kB in, 16 MB out before the bound is looked at.
    for (let at = 2; at < data.length && size <= most; at += 16_384)
      inflate.push(data.subarray(at, at + 16_384), at + 16_384 >= data.length);
  } catch {
    return { data: concat(chunks, size), intact: false };
  }
  if (size > most) return undefined;
  const whole = concat(chunks, size);
  return { data: whole, intact: ended && trailerMatches(data, adler32(whole)) };
}

function concat(chunks: readonly Uint8Array[], size: number): Uint8Array {
  if (chunks.length === 1) return chunks[0]!;
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** The checksum ends the data; some writers count a line end into the length. */
function trailerMatches(data: Uint8Array, sum: number): boolean {
  for (let back = 4; back <= 8 && back <= data.length; back++) {
    const at = data.length - back;
    if (((data[at]! << 24) | (data[at + 1]! << 16) | (data[at + 2]! << 8) | data[at + 3]!) >>> 0 === sum)
      return true;
  }
  return false;
}

/** RFC 1950. */
function adler32(data: Uint8Array): number {
  let a = 1;
  let b = 0;
  for (let at = 0; at < data.length;) {
    // The most bytes before `b` may pass 2³².
    const end = Math.min(at + 3800, data.length);
    for (; at < end; at++) {
      a += data[at]!;
      b += a;
    }
    a %= 65_521;
    b %= 65_521;
  }
  return ((b << 16) | a) >>> 0;
}

/** PDF 32000-1, 7.5.7: pairs of object number and offset, then the objects. */
function unpack(dictionary: string, data: Uint8Array, objects: Map<number, PdfObject>): void {
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

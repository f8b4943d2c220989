import { Inflate, inflateSync } from "fflate";
import { joinedBytes } from "../../joined-bytes.ts";
import { ASCII_FILTERS } from "./ascii-filters.ts";
import type { FilteredBytes } from "./ascii-filters.ts";

/**
 * A stream of the file. Its bytes are decoded only on request, because most of a report is font programs that nobody
 * requests.
 */
export interface PdfStream {
  /**
   * How many Flate filters come first, or after those that write bytes as text; 0 where there is none, another comes
   * before, or the stream is an image.
   */
  readonly layers: number;
  /** The most bytes that may come out of these filters. */
  readonly most: number;
  readonly inflate: () => Inflated;
  /**
   * Whether the checksum at the end of the stream equals the one given, which an engine computed from the decoded
   * bytes.
   */
  readonly endsWith: (checksum: number) => boolean;
}

export interface Inflated {
  readonly size: number;
  /** The decoded bytes, unless another filter or a predictor follows or the stream is a font program. */
  readonly data?: Uint8Array;
  /**
   * Whether the Adler-32 at the end of each layer is right, or the text of bytes is whole; true where there is neither.
   */
  readonly intact: boolean;
}

/** Two bits of Deflate give at most 258 bytes, so one byte gives at most 1032. */
const EXPANSION = 1032;

/** A stream by its dictionary and its bytes as stored; inflating it stops soon after `limit` bytes. */
export function streamOf(dictionary: string, bytes: Uint8Array, limit: number): PdfStream {
  const image = /\/Subtype\s*\/Image\b/.test(dictionary);
  const all = (/\/Filter\s*(\[[^[\]]*\]|\/\w+)/.exec(dictionary)?.[1] ?? "").match(/\w+/g) ?? [];
  const asText = image
    ? []
    : all.slice(
        0,
        firstOther(all, (name) => ASCII_FILTERS.has(name)),
      );
  const filters = all.slice(asText.length);
  const other = image ? 0 : filters.findIndex((name) => !isFlate(name));
  const layers = other < 0 ? filters.length : other;
  const plain = other < 0 && !/\/DecodeParms/.test(dictionary) && !isFontProgram(dictionary);
  if (layers + asText.length === 0) {
    const known: Inflated = {
      size: plain ? bytes.length : 0,
      intact: true,
      ...(plain && { data: bytes }),
    };
    return { layers, most: known.size, inflate: () => known, endsWith: () => false };
  }
  let known: Inflated | undefined;
  const inflate = () => (known ??= withData(inflateLayers(decoded(bytes, asText), layers, limit), plain));
  const endsWith = (checksum: number) =>
    layers === 1 && other < 0 && trailerMatches(decoded(bytes, asText).data, checksum);
  return { layers, most: bytes.length * EXPANSION ** layers, inflate, endsWith };
}

/**
 * Whether more than `limit` bytes come out of the streams. Inflates as few bytes as show it: the largest streams first,
 * but none of them where a smaller one is enough for the rest not to matter.
 */
export function inflatesBeyond(streams: readonly PdfStream[], limit: number): boolean {
  let certain = 0;
  let possible = streams.reduce((sum, { most }) => sum + most, 0);
  const isOpen = () => certain <= limit && certain + possible > limit;
  const inflate = (stream: PdfStream) => {
    certain += stream.inflate().size;
    possible -= stream.most;
  };
  const largestFirst = [...streams].sort((a, b) => b.most - a.most);
  const left: PdfStream[] = [];
  for (const [index, stream] of largestFirst.entries()) {
    if (!isOpen()) break;
    const next = largestFirst[index + 1];
    if (next !== undefined && next.most >= certain + possible - limit) left.push(stream);
    else inflate(stream);
  }
  for (const stream of left) if (isOpen()) inflate(stream);
  return certain + possible > limit;
}

export function isFontProgram(dictionary: string): boolean {
  return /\/Length1\b|\/CIDFontType0C|\/Type1C|\/OpenType/.test(dictionary);
}

function withData({ data, intact }: FilteredBytes, keep: boolean): Inflated {
  return { size: data.length, intact, ...(keep && { data }) };
}

function isFlate(name: string): boolean {
  return name === "FlateDecode" || name === "Fl";
}

function firstOther(names: readonly string[], is: (name: string) => boolean): number {
  const first = names.findIndex((name) => !is(name));
  return first < 0 ? names.length : first;
}

function decoded(bytes: Uint8Array, filters: readonly string[]): FilteredBytes {
  return filters.reduce<FilteredBytes>(
    ({ data, intact }, name) => {
      const layer = ASCII_FILTERS.get(name)!(data);
      return { data: layer.data, intact: intact && layer.intact };
    },
    { data: bytes, intact: true },
  );
}

function inflateLayers(first: FilteredBytes, layers: number, limit: number): FilteredBytes {
  // What is deflated has a checksum of its own.
  let layer: FilteredBytes = { data: first.data, intact: layers > 0 || first.intact };
  for (let depth = 0; depth < layers && layer.intact; depth++) layer = inflateChecked(layer.data, limit);
  return layer;
}

function inflateChecked(bytes: Uint8Array, limit: number): FilteredBytes {
  try {
    const data = bytes.length * EXPANSION <= limit ? inflateWhole(bytes) : inflateBounded(bytes, limit);
    return { data, intact: data.length <= limit && trailerMatches(bytes, adler32(data)) };
  } catch {
    return { data: new Uint8Array(0), intact: false };
  }
}

/** Longer streams are font programs and the like, and give two or three times their bytes rather than twenty. */
const SMALL = 8192;

/**
 * Inflates a small stream into a buffer of the likely size: without one, a stream of ten bytes takes 128 kB, and
 * Chromium writes thousands of them.
 */
function inflateWhole(bytes: Uint8Array): Uint8Array {
  if (bytes.length > SMALL) return inflateSync(bytes.subarray(2));
  const likely = new Uint8Array(20 * bytes.length);
  const data = inflateSync(bytes.subarray(2), { out: likely });
  return data.length < likely.length ? data : inflateSync(bytes.subarray(2));
}

/** Stops soon after `limit` bytes: the size is checked after every 16 kB of input, which give at most 16 MB. */
function inflateBounded(bytes: Uint8Array, limit: number): Uint8Array {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const inflate = new Inflate((chunk) => {
    chunks.push(chunk);
    size += chunk.length;
  });
  for (let at = 2; at < bytes.length && size <= limit; at += 16_384)
    inflate.push(bytes.subarray(at, at + 16_384), at + 16_384 >= bytes.length);
  return joinedBytes(chunks);
}

/** Whether the data ends with the checksum; some writers count a line end into the length. */
function trailerMatches(bytes: Uint8Array, sum: number): boolean {
  for (let back = 4; back <= 8 && back <= bytes.length; back++) {
    const at = bytes.length - back;
    if (((bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!) >>> 0 === sum)
      return true;
  }
  return false;
}

/** The Adler-32 checksum (RFC 1950). */
export function adler32(data: Uint8Array): number {
  let a = 1;
  let b = 0;
  for (let at = 0; at < data.length;) {
    // `b` cannot pass 2³² within so many bytes.
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

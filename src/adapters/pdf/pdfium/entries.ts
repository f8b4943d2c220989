import type { Library } from "./library.ts";

/** The keys that are looked up in the dictionaries of annotations. */
const KEYS = ["AA", "AS", "BS", "Cap", "Contents", "FT", "MK", "OC", "Parent", "RC", "RV", "V"] as const;
export type EntryKey = (typeof KEYS)[number];

/** Reads entries of annotations' dictionaries. */
export interface EntryReader {
  /** The engine's number for the type of an entry; 0 where there is no entry. */
  readonly typeOf: (annotation: number, key: EntryKey) => number;
  /** The text of a string or name; empty where there is none. */
  readonly textOf: (annotation: number, key: EntryKey) => string;
  readonly free: () => void;
}

/** The longest text that is read, in bytes; a longer one is no number. */
const MOST_BYTES = 4096;

/** Makes a reader that keeps the keys in the engine's memory until `free`. */
export function entryReader(library: Library): EntryReader {
  const { call, heap } = library;
  // Each key follows a zero and ends with one, so that `V` is not found at the end of `RV`.
  const keys = `\0${KEYS.join("\0")}\0`;
  const bytes = new TextEncoder().encode(keys);
  const start = call.malloc!(bytes.length);
  heap.HEAPU8.set(bytes, start);
  const at = (key: EntryKey) => start + keys.indexOf(`\0${key}\0`) + 1;
  return {
    typeOf: (annotation, key) => call.FPDFAnnot_GetValueType!(annotation, at(key)),
    textOf: (annotation, key) =>
      readUtf16(library, (buffer, size) => call.FPDFAnnot_GetStringValue!(annotation, at(key), buffer, size)),
    free: () => call.free!(start),
  };
}

/**
 * The text that a call gives as UTF-16 with a zero at its end. The call is asked for the size first, then for the text.
 */
export function readUtf16({ call, heap }: Library, ask: (buffer: number, size: number) => number): string {
  const size = Math.min(MOST_BYTES, ask(0, 0));
  if (size <= 2) return "";
  const buffer = call.malloc!(size);
  const written = ask(buffer, size);
  const text = new TextDecoder("utf-16le").decode(heap.HEAPU8.slice(buffer, buffer + size - 2));
  call.free!(buffer);
  // The engine writes nothing into a buffer that is too small.
  return written <= size ? text : "\uFFFD";
}

import type { Library } from "./library.ts";

/** What is asked of the dictionary of an annotation. */
const KEYS = ["Contents", "FT", "MK", "OC", "Parent", "RV", "V"] as const;
export type EntryKey = (typeof KEYS)[number];

/** Entries of annotations' dictionaries. */
export interface EntryReader {
  /** The engine's number of an entry's type, 0 where there is none. */
  readonly typeOf: (annotation: number, key: EntryKey) => number;
  /** A string or name; empty where there is none. */
  readonly textOf: (annotation: number, key: EntryKey) => string;
  readonly free: () => void;
}

/** Texts longer than this are no number, in bytes. */
const MOST_BYTES = 4096;

/** Keeps the keys in the engine's memory until `free`. */
export function entryReader(library: Library): EntryReader {
  const { call, heap } = library;
  // Each follows a zero and ends with one: `V` is not the end of `RV`.
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

/** What a call gives as UTF-16 with a zero at its end: asked for its size first, then for the text. */
export function readUtf16({ call, heap }: Library, ask: (buffer: number, size: number) => number): string {
  const size = Math.min(MOST_BYTES, ask(0, 0));
  if (size <= 2) return "";
  const buffer = call.malloc!(size);
  const written = ask(buffer, size);
  const text = new TextDecoder("utf-16le").decode(heap.HEAPU8.slice(buffer, buffer + size - 2));
  call.free!(buffer);
  // A buffer too small is left as it is.
  return written <= size ? text : "\uFFFD";
}

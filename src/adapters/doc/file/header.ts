import { Refusal } from "../../refusal.ts";
import type { Bytes } from "./bytes.ts";

/** The beginning of the WordDocument stream (MS-DOC 2.5), as far as it is used here. */
export interface FileInformation {
  readonly tableStream: "0Table" | "1Table";
  /** How many characters each story has, in the order in which the stories follow each other. */
  readonly counts: Readonly<
    Record<"text" | "footnotes" | "headers" | "macros" | "comments" | "endnotes" | "boxes", number>
  >;
  /** Offset and length of a structure in the table stream. */
  readonly structure: (name: keyof typeof structures) => { readonly at: number; readonly length: number };
}

/** Ordinals of the structures in FibRgFcLcb97 (MS-DOC 2.5.6). */
const structures = {
  styles: 1,
  comments: 5,
  sections: 6,
  characterPages: 12,
  paragraphPages: 13,
  fonts: 15,
  pieces: 33,
  shapes: 40,
  drawings: 50,
  boxes: 56,
  lists: 73,
  listOverrides: 74,
} as const;

const identifier = 0xa5ec;
/** The format has been that of Word 97 since this version. */
const firstVersion = 0xc1;
const firstPair = 0x9a;

/** Throws a Refusal: `encrypted`, `truncated`, `unsupported` (Word 6 and 95, or not Word at all). */
export function readHeader(stream: Bytes): FileInformation {
  const version = stream.word(2);
  const flags = stream.word(10);
  if (stream.word(0) !== identifier)
    throw new Refusal("unsupported", { format: stream.word(0) === 0xa5dc ? "word-6" : "doc" });
  if (flags & 0x100) throw new Refusal("encrypted", { format: "doc" });
  if (version < firstVersion) throw new Refusal("unsupported", { format: "word-95" });
  if (stream.length < firstPair + 75 * 8) throw new Refusal("truncated", { format: "doc" });
  return {
    tableStream: flags & 0x200 ? "1Table" : "0Table",
    counts: {
      text: stream.long(0x4c),
      footnotes: stream.long(0x50),
      headers: stream.long(0x54),
      macros: stream.long(0x58),
      comments: stream.long(0x5c),
      endnotes: stream.long(0x60),
      boxes: stream.long(0x64),
    },
    structure: (name) => {
      const pair = firstPair + structures[name] * 8;
      return { at: stream.long(pair), length: stream.long(pair + 4) };
    },
  };
}

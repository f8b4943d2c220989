import type { NumberedStyle } from "../../word/lists/lists.ts";
import type { Bytes } from "../file/bytes.ts";
import { readSprms } from "../file/sprms.ts";
import type { Sprm } from "../file/sprms.ts";

/** A style (MS-DOC 2.9.257) with the modifiers that it adds to the style it is based on. */
export interface DocStyle extends NumberedStyle {
  /** Number of a built-in style; headings are 1 to 9. */
  readonly builtIn: number;
  readonly paragraph: readonly Sprm[];
  readonly character: readonly Sprm[];
}

/** The style and its ancestors, nearest first. */
export type StyleChains = (index: number | null) => readonly DocStyle[];

const maximumChain = 32;
const noStyle = 0xfff;
const listNumber = 0x460b;
const listLevel = 0x260a;

export function readStyles(sheet: Bytes): StyleChains {
  const headerLength = sheet.word(0);
  const count = Math.min(sheet.word(2), noStyle);
  const baseLength = sheet.word(4);
  const styles = new Map<number, { style: DocStyle; basedOn: number }>();
  let at = 2 + headerLength;
  for (let index = 0; index < count && at + 2 <= sheet.length; index++) {
    const length = sheet.word(at);
    if (length > 0) styles.set(index, readStyle(sheet.slice(at + 2, length), baseLength, index));
    at += 2 + length + (length & 1);
  }
  const chains = new Map<number, readonly DocStyle[]>();
  return (index) => {
    if (index === null) return [];
    const known = chains.get(index);
    if (known !== undefined) return known;
    const chain: DocStyle[] = [];
    for (let next = index; chain.length < maximumChain;) {
      const found = styles.get(next);
      if (found === undefined || chain.includes(found.style)) break;
      chain.push(found.style);
      next = found.basedOn;
    }
    chains.set(index, chain);
    return chain;
  };
}

function readStyle(entry: Bytes, baseLength: number, index: number): { style: DocStyle; basedOn: number } {
  const kind = entry.word(2) & 0xf;
  const groups = entry.word(4) & 0xf;
  let at = baseLength;
  at += 2 + (entry.word(at) + 1) * 2;
  const read: Bytes[] = [];
  for (let group = 0; group < groups; group++) {
    at += at & 1;
    const length = entry.word(at);
    read.push(entry.slice(at + 2, length));
    at += 2 + length;
  }
  const [first, second] = read;
  const isParagraph = kind === 1;
  const paragraph = isParagraph && first !== undefined ? readSprms(first.slice(2, first.length - 2)) : [];
  // Table styles have three groups: for the table, for its paragraphs and for its letters.
  const characters = isParagraph ? second : kind === 2 ? first : kind === 3 ? read[2] : undefined;
  const number = paragraph.findLast(({ code }) => code === listNumber)?.operand.word(0);
  const level = paragraph.findLast(({ code }) => code === listLevel)?.operand.byte(0);
  return {
    basedOn: entry.word(2) >> 4,
    style: {
      id: String(index),
      builtIn: entry.word(0) & 0xfff,
      paragraph,
      character: characters === undefined ? [] : readSprms(characters),
      ...(number === undefined ? {} : { numberId: String(number) }),
      ...(level === undefined ? {} : { numberLevel: level }),
    },
  };
}

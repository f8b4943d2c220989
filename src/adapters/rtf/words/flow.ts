import { paragraphEnd } from "../paragraph-end.ts";
import { addRtfText } from "../reader-text.ts";
import type { Reader } from "../reader.ts";
import type { ParagraphState } from "../state.ts";
import { newRow, rowShape } from "../tables.ts";
import { isInText } from "./word.ts";
import type { NamedWord, Word } from "./word.ts";

const says =
  (text: string): Word =>
  (reader) =>
    addRtfText(reader, text);

/** A page or column break before any text does not start a new line. */
const otherBreak: Word = (reader) => {
  if (reader.group.mode === "text" && !reader.group.flow.isEmpty()) addRtfText(reader, "\n");
};

function depthOf({ inTable, depth }: ParagraphState): number {
  return inTable ? Math.max(1, depth ?? 1) : (depth ?? 0);
}

const endParagraph: Word = (reader) => {
  if (isInText(reader)) reader.group.flow.endParagraph(paragraphEnd(reader, depthOf(reader.group.paragraph)));
};

const endCell =
  (depth: (reader: Reader) => number): Word =>
  (reader) => {
    if (isInText(reader)) reader.group.flow.endCell(paragraphEnd(reader, depth(reader)));
  };

const innerDepth = ({ group }: Reader): number => Math.max(2, group.paragraph.depth ?? 2);

/** Words that end paragraphs, cells and rows, and words that stand for characters. */
export const flowWords: readonly NamedWord[] = [
  ["par", endParagraph],
  ["sect", endParagraph],
  ["cell", endCell(() => 1)],
  ["nestcell", endCell(innerDepth)],
  [
    "row",
    (reader) => {
      if (isInText(reader)) reader.group.flow.endRow(1, rowShape(reader.row, reader.colours));
    },
  ],
  [
    "nestrow",
    (reader) => {
      if (isInText(reader))
        reader.group.flow.endRow(innerDepth(reader), rowShape(reader.innerRow, reader.colours));
    },
  ],
  [
    "trowd",
    (reader) => {
      if (reader.group.inner) reader.innerRow = newRow();
      else reader.row = newRow();
    },
  ],

  ["tab", says("\t")],
  ["line", says("\n")],
  ["softline", says("\n")],
  ["lbr", says("\n")],
  ["page", otherBreak],
  ["column", otherBreak],
  ["emdash", says("—")],
  ["endash", says("–")],
  ["emspace", says("\u2003")],
  ["enspace", says("\u2002")],
  ["qmspace", says("\u2005")],
  ["bullet", says("•")],
  ["lquote", says("‘")],
  ["rquote", says("’")],
  ["ldblquote", says("“")],
  ["rdblquote", says("”")],
];

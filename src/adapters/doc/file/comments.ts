import { disputesNumber } from "../../../printed/notes.ts";
import type { Item } from "../../word/items/items.ts";
import type { Bytes } from "./bytes.ts";

const mostComments = 1_000;

/**
 * Which comments dispute a number, in the order of their marks. `texts` says where each begins and ends in the story of
 * comments (PlcfandTxt, MS-DOC 2.8.9), of `count` characters; its last place is one behind the story's end.
 */
export function disputingComments(
  texts: Bytes,
  count: number,
  read: (from: number, to: number) => readonly Item[],
): readonly boolean[] {
  const comments = Math.min(mostComments, Math.max(0, Math.floor(texts.length / 4) - 2));
  let last = 0;
  return Array.from({ length: comments }, (_, index) => {
    const [from, to] = [texts.long(index * 4), Math.min(texts.long(index * 4 + 4), count)];
    // Comments follow each other; a file that says otherwise could have one text read any number of times.
    if (from < last || to <= from) return false;
    last = to;
    const lines = read(from, to).map((item) => (item.kind === "paragraph" ? item.text : ""));
    return disputesNumber(lines.join("\n"));
  });
}

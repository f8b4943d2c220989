import { disputesNumber } from "../../printed/notes.ts";
import type { XmlHandler } from "../package/xml.ts";

/** At most so many comments, and characters of each, are kept. */
const [mostComments, longestComment] = [10_000, 1_000];

/** Reads the comments of a document (ISO 29500-1 17.13.4): the ids of those that dispute a number. */
export function commentsReader(): { readonly handler: XmlHandler; readonly disputing: ReadonlySet<string> } {
  const disputing = new Set<string>();
  let [id, text, count] = ["", "", 0];
  let inText = false;
  return {
    handler: {
      open: (name, attributes) => {
        if (name === "w:comment") [id, text] = [attributes["w:id"] ?? "", ""];
        inText = name === "w:t";
      },
      close: (name) => {
        inText = false;
        if (name === "w:p") text += "\n";
        if (name === "w:comment" && count++ < mostComments && disputesNumber(text)) disputing.add(id);
      },
      text: (piece) => {
        if (inText && text.length < longestComment) text += piece;
      },
    },
    disputing,
  };
}

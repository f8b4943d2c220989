import { disputesNumber } from "../../printed/notes.ts";
import type { XmlHandler } from "../package/xml.ts";

/** At most so many comments, and characters of each, are kept. */
const [mostComments, longestComment] = [10_000, 1_000];

/**
 * Reads the comments of a document (ISO 29500-1 17.13.4): the ids of those that dispute a number. In Word 2003 they are
 * inside the text.
 */
export function commentsReader(): { readonly handler: XmlHandler; readonly disputing: ReadonlySet<string> } {
  const disputing = new Set<string>();
  let [id, text, count] = ["", "", 0];
  let inComment = false;
  let inText = false;
  return {
    handler: {
      open: (name, attributes) => {
        if (name === "w:comment") [id, text, inComment] = [attributes["w:id"] ?? "", "", true];
        inText = inComment && name === "w:t";
      },
      close: (name) => {
        inText = false;
        if (inComment && name === "w:p") text += "\n";
        if (name !== "w:comment") return;
        inComment = false;
        if (count++ < mostComments && disputesNumber(text)) disputing.add(id);
      },
      text: (piece) => {
        if (inText && text.length < longestComment) text += piece;
      },
    },
    disputing,
  };
}

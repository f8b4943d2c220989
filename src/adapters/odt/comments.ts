import { disputesNumber } from "../../printed/notes.ts";
import type { OpenOdtParagraph } from "./paragraph.ts";

/** Takes what belongs to comments (office:annotation); each function is false for anything else. */
export interface OdtComments {
  readonly open: (name: string) => boolean;
  readonly close: (name: string) => boolean;
  readonly text: (text: string, holder: string) => boolean;
}

/** At most so many characters of a comment are kept. */
const longestComment = 1_000;

/** A comment stands beside the page: it is not read, but a number that it disputes is doubtful. */
export function odtComments(paragraphHere: () => OpenOdtParagraph | undefined): OdtComments {
  let comment: string | null = null;
  return {
    open: (name) => {
      if (comment === null && name === "office:annotation") comment = "";
      return comment !== null;
    },
    close: (name) => {
      if (comment === null) return false;
      if (name === "text:p") comment += "\n";
      if (name === "office:annotation") {
        const paragraph = paragraphHere();
        if (paragraph !== undefined && disputesNumber(comment)) paragraph.doubt = "note";
        comment = null;
      }
      return true;
    },
    text: (text, holder) => {
      if (comment !== null && holder.startsWith("text:") && comment.length < longestComment) comment += text;
      return comment !== null;
    },
  };
}

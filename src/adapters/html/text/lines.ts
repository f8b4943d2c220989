import { outlineLevel } from "../../../printed/enumerators.ts";
import type { HtmlParagraph } from "./paragraph.ts";

export interface Line {
  readonly text: string;
  readonly line: number;
}

/**
 * Paragraphs as the reader sees them. Editors without paragraph marks separate them by two `br`, or by one `br` with an
 * indent or a number after it or a full stop before it. Any other `br` stays a line end within its paragraph.
 */
export function splitLines({ text, lines }: HtmlParagraph): Line[] {
  if (!text.includes("\n")) return isBlank(text) ? [] : [{ text, line: lines[0]! }];
  const found: { parts: string[]; line: number }[] = [];
  let isOpen = false;
  for (const [i, part] of text.split("\n").entries()) {
    if (isBlank(part)) {
      isOpen = false;
      continue;
    }
    if (isOpen && !beginsParagraph(part)) found.at(-1)!.parts.push(part);
    else found.push({ parts: [part], line: lines[i] ?? lines[0]! });
    isOpen = !/[。；！？]["”’）)]?\s*$/.test(part.slice(-8));
  }
  return found.map(({ parts, line }) => ({ text: parts.join("\n"), line }));
}

/** Preformatted text line by line. Blank lines are included, because they may end the rows of a table set with tabs. */
export function verbatim({ text, lines }: HtmlParagraph): Line[] {
  const parts = text.endsWith("\n") ? text.slice(0, -1).split("\n") : text.split("\n");
  return parts.map((part, i) => ({ text: part, line: lines[i] ?? lines[0]! }));
}

/** True if the text is indented, or numbered like a chapter or a part of one. */
function beginsParagraph(text: string): boolean {
  return /^(?:\u3000|\u00A0\s)/.test(text) || [1, 2].includes(outlineLevel(text));
}

function isBlank(text: string): boolean {
  return text.trim() === "";
}

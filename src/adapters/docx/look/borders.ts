import type { Attributes } from "../../package/xml.ts";

/** Spaces with a line under them that are longer than this are a blank to fill in. */
const LONGEST_DASH = 3;

/** Whether a property of a paragraph, in `holder`, states a line beside it: a border (w:pBdr, 17.3.1.24) or a bar (17.3.1.37). */
export function isBesideLine(name: string, holder: string | undefined, value: string | undefined): boolean {
  return holder === "w:pBdr" || (name === "w:tab" && value === "bar");
}

/** The names of the lines so far, with one more unless it is none. */
export function withBesideLine(lines = "", name: string, { "w:val": value = "none" }: Attributes): string {
  return /^(?:nil|none)$/.test(value) ? lines : `${lines} ${name}`;
}

/** Whether an upright line stands beside the paragraph as a one does; a box around it is none. */
function hasUprightBeside(lines = ""): boolean {
  return /left|start|right|end|bar|tab/.test(lines) && !(lines.includes("top") && lines.includes("bottom"));
}

/**
 * Whether lines may be a part of a number, or stand where one would: a one beside it, what a tab draws, or a minus, where
 * so many spaces have a line through or under them and nothing else is printed.
 */
export function mayBeDrawn(text: string, linesBeside: () => string | undefined, lined: number): boolean {
  if (/\p{L}/u.test(text)) return false; // nearly every paragraph that is no number
  const lines = linesBeside();
  if (hasUprightBeside(lines) || (text.includes("\t") && lines?.includes("leader"))) return true;
  return text.trim() === "" && isShortAsMinus(lined);
}

/** Whether the line under so many spaces is as short as a minus. */
export function isShortAsMinus(underlined: number): boolean {
  return underlined > 0 && underlined <= LONGEST_DASH;
}

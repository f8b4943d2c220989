import type { Attributes } from "../../package/xml.ts";

/** The lines beside a paragraph: names of its borders (w:pBdr, 17.3.1.24), and `w:tab` for a bar (17.3.1.37). */
export type BesideLines = ReadonlySet<string>;

/** Spaces with a line under them that are longer than this are a blank to fill in. */
const LONGEST_DASH = 3;

/** Whether a property of a paragraph, in `holder`, states such a line. */
export function isBesideLine(name: string, holder: string | undefined, value: string | undefined): boolean {
  return holder === "w:pBdr" || (name === "w:tab" && value === "bar");
}

export function withBesideLine(
  lines: BesideLines | undefined,
  name: string,
  attributes: Attributes,
): BesideLines {
  const isNone = /^(?:nil|none)$/.test(attributes["w:val"] ?? "none");
  return new Set([...(lines ?? []), ...(isNone ? [] : [name])]);
}

/** Whether an upright line stands beside the paragraph as a one does; a box around it is none. */
export function hasUprightBeside(lines: BesideLines | undefined): boolean {
  if (lines === undefined || (lines.has("w:top") && lines.has("w:bottom"))) return false;
  return ["w:left", "w:start", "w:right", "w:end", "w:bar", "w:tab"].some((name) => lines.has(name));
}

/** Whether the line under so many spaces is as short as a minus. */
export function isShortAsMinus(underlined: number): boolean {
  return underlined > 0 && underlined <= LONGEST_DASH;
}

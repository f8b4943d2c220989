import { hasText, type OfdElement } from "../package/tree.ts";

/** Parts that an object has once at most, and whose text is nothing that it shows (GB/T 33190 8.5, 9.1, 11.1). */
const SINGLE: ReadonlySet<string> = new Set([
  "AbbreviatedData",
  "FillColor",
  "StrokeColor",
  "Clips",
  "Actions",
  "Border",
  "Content",
]);

/**
 * Whether an object has parts that programs take differently: text in an element that the standard does not have there,
 * or two of what may stand once.
 */
export function isStrange({ name, children }: OfdElement): boolean {
  for (let index = 0; index < children.length; index++) {
    const part = children[index]!;
    if (SINGLE.has(part.name)) {
      for (let before = 0; before < index; before++) if (children[before]!.name === part.name) return true;
    } else if (hasTextOutside(part, name)) return true;
  }
  return false;
}

/** Whether a part has text that is not that of a text object's codes, or of the shapes by which these are drawn. */
function hasTextOutside(part: OfdElement, holder: string): boolean {
  if (holder !== "TextObject") return hasText(part);
  if (part.name === "TextCode") return part.children.some(hasText);
  return part.name !== "CGTransform" && hasText(part);
}

import type { Attributes } from "../../package/xml.ts";
import type { RunLook } from "../../sheet/shown/cell-text.ts";
import { usualSize } from "../../sheet/marks.ts";
import { sheetColourOf } from "./colours.ts";
import type { WorkbookPalette } from "./colours.ts";

export type FontDraft = { -readonly [K in keyof RunLook]: RunLook[K] };

/** One child of a font (CT_Font 18.8.22, CT_RPrElt 18.4.7). */
export function readFont(
  look: FontDraft,
  name: string,
  attributes: Attributes,
  palette: WorkbookPalette,
): void {
  const { val } = attributes;
  if (name === "x:strike") look.struck = isSwitchedOn(val ?? "1");
  else if (name === "x:sz") look.size = Number(val) || usualSize;
  else if (name === "x:color") look.colour = sheetColourOf(attributes, palette);
  else if (name === "x:name" || name === "x:rFont") look.font = val;
  else if (name === "x:vertAlign")
    look.script = val === "superscript" || val === "subscript" ? val : undefined;
}

export const isSwitchedOn = (value: string | undefined): boolean => value === "1" || value === "true";

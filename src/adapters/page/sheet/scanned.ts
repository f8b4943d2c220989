import type { Box } from "../../../model/index.ts";
import type { Page } from "./page.ts";
import { GLYPHS_ON_A_PICTURE, PICTURE_SHARE, UNREADABLE } from "./tolerances.ts";

/** Why a page's text cannot be used; undefined for a page that can be read. */
export function whyNeedsOcr(page: Page): "picture" | "broken text layer" | undefined {
  const inked = page.glyphs.filter((glyph) => glyph.text.trim() !== "");
  const unreadable = inked.filter((glyph) => glyph.unreadable).length;
  if (inked.length > 0 && unreadable > UNREADABLE * inked.length) return "broken text layer";
  // A scan may carry a page number, a stamp or a watermark as text; text under the picture comes from some OCR, unseen
  // and unchecked.
  if (inked.length <= GLYPHS_ON_A_PICTURE && coverage(page) > PICTURE_SHARE) return "picture";
  return undefined;
}

/** The share of the page under pictures; strips of one scan are added up. */
function coverage({ images, width, height }: Page): number {
  const area = images.map((box) => clipped(box, width, height)).reduce((sum, size) => sum + size, 0);
  return Math.min(1, area / (width * height));
}

function clipped([left, top, right, bottom]: Box, width: number, height: number): number {
  return (
    Math.max(0, Math.min(right, width) - Math.max(left, 0)) *
    Math.max(0, Math.min(bottom, height) - Math.max(top, 0))
  );
}

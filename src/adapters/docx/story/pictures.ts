import type { ParagraphContext } from "./open-paragraph.ts";
import { EMU_IN_POINT } from "../../package/lengths.ts";
import type { Attributes } from "../../package/xml.ts";

type PictureOpener = (context: ParagraphContext, attributes: Attributes, path: readonly string[]) => void;

/** What the elements inside a pic:pic state about the picture (20.1.8.13, 20.1.8.55, 20.1.7.3). */
export const pictureOpeners: ReadonlyMap<string, PictureOpener> = new Map<string, PictureOpener>([
  [
    "a:blip",
    ({ pictures }, attributes, path) => {
      if (path.at(-3) === "pic:pic")
        pictures.push({ id: shownAs(attributes, "r:embed", "r:link"), width: null });
    },
  ],
  [
    // A cropped picture does not show all that its file holds, so it is not given.
    "a:srcRect",
    ({ pictures }, attributes, path) => {
      const isCropped = Object.values(attributes).some((side) => Number.parseFloat(side) !== 0);
      if (path.at(-3) === "pic:pic" && isCropped) pictures.push({ ...pictures.pop()!, id: "" });
    },
  ],
  [
    "a:ext",
    ({ pictures }, { cx }, path) => {
      if (path.at(-4) !== "pic:pic" || cx === undefined) return;
      const shown = pictures.pop();
      if (shown !== undefined) pictures.push({ ...shown, width: Number(cx) / EMU_IN_POINT || null });
    },
  ],
]);

/** Adds a picture of VML (part 4, 14.1.2.11). */
export function showImageData({ pictures }: ParagraphContext, attributes: Attributes): void {
  const isCropped = Object.keys(attributes).some((name) => name.startsWith("crop"));
  pictures.push({ id: isCropped ? "" : shownAs(attributes, "r:id", "r:href"), width: null });
}

/**
 * The id of the relationship to a part of the package; null where there is only a link to a picture elsewhere
 * (20.1.8.13).
 */
function shownAs(attributes: Attributes, part: string, link: string): string | null {
  return attributes[part] ?? (attributes[link] === undefined ? "" : null);
}

import type { Box, PdfiumBinary } from "../../model/index.ts";
import { partBytes } from "../package/part-bytes.ts";
import type { Archive } from "../package/zip.ts";
import type { Glyph } from "../page/sheet/page.ts";
import type { Scan } from "../scan/index.ts";
import type { Canvas, PaintedPicture } from "./paint/canvas.ts";
import type { PaintedOfdPage } from "./pages.ts";

/**
 * Draws the pictures of a page as they lie on it. Cells that something is painted over have their numbers put in doubt;
 * so do those under a seal, or a picture that cannot be drawn as it lies. Null where nothing can be drawn. The code
 * that draws is loaded with the first scan.
 */
export async function drawPictures(
  archive: Archive,
  { page, pictures, over }: Pick<PaintedOfdPage, "page" | "pictures" | "over">,
  binary: PdfiumBinary | undefined,
): Promise<Scan | null> {
  const { drawSheet } = await import("../image/draw.ts");
  const bytesOf = ({ part, whole }: PaintedPicture): Uint8Array | undefined =>
    part === null || !whole ? undefined : partBytes(archive, part);
  const placed = [...pictures]
    .sort((a, b) => a.order - b.order)
    .map((picture) => ({ bytes: bytesOf(picture), box: picture.box }));
  return drawSheet(page, placed, over(), binary);
}

/** Half the width of a hairline, in points. */
const HAIR = 0.5;

/** Boxes of what a page shows, or may show, above its pictures: text, lines, and shapes that are not its background. */
export function paintedOver({ pictures, areas, drawings, rules }: Canvas, glyphs: readonly Glyph[]): Box[] {
  const ground = Math.min(...pictures.map(({ order }) => order));
  return [
    ...glyphs.map(({ box }) => box),
    ...areas.filter(({ order }) => order > ground).map(({ box }) => box),
    ...drawings,
    ...rules.map(({ direction, position, from, to, thickness }): Box => {
      const half = Math.max(HAIR, thickness / 2);
      return direction === "horizontal"
        ? [from, position - half, to, position + half]
        : [position - half, from, position + half, to];
    }),
  ];
}

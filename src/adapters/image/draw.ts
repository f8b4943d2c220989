import type { Box, PdfiumBinary } from "../../model/index.ts";
import { pdfium } from "../pdf/reading/pdfium.ts";
import { UNSEEN_PIXEL } from "../scan/index.ts";
import type { Scan } from "../scan/index.ts";
import { pictureOf } from "./index.ts";
import type { Picture } from "./picture.ts";
import { wrappedPicture } from "./wrap.ts";

interface PlacedPicture {
  /** Undefined where the file does not hold the picture as it is shown. */
  readonly bytes: Uint8Array | undefined;
  readonly box: Box;
}

/**
 * Pictures laid on a page, at the resolution of the largest; all lengths are in points. The boxes `over` the pictures, and
 * those of pictures that cannot be drawn, are marked as unseen in the scan. Null where no picture can be drawn.
 */
export async function drawSheet(
  { width, height }: { readonly width: number; readonly height: number },
  placed: readonly PlacedPicture[],
  over: readonly Box[],
  binary?: PdfiumBinary,
): Promise<Scan | null> {
  const pictures: { readonly picture: Picture; readonly box: Box }[] = [];
  const unseen: Box[] = [...over];
  for (const { bytes, box } of placed) {
    const picture = bytes === undefined ? null : pictureOf(bytes);
    if (picture === null || typeof picture === "string") unseen.push(box);
    else pictures.push({ picture, box });
  }
  if (pictures.length === 0) return null;
  const scan = await pdfium.drawScan(wrappedPicture([{ width, height, pictures }]), 1, binary);
  for (const box of unseen) if (scan !== null) colour(scan, box);
  return scan;
}

function colour({ grey, coloured, dpi }: Scan, [left, top, right, bottom]: Box): void {
  const pixel = (points: number, most: number): number =>
    Math.max(0, Math.min(most, Math.round((points * dpi) / 72)));
  const [from, to] = [pixel(left, grey.width), pixel(right, grey.width)];
  for (let y = pixel(top, grey.height); y < pixel(bottom, grey.height); y++)
    coloured.fill(UNSEEN_PIXEL, y * grey.width + from, y * grey.width + to);
}

import type { Box } from "../../../model/index.ts";
import { MOST_DECODED } from "../engine/tolerances.ts";
import type { PaintedPage } from "../pdfium/ink.ts";
import type { Library } from "../pdfium/library.ts";

/**
 * The boxes of pictures that the engine cannot decode and draws nothing for: broken ones, and those whose filter or
 * colours it does not know. Other viewers may show them.
 */
export function unreadPictures(
  { call, heap, scratch }: Library,
  { images, pictures }: Pick<PaintedPage, "images" | "pictures">,
): readonly Box[] {
  let left = MOST_DECODED;
  return images.filter((_, index) => {
    const picture = pictures[index]!;
    if (call.FPDFImageObj_GetImagePixelSize!(picture, scratch, scratch + 4) === 0) return true;
    const [wide = 0, high = 0] = heap.HEAPU32.subarray(scratch >> 2);
    left -= wide * high;
    // A picture without a size shows nothing.
    if (wide * high === 0 || left < 0) return false;
    const bitmap = call.FPDFImageObj_GetBitmap!(picture);
    if (bitmap !== 0) call.FPDFBitmap_Destroy!(bitmap);
    return bitmap === 0;
  });
}

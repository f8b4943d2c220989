import { HIGHEST_DPI, scanOf, USUAL_DPI } from "../../scan/index.ts";
import type { Scan } from "../../scan/index.ts";
import { withBitmap } from "./bitmap.ts";
import { openDocument } from "./document.ts";
import type { Library } from "./library.ts";

const IMAGE = 3;
const INCH = 72;

/** A page drawn at the resolution of its largest picture; null where it cannot be drawn. Pages count from 1. */
export function drawScan(library: Library, bytes: Uint8Array, number: number): Scan | null {
  const { call } = library;
  const opened = openDocument(library, bytes);
  if (opened === undefined) return null;
  const { document, close } = opened;
  const page = document === 0 ? 0 : call.FPDF_LoadPage!(document, number - 1);
  try {
    return page === 0 ? null : draw(library, page);
  } finally {
    if (page !== 0) call.FPDF_ClosePage!(page);
    close();
  }
}

function draw(library: Library, page: number): Scan | null {
  const { call } = library;
  // Floats are returned as they are; the width of a page is in points.
  const [wide, high] = [call.FPDF_GetPageWidthF!(page), call.FPDF_GetPageHeightF!(page)];
  const dpi = Math.min(HIGHEST_DPI, pictureDpi(library, page) ?? USUAL_DPI);
  const [width, height] = [wide, high].map((points) => Math.round((points * dpi) / INCH)) as [number, number];
  if (!(width > 0 && height > 0 && width * height <= MOST_PIXELS)) return null;
  const scan = withBitmap(library, page, { width, height }, (pixels) => scanOf(pixels, width, height, dpi));
  return scan ?? null;
}

/** The most pixels of one scan: an A3 sheet at 300 dpi. */
const MOST_PIXELS = 18_000_000;

/** The resolution, in pixels an inch, of the picture that covers most of the page; null where there is no picture. */
function pictureDpi({ call, heap, scratch }: Library, page: number): number | null {
  let [dpi, largest] = [null as number | null, 0];
  const count = Math.min(MOST_OBJECTS, call.FPDFPage_CountObjects!(page));
  for (let index = 0; index < count; index++) {
    const object = call.FPDFPage_GetObject!(page, index);
    if (call.FPDFPageObj_GetType!(object) !== IMAGE) continue;
    call.FPDFImageObj_GetImagePixelSize!(object, scratch, scratch + 4);
    const pixels = heap.HEAPU32[scratch >> 2]!;
    call.FPDFPageObj_GetBounds!(object, scratch, scratch + 4, scratch + 8, scratch + 12);
    const [left = 0, bottom = 0, right = 0, top = 0] = heap.HEAPF32.subarray(scratch >> 2);
    const area = (right - left) * (top - bottom);
    if (!(area > largest)) continue;
    // The resolution is not rounded, because a picture drawn at its own pixels is not blurred.
    [dpi, largest] = [(pixels * INCH) / (right - left), area];
  }
  return dpi;
}

const MOST_OBJECTS = 2_000;

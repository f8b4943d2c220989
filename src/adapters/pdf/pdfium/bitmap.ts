import type { Library } from "./library.ts";

/** What is drawn of a page, in pixels. */
export interface BitmapPlan {
  /** The size of the picture. */
  readonly width: number;
  readonly height: number;
  /** Where its top left corner lies on the page; the page's own corner where they are left out. */
  readonly left?: number;
  readonly top?: number;
  /** The size of the whole page, where the picture shows a part of it. */
  readonly page?: { readonly width: number; readonly height: number };
  /** Quarter turns of the page. */
  readonly quarters?: number;
  /** As a screen takes them: red, green, blue and opacity, with annotations. Otherwise blue, green, red and an unused byte. */
  readonly forScreen?: boolean;
}

const BGRX = 3;
const BGRA = 4;
const ANNOTATIONS_AND_RGB = 0x01 | 0x10; // FPDF_ANNOT, FPDF_REVERSE_BYTE_ORDER
const WHITE = 0xffffffff;
const BYTES_A_PIXEL = 4;

/**
 * Draws a page on white paper and hands out its pixels, which are gone when `use` returns; undefined where memory does
 * not suffice.
 */
export function withBitmap<Result>(
  { call, heap }: Library,
  page: number,
  plan: BitmapPlan,
  use: (pixels: Uint8Array) => Result,
): Result | undefined {
  const { width, height, left = 0, top = 0, page: whole = plan, quarters = 0, forScreen = false } = plan;
  const bitmap = call.FPDFBitmap_CreateEx!(width, height, forScreen ? BGRA : BGRX, 0, 0);
  if (bitmap === 0) return undefined;
  try {
    call.FPDFBitmap_FillRect!(bitmap, 0, 0, width, height, WHITE);
    const flags = forScreen ? ANNOTATIONS_AND_RGB : 0;
    call.FPDF_RenderPageBitmap!(bitmap, page, -left, -top, whole.width, whole.height, quarters, flags);
    const stride = call.FPDFBitmap_GetStride!(bitmap);
    if (stride !== BYTES_A_PIXEL * width) return undefined;
    const buffer = call.FPDFBitmap_GetBuffer!(bitmap);
    return use(heap.HEAPU8.subarray(buffer, buffer + stride * height));
  } finally {
    call.FPDFBitmap_Destroy!(bitmap);
  }
}

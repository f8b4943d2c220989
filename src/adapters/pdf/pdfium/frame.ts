import { makeFrame } from "./library.ts";
import type { ShownFrame, Library } from "./library.ts";

/**
 * The page as shown, then turned by `quarters` clockwise, `unit` points to a unit of user space; undefined where it has
 * no size.
 */
export function frameOf(
  { call, heap, scratch }: Library,
  page: number,
  unit = 1,
  quarters = 0,
): ShownFrame | undefined {
  call.FPDF_GetPageBoundingBox!(page, scratch);
  const [left = 0, top = 0, right = 0, bottom = 0] = heap.HEAPF32.subarray(scratch >> 2);
  if (!(right > left && top > bottom)) return undefined;
  const turn = (call.FPDFPage_GetRotation!(page) + quarters) % 4;
  return { ...makeFrame(left, top, right, bottom, turn, unit), quarters };
}

import type { Dashes } from "../../page/ink/dashes.ts";
import type { Library } from "./library.ts";

/** The most dashes and gaps of one pattern. */
const MOST = 16;

/** The dashes with which a path is stroked; undefined for an unbroken line. `scale` is that of its matrix. */
export function dashesIn({ call, heap, scratch }: Library, path: number, scale: number): Dashes | undefined {
  const count = call.FPDFPageObj_GetDashCount!(path);
  if (count <= 0 || count > MOST) return undefined;
  if (call.FPDFPageObj_GetDashArray!(path, scratch, count) === 0) return undefined;
  const lengths = Array.from(
    heap.HEAPF32.subarray(scratch >> 2, (scratch >> 2) + count),
    (length) => length * scale,
  );
  const phase = call.FPDFPageObj_GetDashPhase!(path, scratch) === 0 ? 0 : heap.HEAPF32[scratch >> 2]!;
  return { lengths, phase: phase * scale };
}

import type { Box } from "../../../model/index.ts";
import type { Matrix } from "../../page/ink/matrix.ts";
import { EVERYWHERE, boxIn, intersection } from "./canvas.ts";
import { childOf, type OfdElement } from "../package/tree.ts";
import { parsedBox } from "../package/values.ts";

/** The part of the sheet that is shown; the page's own boxes take precedence over the document's (GB/T 33190 7.5). */
export function shownArea(
  own: OfdElement | undefined,
  common: OfdElement | undefined,
): { readonly matrix: Matrix; readonly width: number; readonly height: number; readonly display: Box } {
  const area = [own, common].find((one) => one !== undefined && boxNamed(one, "PhysicalBox") !== undefined);
  const sheet = (area && boxNamed(area, "PhysicalBox")) ?? A4;
  const crop = [own, area].map((one) => one && boxNamed(one, "CropBox")).find((box) => box !== undefined);
  const [x, y, wide, high] = crop ?? sheet;
  const width = Math.min(LONGEST_SIDE, wide) * POINTS;
  const height = Math.min(LONGEST_SIDE, high) * POINTS;
  const matrix: Matrix = [POINTS, 0, 0, POINTS, -x * POINTS, -y * POINTS];
  const display = area && boxNamed(area, "ApplicationBox");
  // Some programs cut the page by the display area where the two overlap; one that lies elsewhere is a mistake.
  const box = display === undefined ? EVERYWHERE : boxIn(matrix, ...display);
  const shown = intersection(box, [0, 0, width, height]);
  return { matrix, width, height, display: shown[0] < shown[2] && shown[1] < shown[3] ? box : EVERYWHERE };
}

/** Points per millimetre. */
const POINTS = 72 / 25.4;

/** A4, used where neither page nor document states a size. */
const A4 = [0, 0, 210, 297] as const;

/** Longest side of a page, in millimetres. */
const LONGEST_SIDE = 20_000;

function boxNamed(area: OfdElement, name: string): ReturnType<typeof parsedBox> {
  const box = parsedBox(childOf(area, name)?.text);
  return box !== undefined && box[2] > 0 && box[3] > 0 ? box : undefined;
}

import type { Picture } from "./picture.ts";
import type { PictureSheet } from "./wrap.ts";

/** An A4 page is 595 points wide: what a picture that does not say its resolution is taken to be. */
const A4_SHORT = 595;
/** No report is printed on more than A3: a picture that would be larger states the resolution of some screen. */
const A3_LONG = 1_200;
const LOWEST_STATED = 70;
/** Times as wide as high: a sheet lying on its side is 1.41. */
const WIDEST_SHEET = 1.6;

/** A sheet as large as the picture; `shown` is how many points wide its document shows it, where that is known. */
export function sheetOf(picture: Picture, shown: number | null = null): PictureSheet {
  const { width, height } = picture;
  const scale = scaleOf(picture, shown);
  const [wide, high] = [width * scale, height * scale];
  return { width: wide, height: high, pictures: [{ picture, box: [0, 0, wide, high] }] };
}

/** Points a pixel. */
function scaleOf({ width, height, dpi }: Picture, shown: number | null): number {
  if (shown !== null && shown > 0) return shown / width;
  const fits = dpi !== null && dpi >= LOWEST_STATED && (Math.max(width, height) * 72) / dpi <= A3_LONG;
  if (fits) return 72 / dpi;
  // A strip is a table cut out of a page, as wide as that.
  return A4_SHORT / (width > WIDEST_SHEET * height ? width : Math.min(width, height));
}

import type { Box, Finding, LineReader } from "../../model/index.ts";
import { finding } from "../../findings/finding.ts";
import { whyNeedsOcr } from "../page/sheet/scanned.ts";
import type { Page } from "../page/sheet/page.ts";
import type { Scan } from "./index.ts";
import { readUpright, type UprightPage } from "./orientation.ts";
import { placeAfter, type Quarters } from "./raster/quarters.ts";
import type { ScannedSheet } from "./raster/skew.ts";
import type { PrintedDigit } from "./digits/print.ts";
import { ENOUGH_DIGITS, LOWEST_DPI } from "./raster/tolerances.ts";

/** Why a page that is a picture was not read. */
type Unread = "picture" | "broken text layer" | "too coarse" | "not flat";

export interface ScannedPages {
  readonly pages: readonly Page[];
  /** Numbers of the pages that were read by their pixels. */
  readonly recognized: ReadonlySet<number>;
  /**
   * By how many degrees clockwise a page was turned to be read, by page number; pages that stood upright are absent.
   */
  readonly turned: ReadonlyMap<number, number>;
  /** From a level page to the page as shown, by number. */
  readonly back: ReadonlyMap<number, (box: Box) => Box>;
  /** Why the other pages that are pictures were not read, by page number. */
  readonly unread: ReadonlyMap<number, Unread>;
}

/** Reads pages that are pictures by their pixels, where there is a reader; the other pages stay as they are. */
export async function readScannedPages(
  pages: readonly Page[],
  draw: (page: number) => Promise<Scan | null>,
  reader: () => Promise<LineReader | null>,
): Promise<ScannedPages> {
  const recognized = new Set<number>();
  const unread = new Map<number, Unread>();
  const back = new Map<number, (box: Box) => Box>();
  const read: Page[] = [];
  const turned = new Map<number, number>();
  let usual: Quarters = 0;
  let known: readonly PrintedDigit[] = [];
  const readPage = async (scan: Scan, recognizer: LineReader): Promise<UprightPage | Unread> =>
    scan.dpi < LOWEST_DPI
      ? "too coarse"
      : ((await readUpright(scan, recognizer, known, usual)) ?? "not flat");
  for (const page of pages) {
    const reason = whyNeedsOcr(page);
    const recognizer = reason === undefined ? null : await reader();
    const scan = recognizer === null ? null : await draw(page.number);
    const found = recognizer === null || scan === null ? reason : await readPage(scan, recognizer);
    if (found === undefined || typeof found === "string") {
      if (found !== undefined) unread.set(page.number, found);
      read.push(page);
      continue;
    }
    const { sheets, digits, quarters, ...scanned } = found;
    usual = quarters;
    known = [...digits, ...known].slice(0, ENOUGH_DIGITS);
    // What an engine saw of the text layer does not count here: the pixels and their guard decide for the page.
    const { number, objectNumber, truncated } = page;
    read.push({ number, objectNumber, truncated, ...scanned, images: [], hidden: [] });
    back.set(page.number, (box) => asScanned(turnedBack(box, scanned.width, sheets), quarters, scanned));
    if (quarters !== 0) turned.set(page.number, 90 * quarters);
    recognized.add(page.number);
  }
  return { pages: read, recognized, turned, back, unread };
}

/** The findings about a page that was read by its pixels. */
export function recognizedFindings(
  { recognized, turned }: Pick<ScannedPages, "recognized" | "turned">,
  page: number,
): readonly Finding[] {
  const degrees = turned.get(page);
  return [
    ...(recognized.has(page) ? [finding("page-recognized", { at: { page } })] : []),
    ...(degrees === undefined ? [] : [finding("page-turned", { at: { page }, args: { degrees } })]),
  ];
}

/**
 * Where a box of the level page lies on the page as scanned: its middle is turned and its size kept, since no page is
 * skewed by more than 4°.
 */
function turnedBack([left, top, right, bottom]: Box, width: number, sheets: readonly ScannedSheet[]): Box {
  const middle = (top + bottom) / 2;
  const sheet = sheets.find((one) => middle < one.bottom) ?? sheets.at(-1)!;
  const [centreX, centreY] = [width / 2, (sheet.top + sheet.bottom) / 2];
  const angle = (sheet.skew * Math.PI) / 180;
  const [x, y] = [(left + right) / 2 - centreX, middle - centreY];
  const [toX, toY] = [
    Math.cos(angle) * x - Math.sin(angle) * y + centreX,
    Math.sin(angle) * x + Math.cos(angle) * y + centreY,
  ];
  const [halfWide, halfHigh] = [(right - left) / 2, (bottom - top) / 2];
  return [toX - halfWide, toY - halfHigh, toX + halfWide, toY + halfHigh];
}

/** Where a box of a page that was turned clockwise lies on the page as scanned. */
function asScanned(
  [left, top, right, bottom]: Box,
  quarters: Quarters,
  { width, height }: Pick<Page, "width" | "height">,
): Box {
  const back = ((4 - quarters) % 4) as Quarters;
  const [x, y] = placeAfter(back, left, top, width, height);
  const [toX, toY] = placeAfter(back, right, bottom, width, height);
  return [Math.min(x, toX), Math.min(y, toY), Math.max(x, toX), Math.max(y, toY)];
}

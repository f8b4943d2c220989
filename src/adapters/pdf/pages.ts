import { finding } from "../../findings/finding.ts";
import type { Box, Finding, Helpers } from "../../model/index.ts";
import { analysePage } from "../page/document.ts";
import type { AnalysedPage } from "../page/document.ts";
import type { Page } from "../page/sheet/page.ts";
import { turnedBack } from "../page/sheet/turn.ts";
import { readScannedPages, recognizedFindings } from "../scan/scan-pages.ts";
import type { ScannedPages } from "../scan/scan-pages.ts";
import type { ObjectScan } from "./bytes/objects.ts";
import { pagesOfTree } from "./bytes/page-tree.ts";
import type { EngineReading } from "./engine/engine.ts";
import { pdfium } from "./reading/pdfium.ts";
import type { TrustedFile } from "./trust.ts";

/** The pages of a file with their rules, cells and lines; scanned ones as they were recognized. */
export interface FilePages
  extends
    Pick<TrustedFile, "bytes" | "reading" | "integrity" | "cutOff">,
    Pick<ScannedPages, "recognized" | "turned" | "unread" | "back"> {
  readonly pages: readonly AnalysedPage[];
  /** Numbers of pages that the file has and the engine leaves out. */
  readonly leftOut: readonly number[];
}

export async function pagesOf(
  { bytes, scan, reading, integrity, cutOff, enginePages }: TrustedFile,
  { lineReader }: Helpers,
): Promise<FilePages> {
  const scans = await readScannedPages(enginePages, (page) => pdfium.drawScan(bytes, page), lineReader);
  const leftOut = pagesLeftOut(scan, reading);
  return { ...scans, bytes, reading, integrity, cutOff, leftOut, pages: scans.pages.map(analysePage) };
}

/** Findings on pages that were not read, or not as a person sees them. */
export function pageFindings(file: FilePages): readonly Finding[] {
  const { reading, recognized, turned, unread, leftOut, cutOff } = file;
  const shown = new Set(reading.pages.map(({ number }) => number));
  const numbers = Array.from({ length: reading.pageCount }, (_, index) => index + 1);
  const missing = new Set([...numbers.filter((page) => !shown.has(page)), ...leftOut]);
  return [
    ...[...missing].map((page) => finding("pdf-page-unreadable", { at: { page } })),
    ...reading.pages
      .filter(({ truncated }) => truncated)
      .map(({ number }) => finding("pdf-page-too-large", { at: { page: number } })),
    ...(reading.rebuilt || cutOff ? [finding("pdf-rebuilt", { args: { cutOff } })] : []),
    ...[...unread].map(([page, reason]) => finding("needs-ocr", { at: { page }, args: { reason } })),
    ...[...recognized].flatMap((page) => recognizedFindings({ recognized, turned }, page)),
  ];
}

/** Takes a box on a page that was turned upright, levelled or magnified to the box on the page as it lies in the file. */
export function placesOn({ pages, back: level }: FilePages): (page: number, box: Box) => Box {
  const pageOf = new Map(pages.map((one) => [one.page.number, one]));
  return (number, box) => {
    const one = pageOf.get(number);
    const upright = one?.back(box) ?? box;
    const shown = one === undefined ? upright : asShown(one.page, upright);
    const [left, top, right, bottom] = level.get(number)?.(shown) ?? shown;
    const unit = one?.page.unit ?? 1;
    return [left / unit, top / unit, right / unit, bottom / unit];
  };
}

/** A box of a page that its reader turned upright, on the page as it is shown. */
function asShown({ turned, width, height }: Page, box: Box): Box {
  if (turned === undefined) return box;
  const [wide, high] = turned === 180 ? [width, height] : [height, width];
  return turnedBack(turned, wide, high).back(box);
}

/**
 * Pages of the tree that were not given, by their place in it, where a `Count` is too small. Where the engine found
 * none of the tree's pages, it numbers objects otherwise, and nothing can be said.
 */
function pagesLeftOut(scan: ObjectScan, { pages, pageCount }: EngineReading): readonly number[] {
  const tree = pagesOfTree(scan);
  const given = new Set(pages.map(({ objectNumber }) => objectNumber));
  if (tree.length <= pageCount || !tree.some((page) => given.has(page))) return [];
  return tree.flatMap((page, index) => (given.has(page) ? [] : [index + 1]));
}

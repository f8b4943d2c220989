import type { Adapter, Box, Helpers, Finding, Limits, Reading, Source } from "../../model/index.ts";
import { noHelpers } from "../format.ts";
import { analysePage, assemble } from "../page/document.ts";
import type { AnalysedPage, DocumentBlock } from "../page/document.ts";
import { doubtDrawn } from "../page/doubt-drawn.ts";
import { countForms } from "./bytes/form-xobjects.ts";
import type { Glyph, Page } from "../page/sheet/page.ts";
import { turnedBack } from "../page/sheet/turn.ts";
import { pdfFormat } from "./format.ts";
import { lyingDigits } from "./bytes/font-lies.ts";
import { checkIntegrity } from "./bytes/integrity.ts";
import { layersOf } from "./bytes/layers.ts";
import type { Integrity } from "./bytes/integrity.ts";
import type { EngineReading } from "./engine/engine.ts";
import type { ObjectScan } from "./bytes/objects.ts";
import { pagesOfTree } from "./bytes/page-tree.ts";
import { scanObjects } from "./bytes/objects.ts";
import { pdfium } from "./reading/pdfium.ts";
import { pdfjs } from "./reading/pdfjs.ts";
import { readScannedPages, recognizedFindings } from "../scan/scan-pages.ts";
import type { ScannedPages } from "../scan/scan-pages.ts";
import { compareDigits, differingPages } from "./second-opinion.ts";
import { unruledTables } from "../page/unruled-tables.ts";
import { tokensOf } from "../page/tokens.ts";
import { finding } from "../../findings/finding.ts";

export { drawPageSvg } from "../page/svg.ts";
export type { AnalysedPage } from "../page/document.ts";

/**
 * PDF 32000-1 documents with a text layer. PDFium reads them; pdf.js is asked about the digits where the bytes give
 * reason.
 */
export const pdf: Adapter = {
  ...pdfFormat,
  read: async (source, limits, helpers = noHelpers) => {
    const opened = await openPages(source, limits, helpers);
    return "refused" in opened ? nothing(opened.refused) : readPagesInto(source, limits, opened);
  },
};

/** The most form XObjects that one page may draw: a report has none, a map some thousands, a nesting bomb 10¹⁰. */
const MOST_FORMS = 20_000;

interface Opened extends Pick<ScannedPages, "recognized" | "turned" | "unread" | "back"> {
  readonly reading: EngineReading;
  readonly integrity: Integrity;
  readonly pages: readonly AnalysedPage[];
  /** Numbers of pages that the file has and the engine leaves out. */
  readonly leftOut: readonly number[];
}

/** The pages with their rules, cells and lines, before they are joined: what `inspect --stage cells` prints and draws. */
export async function readPages(
  source: Source,
  limits: Limits,
  helpers = noHelpers,
): Promise<readonly AnalysedPage[]> {
  const opened = await openPages(source, limits, helpers);
  return "refused" in opened ? [] : opened.pages;
}

async function openPages(
  { bytes }: Source,
  limits: Limits,
  helpers: Helpers,
): Promise<Opened | { readonly refused: Finding }> {
  if (bytes.length === 0) return { refused: finding("empty") };
  if (bytes.length > limits.maximumBytes) return { refused: tooLarge("bytes", limits.maximumBytes) };
  // A running engine cannot be interrupted, so whatever could keep it busy for ever is found before it is asked.
  const plain = isEncrypted(bytes) ? await pdfium.decrypted(bytes, helpers.pdfium) : undefined;
  const scan = scanObjects(plain ?? bytes, limits.maximumInflatedBytes);
  if (scan.tooLarge) return { refused: tooLarge("inflated bytes", limits.maximumInflatedBytes) };
  if (countForms(scan) > MOST_FORMS) return { refused: tooLarge("form XObjects", MOST_FORMS) };
  const { areAny, areUnsure, formsAreUnsure } = layersOf(scan);
  const asked = {
    layers: areAny,
    usage: areUnsure,
    usageOfForms: formsAreUnsure,
    remade: asksAppearances(scan),
    binary: helpers.pdfium,
  };
  let reading = await pdfium.open(bytes, limits, asked);
  const cut = reading.damaged === true && !hasEnd(bytes);
  if (cut) reading = await pdfium.open(withTrailer(bytes, scan), limits, asked);
  if (reading.outcome !== undefined) return { refused: cut ? finding("truncated") : reading.outcome };
  const integrity = checkIntegrity(
    scan,
    reading.pages.map(({ objectNumber }) => objectNumber),
    reading.fontSums,
  );
  const trusted = doubtLies(reading.pages, lyingDigits(scan));
  const scans = await readScannedPages(trusted, (page) => pdfium.drawScan(bytes, page), helpers.lineReader);
  const leftOut = pagesLeftOut(scan, reading);
  return { ...scans, reading, integrity, leftOut, pages: scans.pages.map(analysePage) };
}

async function readPagesInto({ bytes }: Source, limits: Limits, opened: Opened): Promise<Reading> {
  const { reading, integrity, pages, recognized, unread } = opened;
  const cutOff = !hasEnd(bytes);
  const diagnostics: Finding[] = [...pageFindings(opened, cutOff)];
  const readable = pages.filter(({ page }) => !unread.has(page.number));
  const broken = cutOff ? finding("truncated") : finding("damaged", { args: { reason: "no-text" } });
  if (readable.length === 0)
    return unread.size > 0 ? { tokens: [], metadata: [], diagnostics } : nothing(broken);

  const assembled = doubtDrawn(assemble(readable), readable);
  const tables = assembled.flatMap((block) => (block.kind === "table" ? [block.table] : []));
  const cells = tables.reduce((sum, table) => sum + table.cells.length, 0);
  if (cells > limits.maximumCells) return nothing(tooLarge("cells", limits.maximumCells));

  const on = (objects: ReadonlySet<number>): number[] =>
    readable.filter(({ page }) => objects.has(page.objectNumber)).map(({ page }) => page.number);
  const damaged = new Set(on(integrity.damagedPages));
  const weak = new Set(on(integrity.weakPages));
  for (const page of damaged) diagnostics.push(finding("pdf-stream-damaged", { at: { page } }));
  for (const page of weak) diagnostics.push(finding("pdf-objects-damaged", { at: { page } }));
  const doubted = withDamage(assembled, damaged, weak);

  const whySecond: Readonly<Record<string, boolean>> = {
    unchecked: !integrity.checked,
    streamsDamaged: damaged.size > 0,
    objectsDamaged: integrity.weakPages.size > 0,
    rebuilt: reading.rebuilt,
    cutOff,
    unreadableGlyphs: readable.some(({ page }) => page.glyphs.some((glyph) => glyph.unreadable)),
    pagesMissing: readable.length + unread.size < reading.pageCount,
  };
  const typed = readable.filter(({ page }) => !recognized.has(page.number));
  const second = Object.values(whySecond).some(Boolean)
    ? await readAgain(bytes, limits, doubted, typed)
    : { blocks: doubted, diagnostics: [] };
  diagnostics.push(...second.diagnostics);
  if (second.blocks.length === 0) return nothing(diagnostics.length > 0 ? broken : finding("empty"));

  const tokens = tokensOf(second.blocks, placesOn(opened));
  diagnostics.push(...unruledTables(second.blocks, tokens));
  return { tokens, metadata: [], diagnostics };
}

/** Findings on pages that were not read, or not as a person sees them. */
function pageFindings(opened: Opened, cutOff: boolean): readonly Finding[] {
  const { reading, recognized, turned, unread, leftOut } = opened;
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

/** A box of a page that its reader turned upright, on the page as it is shown. */
function asShown({ turned, width, height }: Page, box: Box): Box {
  if (turned === undefined) return box;
  const [wide, high] = turned === 180 ? [width, height] : [height, width];
  return turnedBack(turned, wide, high).back(box);
}

/** Reads the digits once more with the second engine and doubts those that differ. */
async function readAgain(
  bytes: Uint8Array,
  limits: Limits,
  blocks: readonly DocumentBlock[],
  typed: readonly AnalysedPage[],
): Promise<{ readonly blocks: readonly DocumentBlock[]; readonly diagnostics: readonly Finding[] }> {
  const second = await pdfjs.open(bytes, limits);
  if (second.outcome !== undefined) return { blocks, diagnostics: [finding("pdf-second-reading-failed")] };
  const differing = differingPages(typed, second.pages);
  return {
    blocks: compareDigits(blocks, typed, second.pages),
    diagnostics: [...differing].map((page) => finding("pdf-digits-differ", { at: { page } })),
  };
}

/** Takes a box on a page that was turned upright, levelled or magnified to the box on the page as it lies in the file. */
function placesOn({ pages, back: level }: Opened): (page: number, box: Box) => Box {
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

/**
 * Doubts every cell of a damaged page: both engines read the same wrong digits from a damaged stream, so nothing on its
 * page can be vouched for. On a page that lacks an object, its blank cells may have stood in that.
 */
function withDamage(
  blocks: readonly DocumentBlock[],
  damaged: ReadonlySet<number>,
  weak: ReadonlySet<number>,
): readonly DocumentBlock[] {
  if (damaged.size + weak.size === 0) return blocks;
  return blocks.map((block) =>
    block.kind === "paragraph"
      ? block
      : {
          kind: "table",
          table: {
            ...block.table,
            cells: block.table.cells.map((cell) =>
              cell.parts.some(({ page }) => damaged.has(page) || (cell.text === "" && weak.has(page)))
                ? { ...cell, doubt: { kind: "unreadable", reason: "damaged-stream" } as const }
                : cell,
            ),
          },
        },
  );
}

function tooLarge(what: string, limit: number): Finding {
  return finding("too-large", { args: { what, limit } });
}

/** Doubts the characters that some font draws as others than it says. */
function doubtLies(pages: readonly Page[], lies: ReadonlySet<string>): readonly Page[] {
  if (lies.size === 0) return pages;
  const doubted = (glyph: Glyph) => (lies.has(glyph.text) ? { ...glyph, doubt: "text-not-glyph" } : glyph);
  return pages.map((page) => ({ ...page, glyphs: page.glyphs.map(doubted) }));
}

/** Whether the form asks viewers to draw its fields anew (12.7.2). */
function asksAppearances({ objects }: ObjectScan): boolean {
  return [...objects.values()].some(({ text }) => /\/NeedAppearances\s+true\b/.test(text));
}

function nothing(why: Finding): Reading {
  return { tokens: [], metadata: [], diagnostics: [why] };
}

/** Adds a trailer: a file cut short has lost its own, but its catalog may still be there. */
function withTrailer(bytes: Uint8Array, { objects }: ObjectScan): Uint8Array {
  const catalog = [...objects].find(([, { text }]) => /\/Type\s*\/Catalog\b/.test(text))?.[0];
  if (catalog === undefined) return bytes;
  const trailer = new TextEncoder().encode(
    `\nendobj\ntrailer\n<< /Root ${catalog} 0 R /Size 8388607 >>\nstartxref\n0\n%%EOF\n`,
  );
  const whole = new Uint8Array(bytes.length + trailer.length);
  whole.set(bytes);
  whole.set(trailer, bytes.length);
  return whole;
}

/** Whether some trailer names an encryption dictionary (PDF 32000-1, 7.6.1). */
function isEncrypted(bytes: Uint8Array): boolean {
  const name = [..."/Encrypt"].map((character) => character.charCodeAt(0));
  for (let at = bytes.indexOf(name[0]!); at >= 0; at = bytes.indexOf(name[0]!, at + 1))
    if (name.every((code, index) => bytes[at + index] === code)) return true;
  return false;
}

/**
 * Whether `%%EOF` stands in the last 2 kB, and no object after it: a file cut short has lost its end, or ends within a
 * later revision (PDF 32000-1, 7.5.6), so that viewers show an earlier one.
 */
function hasEnd(bytes: Uint8Array): boolean {
  const text = new TextDecoder("latin1").decode(bytes.subarray(-2048));
  const end = text.lastIndexOf("%%EOF");
  return end >= 0 && !/\d{1,5}[ \r\n\t]{1,8}obj\b/.test(text.slice(end));
}

import { finding } from "../../findings/finding.ts";
import type { Adapter, Finding, Helpers, Limits, Reading, Source } from "../../model/index.ts";
import { noHelpers } from "../format.ts";
import type { Archive } from "../package/zip.ts";
import { openArchive } from "../package/zip.ts";
import { doubtDrawn } from "../page/doubt-drawn.ts";
import { analysePage, assemble } from "../page/document.ts";
import type { AnalysedPage } from "../page/document.ts";
import { unruledTables } from "../page/unruled-tables.ts";
import { tokensOf } from "../page/tokens.ts";
import { readScannedPages, recognizedFindings } from "../scan/scan-pages.ts";
import { orRefused, Refusal, tooLarge } from "../refusal.ts";
import { ofdFormat } from "./format.ts";
import { openPackage } from "./package/package.ts";
import { paintDocument } from "./pages.ts";
import { drawPictures } from "./scans.ts";
import type { PaintedOfdPage } from "./pages.ts";

/** The layout format of official documents (GB/T 33190), recognised by its content, whatever the file's name. */
export const ofd: Adapter = {
  ...ofdFormat,
  read: (source, limits, helpers) => readPackage(source, limits, helpers).catch(orRefused),
};

/** The pages with their rules, cells and lines, before they are joined: what `inspect --stage cells` prints and draws. */
export function readOfdPages(source: Source, limits: Limits): readonly AnalysedPage[] {
  try {
    return paint(source, limits).pages.flatMap((one) => (one === undefined ? [] : analysePage(one.page)));
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
}

interface Painted {
  readonly archive: Archive;
  readonly pages: readonly (PaintedOfdPage | undefined)[];
  readonly diagnostics: readonly Finding[];
}

function paint({ bytes }: Source, limits: Limits): Painted {
  if (bytes.length > limits.maximumBytes) throw tooLarge("file", bytes.length, limits.maximumBytes);
  const archive = openArchive(bytes, limits);
  const { documents, signed, missing: lost } = openPackage(archive, limits);
  const pages: (PaintedOfdPage | undefined)[] = [];
  const missing = new Set(lost);
  for (const document of documents) {
    const painted = paintDocument(archive, document, pages.length + 1, limits);
    pages.push(...painted.pages);
    for (const part of painted.missing) missing.add(part);
  }
  if (pages.length > limits.maximumPages) throw tooLarge("pages", pages.length, limits.maximumPages);
  const diagnostics = [
    ...[...missing].map((part) => finding("missing-part", { args: { part } })),
    ...(signed ? [finding("signature-not-checked")] : []),
    ...(documents.length > 1 ? [finding("several-documents", { args: { count: documents.length } })] : []),
  ];
  return { archive, pages, diagnostics };
}

async function readPackage(source: Source, limits: Limits, helpers: Helpers = noHelpers): Promise<Reading> {
  const painted = paint(source, limits);
  const diagnostics: Finding[] = [...painted.diagnostics];
  const readable: AnalysedPage[] = [];
  const pages = painted.pages.flatMap((one) => one ?? []);
  const scans = await readScannedPages(
    pages.map(({ page }) => page),
    (number) => {
      const one = pages.find(({ page }) => page.number === number)!;
      return drawPictures(painted.archive, one, helpers.pdfium);
    },
    helpers.lineReader,
  );
  const read = new Map(scans.pages.map((page) => [page.number, page]));
  for (const [index, one] of painted.pages.entries()) {
    const at = { page: index + 1 };
    if (one === undefined) {
      diagnostics.push(finding("pdf-page-unreadable", { at }));
      continue;
    }
    if (one.page.truncated) diagnostics.push(finding("pdf-page-too-large", { at }));
    const reason = scans.unread.get(index + 1);
    if (reason === undefined) readable.push(analysePage(read.get(index + 1)!));
    else diagnostics.push(finding("needs-ocr", { at, args: { reason } }));
    diagnostics.push(...recognizedFindings(scans, index + 1));
  }
  if (readable.length === 0) {
    if (painted.pages.length === 0) throw new Refusal("damaged", { reason: "no-pages" });
    if (painted.pages.every((one) => one === undefined)) throw new Refusal("damaged", { reason: "no-text" });
    return { tokens: [], metadata: [], diagnostics };
  }
  const blocks = doubtDrawn(assemble(readable), readable);
  const cells = blocks.reduce(
    (sum, block) => sum + (block.kind === "table" ? block.table.cells.length : 0),
    0,
  );
  if (cells > limits.maximumCells) throw tooLarge("cells", cells, limits.maximumCells);
  if (blocks.length === 0) throw new Refusal("empty");
  const back = new Map(readable.map((one) => [one.page.number, one.back]));
  const tokens = tokensOf(blocks, (page, box) => {
    const level = back.get(page)?.(box) ?? box;
    return scans.back.get(page)?.(level) ?? level;
  });
  diagnostics.push(...unruledTables(blocks, tokens));
  return { tokens, metadata: [], diagnostics };
}

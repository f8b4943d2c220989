import { finding } from "../../findings/finding.ts";
import type { Adapter, Finding, Limits, Reading, Source } from "../../model/index.ts";
import { noHelpers } from "../format.ts";
import { assemble } from "../page/document.ts";
import type { AnalysedPage } from "../page/document.ts";
import { doubtDrawn } from "../page/doubt-drawn.ts";
import { tokensOf } from "../page/tokens.ts";
import { unruledTables } from "../page/unruled-tables.ts";
import { doubt } from "./doubts.ts";
import { pdfFormat } from "./format.ts";
import { open, overLimit } from "./open.ts";
import { pageFindings, pagesOf, placesOn } from "./pages.ts";
import type { FilePages } from "./pages.ts";
import { trust } from "./trust.ts";

export { drawPageSvg } from "../page/svg.ts";
export type { AnalysedPage } from "../page/document.ts";

/**
 * PDF 32000-1 documents with a text layer, in five steps: open, trust, pages, tables, doubts. PDFium reads them; pdf.js
 * is asked about the digits where the bytes give reason.
 */
export const pdf: Adapter = {
  ...pdfFormat,
  read: async (source, limits, helpers = noHelpers) => {
    const opened = await open(source, limits, helpers);
    if ("refused" in opened) return nothing(opened.refused);
    return tables(await pagesOf(trust(opened), helpers), limits);
  },
};

/** The pages with their rules, cells and lines, before they are joined: what `inspect --stage cells` prints and draws. */
export async function readPages(
  source: Source,
  limits: Limits,
  helpers = noHelpers,
): Promise<readonly AnalysedPage[]> {
  const opened = await open(source, limits, helpers);
  return "refused" in opened ? [] : (await pagesOf(trust(opened), helpers)).pages;
}

/** Joins the pages to tables and paragraphs, and doubts what the file or a second engine gives reason to. */
async function tables(file: FilePages, limits: Limits): Promise<Reading> {
  const { pages, unread, cutOff } = file;
  const found = pageFindings(file);
  const readable = pages.filter(({ page }) => !unread.has(page.number));
  const broken = cutOff ? finding("truncated") : finding("damaged", { args: { reason: "no-text" } });
  if (readable.length === 0)
    return unread.size > 0 ? { tokens: [], metadata: [], diagnostics: found } : nothing(broken);

  const assembled = doubtDrawn(assemble(readable), readable);
  const cells = assembled.reduce(
    (sum, block) => sum + (block.kind === "table" ? block.table.cells.length : 0),
    0,
  );
  if (cells > limits.maximumCells) return nothing(overLimit("cells", limits.maximumCells));

  const { blocks, diagnostics } = await doubt(file, readable, assembled, limits);
  const all = [...found, ...diagnostics];
  if (blocks.length === 0) return nothing(all.length > 0 ? broken : finding("empty"));
  const tokens = tokensOf(blocks, placesOn(file));
  return { tokens, metadata: [], diagnostics: [...all, ...unruledTables(blocks, tokens)] };
}

function nothing(why: Finding): Reading {
  return { tokens: [], metadata: [], diagnostics: [why] };
}

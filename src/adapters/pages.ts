import type { Helpers, Limits, Source } from "../model/index.ts";
import { assemble } from "./page/document.ts";
import type { AnalysedPage } from "./page/document.ts";
import type { PageTable } from "./page/sheet/table.ts";

export { drawPageSvg } from "./page/svg.ts";
export type { AnalysedPage } from "./page/document.ts";

/** The pages of a PDF with their rules, cells and lines, before they are joined: what `inspect --stage cells` prints. */
export async function readPages(
  source: Source,
  limits: Limits,
  helpers?: Helpers,
): Promise<readonly AnalysedPage[]> {
  const pdf = await import("./pdf/index.ts");
  return pdf.readPages(source, limits, helpers);
}

/** The same for an OFD. */
export async function readOfdPages(source: Source, limits: Limits): Promise<readonly AnalysedPage[]> {
  const ofd = await import("./ofd/index.ts");
  return ofd.readOfdPages(source, limits);
}

/** Tables without ruling lines, in reading order; each is made of lines of text that stand under one another. */
export function tablesWithoutRules(pages: readonly AnalysedPage[]): readonly PageTable[] {
  return assemble(pages).flatMap((block) =>
    block.kind === "table" && !block.table.ruled ? [block.table] : [],
  );
}

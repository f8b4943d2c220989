import {
  drawNeighbour,
  neighbours,
  renderCsv,
  renderDoc,
  renderDocx,
  renderExcel2003,
  renderHtml,
  renderMhtml,
  renderOds,
  renderOdt,
  renderOfd,
  renderRtf,
  renderTextFile,
  renderXls,
  renderXlsx,
} from "../test/support/factory/index.ts";
import type { NeighbourTruth, PdfEngine, PdfOptions } from "../test/support/factory/index.ts";

/** One invented report of a form beside the annual report, kept below `corpus/neighbours/` in every kind of format. */
export interface NeighbourReport {
  /** Id of its family, and name of its folder. */
  readonly form: string;
  readonly seed: number;
  readonly pdf: { readonly engine: PdfEngine } & PdfOptions;
}

const landscape = { landscape: true, fontFamily: "WenQuanYi Zen Hei", fontSize: 8 };

export const neighbourReports: readonly NeighbourReport[] = [
  { form: "enforcement-data-2021", seed: 11, pdf: { engine: "soffice", ...landscape } },
  { form: "enforcement-data-shandong", seed: 12, pdf: { engine: "soffice", ...landscape, fontSize: 6 } },
  { form: "government-site", seed: 13, pdf: { engine: "soffice", fontFamily: "AR PL UMing CN" } },
  { form: "department-accounts", seed: 14, pdf: { engine: "chromium", ...landscape } },
  { form: "three-public-expenses", seed: 15, pdf: { engine: "soffice", ...landscape } },
  {
    form: "three-public-expenses-by-item",
    seed: 16,
    pdf: { engine: "chromium", fontFamily: "WenQuanYi Zen Hei" },
  },
];

export function neighbourTruth({ form, seed }: NeighbourReport): NeighbourTruth {
  return drawNeighbour(
    neighbours.find(({ id }) => id === form)!,
    seed,
  );
}

/** Every form whose bytes are the same on each run, by file name. */
export function neighbourForms({ blocks }: NeighbourTruth): Record<string, Uint8Array> {
  return {
    "report.csv": renderCsv(blocks, "gb18030"),
    "report.doc": renderDoc(blocks, { mixedPieces: true }),
    "report.docx": renderDocx(blocks, { writer: "wps" }),
    "report.fodt": renderOdt(blocks, { flat: true }),
    "report.html": renderHtml(blocks),
    "report.md": renderTextFile(blocks, "pandoc-grid"),
    "report.mht": renderMhtml(blocks),
    "report.ods": renderOds(blocks),
    "report.odt": renderOdt(blocks),
    "report.ofd": renderOfd(blocks, "runs"),
    "report.rtf": renderRtf(blocks, { characters: "gbk" }),
    "report.txt": renderTextFile(blocks, "leading-tab"),
    "report.xls": renderXls(blocks, { sheets: "each" }),
    "report.xlsx": renderXlsx(blocks, { sheets: "each", numbers: "number" }),
    "report.xml": renderExcel2003(blocks),
  };
}

/** What is known of the report, whatever form it is in. */
export function aboutNeighbour({ seed, layout, issuer, year, values }: NeighbourTruth): string {
  return `${JSON.stringify({ seed, layout, issuer, year, values }, null, 1)}\n`;
}

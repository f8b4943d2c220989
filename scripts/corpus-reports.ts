import {
  drawReport,
  layOut,
  plain,
  renderCsv,
  renderDoc,
  renderDocx,
  renderExcel2003,
  renderHtml,
  renderMhtml,
  renderOds,
  renderOdt,
  renderOfd,
  renderPortalHtml,
  renderRtf,
  renderTextFile,
  renderXls,
  renderXlsx,
  renderings,
} from "../test/support/factory/index.ts";
import type {
  DrawOptions,
  EncodeOptions,
  Layout,
  Layouts,
  OfdDialect,
  PdfEngine,
  PdfOptions,
  ReportTruth,
} from "../test/support/factory/index.ts";

/** One invented report of the corpus: how it is drawn, and in which forms it is kept. */
export interface CorpusReport {
  /** Below `corpus/`: the report year and the place in pinyin. */
  readonly folder: string;
  readonly shows: string;
  readonly seed: number;
  readonly options: DrawOptions;
  readonly writer: "word" | "wps";
  readonly portal: EncodeOptions & { readonly charset?: string };
  /** The encoding of `report.txt`, which has the tab-led layout. */
  readonly text: EncodeOptions;
  /** Further text layouts, by their id in the factory's list of renderings. */
  readonly also: readonly string[];
  readonly pdfs: Readonly<Record<string, { readonly engine: PdfEngine } & PdfOptions>>;
}

const all = (layout: Layout): Layouts => ({
  proactiveDisclosure: layout,
  applications: layout,
  reviewAndLitigation: layout,
});
const chromium = (options: PdfOptions) => ({ engine: "chromium", ...options }) as const;
const soffice = (options: PdfOptions) => ({ engine: "soffice", ...options }) as const;
const serif = { fontFamily: "Noto Serif CJK SC" };
const sans = { fontFamily: "Noto Sans CJK SC" };
const zenHei = { fontFamily: "WenQuanYi Zen Hei" };
const uming = { fontFamily: "AR PL UMing CN" };
const landscape = { landscape: true };
const unruled = { borders: false, fontSize: 9 };

export const corpusReports: readonly CorpusReport[] = [
  {
    folder: "2019/xianwan",
    shows: "the 2019 form of a town, nearly every cell 0",
    seed: 12,
    options: { ...plain, year: 2019, scale: "town", layouts: all("2019") },
    writer: "word",
    portal: { encoding: "gb18030", charset: "gb2312" },
    text: {},
    also: ["cell-per-line", "fused-crawler"],
    pdfs: { "chromium-serif": chromium(serif), "soffice-uming": soffice(uming) },
  },
  {
    folder: "2020/citang",
    shows: "units and notations in the cells: an amount in 元, 件 and 项 behind numbers, full-width digits",
    seed: 201,
    options: { ...plain, year: 2020, scale: "town", layouts: all("2019"), notations: 0.15 },
    writer: "wps",
    portal: {},
    text: { encoding: "gb18030", newline: "\r\n" },
    also: ["pandoc-grid", "markdown-pipe"],
    pdfs: { "chromium-zenhei": chromium(zenHei), "soffice-landscape": soffice({ ...serif, ...landscape }) },
  },
  {
    folder: "2020/ganhu",
    shows: "table 2 with four columns and the extra row 其他主动公开文件; slashes for what does not apply",
    seed: 3,
    options: {
      ...plain,
      year: 2020,
      scale: "county",
      layouts: all("2019"),
      narrow: true,
      extraRow: true,
      labels: 0.2,
      blanks: "some",
      blankMarks: ["/"],
    },
    writer: "word",
    portal: {},
    text: { encoding: "utf-16le" },
    also: ["tabbed", "pandoc-multiline-unruled"],
    pdfs: { "chromium-landscape": chromium({ ...zenHei, ...landscape }), "soffice-uming": soffice(uming) },
  },
  {
    folder: "2021/fanwan",
    shows: "a city: large numbers, some with separators of thousands, a remark beside one",
    seed: 38,
    options: { ...plain, year: 2021, scale: "city", layouts: all("2021"), notations: 0.06 },
    writer: "wps",
    portal: { encoding: "gb18030" },
    text: { encoding: "utf-8-bom" },
    also: ["aligned-pages", "pandoc-simple"],
    pdfs: { "chromium-unruled": chromium({ ...zenHei, ...unruled }), "soffice-serif": soffice(serif) },
  },
  {
    folder: "2022/taitang",
    shows: "the 2019 form used a year too late, the amount under 采购总金额(万元)",
    seed: 2,
    options: { ...plain, year: 2022, scale: "county", layouts: all("2019"), procurementUnit: true },
    writer: "word",
    portal: {},
    text: { encoding: "utf-16be" },
    also: ["tabbed-bom", "cell-per-line", "markdown-pipe-no-edges"],
    pdfs: { "chromium-zenhei": chromium(zenHei), "soffice-unruled": soffice({ ...serif, ...unruled }) },
  },
  {
    folder: "2022/yinghu",
    shows: "a form filed with every cell blank",
    seed: 249,
    options: { ...plain, year: 2022, scale: "town", layouts: all("2021"), blanks: "zeros" },
    writer: "wps",
    portal: {},
    text: {},
    also: ["markdown-pipe-blank-header", "pandoc-grid-unruled"],
    pdfs: { "chromium-sans": chromium(sans), "soffice-uming": soffice(uming) },
  },
  {
    folder: "2023/cihu",
    shows: "table 2 of 2021 above table 3 of 2019, labels in other wordings",
    seed: 5,
    options: {
      ...plain,
      year: 2023,
      scale: "county",
      layouts: { ...all("2021"), applications: "2019" },
      labels: 0.4,
    },
    writer: "word",
    portal: { encoding: "gb18030", charset: "gb2312" },
    text: { newline: "\r\n" },
    also: ["fused", "markdown-pipe-repeated"],
    pdfs: { "chromium-zenhei": chromium(zenHei), "soffice-sans": soffice(sans) },
  },
  {
    folder: "2024/yingze",
    shows: "cells left empty among others",
    seed: 7,
    options: { ...plain, year: 2024, scale: "county", layouts: all("2021"), blanks: "some" },
    writer: "wps",
    portal: {},
    text: {},
    also: ["aligned", "pandoc-multiline"],
    pdfs: {
      "chromium-unruled": chromium({ ...sans, ...unruled }),
      "soffice-landscape": soffice({ ...zenHei, ...landscape }),
    },
  },
  {
    folder: "2024/xiangyan",
    shows: "sums that do not hold, as published: a slip in one cell, a row of totals, a block of table 4",
    seed: 4,
    options: {
      ...plain,
      year: 2024,
      scale: "county",
      layouts: all("2021"),
      plant: ["slip", "t3-row-sum", "t4-block-sum"],
    },
    writer: "word",
    portal: {},
    text: { encoding: "gb18030" },
    also: ["cell-per-line", "pandoc-simple-unruled"],
    pdfs: { "chromium-zenhei": chromium(zenHei), "soffice-zenhei": soffice(zenHei) },
  },
  {
    folder: "2025/jiling",
    shows: "labels that lost a character or are spelled otherwise, remarks, units and dashes in cells",
    seed: 8,
    options: {
      ...plain,
      year: 2025,
      scale: "city",
      layouts: all("2021"),
      labels: 0.3,
      damage: 0.25,
      notations: 0.15,
      blanks: "some",
      blankMarks: ["—"],
    },
    writer: "wps",
    portal: { encoding: "gb18030", charset: "gb2312" },
    text: {},
    also: ["pandoc-grid", "aligned-pages"],
    pdfs: { "chromium-landscape": chromium({ ...zenHei, ...landscape }), "soffice-serif": soffice(serif) },
  },
];

/** Used in turn over the reports. */
const ofdDialects: readonly OfdDialect[] = ["runs", "characters", "scaled", "blocks", "shapes", "unseen"];

/** Every form whose bytes are the same on each run, by file name. */
export function formsOf(report: CorpusReport, truth: ReportTruth): Record<string, Uint8Array> {
  const blocks = layOut(truth);
  const also = report.also.map((id) => {
    const rendering = renderings.find((rendering) => rendering.id === id)!;
    return [`report.${id}.${rendering.extension}`, rendering.render(truth)] as const;
  });
  return {
    "report.docx": renderDocx(blocks, { writer: report.writer }),
    "report.doc": renderDoc(blocks, {
      mixedPieces: report.writer === "word",
      paragraphsInCells: report.writer === "wps",
    }),
    "report.rtf": renderRtf(blocks, { characters: report.writer === "word" ? "gbk" : "unicode" }),
    "report.mht": renderMhtml(blocks, {
      encoding: report.portal.encoding === "gb18030" ? "gb18030" : "utf-8",
    }),
    "report.xlsx": renderXlsx(blocks, {
      sheets: report.writer === "word" ? "one" : "each",
      numbers: report.portal.encoding === "gb18030" ? "text" : "number",
    }),
    "report.xls": renderXls(blocks, { sheets: report.writer === "word" ? "each" : "one" }),
    // This form is kept plain, because LibreOffice, which confirms it, shows hidden sheets, and none at all of a file
    // declared as GBK.
    "report.xml": renderExcel2003(blocks),
    "report.csv": renderCsv(blocks, report.writer === "wps" ? "gb18030" : "utf-8-bom"),
    "report.ods": renderOds(blocks, { unseen: report.writer === "wps" }),
    "report.odt": renderOdt(blocks, { unseen: report.writer === "wps" }),
    "report.fodt": renderOdt(blocks, { flat: true }),
    "report.ofd": renderOfd(blocks, ofdDialects[corpusReports.indexOf(report) % ofdDialects.length]),
    "report.html": renderHtml(blocks),
    "report.portal.html": renderPortalHtml(blocks, truth, report.portal),
    "report.txt": renderTextFile(blocks, "leading-tab", report.text),
    ...Object.fromEntries(also),
  };
}

/** What is known of the report, whatever form it is in. */
export function aboutOf({ shows, seed, options }: CorpusReport, truth: ReportTruth): string {
  const about = {
    shows,
    seed,
    options,
    title: truth.title,
    issuer: truth.issuer,
    year: truth.year,
    period: truth.period,
    contact: truth.contact,
    publicationDate: truth.publicationDate,
    indexNumber: truth.indexNumber,
    layouts: truth.layouts,
    values: truth.values,
    plantedErrors: truth.plantedErrors,
  };
  return `${JSON.stringify(about, null, 1)}\n`;
}

export function truthOf({ seed, options }: CorpusReport): ReportTruth {
  return drawReport(seed, options);
}

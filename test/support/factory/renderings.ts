import type { AnnexTruth } from "./annex/draw.ts";
import { layOut } from "./blocks.ts";
import { renderDocx } from "./docx/index.ts";
import type { DocxOptions } from "./docx/index.ts";
import { renderDoc } from "./doc/index.ts";
import type { DocOptions } from "./doc/index.ts";
import { renderMhtml } from "./mhtml/index.ts";
import type { MhtmlOptions } from "./mhtml/index.ts";
import { renderOfd } from "./ofd/index.ts";
import type { OfdDialect } from "./ofd/index.ts";
import { renderRtf } from "./rtf/index.ts";
import type { RtfOptions } from "./rtf/index.ts";
import { renderOdt } from "./odt/index.ts";
import type { OdtOptions } from "./odt/index.ts";
import { renderOds } from "./ods/index.ts";
import type { OdsOptions } from "./ods/index.ts";
import { renderCsv } from "./csv/index.ts";
import { renderExcel2003 } from "./excel2003/index.ts";
import type { Excel2003Options } from "./excel2003/index.ts";
import { renderXls } from "./xls/index.ts";
import type { XlsOptions } from "./xls/index.ts";
import { renderXlsx } from "./xlsx/index.ts";
import type { XlsxOptions } from "./xlsx/index.ts";
import { renderHtml, renderPortalHtml } from "./html/index.ts";
import { splitLongTable } from "./split.ts";
import { renderTextFile } from "./text/index.ts";
import type { TextLayout, TextOptions } from "./text/index.ts";
import type { ReportTruth } from "./truth.ts";

/** One way to write a report down, without a tool outside this repository. */
export interface Rendering {
  readonly id: string;
  readonly extension:
    | "txt"
    | "md"
    | "html"
    | "docx"
    | "doc"
    | "rtf"
    | "mht"
    | "xlsx"
    | "xls"
    | "xml"
    | "csv"
    | "ods"
    | "fods"
    | "ofd"
    | "odt"
    | "fodt";
  /** What a reader can still see: merged regions; cells without their merges; or only text in some order. */
  readonly keeps: "spans" | "cells" | "text";
  readonly render: (truth: ReportTruth | AnnexTruth) => Uint8Array;
}

const text = (
  id: string,
  keeps: Rendering["keeps"],
  layout: TextLayout,
  options: TextOptions = {},
): Rendering => ({
  id,
  extension: layout.startsWith("pandoc") || layout.startsWith("markdown") ? "md" : "txt",
  keeps,
  render: (truth) => renderTextFile(layOut(truth), layout, options),
});
const docx = (id: string, options: DocxOptions): Rendering => ({
  id,
  extension: "docx",
  keeps: "spans",
  render: (truth) => renderDocx(layOut(truth), options),
});
const doc = (id: string, options: DocOptions): Rendering => ({
  id,
  extension: "doc",
  keeps: "spans",
  render: (truth) => renderDoc(layOut(truth), options),
});
const rtf = (id: string, options: RtfOptions): Rendering => ({
  id,
  extension: "rtf",
  keeps: "spans",
  render: (truth) => renderRtf(layOut(truth), options),
});
const mhtml = (id: string, options: MhtmlOptions): Rendering => ({
  id,
  extension: "mht",
  keeps: "spans",
  render: (truth) => renderMhtml(layOut(truth), options),
});
const xlsx = (id: string, options: XlsxOptions): Rendering => ({
  id,
  extension: "xlsx",
  keeps: "spans",
  render: (truth) => renderXlsx(layOut(truth), options),
});
const xls = (id: string, options: XlsOptions): Rendering => ({
  id,
  extension: "xls",
  keeps: "spans",
  render: (truth) => renderXls(layOut(truth), options),
});
const excel2003 = (id: string, options: Excel2003Options): Rendering => ({
  id,
  extension: "xml",
  keeps: "spans",
  render: (truth) => renderExcel2003(layOut(truth), options),
});
const ods = (id: string, options: OdsOptions): Rendering => ({
  id,
  extension: options.flat ? "fods" : "ods",
  keeps: "spans",
  render: (truth) => renderOds(layOut(truth), options),
});
const odt = (id: string, options: OdtOptions): Rendering => ({
  id,
  extension: options.flat ? "fodt" : "odt",
  keeps: "spans",
  render: (truth) => renderOdt(layOut(truth), options),
});

const ofd = (id: string, dialect: OfdDialect): Rendering => ({
  id,
  extension: "ofd",
  keeps: "spans",
  render: (truth) => renderOfd(layOut(truth), dialect),
});

/** Every rendering the tests and the scoreboard go through. */
export const renderings: readonly Rendering[] = [
  text("leading-tab", "cells", "leading-tab"),
  text("leading-tab-gb18030-crlf", "cells", "leading-tab", { encoding: "gb18030", newline: "\r\n" }),
  text("leading-tab-utf-16le", "cells", "leading-tab", { encoding: "utf-16le" }),
  text("leading-tab-utf-16be", "cells", "leading-tab", { encoding: "utf-16be" }),
  text("tabbed", "cells", "tabbed"),
  text("tabbed-bom", "cells", "tabbed", { encoding: "utf-8-bom", newline: "\r\n" }),
  text("markdown-pipe", "cells", "markdown-pipe"),
  text("markdown-pipe-repeated", "cells", "markdown-pipe", { covered: "repeated", lineBreak: " " }),
  text("markdown-pipe-blank-header", "cells", "markdown-pipe", { header: "blank" }),
  text("markdown-pipe-no-edges", "cells", "markdown-pipe", { edges: "none" }),
  text("pandoc-grid", "spans", "pandoc-grid"),
  text("pandoc-grid-unruled", "spans", "pandoc-grid", { ruled: false, writer: "markdown", columnWidth: 14 }),
  text("pandoc-simple", "cells", "pandoc-simple"),
  text("pandoc-simple-unruled", "cells", "pandoc-simple", { ruled: false, writer: "markdown" }),
  text("pandoc-multiline", "cells", "pandoc-multiline"),
  text("pandoc-multiline-unruled", "cells", "pandoc-multiline", { ruled: false }),
  text("aligned", "text", "aligned"),
  text("aligned-pages", "text", "aligned", { linesPerPage: 44, formFeed: true }),
  text("aligned-narrow", "text", "aligned", { chineseWidth: 1 }),
  text("cell-per-line", "text", "cell-per-line"),
  text("page-text-rows", "cells", "page-text-rows"),
  text("page-text-cells", "cells", "page-text-cells"),
  text("fused", "text", "fused"),
  {
    id: "fused-crawler",
    extension: "txt",
    keeps: "text",
    render: (truth) => renderTextFile(layOut(truth), "fused", { head: truth }),
  },
  { id: "html", extension: "html", keeps: "spans", render: (truth) => renderHtml(layOut(truth)) },
  {
    id: "html-gbk",
    extension: "html",
    keeps: "spans",
    render: (truth) => renderHtml(layOut(truth), { encoding: "gb18030", tableHead: true }),
  },
  {
    id: "html-undeclared-gbk",
    extension: "html",
    keeps: "spans",
    render: (truth) => renderHtml(layOut(truth), { encoding: "gb18030", charset: null }),
  },
  {
    id: "html-portal",
    extension: "html",
    keeps: "spans",
    render: (truth) => renderPortalHtml(layOut(truth), truth),
  },
  {
    id: "html-portal-gbk",
    extension: "html",
    keeps: "spans",
    render: (truth) => renderPortalHtml(layOut(truth), truth, { encoding: "gb18030", charset: "gb2312" }),
  },
  {
    id: "html-decorated",
    extension: "html",
    keeps: "spans",
    render: (truth) => renderHtml(layOut(truth), { decorated: true }),
  },
  doc("doc", {}),
  doc("doc-mixed-pieces", { mixedPieces: true, paragraphsInCells: true }),
  doc("doc-unseen", { unseen: true }),
  rtf("rtf", {}),
  rtf("rtf-gbk", { characters: "gbk", definition: "both" }),
  rtf("rtf-unseen", { unseen: true, definition: "behind" }),
  mhtml("mhtml", {}),
  mhtml("mhtml-gbk", { encoding: "gb18030" }),
  mhtml("mhtml-base64", { transfer: "base64" }),
  mhtml("mhtml-unseen", { unseen: true }),
  xlsx("xlsx", {}),
  xlsx("xlsx-sheets", { sheets: "each", strings: "inline" }),
  xlsx("xlsx-text-unruled", { numbers: "text", borders: false }),
  xlsx("xlsx-unseen", { unseen: true, strings: "inline" }),
  xls("xls", {}),
  xls("xls-sheets-text", { sheets: "each", numbers: "text" }),
  excel2003("excel-2003-xml", {}),
  excel2003("excel-2003-xml-gbk-unseen", { encoding: "gb18030", unseen: true }),
  { id: "csv", extension: "csv", keeps: "cells", render: (truth) => renderCsv(layOut(truth)) },
  {
    id: "csv-gbk",
    extension: "csv",
    keeps: "cells",
    render: (truth) => renderCsv(layOut(truth), "gb18030"),
  },
  ods("ods", {}),
  ods("fods-unseen", { flat: true, unseen: true }),
  odt("odt", {}),
  odt("fodt", { flat: true }),
  odt("odt-unseen", { unseen: true }),
  ofd("ofd", "runs"),
  ofd("ofd-characters", "characters"),
  ofd("ofd-scaled", "scaled"),
  ofd("ofd-blocks", "blocks"),
  ofd("ofd-shapes", "shapes"),
  ofd("ofd-unseen", "unseen"),
  docx("docx-word", {}),
  docx("docx-wps", { writer: "wps" }),
  docx("docx-split-runs", { splitRuns: true }),
  docx("docx-numbering", { numbering: "all" }),
  docx("docx-content-controls", { contentControls: true, writer: "wps" }),
  docx("docx-tracked-changes", { trackedChanges: true }),
  docx("docx-floats", { floats: true, writer: "wps" }),
  {
    id: "docx-split-table",
    extension: "docx",
    keeps: "spans",
    render: (truth) => renderDocx(splitLongTable(layOut(truth), 9)),
  },
  {
    id: "html-split-table",
    extension: "html",
    keeps: "spans",
    render: (truth) => renderHtml(splitLongTable(layOut(truth), 14)),
  },
];

import { pdfTools, renderings } from "../../test/support/factory/index.ts";
import type { AnnexTruth, PdfEngine, PdfOptions, ReportTruth } from "../../test/support/factory/index.ts";
import type { PrintedHead } from "./expected.ts";

/** A way to write a report down. */
export interface Kind {
  readonly id: string;
  readonly format: string;
  readonly keeps: "spans" | "cells" | "text";
  readonly head: PrintedHead;
  /** Null for a PDF, because PDFs are printed many at a time. */
  readonly render: ((truth: ReportTruth | AnnexTruth) => Uint8Array) | null;
  readonly pdf?: { readonly engine: PdfEngine; readonly options: PdfOptions };
}

/** Every rendering of the factory, and PDFs where a program that prints them is installed and wanted. */
export function kinds(pdf: boolean): Kind[] {
  const tools = pdf ? pdfTools() : { chromium: null, soffice: null };
  return [
    ...renderings.map(({ id, extension: format, keeps, render }) => ({
      id,
      format,
      keeps,
      render,
      head: heads[id] ?? {},
    })),
    ...(tools.chromium === null
      ? []
      : [
          printed("pdf-chromium", "chromium", "cells"),
          printed("pdf-chromium-landscape", "chromium", "cells", { landscape: true }),
          printed("pdf-chromium-small", "chromium", "cells", { fontSize: 7.5 }),
          printed("pdf-chromium-borderless", "chromium", "text", { borders: false }),
        ]),
    ...(tools.soffice === null ? [] : [printed("pdf-soffice", "soffice", "cells")]),
  ];
}

const heads: Readonly<Record<string, PrintedHead>> = {
  "html-portal": { publicationDate: true, indexNumber: true },
  "html-portal-gbk": { publicationDate: true, indexNumber: true },
  "fused-crawler": { publicationDate: true },
};

const printed = (id: string, engine: PdfEngine, keeps: Kind["keeps"], options: PdfOptions = {}): Kind => ({
  id,
  format: "pdf",
  keeps,
  head: {},
  render: null,
  pdf: { engine, options },
});

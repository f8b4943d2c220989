import type { PdfiumBinary } from "../../../model/index.ts";
import { withBitmap } from "../pdfium/bitmap.ts";
import { openDocument } from "../pdfium/document.ts";
import { frameOf } from "../pdfium/frame.ts";
import { keptLibrary } from "./kept-library.ts";

/** A PDF that can be drawn. Close it, because its bytes stay in the engine's memory until then. */
export interface Drawing {
  /** Sizes of the pages in points, as shown. A page that cannot be opened has no size. */
  readonly pages: readonly { readonly width: number; readonly height: number }[];
  /** Red, green, blue and opacity of each pixel; null where memory does not suffice. `page` counts from 1. */
  readonly draw: (
    page: number,
    pixelsPerPoint: number,
  ) => { readonly width: number; readonly height: number; readonly pixels: Uint8ClampedArray } | null;
  readonly close: () => void;
}

/** The most pixels of one picture: a page of A3 at four times the screen's size. */
const MOST_PIXELS = 40_000_000;

/**
 * Drawings stay open while other documents are read, for each of which the library that reads begins anew; so they
 * share one of their own.
 */
const drawingLibrary = keptLibrary();

/** Opens a PDF for drawing; null where PDFium does not open it. */
export async function openDrawing(bytes: Uint8Array, binary?: PdfiumBinary): Promise<Drawing | null> {
  const library = await drawingLibrary.get(binary);
  const { call } = library;
  const opened = openDocument(library, bytes);
  if (opened === undefined) return null;
  const { document, close } = opened;
  if (document === 0) {
    close();
    return null;
  }
  const onPage = <Result>(number: number, use: (page: number) => Result): Result | null => {
    const page = call.FPDF_LoadPage!(document, number - 1);
    if (page === 0) return null;
    try {
      return use(page);
    } finally {
      call.FPDF_ClosePage!(page);
    }
  };
  const sizes = Array.from(
    { length: Math.min(MOST_PAGES, call.FPDF_GetPageCount!(document)) },
    (_, index) => {
      const frame = onPage(index + 1, (page) => frameOf(library, page));
      return { width: frame?.width ?? 0, height: frame?.height ?? 0 };
    },
  );
  return {
    pages: sizes,
    close,
    draw: (number, pixelsPerPoint) => {
      const { width: wide = 0, height: high = 0 } = sizes[number - 1] ?? {};
      const scale = Math.min(pixelsPerPoint, Math.sqrt(MOST_PIXELS / (wide * high)));
      const width = Math.round(wide * scale);
      const height = Math.round(high * scale);
      if (!(width > 0 && height > 0)) return null;
      return onPage(number, (page) => {
        const pixels = withBitmap(library, page, { width, height, forScreen: true }, (drawn) =>
          Uint8ClampedArray.from(drawn),
        );
        return pixels ? { width, height, pixels } : null;
      });
    },
  };
}

const MOST_PAGES = 300;

import { init } from "@embedpdf/pdfium";

/** A sheet in shades of grey, rows from the top; `red` is how much red ink lies on each pixel, 0 to 255. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly dpi: number;
  readonly grey: Uint8Array;
  readonly red: Uint8Array | null;
}

const BGRX = 3;
const WHITE = 0xffffffff;

/** Every page of a PDF as paper. */
export async function drawSheets(pdf: Uint8Array, dpi: number): Promise<readonly Sheet[]> {
  library ??= start();
  const { call, memory } = await library;
  const data = call.malloc!(pdf.length);
  memory().set(pdf, data);
  const document = call.FPDF_LoadMemDocument!(data, pdf.length, 0);
  const sheets = Array.from({ length: call.FPDF_GetPageCount!(document) }, (_, index): Sheet => {
    const page = call.FPDF_LoadPage!(document, index);
    const width = Math.round((call.FPDF_GetPageWidthF!(page) * dpi) / 72);
    const height = Math.round((call.FPDF_GetPageHeightF!(page) * dpi) / 72);
    const bitmap = call.FPDFBitmap_CreateEx!(width, height, BGRX, 0, 0);
    call.FPDFBitmap_FillRect!(bitmap, 0, 0, width, height, WHITE);
    call.FPDF_RenderPageBitmap!(bitmap, page, 0, 0, width, height, 0, 0);
    const buffer = call.FPDFBitmap_GetBuffer!(bitmap);
    const pixels = memory();
    const grey = new Uint8Array(width * height);
    for (let at = 0; at < grey.length; at++) grey[at] = pixels[buffer + 4 * at + 1]!;
    call.FPDFBitmap_Destroy!(bitmap);
    call.FPDF_ClosePage!(page);
    return { width, height, dpi, grey, red: null };
  });
  call.FPDF_CloseDocument!(document);
  call.free!(data);
  return sheets;
}

let library: ReturnType<typeof start> | undefined;

async function start() {
  const quiet = { print: () => undefined, printErr: () => undefined };
  const { pdfium } = await init(quiet as unknown as Parameters<typeof init>[0]);
  const call = pdfium.wasmExports as unknown as Record<string, (...values: number[]) => number>;
  call.PDFiumExt_Init!();
  return { call, memory: () => (pdfium as unknown as { HEAPU8: Uint8Array }).HEAPU8 };
}

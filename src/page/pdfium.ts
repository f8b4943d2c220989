import type { PdfiumBinary } from "../model/index.ts";

let unpacked: Promise<PdfiumBinary | undefined> | null = null;

/** PDFium as it stands in the page, deflated and in base64; unpacked when the first PDF is opened. */
export function embeddedPdfium(): Promise<PdfiumBinary | undefined> {
  return (unpacked ??= unpack());
}

async function unpack(): Promise<PdfiumBinary | undefined> {
  const text = document.getElementById("pdfium")?.textContent ?? "";
  if (text === "") return undefined;
  const inflated = new Blob([bytesOf(text)]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  const wasm = await new Response(inflated).arrayBuffer();
  await provideSecondEngine();
  return { wasm };
}

/** pdf.js runs in the page itself: a worker of its own would need a file beside the page. */
async function provideSecondEngine(): Promise<void> {
  const scope = globalThis as { pdfjsWorker?: unknown };
  scope.pdfjsWorker ??= await import("pdfjs-dist/legacy/build/pdf.worker.mjs");
}

export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const characters = atob(base64.trim());
  const bytes = new Uint8Array(characters.length);
  for (let index = 0; index < characters.length; index += 1) bytes[index] = characters.charCodeAt(index);
  return bytes;
}

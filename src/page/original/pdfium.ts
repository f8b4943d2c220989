import type { PdfiumBinary } from "../../model/index.ts";
import { unpacked, unpackedElement } from "./packed.ts";

let loaded: Promise<PdfiumBinary | undefined> | null = null;
/** Where this script stands, if it is a file of its own; known only while it is being run. */
const ownAddress = (globalThis.document?.currentScript as HTMLScriptElement | null)?.src ?? "";

/** PDFium as it stands in the page, or in a script beside this one; unpacked when the first PDF is opened. */
export function embeddedPdfium(): Promise<PdfiumBinary | undefined> {
  return (loaded ??= load());
}

async function load(): Promise<PdfiumBinary | undefined> {
  const wasm = (await unpackedElement("pdfium")) ?? (await besideScript());
  if (wasm === null) return undefined;
  await provideSecondEngine();
  return { wasm };
}

async function besideScript(): Promise<ArrayBuffer | null> {
  if (ownAddress === "") return null;
  const script = document.createElement("script");
  script.src = new URL("pdfium.js", ownAddress).href;
  await new Promise((done, failed) => {
    script.onload = done;
    script.onerror = failed;
    document.head.append(script);
  });
  const text = (globalThis as { gongkaiPdfium?: string }).gongkaiPdfium;
  return text === undefined ? null : unpacked(text);
}

/** pdf.js runs in the page itself: a worker of its own would need a file beside the page. */
async function provideSecondEngine(): Promise<void> {
  const scope = globalThis as { pdfjsWorker?: unknown };
  scope.pdfjsWorker ??= await import("pdfjs-dist/legacy/build/pdf.worker.mjs");
}

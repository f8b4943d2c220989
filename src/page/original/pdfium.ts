import type { PdfiumBinary } from "../../model/index.ts";
import { unpacked, unpackedElement } from "./packed.ts";

let loaded: Promise<PdfiumBinary | undefined> | null = null;
/** The address of this script if it is a file of its own; it is known only while the script runs for the first time. */
const ownAddress = (globalThis.document?.currentScript as HTMLScriptElement | null)?.src ?? "";

/** PDFium from the page itself, or from a script beside this one; unpacked when the first PDF is opened. */
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

/** pdf.js runs within the page, because a worker of its own would need a file beside the page. */
async function provideSecondEngine(): Promise<void> {
  const scope = globalThis as { pdfjsWorker?: unknown };
  scope.pdfjsWorker ??= await import("pdfjs-dist/legacy/build/pdf.worker.mjs");
}

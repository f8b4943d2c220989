import { readFileSync } from "node:fs";
import { deflateRawSync } from "node:zlib";

/** Marks where the parts of the application's page go in its shell. */
export const APPLICATION = "{{application}}";
export const ENGINE = "{{engine}}";

/** The whole page, assembled from its shell and `gongkai.js`. */
export function assembledPage(shell: string, application: string): string {
  return shell.replace(APPLICATION, () => inlined(application)).replace(ENGINE, packedEngine);
}

/** A script, escaped so that it may stand within a page. */
export function inlined(script: string): string {
  return script.replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--");
}

/**
 * PDFium for pages, packed in base64. It is read from its own package, which is installed anyway; a second copy would
 * be as large as the page.
 */
export function packedEngine(): string {
  const wasm = readFileSync(new URL(import.meta.resolve("@embedpdf/pdfium/pdfium.wasm")));
  return deflateRawSync(wasm, { level: 6 }).toString("base64");
}

/** The packed engine as a script file that stands beside pages. */
export function engineScript(engine: string): string {
  return `globalThis.gongkaiPdfium=${JSON.stringify(engine)};\n`;
}

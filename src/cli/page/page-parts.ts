import { readFileSync } from "node:fs";
import { deflateRawSync } from "node:zlib";

/** Where the parts of the application's page stand in its shell. */
export const APPLICATION = "{{application}}";
export const ENGINE = "{{engine}}";

/** The whole page from its shell and `gongkai.js`. */
export function assembledPage(shell: string, application: string): string {
  return shell.replace(APPLICATION, () => inlined(application)).replace(ENGINE, packedEngine);
}

/** A script as it may stand within a page. */
export function inlined(script: string): string {
  return script.replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--");
}

/** PDFium for pages, packed in base64; its package is installed anyway, and a second copy would be as large as the page. */
export function packedEngine(): string {
  const wasm = readFileSync(new URL(import.meta.resolve("@embedpdf/pdfium/pdfium.wasm")));
  return deflateRawSync(wasm, { level: 6 }).toString("base64");
}

/** The packed engine as a script that stands beside pages. */
export function engineScript(engine: string): string {
  return `globalThis.gongkaiPdfium=${JSON.stringify(engine)};\n`;
}

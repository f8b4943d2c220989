import type { Limits } from "../../../model/index.ts";
import type { Page } from "../../page/sheet/page.ts";
import type { Engine, EngineReading } from "../engine/engine.ts";
import { interpret } from "./pdfjs-text.ts";
import type { Matrix } from "../../page/ink/matrix.ts";
import { finding } from "../../../findings/finding.ts";

/**
 * pdf.js, which gives a second opinion on the characters because it shares no code with PDFium. Its rules and colours
 * are not read, and a glyph's box is its advance by its size. It is loaded only when it is asked, because it costs 0.3
 * s and 60 MB.
 */
export const pdfjs: Engine = { id: "pdfjs", open };

async function open(bytes: Uint8Array, limits: Limits): Promise<EngineReading> {
  provideMatrix();
  // Loaded here, because pdf.js would otherwise look for its worker in a file beside its own.
  await import("pdfjs-dist/legacy/build/pdf.worker.mjs");
  const library = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const assets = assetFolder();
  const task = library.getDocument({
    // pdf.js takes possession of the buffer, so it gets a copy; it refuses a Buffer of Node, whose `slice` is another.
    data: new Uint8Array(bytes),
    verbosity: 0,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    // Without these, pdf.js silently drops text in fonts that are not embedded.
    ...(assets !== undefined && {
      cMapUrl: `${assets}cmaps/`,
      cMapPacked: true,
      standardFontDataUrl: `${assets}standard_fonts/`,
    }),
  });
  try {
    const document = await task.promise;
    const pageCount = Math.min(document.numPages, limits.maximumPages);
    const pages: Page[] = [];
    for (let number = 1; number <= pageCount; number++) {
      const page = await document.getPage(number);
      const view = page.getViewport({ scale: 1 / (page.userUnit || 1) });
      const { fnArray, argsArray } = await page.getOperatorList({ annotationMode: 0 });
      const { glyphs, truncated } = interpret(
        fnArray,
        argsArray,
        library.OPS,
        view.transform as unknown as Matrix,
      );
      pages.push({
        number,
        objectNumber: 0,
        width: view.width,
        height: view.height,
        glyphs,
        rules: [],
        images: [],
        truncated,
        hidden: [],
      });
      page.cleanup();
    }
    return { pages, pageCount, rebuilt: false, fontSums: [] };
  } catch {
    return {
      outcome: finding("damaged", { args: { reason: "structure" } }),
      pages: [],
      pageCount: 0,
      rebuilt: false,
      fontSums: [],
    };
  } finally {
    await task.destroy();
  }
}

/**
 * Gives pdf.js the DOMMatrix that it wants when it loads. The 33 MB canvas package brings one, but reading text never
 * uses it.
 */
function provideMatrix(): void {
  const scope = globalThis as { DOMMatrix?: unknown };
  scope.DOMMatrix ??= class DOMMatrix {};
}

/** The package's own folder, as the path Node's `fs` or a browser's `fetch` takes; undefined where it cannot be resolved. */
function assetFolder(): string | undefined {
  try {
    const url = new URL("..", import.meta.resolve("pdfjs-dist/package.json"));
    return url.protocol === "file:"
      ? decodeURIComponent(url.pathname).replace(/^\/([A-Za-z]:)/, "$1")
      : url.href;
  } catch {
    return undefined;
  }
}

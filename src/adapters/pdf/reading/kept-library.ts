import { init } from "@embedpdf/pdfium";
import type { PdfiumBinary } from "../../../model/index.ts";
import type { Calls, Heap, Library } from "../pdfium/library.ts";

/** An engine that outlives a call, because compiling 4.6 MB of WebAssembly costs 30 ms and a page only 2 ms. */
export interface KeptLibrary {
  /** The engine, loaded on first use. */
  readonly get: (binary?: PdfiumBinary) => Promise<Library>;
  /** Throws it away; the next use loads another one. */
  readonly forget: () => void;
}

/** An engine of its own. */
export function keptLibrary(): KeptLibrary {
  let kept: Promise<Library> | undefined;
  const forget = (): void => void (kept = undefined);
  const get = (binary?: PdfiumBinary): Promise<Library> => {
    kept ??= load(binary).catch((error: unknown) => {
      // The next document may bring the bytes that this one lacked.
      forget();
      throw error;
    });
    return kept;
  };
  return { get, forget };
}

/**
 * The package finds its own pdfium.wasm: beside its module in Node, as a bundled asset (`new URL(…, import.meta.url)`)
 * in a browser. Where there is neither, as in a page of one file, its bytes are handed in.
 */
async function load(binary: PdfiumBinary | undefined): Promise<Library> {
  // The library's messages ("Aborted(…)") would land on the host's console.
  const quiet = { print: () => {}, printErr: () => {} };
  const given = binary ? { wasmBinary: binary.wasm, locateFile: (name: string) => name } : {};
  const module = await init({ ...quiet, ...given } as unknown as Parameters<typeof init>[0]);
  module.PDFiumExt_Init();
  const call = module.pdfium.wasmExports as unknown as Calls;
  return { call, heap: module.pdfium as unknown as Heap, scratch: (call.malloc!(136) + 7) & ~7 };
}

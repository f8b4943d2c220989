import type { Library } from "./library.ts";

/** A document in the engine's memory. */
export interface OpenDocument {
  /** The engine's handle; 0 where it does not open the file. */
  readonly document: number;
  /** Gives the memory back, whether the file was opened or not. */
  readonly close: () => void;
}

/** Hands a file to the engine; undefined where memory does not suffice. */
export function openDocument({ call, heap }: Library, bytes: Uint8Array): OpenDocument | undefined {
  const data = call.malloc!(bytes.length);
  if (data === 0) return undefined;
  heap.HEAPU8.set(bytes, data);
  const document = call.FPDF_LoadMemDocument!(data, bytes.length, 0);
  const close = (): void => {
    if (document !== 0) call.FPDF_CloseDocument!(document);
    call.free!(data);
  };
  return { document, close };
}

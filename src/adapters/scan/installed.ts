import type { LineReader } from "../../model/index.ts";

/** Not named where it is imported: a bundler must not look for what need not be there. */
const PACKAGE = "gongkai-ocr";

let installed: Promise<LineReader | null> | null = null;

/** Told why, when the recognizer must do with WebAssembly, four times slower. */
export type OnFallback = (reason: string) => void;

/** The recognizer of the package `gongkai-ocr`, started once; null where it is not installed. */
export function installedReader(onFallback: OnFallback = () => undefined): Promise<LineReader | null> {
  return (installed ??= start(onFallback));
}

async function start(onFallback: OnFallback): Promise<LineReader | null> {
  try {
    const { startRecognizer } = (await import(/* @vite-ignore */ PACKAGE)) as {
      startRecognizer: (options: { readonly onFallback: OnFallback }) => Promise<LineReader>;
    };
    return await startRecognizer({ onFallback });
  } catch {
    return null;
  }
}

import type { LineReader } from "../../model/index.ts";

/** The package is not named in the import itself, because a bundler must not look for an optional package. */
const PACKAGE = "gongkai-ocr";

let installed: Promise<LineReader | null> | null = null;

/** Called with the reason when the recognizer has to use WebAssembly, which is four times slower. */
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

import type { LineReader } from "../../model/index.ts";

/** Not named where it is imported: a bundler must not look for what need not be there. */
const PACKAGE = "gongkai-ocr";

let installed: Promise<LineReader | null> | null = null;

/** The recognizer of the package `gongkai-ocr`, started once; null where it is not installed. */
export function installedReader(): Promise<LineReader | null> {
  return (installed ??= start());
}

async function start(): Promise<LineReader | null> {
  try {
    const { startRecognizer } = (await import(/* @vite-ignore */ PACKAGE)) as {
      startRecognizer: () => Promise<LineReader>;
    };
    return await startRecognizer();
  } catch {
    return null;
  }
}

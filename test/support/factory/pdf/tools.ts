import { spawnSync } from "node:child_process";

/** The printing programs of this machine; null for one that it lacks. */
export interface PdfTools {
  readonly chromium: string | null;
  readonly soffice: string | null;
}

/** Looks for the programs that print PDFs, once a process. */
export function pdfTools(): PdfTools {
  found ??= {
    chromium: firstThatRuns(["chromium", "chromium-browser", "google-chrome"]),
    soffice: firstThatRuns(["soffice", "libreoffice"]),
  };
  return found;
}

let found: PdfTools | undefined;

function firstThatRuns(names: readonly string[]): string | null {
  return names.find((name) => spawnSync("which", [name]).status === 0) ?? null;
}

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Sheet } from "../test/support/factory/scan/draw.ts";

/** Whether the program is installed with Chinese (Debian: tesseract-ocr and tesseract-ocr-chi-sim). */
export function hasTesseract(): boolean {
  try {
    return execFileSync("tesseract", ["--list-langs"], { encoding: "utf8" }).includes("chi_sim");
  } catch {
    return false;
  }
}

/** What it reads on the sheets, as lines of text with columns separated by spaces, and its CPU seconds per page. */
export function tesseract(sheets: readonly Sheet[]): { readonly text: string; readonly seconds: number } {
  const folder = mkdtempSync(join(tmpdir(), "scan-"));
  try {
    const started = performance.now();
    const pages = sheets.map(({ width, height, dpi, grey }) => {
      const file = join(folder, "page.pgm");
      writeFileSync(file, Buffer.concat([Buffer.from(`P5 ${width} ${height} 255\n`), grey]));
      const options = ["-l", "chi_sim+eng", "--dpi", String(dpi), "-c", "preserve_interword_spaces=1"];
      return execFileSync("tesseract", [file, "stdout", ...options], {
        encoding: "utf8",
        stdio: ["ignore", "pipe", "ignore"],
        env: { ...process.env, OMP_THREAD_LIMIT: "1" },
      });
    });
    return { text: pages.join("\n"), seconds: (performance.now() - started) / 1000 / sheets.length };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

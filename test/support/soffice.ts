import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pdfTools } from "./factory/index.ts";

export const hasSoffice = pdfTools().soffice !== null;

/** Converts files to another format in one run of LibreOffice: name without extension → bytes. */
export function convertWithSoffice(
  files: Readonly<Record<string, Uint8Array>>,
  extension: "csv" | "doc" | "docx" | "fods" | "fodt" | "ods" | "odt" | "rtf" | "xls" | "xlsx",
): ReadonlyMap<string, Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), "gongkai-soffice-"));
  try {
    for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
    const output = join(folder, "out");
    spawnSync(
      pdfTools().soffice!,
      [
        `-env:UserInstallation=file://${join(folder, "profile")}`,
        "--headless",
        "--convert-to",
        // Cells as they are shown, in UTF-8, with commas and quotes.
        extension === "csv" ? "csv:Text - txt - csv (StarCalc):44,34,76,1,,2052,false,true" : extension,
        "--outdir",
        output,
        ...Object.keys(files).map((name) => join(folder, name)),
      ],
      { stdio: "ignore", timeout: 120_000 },
    );
    return new Map(
      readdirSync(output).map((name) => [
        name.replace(/\.\w+$/, ""),
        new Uint8Array(readFileSync(join(output, name))),
      ]),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

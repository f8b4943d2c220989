import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pdfTools } from "./factory/index.ts";

export const hasSoffice = pdfTools().soffice !== null;

/** Converts files to another format in one run of LibreOffice: name without extension → bytes. */
export function convertWithSoffice(
  files: Readonly<Record<string, Uint8Array>>,
  extension: "doc" | "docx" | "fods" | "fodt" | "ods" | "odt" | "rtf" | "xls" | "xlsx",
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
        extension,
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

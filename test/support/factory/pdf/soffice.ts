import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { removeFolder } from "./remove-folder.ts";

/** Prints Word documents with one run of LibreOffice, which takes a second to start whatever it prints. */
export async function printWithSoffice(
  program: string,
  documents: readonly Uint8Array[],
): Promise<Uint8Array[]> {
  const folder = mkdtempSync(join(tmpdir(), "gongkai-soffice-"));
  try {
    const printed = join(folder, "printed");
    mkdirSync(printed);
    const names = documents.map((bytes, index) => {
      const name = join(folder, `${index}.docx`);
      writeFileSync(name, bytes);
      return name;
    });
    // A profile of its own: two runs that share one end each other.
    const flags = [
      `-env:UserInstallation=file://${folder}/profile`,
      "--headless",
      "--convert-to",
      "pdf",
      "--outdir",
      printed,
    ];
    await new Promise<void>((resolve, reject) => {
      const office = spawn(program, [...flags, ...names], { stdio: "ignore" });
      office.once("error", reject);
      office.once("exit", (code) =>
        code === 0 ? resolve() : reject(new Error(`soffice ended with ${code}`)),
      );
    });
    return documents.map((_, index) => readFileSync(join(printed, `${index}.pdf`)));
  } finally {
    await removeFolder(folder);
  }
}

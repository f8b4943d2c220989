import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Correction, Template } from "../../model/index.ts";
import type { FormerName } from "../../places/index.ts";
import type { Language } from "../../findings/index.ts";
import { writers } from "../../writers/index.ts";
import type { WriterId } from "../../writers/index.ts";

/** The folder for a batch's working files, inside its output folder: plan, results, unpacked inner archives. */
export function stateFolder(out: string): string {
  return join(out, ".gongkai");
}

/**
 * Creates the state folder if it does not exist. Throws with the true reason, because Node reports a read-only disk as
 * ENOENT.
 */
export function makeStateFolder(out: string): void {
  let missing = stateFolder(out);
  try {
    mkdirSync(missing, { recursive: true });
  } catch (error) {
    while (!existsSync(dirname(missing))) missing = dirname(missing);
    if ((error as NodeJS.ErrnoException).code === "ENOENT") mkdirSync(missing);
    throw error;
  }
}

/** The formats of the dataset's own files, in addition to the ledger. */
export const formats: readonly OutputFormat[] = writers.map(({ id }) => id);
export type OutputFormat = WriterId;

/** How the files that grow with the archive may be packed. */
export type Packing = "gzip" | "zstd";

/** What decides the bytes of the outputs besides the inputs; `merge` reads it from where `batch` stored it. */
export interface Settings {
  readonly language: Language;
  readonly infer: boolean;
  /** Form families of the user's own, which are looked for before the built-in ones. */
  readonly templates: readonly Template[];
  /** Applied when the outputs are written, so that a correction causes no new conversion. */
  readonly corrections?: readonly Correction[];
  /** Old names of divisions that the built-in table lacks; they decide whose report a document is. */
  readonly formerNames?: readonly FormerName[];
  readonly formats: readonly OutputFormat[];
  /** Begins CSV files with a byte order mark, without which Excel does not read them as UTF-8. */
  readonly bom: boolean;
  /** How JSON Lines and the CSV files other than the ledger are packed; null or missing where they are not. */
  readonly packing?: Packing | null;
  /** Writes one Parquet file for each year, such as `cells/year=2023/cells.parquet`, instead of one for all. */
  readonly byYear?: boolean;
  /**
   * Writes the records and long tables in a file for each shard, such as `cells/3-of-16.parquet`, which the shard
   * writes itself.
   */
  readonly parts?: boolean;
}

/** What decides a conversion besides its input. A new version converts everything again. */
export function conversionKey({ language, infer, templates }: Settings): object {
  const manifest = JSON.parse(readFileSync(new URL(import.meta.resolve("gongkai/package.json")), "utf8")) as {
    version: string;
  };
  return { version: manifest.version, language, infer, templates };
}

export function saveSettings(out: string, settings: Settings): void {
  const path = join(stateFolder(out), "settings.json");
  makeStateFolder(out);
  writeFileSync(`${path}.${process.pid}.part`, JSON.stringify(settings) + "\n");
  renameSync(`${path}.${process.pid}.part`, path);
}

/** Null where the folder is not the output of a batch, or a power cut has damaged the file. */
export function readSettings(out: string): Settings | null {
  try {
    return JSON.parse(readFileSync(join(stateFolder(out), "settings.json"), "utf8")) as Settings;
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

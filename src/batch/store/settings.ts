import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Correction, Template } from "../../model/index.ts";
import type { Language } from "../../findings/index.ts";

/** Working files of a batch, inside its output folder: plan, results, unpacked inner archives. */
export function stateFolder(out: string): string {
  return join(out, ".gongkai");
}

/** The state folder, made where it is not there. Throws the system's own reason: Node calls a read-only disk ENOENT. */
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

/** The dataset's own files, besides the ledger. */
export const formats = ["jsonl", "csv", "parquet", "xlsx", "duckdb"] as const;
export type OutputFormat = (typeof formats)[number];

/** What decides the bytes of the outputs besides the inputs; `merge` takes it up where `batch` left it. */
export interface Settings {
  readonly language: Language;
  readonly infer: boolean;
  /** Form families of the user's own, looked for before the built-in ones. */
  readonly templates: readonly Template[];
  /** Applied when the outputs are written: a correction converts nothing again. */
  readonly corrections?: readonly Correction[];
  readonly formats: readonly OutputFormat[];
  /** Begin CSV files with a byte order mark, without which Excel takes UTF-8 for something else. */
  readonly bom: boolean;
  /** Write JSON Lines and the large CSV files as gzip. */
  readonly gzip?: boolean;
  /** One Parquet file a year, `cells/year=2023/cells.parquet`, instead of one in all. */
  readonly byYear?: boolean;
  /** The records and long tables in a file a shard, `cells/3-of-16.parquet`, which the shard itself writes. */
  readonly parts?: boolean;
}

/** What decides a conversion besides its input. Another version converts everything again. */
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

/** Null when the folder is not the output of a batch. */
export function readSettings(out: string): Settings | null {
  try {
    return JSON.parse(readFileSync(join(stateFolder(out), "settings.json"), "utf8")) as Settings;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

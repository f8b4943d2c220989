import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import type { Conversion, Template } from "../../model/index.ts";
import type { LedgerRow } from "../outputs/ledger.ts";
import { descriptionName } from "../outputs/names.ts";
import { packedEndings } from "../outputs/packing.ts";
import { readSettings, stateFolder } from "../store/settings.ts";
import { recordsOfCells } from "./cells.ts";
import { readText, textLines } from "./lines.ts";

/** What a batch has written, opened for reading: its records, and what its tables say about them. */
export interface Dataset {
  /** Form families of the user's own with which it was made, if its working files still exist. */
  readonly templates: readonly Template[];
  /** Every record in the dataset's order; `templates` are all families it was made with. */
  readonly records: (templates: readonly Template[]) => AsyncGenerator<DatasetRecord>;
  /** The inputs without a record. */
  readonly failures: readonly Pick<LedgerRow, "name" | "status" | "detail">[];
}

export interface DatasetRecord {
  readonly conversion: Conversion;
  /** Id of the report that this is a copy of, see `reports`. */
  readonly reportId: string;
  /** Whether this copy stands for the report. */
  readonly preferred: boolean;
}

/** Whether `batch` writes to the folder, even if its dataset is not whole. */
export function isDataset(folder: string): boolean {
  return isWhole(folder) || existsSync(join(stateFolder(folder), "settings.json"));
}

/**
 * Whether the dataset is complete: `datapackage.json` is written last. `read` are files and folders of it that must
 * have the sizes stated there.
 */
function isWhole(folder: string, read: readonly string[] = []): boolean {
  try {
    const { name, resources } = JSON.parse(readFileSync(join(folder, descriptionName), "utf8")) as {
      readonly name?: unknown;
      readonly resources: readonly { readonly path: string; readonly bytes: number }[];
    };
    const stands = resources
      .map(({ path, bytes }) => ({ path: join(folder, path), bytes }))
      .filter(({ path }) => read.some((one) => path === one || path.startsWith(`${one}${sep}`)))
      .every(({ path, bytes }) => statSync(path).size === bytes);
    return name === "gongkai-batch" && stands;
  } catch {
    return false;
  }
}

/**
 * Reads the ledger, and the records when they are asked for. They come from `conversions.jsonl` or, if that was not
 * written, from the cells, which hold everything about the numbers but not the report's text. Null where the dataset is
 * not whole or has neither.
 */
export async function openDataset(folder: string): Promise<Dataset | null> {
  const file = (name: string) =>
    ["", ...Object.values(packedEndings)]
      .map((ending) => join(folder, `${name}${ending}`))
      .find((path) => existsSync(path));
  const ledger = file("ledger.jsonl");
  // A table exists either as one file or in parts, never as both.
  const folderOf = (name: string) => [join(folder, name)].find((path) => existsSync(path));
  const jsonl = file("conversions.jsonl") ?? folderOf("conversions");
  const cells = file("cells.csv") ?? file("cells.parquet") ?? folderOf("cells");
  const read = jsonl ?? cells;
  if (ledger === undefined || read === undefined || !isWhole(folder, [ledger, read])) return null;
  const rows = new Map<string, LedgerRow>();
  const failures: Dataset["failures"][number][] = [];
  for await (const line of textLines(readText(ledger))) {
    const row = JSON.parse(line) as LedgerRow;
    if (row.duplicate_of !== null) continue;
    // Files that a manifest joined to one report share the key of its record.
    const key = row.part_of ?? row.sha256;
    if (key !== null && isRecord(row)) rows.set(key, row);
    else failures.push(row);
  }
  return {
    templates: readSettings(folder)?.templates ?? [],
    failures,
    async *records(templates) {
      const conversions =
        jsonl === undefined ? recordsOfCells(cells!, rows, templates) : conversionsIn(jsonl);
      for await (const conversion of conversions) {
        const row = rows.get(conversion.source.sha256);
        if (row?.report_id != null)
          yield { conversion, reportId: row.report_id, preferred: row.preferred ?? false };
      }
    },
  };
}

/** The conversions in a file, or in each file of a folder. */
async function* conversionsIn(path: string): AsyncGenerator<Conversion> {
  if (statSync(path).isDirectory())
    for (const name of readdirSync(path).sort()) yield* conversionsIn(join(path, name));
  else for await (const line of textLines(readText(path))) yield JSON.parse(line) as Conversion;
}

function isRecord({ status }: LedgerRow): boolean {
  return status.startsWith("converted");
}

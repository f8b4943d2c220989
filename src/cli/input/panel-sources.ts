import { stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { isDataset, openDataset } from "../../batch/index.ts";
import type { Dataset } from "../../batch/index.ts";
import { below } from "../../batch/store/file-path.ts";
import type { FilePath } from "../../batch/store/file-path.ts";
import { UsageError } from "../terminal/io.ts";
import type { CommandContext } from "../terminal/context.ts";
import { panelWording } from "../wording/panel-wording.ts";
import { wording } from "../wording/wording.ts";
import { entriesIn } from "./documents.ts";

const RECORDS = /\.(?:json|jsonl|ndjson)$/iu;

/** The sources a panel is made of. */
export interface PanelSources {
  /** Datasets that `batch` has written. */
  readonly datasets: readonly Dataset[];
  /** Files in the order of names, records before documents, so that a document with a record is not converted again. */
  readonly files: readonly PanelFile[];
}

export interface PanelFile {
  /** The name to show to people. */
  readonly name: string;
  readonly path: FilePath;
}

/**
 * Finds datasets, records and documents. A dataset is read only through its tables; other files in its folder are
 * ignored.
 */
export async function panelSources(
  paths: readonly string[],
  out: string,
  { language }: CommandContext,
): Promise<PanelSources> {
  if (isDataset(out)) throw new UsageError(panelWording[language].outIsDataset(out));
  const files: PanelFile[] = [];
  const folders: string[] = [];
  for (const path of paths) {
    const entry = await stat(path).catch(() => null);
    if (!entry) throw new UsageError(wording[language].missing(path));
    if (!entry.isDirectory()) files.push({ name: path, path });
    else
      for await (const one of walk({ name: path, path }, resolve(out)))
        if (typeof one === "string") folders.push(one);
        else files.push(one);
  }
  if (files.length + folders.length === 0) throw new UsageError(wording[language].noDocuments);
  const datasets: Dataset[] = [];
  for (const folder of folders) {
    const dataset = await openDataset(folder);
    if (!dataset) throw new UsageError(panelWording[language].noDataset(folder));
    datasets.push(dataset);
  }
  return {
    datasets,
    files: [
      ...files.filter(({ name }) => holdsRecords(name)),
      ...files.filter(({ name }) => !holdsRecords(name)),
    ],
  };
}

/** The files of a folder; a dataset in it comes as its path, and nothing that stands in it. */
async function* walk(folder: PanelFile, out: string): AsyncGenerator<PanelFile | string> {
  if (typeof folder.path === "string" && isDataset(folder.path)) {
    yield folder.path;
    return;
  }
  for (const { entry, name } of await entriesIn(folder.path)) {
    const file = { name: join(folder.name, name), path: below(folder.path, entry.name) };
    if (name.startsWith(".") || (typeof file.path === "string" && resolve(file.path) === out)) continue;
    if (entry.isDirectory()) yield* walk(file, out);
    else if (entry.isFile()) yield file;
  }
}

/** Whether a file holds records, by its name. */
export function holdsRecords(name: string): boolean {
  return RECORDS.test(name);
}

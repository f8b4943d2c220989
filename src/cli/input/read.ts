import { existsSync } from "node:fs";
import { Refused } from "../../batch/store/archive.ts";
import { batchWords as statusWords } from "../../batch/summary/words.ts";
import { convert } from "../../convert.ts";
import { defaultLimits } from "../../limits.ts";
import type { ConvertOptions } from "../../index.ts";
import type { Conversion, Source } from "../../model/index.ts";
import { installedReader } from "../../adapters/scan/installed.ts";
import { plainLine } from "../../writers/plain-line.ts";
import { findDocuments, loadInput } from "./documents.ts";
import type { GivenDocument } from "./documents.ts";
import { UsageError } from "../terminal/io.ts";
import type { CommandContext } from "../terminal/context.ts";
import { wording } from "../wording/wording.ts";

/** The documents that a command is to read. Throws a usage error that names a path that is wrong. */
export async function documentsOf(
  paths: readonly string[],
  { language }: CommandContext,
  except: string | null = null,
): Promise<readonly GivenDocument[]> {
  const words = wording[language];
  if (paths.filter((path) => path === "-").length > 1) throw new UsageError(words.standardInputTwice);
  for (const path of paths) if (path !== "-" && !existsSync(path)) throw new UsageError(words.missing(path));
  const documents = await findDocuments(paths, except).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(words.unreadable(error.path ?? "", error.code ?? error.message));
  });
  if (documents.length === 0) throw new UsageError(words.noDocuments);
  return documents;
}

/** Joins files that the user said are one report into one document. */
export function asOne(documents: readonly GivenDocument[]): readonly GivenDocument[] {
  const [first, ...others] = documents;
  if (first === undefined || others.length === 0) return documents;
  return [{ ...first, name: documents.map(({ name }) => name).join(" + "), parts: documents }];
}

/**
 * A document read from disk. If it is over the limit, only its head is held; size and hash are always those of the
 * whole.
 */
export interface LoadedDocument {
  readonly source: Source;
  readonly whole: Conversion["source"];
}

/** A document's bytes as a source; a string instead says why the system would not give them. */
export async function loadDocument(
  document: GivenDocument,
  { io, language }: CommandContext,
): Promise<LoadedDocument | string> {
  try {
    const { kept, bytes, sha256 } = await loadInput(document, defaultLimits.maximumBytes + 1, io);
    return { source: { name: document.name, bytes: kept }, whole: { name: document.name, sha256, bytes } };
  } catch (error) {
    if (error instanceof Refused)
      return wording[language].unreadable(document.name, statusWords[language].status[error.failure.status]);
    const { code, message } = error as NodeJS.ErrnoException;
    return wording[language].unreadable(document.name, code ?? message);
  }
}

/** Converts one document, or the files of one report; a string instead says why it could not be read. */
export async function convertDocument(
  document: GivenDocument,
  context: CommandContext,
  options: ConvertOptions = {},
): Promise<Conversion | string> {
  const files: LoadedDocument[] = [];
  for (const part of document.parts ?? [document]) {
    const loaded = await loadDocument(part, context);
    if (typeof loaded === "string") return loaded;
    files.push(loaded);
  }
  return convertLoaded(files, context, options);
}

/** Converts the files of one report. */
export async function convertLoaded(
  files: readonly LoadedDocument[],
  context: CommandContext,
  options: ConvertOptions = {},
): Promise<Conversion> {
  const ocr = () => installedReader((reason) => warn(context, reason));
  const sources = files.map(({ source }) => source);
  const conversion = await convert(sources, { ocr, ...options, language: context.language });
  return files.length > 1 ? conversion : { ...conversion, source: files[0]!.whole };
}

/** Warns once a run, because the recognizer is started only once. */
function warn({ io, language }: CommandContext, reason: string): void {
  io.err(plainLine(`gongkai: ${wording[language].slowOcr(reason)}`) + "\n");
}

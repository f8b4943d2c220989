import { mkdir, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { Conversion } from "../../index.ts";
import type { BinaryFile, BinaryWriter, OpenFile, TextWriter, WriterSettings } from "../../writers/index.ts";
import { UsageError } from "../terminal/io.ts";
import type { Io } from "../terminal/io.ts";
import type { Wording } from "../wording/wording.ts";

/** Takes the records in order, each with the index of its document. */
export interface Destination {
  readonly begin: () => Promise<void>;
  readonly add: (conversion: Conversion, index: number) => Promise<void>;
  readonly end: () => Promise<void>;
}

type FileWriter = TextWriter | BinaryWriter;

/** Writes each record to the file of its document. */
export function toFiles(
  targets: readonly string[],
  writer: FileWriter,
  given: WriterSettings,
  words: Wording,
): Destination {
  const nothing = async (): Promise<void> => {};
  return {
    begin: nothing,
    add: async (conversion, index) =>
      save(targets[index]!, await contentOf(writer, conversion, given), words),
    end: nothing,
  };
}

async function contentOf(
  writer: FileWriter,
  conversion: Conversion,
  given: WriterSettings,
): Promise<string | Uint8Array> {
  if (writer.kind === "binary") {
    const { file, taken } = await opened(writer, given);
    await file.add(conversion);
    file.finish();
    return Buffer.concat(taken());
  }
  const { header, footer } = writer.frame("one");
  return header + writer.piece(conversion, given.templates) + footer;
}

/** Writes everything to standard output. Throws UsageError where that can take no file of this format. */
export function toOutput(
  io: Io,
  writer: FileWriter,
  holds: "one" | "many",
  given: WriterSettings,
  words: Wording,
): Destination {
  if (writer.kind === "text") return textToOutput(io, writer, holds, given);
  if (io.columns !== null || (holds === "many" && writer.holds === "one"))
    throw new UsageError(words.needsFolder(writer.id));
  return bytesToOutput(io, writer, holds, given);
}

/** A single file that gave no record leaves no footer. */
function textToOutput(
  io: Io,
  { frame, piece }: TextWriter,
  holds: "one" | "many",
  { templates }: WriterSettings,
): Destination {
  const { header, separator, footer } = frame(holds);
  let written = 0;
  return {
    begin: () => io.out(header),
    add: (conversion) => io.out((written++ > 0 ? separator : "") + piece(conversion, templates)),
    end: async () => {
      if (holds === "many" || written > 0) await io.out(footer);
    },
  };
}

/** A single file that gave no record leaves nothing. */
function bytesToOutput(
  io: Io,
  writer: BinaryWriter,
  holds: "one" | "many",
  given: WriterSettings,
): Destination {
  let output: Opened | null = null;
  const begin = async (): Promise<Opened> => (output ??= await opened(writer, given));
  const flush = async (): Promise<void> => {
    for (const bytes of output?.taken() ?? []) await io.out(bytes);
  };
  return {
    begin: async () => {
      if (holds === "many") await begin();
    },
    add: async (conversion) => {
      await (await begin()).file.add(conversion);
      await flush();
    },
    end: async () => {
      output?.file.finish();
      await flush();
    },
  };
}

interface Opened {
  readonly file: OpenFile;
  /** The bytes since it was last asked. */
  readonly taken: () => readonly Uint8Array[];
}

async function opened({ open }: BinaryFile, given: WriterSettings): Promise<Opened> {
  let waiting: Uint8Array[] = [];
  const file = await open((bytes) => waiting.push(bytes), given);
  const taken = (): readonly Uint8Array[] => {
    const all = waiting;
    waiting = [];
    return all;
  };
  return { file, taken };
}

/**
 * Writes under another name and renames the whole file into place, so that an interrupted run leaves no half-written
 * file under the final name.
 */
async function save(path: string, content: string | Uint8Array, words: Wording): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path + ".part", content);
    await rename(path + ".part", path);
  } catch (error) {
    throw new UsageError(words.unwritable(path, (error as NodeJS.ErrnoException).code ?? String(error)));
  }
}

import { detectAmong } from "./adapters/detect.ts";
import type { Readers, ReadOptions } from "./converter.ts";
import { finding } from "./findings/finding.ts";
import { defaultLimits } from "./limits.ts";
import type { Adapter, Finding, Place, Source, Token } from "./model/index.ts";
import { readPictureFiles } from "./picture-files.ts";
import { helpersOf, readWith, type AdapterReading } from "./read.ts";

/**
 * The first stage for a report in several files, such as a page and its attachment or the pictures of its pages. Each
 * file is read in the order given, and their tokens follow one another, every place naming its file. Pictures that
 * follow each other are the pages of one scan, so that a table may continue from one to the next.
 */
export async function readFiles(
  readers: Readers,
  sources: readonly Source[],
  options: ReadOptions,
  isLate: () => boolean,
): Promise<AdapterReading> {
  const limits = { ...defaultLimits, ...options.limits };
  const limit = limits.maximumPages;
  if (sources.length > limit)
    return {
      adapter: null,
      tokens: [],
      metadata: [],
      diagnostics: [finding("too-large", { args: { what: "files", size: sources.length, limit } })],
    };
  const readings: AdapterReading[] = [];
  for (const { first, files, reader } of runsOf(sources, options.adapters ?? readers.adapters, limits)) {
    if (isLate()) continue;
    const reading =
      reader === undefined
        ? await readWith(readers, files[0]!, options)
        : await readPictureFiles(files, reader, limits, helpersOf(readers, options));
    readings.push(sources.length === 1 ? reading : inFiles(reading, first));
  }
  return readings.length === 1 ? readings[0]! : joined(readings);
}

interface Run {
  /** Number of the first file; files count from 1. */
  readonly first: number;
  readonly files: Source[];
  /** The reader of a run of several pictures. */
  readonly reader?: Adapter;
}

/** Files one by one, except that pictures that follow each other go together, up to the bytes one document may hold. */
function runsOf(
  sources: readonly Source[],
  adapters: readonly Adapter[],
  { maximumBytes }: { readonly maximumBytes: number },
): readonly Run[] {
  const runs: Run[] = [];
  let room = 0;
  for (const [index, source] of sources.entries()) {
    const size = source.bytes.length;
    // A single file is no run: its own reading finds its format.
    const format = size === 0 || sources.length === 1 ? null : detectAmong(source, adapters);
    const reader = format?.readPages === undefined ? undefined : format;
    const last = runs.at(-1);
    if (reader !== undefined && last?.reader !== undefined && size <= room) {
      last.files.push(source);
      room -= size;
    } else {
      const alone = { first: index + 1, files: [source] };
      runs.push(reader === undefined ? alone : { ...alone, reader });
      room = maximumBytes - size;
    }
  }
  return runs.map(({ first, files, reader }) =>
    files.length > 1 && reader !== undefined ? { first, files, reader } : { first, files },
  );
}

/**
 * The tokens of each file by themselves: tables are counted within their file, and only those of pictures continue in
 * the next.
 */
export function byFile(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const starts: number[] = [];
  let isInTable = false;
  for (const [index, { kind, at }] of tokens.entries()) {
    if (index > 0 && !isInTable && at.file !== tokens[index - 1]!.at.file) starts.push(index);
    isInTable = kind === "table-start" || (isInTable && kind !== "table-end");
  }
  return starts.length === 0
    ? [tokens]
    : [0, ...starts].map((start, index) => tokens.slice(start, starts[index]));
}

/** A reading with the file added to every place: `first` or, for pictures, the one that holds the page. */
function inFiles(reading: AdapterReading, first: number): AdapterReading {
  const place = ({ file = 1, ...at }: Place = {}): Place => ({ file: first + file - 1, ...at });
  return {
    ...reading,
    tokens: reading.tokens.map((token) => ({ ...token, at: place(token.at) })),
    metadata: reading.metadata.map((field) => ({ ...field, at: place(field.at) })),
    diagnostics: reading.diagnostics.map((one): Finding => ({ ...one, at: place(one.at) })),
  };
}

function joined(readings: readonly AdapterReading[]): AdapterReading {
  const ids = readings.flatMap(({ adapter }) => adapter ?? []);
  const encoding = readings.find((one) => one.encoding !== undefined)?.encoding;
  return {
    adapter: ids.length === 0 ? null : [...new Set(ids)].join("+"),
    tokens: readings.flatMap(({ tokens }) => tokens),
    metadata: readings.flatMap(({ metadata }) => metadata),
    diagnostics: readings.flatMap(({ diagnostics }) => diagnostics),
    ...(encoding === undefined ? {} : { encoding }),
  };
}

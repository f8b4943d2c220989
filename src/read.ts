import { detectAmong } from "./adapters/detect.ts";
import type { Readers, ReadOptions } from "./converter.ts";
import { finding } from "./findings/finding.ts";
import { isOptions, sourceOf, type SourceInput } from "./input.ts";
import { defaultLimits } from "./limits.ts";
import type { Finding, Helpers, Place, Reading, Source, Token } from "./model/index.ts";

/** `adapter` is null when no format was recognised. */
export type AdapterReading = Reading & { readonly adapter: string | null };

/** First stage: recognises the format by content and reads tokens. */
export async function readWith(
  readers: Readers,
  input: SourceInput,
  options: ReadOptions,
): Promise<AdapterReading> {
  isOptions(options);
  const source = await sourceOf(input);
  const limits = { ...defaultLimits, ...options.limits };
  const end = (adapter: string | null, diagnostic: Finding) => ({
    adapter,
    tokens: [],
    metadata: [],
    diagnostics: [diagnostic],
  });
  const size = source.bytes.length;
  if (size === 0) return end(null, finding("empty"));
  if (size > limits.maximumBytes)
    return end(null, finding("too-large", { args: { what: "file", size, limit: limits.maximumBytes } }));
  const adapter = detectAmong(source, options.adapters ?? readers.adapters);
  if (!adapter) return end(null, finding("unsupported", { args: { format: "unknown" } }));
  const { ocr } = options;
  const helpers: Helpers = {
    lineReader: async () => {
      if (ocr === false) return null;
      if (ocr === undefined) return readers.lineReader?.() ?? null;
      return typeof ocr === "function" ? ocr() : ocr;
    },
    ...(options.pdfium ? { pdfium: options.pdfium } : {}),
  };
  try {
    return { adapter: adapter.id, ...(await adapter.read(source, limits, helpers)) };
  } catch (error) {
    // A parser gave up in a way it does not name; the document, not the run, pays for it.
    return end(
      adapter.id,
      finding("adapter-failure", {
        args: { reason: String((error as Error)?.message ?? error).slice(0, 200) },
      }),
    );
  }
}

/**
 * The first stage for a report in several files, such as a page and its attachment or the pictures of its pages: each is
 * read as it is, in the order given, and what they say stands one after the other, every place with its file.
 */
export async function readFiles(
  readers: Readers,
  sources: readonly Source[],
  options: ReadOptions,
  isLate: () => boolean,
): Promise<AdapterReading> {
  const readings: AdapterReading[] = [];
  const limit = options.limits?.maximumPages ?? defaultLimits.maximumPages;
  if (sources.length > limit)
    return {
      adapter: null,
      tokens: [],
      metadata: [],
      diagnostics: [finding("too-large", { args: { what: "files", size: sources.length, limit } })],
    };
  for (const source of sources) if (!isLate()) readings.push(await readWith(readers, source, options));
  return readings.length === 1 ? readings[0]! : joined(readings);
}

/** The tokens of each file by themselves: tables are counted in their file, and none goes from one into another. */
export function byFile(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const starts = tokens.flatMap(({ at }, index) =>
    index > 0 && at.file !== tokens[index - 1]!.at.file ? [index] : [],
  );
  return starts.length === 0
    ? [tokens]
    : [0, ...starts].map((start, index) => tokens.slice(start, starts[index]));
}

function joined(readings: readonly AdapterReading[]): AdapterReading {
  const inFile = (at: Place | undefined, index: number): Place => ({ file: index + 1, ...at });
  const ids = readings.flatMap(({ adapter }) => adapter ?? []);
  const encoding = readings.find((one) => one.encoding !== undefined)?.encoding;
  return {
    adapter: ids.length === 0 ? null : [...new Set(ids)].join("+"),
    tokens: readings.flatMap(({ tokens }, index) =>
      tokens.map((token) => ({ ...token, at: inFile(token.at, index) })),
    ),
    metadata: readings.flatMap(({ metadata }, index) =>
      metadata.map((field) => ({ ...field, at: inFile(field.at, index) })),
    ),
    diagnostics: readings.flatMap(({ diagnostics }, index) =>
      diagnostics.map((diagnostic): Finding => ({ ...diagnostic, at: inFile(diagnostic.at, index) })),
    ),
    ...(encoding === undefined ? {} : { encoding }),
  };
}

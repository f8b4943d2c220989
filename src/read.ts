import { detectAmong } from "./adapters/detect.ts";
import { formatOfHalf } from "./adapters/half-archive.ts";
import type { Readers, ReadOptions } from "./converter.ts";
import { finding } from "./findings/finding.ts";
import { withPictures } from "./pictures.ts";
import { isOptions, sourceOf, type SourceInput } from "./input.ts";
import { defaultLimits } from "./limits.ts";
import type { Finding, Helpers, Reading } from "./model/index.ts";

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
  const adapters = options.adapters ?? readers.adapters;
  const adapter = detectAmong(source, adapters);
  if (!adapter) return end(null, finding("unsupported", { args: { format: "unknown" } }));
  const helpers = helpersOf(readers, options);
  const reading = await guarded(adapter.id, async () =>
    withPictures(await adapter.read(source, limits, helpers), adapters, limits, helpers),
  );
  return { ...reading, adapter: formatFound(reading, source.bytes) };
}

/** These readers also take files that no other reader claims, so that a refusal can say what they are. */
const takesForeign: ReadonlySet<string | null> = new Set(["docx", "text"]);

/** The id of the reader, but for a file that turned out to be of another format. */
function formatFound({ adapter, diagnostics }: AdapterReading, bytes: Uint8Array): string | null {
  const refused = diagnostics.find(({ severity }) => severity === "error");
  if (refused === undefined || !takesForeign.has(adapter)) return adapter;
  if (refused.rule === "unsupported") return null;
  const isHalf = refused.rule === "truncated" && refused.args?.["format"] === "zip";
  return isHalf ? formatOfHalf(bytes) : adapter;
}

/** Runs a reader. Where it fails in a way it does not name, the document pays for it, not the run. */
export async function guarded(adapter: string, read: () => Promise<Reading>): Promise<AdapterReading> {
  try {
    return { adapter, ...(await read()) };
  } catch (error) {
    const reason = String((error as Error)?.message ?? error).slice(0, 200);
    const diagnostics = [finding("adapter-failure", { args: { reason } })];
    return { adapter, tokens: [], metadata: [], diagnostics };
  }
}

export function helpersOf(readers: Readers, { ocr, pdfium }: ReadOptions): Helpers {
  return {
    lineReader: async () => {
      if (ocr === false) return null;
      if (ocr === undefined) return readers.lineReader?.() ?? null;
      return typeof ocr === "function" ? ocr() : ocr;
    },
    ...(pdfium ? { pdfium } : {}),
  };
}

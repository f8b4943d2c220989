import { addressed } from "./addressed.ts";
import { detectAmong } from "./adapters/detect.ts";
import { checkReport } from "./checks/index.ts";
import { correct } from "./corrections/index.ts";
import { defaultLimits } from "./limits.ts";
import { mapReport } from "./mapper/index.ts";
import type {
  Adapter,
  Conversion,
  Correction,
  Helpers,
  PdfiumBinary,
  Finding,
  Evidence,
  LineReader,
  Limits,
  Reading,
  Template,
} from "./model/index.ts";
import { rebuild } from "./tables/index.ts";
import { templates as builtIn } from "./templates/index.ts";
import { word, type Language } from "./findings/index.ts";
import { finding } from "./findings/finding.ts";
import { isOptions, sourceOf, type SourceInput } from "./input.ts";

/** What a converter reads with where its caller does not say otherwise. */
export interface Readers {
  /** Formats, in the order in which content is asked for them. */
  readonly adapters: readonly Adapter[];
  /** Reads scanned lines; null where nothing can. Default: nothing can. */
  readonly lineReader?: () => Promise<LineReader | null>;
}

export interface Converter {
  /**
   * One report in, one checked record out: bytes → tokens → blocks → report → findings. Never rejects because of what the
   * document contains: a document that cannot be read, or not within `limits.maximumMilliseconds`, gives `report: null`
   * and a diagnostic that says why. Rejects with the reason of `signal` when that is aborted, and with a TypeError that
   * names what is wrong where source or options are not what they must be.
   */
  readonly convert: (input: SourceInput, options?: ConvertOptions) => Promise<Conversion>;
  /** First stage: recognises the format by content and reads tokens. `adapter` is null when none was recognised. */
  readonly read: (input: SourceInput, options?: ReadOptions) => Promise<Reading & { adapter: string | null }>;
}

/**
 * A converter for some formats: `converter({ adapters: [docx, html] })`. A bundle of it carries what these need, and no other
 * reader.
 */
export function converter(readers: Readers): Converter {
  return {
    convert: (input, options = {}) => convertWith(readers, input, options),
    read: (input, options = {}) => readWith(readers, input, options),
  };
}

export interface ConvertOptions {
  /** Language of the messages. Default `en`. */
  readonly language?: Language;
  /** Fill in what the form's own sums decide in exactly one way; always flagged. Default true. */
  readonly infer?: boolean;
  readonly limits?: Partial<Limits>;
  /** Ends the conversion at the next stage: the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Form families to look for. Default: the built-in ones. */
  readonly templates?: readonly Template[];
  /** Formats to read. Default: all. */
  readonly adapters?: readonly Adapter[];
  /** What people decided about values of this document; those of other documents are passed over. */
  readonly corrections?: readonly Correction[];
  /**
   * Reads scanned lines, or gives what does when the first is met. Default: that of the package `gongkai-ocr`, where it is
   * installed; `false` leaves scans unread.
   */
  readonly ocr?: LineReader | (() => Promise<LineReader | null>) | false;
  /** PDFium's WebAssembly, for bundles and pages that cannot find it beside the module. */
  readonly pdfium?: PdfiumBinary;
}

export type ReadOptions = Pick<ConvertOptions, "limits" | "adapters" | "ocr" | "pdfium">;

async function convertWith(
  readers: Readers,
  input: SourceInput,
  options: ConvertOptions,
): Promise<Conversion> {
  isOptions(options);
  const source = await sourceOf(input);
  const templates = options.templates ?? builtIn;
  const limit = options.limits?.maximumMilliseconds ?? Number.POSITIVE_INFINITY;
  const started = performance.now();
  /** Between two stages: whether time is up. */
  const isLate = (): boolean => {
    options.signal?.throwIfAborted();
    return performance.now() - started > limit;
  };
  isLate();
  const { adapter, ...reading } = await readWith(readers, source, options);
  const blocks = isLate() ? [] : rebuild(reading.tokens);
  const ended =
    reading.diagnostics.some(({ severity, at }) => severity === "error" && at === undefined) &&
    blocks.length === 0;
  const mapped =
    ended || isLate()
      ? null
      : mapReport(blocks, reading.metadata, { templates, infer: options.infer ?? true });
  const late = isLate();
  const mapping = late ? null : mapped;
  const report = mapping?.report ?? null;
  const layouts = mapping?.layouts ?? {};
  const evidence: Evidence = Object.fromEntries(mapping?.evidence ?? []);
  const findings = report ? checkReport(report, evidence, layouts, templates) : [];
  const doubts =
    mapping && report
      ? addressed(reading.diagnostics, { report, evidence, mapping, checked: findings, templates })
      : reading.diagnostics;
  const diagnostics = late
    ? [finding("timeout", { args: { limit } })]
    : [...doubts, ...(mapping?.diagnostics ?? []), ...findings];
  const language = options.language ?? "en";
  const conversion: Conversion = {
    schema: "gongkai/conversion/1",
    source: { name: source.name, sha256: await sha256(source.bytes), bytes: source.bytes.length },
    adapter,
    encoding: reading.encoding ?? null,
    layouts,
    candidates: mapping?.candidates ?? [],
    report,
    evidence,
    diagnostics: diagnostics.map((diagnostic) => ({
      ...diagnostic,
      message: word(diagnostic, { language, templates, layouts }),
    })),
  };
  return correct(conversion, options.corrections ?? [], { templates, language });
}

async function readWith(
  readers: Readers,
  input: SourceInput,
  options: ReadOptions,
): Promise<Reading & { adapter: string | null }> {
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

async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = await globalThis.crypto.subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

import { laidOutAsPrinted } from "./arithmetic/open-rows.ts";
import { addressed } from "./addressed.ts";
import { checkReport } from "./checks/index.ts";
import { correct } from "./corrections/index.ts";
import { mapReport } from "./mapper/index.ts";
import type {
  Adapter,
  Conversion,
  ConvertedSource,
  Correction,
  PdfiumBinary,
  Finding,
  EvidenceEntry,
  LineReader,
  Limits,
  Source,
  Template,
} from "./model/index.ts";
import { rebuild } from "./tables/index.ts";
import { templates as builtIn } from "./templates/index.ts";
import { word, type Language } from "./findings/index.ts";
import { finding } from "./findings/finding.ts";
import { isOptions, sourcesOf, type SourceInput } from "./input.ts";
import { byFile, readFiles } from "./read-files.ts";
import { readWith, type AdapterReading } from "./read.ts";
import { sha256 } from "./sha256.ts";

/** What a converter reads with, unless its caller says otherwise. */
export interface Readers {
  /** Formats, in the order in which they are asked whether they recognise the content. */
  readonly adapters: readonly Adapter[];
  /** A reader of scanned lines; null where there is none. Default: none. */
  readonly lineReader?: () => Promise<LineReader | null>;
}

export interface Converter {
  /**
   * One report in, one checked record out: bytes → tokens → blocks → report → findings. A report may stand in several files,
   * such as a page and its attachment, given in reading order; every place then names its file. Never rejects because of what the
   * document contains: a document that cannot be read, or not within `limits.maximumMilliseconds`, gives `report: null`
   * and a diagnostic that says why. Rejects with the reason of `signal` when that is aborted, and with a TypeError that
   * names what is wrong where source or options are not what they must be.
   */
  readonly convert: (
    input: SourceInput | readonly SourceInput[],
    options?: ConvertOptions,
  ) => Promise<Conversion>;
  /** First stage: recognises the format by content and reads tokens. `adapter` is null when none was recognised. */
  readonly read: (input: SourceInput, options?: ReadOptions) => Promise<AdapterReading>;
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
  /** Ends the conversion before its next stage: the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Form families to look for. Default: the built-in ones. */
  readonly templates?: readonly Template[];
  /** Formats to read. Default: all. */
  readonly adapters?: readonly Adapter[];
  /** What people decided about values of this document; corrections of other documents are ignored. */
  readonly corrections?: readonly Correction[];
  /**
   * A reader of scanned lines, or a function that gives one when the first scan is met. Default: the one of the package
   * `gongkai-ocr`, where it is installed; `false` leaves scans unread.
   */
  readonly ocr?: LineReader | (() => Promise<LineReader | null>) | false;
  /** PDFium's WebAssembly, for bundles and pages that cannot find it beside the module. */
  readonly pdfium?: PdfiumBinary;
}

export type ReadOptions = Pick<ConvertOptions, "limits" | "adapters" | "ocr" | "pdfium">;

async function convertWith(
  readers: Readers,
  input: SourceInput | readonly SourceInput[],
  options: ConvertOptions,
): Promise<Conversion> {
  isOptions(options);
  const sources = await sourcesOf(input);
  const limit = options.limits?.maximumMilliseconds ?? Number.POSITIVE_INFINITY;
  // Node loads its clock when it is first asked for it, so it is asked only where there is a limit.
  const end = limit === Number.POSITIVE_INFINITY ? limit : performance.now() + limit;
  /** Whether time is up, asked between two stages. */
  const isLate = (): boolean => {
    options.signal?.throwIfAborted();
    return end < Number.POSITIVE_INFINITY && performance.now() > end;
  };
  isLate();
  return concluded(sources, await readFiles(readers, sources, options, isLate), options, isLate);
}

/** All stages after the first: turns what was read of these sources into a conversion. */
export async function concluded(
  sources: readonly Source[],
  { adapter, ...reading }: AdapterReading,
  options: ConvertOptions,
  isLate: () => boolean,
): Promise<Conversion> {
  const templates = options.templates ?? builtIn;
  // Awaited before the other stages, which then run without a pause. V8 collects garbage in pauses, and in one behind
  // the stages it would take the whole document for long-lived, and from then on make documents among what is so.
  const source = await identified(sources);
  const limit = options.limits?.maximumMilliseconds ?? Number.POSITIVE_INFINITY;
  const files = isLate() ? [] : byFile(reading.tokens);
  const blocks = files.length === 1 ? rebuild(files[0]!) : files.flatMap((tokens) => rebuild(tokens));
  const ended =
    blocks.length === 0 && reading.diagnostics.some((it) => it.severity === "error" && isOfWhole(it));
  const mapped =
    ended || isLate()
      ? null
      : mapReport(blocks, reading.metadata, { templates, infer: options.infer ?? true });
  const late = isLate();
  const mapping = late ? null : mapped;
  const report = mapping?.report ?? null;
  const layouts = mapping?.layouts ?? {};
  const evidence: Record<string, EvidenceEntry> = {};
  mapping?.evidence.forEach((entry, pointer) => (evidence[pointer] = entry));
  const printed = laidOutAsPrinted(templates, { report, layouts });
  const findings = report ? checkReport(report, evidence, layouts, printed) : [];
  const doubts =
    mapping && report
      ? addressed(reading.diagnostics, { report, evidence, mapping, checked: findings, templates: printed })
      : reading.diagnostics;
  const diagnostics = late
    ? [finding("timeout", { args: { limit } })]
    : [...doubts, ...(mapping?.diagnostics ?? []), ...findings];
  const language = options.language ?? "en";
  const conversion: Conversion = {
    schema: "gongkai/conversion/1",
    source,
    adapter,
    encoding: reading.encoding ?? null,
    layouts,
    candidates: mapping?.candidates ?? [],
    report,
    evidence,
    diagnostics: diagnostics.map((diagnostic) => ({
      ...diagnostic,
      message: word(diagnostic, { language, templates: printed, layouts }),
    })),
  };
  return correct(conversion, options.corrections ?? [], { templates, language });
}

/** Whether a finding concerns a document, or one of its files, as a whole: it names no page, table or line. */
function isOfWhole({ at }: Finding): boolean {
  return at === undefined || Object.keys(at).every((key) => key === "file");
}

async function identified(sources: readonly Source[]): Promise<ConvertedSource> {
  const files = await Promise.all(
    sources.map(async ({ name, bytes }) => ({ name, sha256: await sha256(bytes), bytes: bytes.length })),
  );
  if (files.length === 1) return files[0]!;
  return {
    name: files.map(({ name }) => name).join(" + "),
    sha256: await sha256(new TextEncoder().encode(files.map((file) => file.sha256).join("\n"))),
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    files,
  };
}

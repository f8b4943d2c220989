import { Refusal } from "./adapters/refusal.ts";
import { archiveOf } from "./adapters/archive.ts";
import { wholePart } from "./adapters/package/part-bytes.ts";
import type { Archive } from "./adapters/package/zip.ts";
import { convert } from "./convert.ts";
import { concluded, type ConvertOptions } from "./converter.ts";
import { isOptions, sourceOf, type SourceInput } from "./input.ts";
import { defaultLimits } from "./limits.ts";
import type { Conversion, Limits, Source } from "./model/index.ts";

/**
 * The conversions of the documents in a ZIP archive, one after the other, named `a.zip!/b.docx`; a nested archive is
 * opened one level deep. A file that is no archive gives its own conversion: a DOCX, XLSX, ODT or OFD is a document. An
 * entry that cannot be read gives `report: null` and a finding, as `convert` does; `limits.maximumInflatedBytes` bounds
 * the whole archive.
 */
export async function* convertEach(
  input: SourceInput,
  options: ConvertOptions = {},
): AsyncGenerator<Conversion> {
  isOptions(options);
  yield* each(await sourceOf(input), options, 0);
}

const deepest = 2;

async function* each(source: Source, options: ConvertOptions, depth: number): AsyncGenerator<Conversion> {
  const limits: Limits = { ...defaultLimits, ...options.limits };
  const archive =
    depth < deepest && source.bytes.length <= limits.maximumBytes ? archiveOf(source.bytes, limits) : null;
  if (archive === null) return yield await convert(source, options);
  for (const entry of archive.names) {
    const name = `${source.name}!/${entry}`;
    const bytes = unpacked(archive, entry);
    if (bytes instanceof Refusal) yield await refused(name, bytes, options);
    else yield* each({ name, bytes }, options, depth + 1);
  }
}

function unpacked(archive: Archive, entry: string): Uint8Array | Refusal {
  try {
    return wholePart(archive, entry);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

function refused(name: string, { diagnostic }: Refusal, options: ConvertOptions): Promise<Conversion> {
  const reading = { adapter: null, tokens: [], metadata: [], diagnostics: [diagnostic] };
  return concluded([{ name, bytes: new Uint8Array() }], reading, options, () => false);
}

import { pictureFormat } from "../../adapters/image/format.ts";
import { convert } from "../../convert.ts";
import { correct } from "../../corrections/index.ts";
import type { Language } from "../../findings/index.ts";
import type { Conversion, Correction, PdfiumBinary, Template } from "../../model/index.ts";
import { isPdf, openOriginal, type OriginalFile } from "../original/original-file.ts";

/** One document in the page: as it was read, and as it is with the decisions made here. */
export interface CorrectionDraft {
  readonly name: string;
  /** The document's files in reading order; nearly always only one. */
  readonly originals: readonly OriginalFile[];
  readonly read: Conversion;
  readonly templates: readonly Template[];
  readonly corrections: readonly Correction[];
  /** `read` with the corrections applied and its rules checked again. */
  readonly shown: Conversion;
}

export interface OpenOptions {
  readonly language: Language;
  readonly templates: readonly Template[];
  /** PDFium's bytes, asked for only where the document is a PDF or a picture. */
  readonly pdfium: () => Promise<PdfiumBinary | undefined>;
}

/** Reads a document. Never rejects because of the document's contents. */
export async function openDraft(
  name: string,
  bytes: Uint8Array,
  { language, templates, pdfium }: OpenOptions,
): Promise<CorrectionDraft> {
  const isDrawn = isPdf(bytes) || pictureFormat(bytes) !== undefined;
  const binary = isDrawn ? await pdfium() : undefined;
  const handed = { ocr: false as const, ...(binary ? { pdfium: binary } : {}) };
  const made = await convert({ name, bytes }, { language, templates, ...handed });
  return draftOf(made, [bytes], { language, templates });
}

/** A document that was read before, with the bytes of each of its files; empty for a file that is missing. */
export async function draftOf(
  made: Conversion,
  files: readonly Uint8Array[],
  { language, templates }: Pick<OpenOptions, "language" | "templates">,
): Promise<CorrectionDraft> {
  const { name } = made.source;
  const originals = await Promise.all(
    (made.source.files ?? [made.source]).map((file, index) =>
      openOriginal({ name: file.name, bytes: files[index] ?? new Uint8Array(0) }, index + 1, made),
    ),
  );
  return decided({ name, originals, read: made, templates }, [], language);
}

/** The draft with these corrections in place of the earlier ones. */
export function decided(
  draft: Omit<CorrectionDraft, "corrections" | "shown">,
  corrections: readonly Correction[],
  language: Language,
): CorrectionDraft {
  const { read: made, templates } = draft;
  return { ...draft, corrections, shown: correct(made, corrections, { templates, language }) };
}

/**
 * The corrections with one more. It replaces an earlier one of the same value; if it changes nothing, the earlier one
 * is taken back.
 */
export function withCorrection(
  corrections: readonly Correction[],
  correction: Correction,
): readonly Correction[] {
  const others = withoutCorrection(corrections, correction.pointer);
  return "now" in correction && correction.now === correction.was ? others : [...others, correction];
}

export function withoutCorrection(
  corrections: readonly Correction[],
  pointer: string,
): readonly Correction[] {
  return corrections.filter((other) => other.pointer !== pointer);
}

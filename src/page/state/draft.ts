import { convert, read } from "../../convert.ts";
import { correct } from "../../corrections/index.ts";
import type { Language } from "../../findings/index.ts";
import type { Block, Conversion, Correction, PdfiumBinary, Reading, Template } from "../../model/index.ts";
import { drawnOf, type Drawn } from "../original/drawn/drawn.ts";
import { rebuild } from "../../tables/index.ts";

/** One document in the page: as read, and as it is with the decisions made here. */
export interface Draft {
  readonly name: string;
  /** Empty where the original was gone when a page with its conversion was made. */
  readonly bytes: Uint8Array;
  readonly read: Conversion;
  /** The original as lines and grids; empty for a PDF, which is drawn. */
  readonly blocks: readonly Block[];
  /** The original as a page or as Word text looks; null for other formats. */
  readonly drawn: Drawn | null;
  readonly templates: readonly Template[];
  readonly corrections: readonly Correction[];
  /** `read` with the corrections, its rules checked again. */
  readonly shown: Conversion;
}

export interface OpenOptions {
  readonly language: Language;
  readonly templates: readonly Template[];
  /** PDFium's bytes, asked for only where the document is a PDF. */
  readonly pdfium: () => Promise<PdfiumBinary | undefined>;
  /** Made elsewhere; converted here where there is none. */
  readonly conversion?: Conversion;
}

/** Reads a document. Never rejects because of what it holds. */
export async function openDraft(
  name: string,
  bytes: Uint8Array,
  { language, templates, pdfium, conversion }: OpenOptions,
): Promise<Draft> {
  const binary = conversion === undefined && isPdf(bytes) ? await pdfium() : undefined;
  const handed = { ocr: false as const, ...(binary ? { pdfium: binary } : {}) };
  const made = conversion ?? (await convert({ name, bytes }, { language, templates, ...handed }));
  const draft = { name, bytes, read: made, templates };
  if (made.adapter === null || bytes.length === 0 || isPdf(bytes))
    return decided({ ...draft, blocks: [], drawn: null }, [], language);
  const reading = await read({ name, bytes });
  const blocks = blocksOf(reading);
  const above = blocks.slice(0, reading.metadata.length);
  const drawn = await drawnOf({ ...draft, blocks, above });
  return decided({ ...draft, blocks, drawn }, [], language);
}

/** The document as lines and grids; what its container or page says of it stands above. */
export function blocksOf({ tokens, metadata }: Pick<Reading, "tokens" | "metadata">): readonly Block[] {
  return [
    ...metadata.map(({ value, at }) => ({ kind: "line", text: value, at }) as const),
    ...rebuild(tokens),
  ];
}

/** The draft with other corrections than before. */
export function decided(
  draft: Omit<Draft, "corrections" | "shown">,
  corrections: readonly Correction[],
  language: Language,
): Draft {
  const { read: made, templates } = draft;
  return { ...draft, corrections, shown: correct(made, corrections, { templates, language }) };
}

/** The corrections with one more; an earlier one of the same value is replaced, and taken back where nothing is left of it. */
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

export function isPdf(bytes: Uint8Array): boolean {
  return new TextDecoder("latin1").decode(bytes.subarray(0, 1024)).includes("%PDF-");
}

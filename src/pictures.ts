import type { Adapter, Helpers, Limits, Reading } from "./model/index.ts";

/**
 * What a document says whose pages are pictures: a DOCX into which scans were pasted, under a title or nothing. Its pictures are
 * read as the pages of one scan; where none of them holds a table, they were logos and seals, and nothing is added. As it was
 * where no reader of pictures, or of scanned lines, is there.
 */
export async function withPictures(
  { pictures = [], ...reading }: Reading,
  adapters: readonly Adapter[],
  limits: Limits,
  helpers: Helpers,
): Promise<Reading> {
  const readPages = adapters.find((one) => one.readPages !== undefined)?.readPages;
  if (pictures.length === 0 || readPages === undefined || reading.tokens.some(({ kind }) => kind !== "line"))
    return reading;
  if ((await helpers.lineReader()) === null) return reading;
  const read = await readPages(pictures, limits, helpers);
  const hasText = reading.tokens.some((token) => token.kind === "line" && token.text.trim() !== "");
  if (hasText && read.tokens.every(({ kind }) => kind === "line")) return reading;
  return {
    ...reading,
    tokens: [...reading.tokens, ...read.tokens],
    diagnostics: [...reading.diagnostics.filter(({ rule }) => !REPLACED.has(rule)), ...read.diagnostics],
  };
}

/** What is no longer so when the pictures have been read. */
const REPLACED: ReadonlySet<string> = new Set(["needs-ocr", "pictures-not-read"]);

import { finding } from "./findings/finding.ts";
import type { Adapter, Finding, Helpers, Limits, PagePicture, Place, Reading, Token } from "./model/index.ts";

/**
 * Reads a document whose pages are pictures, such as a DOCX with pasted scans below a title or nothing. Its pictures
 * are read as the pages of one scan; where none of them holds a table, they were logos and seals, and nothing is added.
 * The document stays as it was where no reader of pictures or of scanned lines is installed. Where it only links to
 * pictures and says hardly more than a title, a finding says that the report seems to stand in them.
 */
export async function withPictures(
  { pictures, ...reading }: Reading,
  adapters: readonly Adapter[],
  limits: Limits,
  helpers: Helpers,
): Promise<Reading> {
  if (pictures === undefined) return reading;
  const length = reading.tokens.reduce((sum, token) => sum + lengthOf(token), 0);
  const read = await readPictures(pictures.pages, adapters, limits, helpers);
  const isRead = read !== null && (length === 0 || read.tokens.some(({ kind }) => kind !== "line"));
  const links = length > LONGEST_TITLE ? 0 : pictures.pages.filter(isLinkedPage).length;
  if (!isRead && links === 0) return reading;
  const { tokens, diagnostics } = isRead ? behind(reading.tokens, read) : { tokens: [], diagnostics: [] };
  const own = reading.diagnostics.filter((one) => !pictures.unread.includes(one));
  const elsewhere = links === 0 ? [] : [finding("pictures-elsewhere", { args: { pictures: links } })];
  return {
    ...reading,
    tokens: [...reading.tokens, ...tokens],
    diagnostics: [...own, ...elsewhere, ...diagnostics],
  };
}

/** Null where there are no pictures, or nothing can read them. */
async function readPictures(
  pages: readonly PagePicture[],
  adapters: readonly Adapter[],
  limits: Limits,
  helpers: Helpers,
): Promise<Reading | null> {
  const readPages = adapters.find((one) => one.readPages !== undefined)?.readPages;
  if (readPages === undefined || pages.every(({ bytes }) => bytes === null)) return null;
  return (await helpers.lineReader()) === null ? null : readPages(pages, limits, helpers);
}

/** Characters that may stand above pictures of pages: a title, an office, a date and what a site prints around them. */
const LONGEST_TITLE = 300;
/** Points; a narrower picture is no page. */
const NARROWEST_PAGE = 250;

function isLinkedPage({ bytes, width }: PagePicture): boolean {
  return bytes === null && (width === null || width >= NARROWEST_PAGE);
}

function lengthOf(token: Token): number {
  return "text" in token ? token.text.trim().length : 0;
}

/** Counts the tables of the pictures on from the document's own. */
function behind(
  own: readonly Token[],
  { tokens, diagnostics }: Reading,
): Pick<Reading, "tokens" | "diagnostics"> {
  const tables = own.filter(({ kind }) => kind === "table-start").length;
  if (tables === 0) return { tokens, diagnostics };
  const moved = (at: Place): Place => (at.table === undefined ? at : { ...at, table: at.table + tables });
  return {
    tokens: tokens.map((token) => ({ ...token, at: moved(token.at) })),
    diagnostics: diagnostics.map((one): Finding =>
      one.at === undefined ? one : { ...one, at: moved(one.at) },
    ),
  };
}

import type { Adapter, Finding, Limits, PagePicture, Place, Reading, Source } from "../../model/index.ts";
import { finding } from "../../findings/finding.ts";
import { decode } from "../decode.ts";
import type { Decoded } from "../decode.ts";
import { findContainer } from "./container.ts";
import { childElements, within } from "./tree/dom.ts";
import type { HtmlElement } from "./tree/dom.ts";
import { htmlFormat } from "./format.ts";
import { headOf } from "./style/head.ts";
import { surveyPage } from "./text/measure.ts";
import { readMetadata, surroundings } from "./metadata.ts";
import { markUpLines } from "./mixed.ts";
import { parsePage } from "./tree/frames.ts";
import { TooLarge } from "./tree/parse.ts";
import { asciiHead, declaredCharset, isMixedSource } from "./sniff.ts";
import { MAXIMUM_COMPARISONS } from "./style/cascade.ts";
import { stylesOf } from "./style/styles.ts";
import { scriptsOf } from "./tree/scripts.ts";
import type { PartFinder } from "./style/addresses.ts";
import { readTokens } from "./tokens.ts";
import { isReportTitle } from "./text/words.ts";
import { hasFigures } from "../figures.ts";

/** Callbacks for a caller that wants to show the page as it is read. */
export interface Watch {
  readonly page: (body: HtmlElement, sheets: readonly string[]) => void;
  readonly cell: (element: HtmlElement, at: Place) => void;
}

/** Reads saved web pages and fragments of them, and takes the report's own content without the site around it. */
export const html: Adapter = {
  ...htmlFormat,
  read: (source, limits) => readHtml(source, limits),
};

/** Reads as the adapter does, and reports what it meets to `watch`. */
export function readHtml(source: Source, limits: Limits, watch?: Watch): Reading {
  const { bytes } = source;
  if (bytes.length === 0) return nothing(finding("empty"));
  if (bytes.length > limits.maximumBytes) return tooLarge("bytes", limits.maximumBytes);
  const head = asciiHead(bytes);
  const decoded = decode(bytes, declaredCharset(head));
  return readPage(
    isMixedSource(source, head) ? { ...decoded, text: markUpLines(decoded.text) } : decoded,
    limits,
    watch,
  );
}

/** Reads a page that is already decoded, with the findings raised while decoding it. */
export function readPage(
  { text, encoding, isText, diagnostics }: Decoded,
  limits: Limits,
  watch?: Watch,
  find: PartFinder = () => null,
): Reading {
  if (!isText) return { tokens: [], metadata: [], encoding, diagnostics };
  const document = parsePage(text, limits);
  if (document instanceof TooLarge) return tooLarge(document.what, document.limit);

  const root = childElements(document).find(({ name }) => name === "html")!;
  const head = headOf(document);
  const styles = stylesOf(head, find);
  const page = surveyPage(root, styles);
  const body = childElements(root).find(({ name }) => name === "body" || name === "frameset") ?? root;
  watch?.page(body, head.sheets);
  const container = findContainer(body, page);
  const {
    tokens,
    diagnostics: remarks,
    pictures,
    isTooLarge,
  } = readTokens(container, page, scriptsOf(head), limits, find, watch?.cell);
  if (styles.isExhausted()) return tooLarge("styles", MAXIMUM_COMPARISONS);
  if (isTooLarge) return tooLarge("cells", limits.maximumCells);
  const pages = hasFigures(tokens) ? [] : pictures;
  const frames = tokens.length === 0 && pages.length === 0 ? framesIn(body) : [];
  if (frames.length > 0) {
    const missing = frames.map((part) => finding("missing-part", { args: { part } }));
    return { tokens: [], metadata: [], encoding, diagnostics: [...diagnostics, ...missing] };
  }
  if (tokens.length === 0) return { ...wordless(pages), encoding };
  const metadata = readMetadata(head.descriptions, surroundings(container, page));
  const reading = { tokens, metadata, encoding, diagnostics: [...diagnostics, ...remarks] };
  // Any page links to pictures; only on a page that calls itself a report may they be the report.
  const isReport = page.of(root).titles > 0 || metadata.some(({ value }) => isReportTitle(value));
  return withPages(reading, isReport ? pages : pages.filter(({ bytes }) => bytes !== null));
}

function withPages(reading: Reading, pages: readonly PagePicture[]): Reading {
  const { length } = pages.filter(({ bytes }) => bytes !== null);
  if (pages.length === 0) return reading;
  const unread = length === 0 ? [] : [finding("pictures-not-read", { args: { pictures: length } })];
  return { ...reading, diagnostics: [...reading.diagnostics, ...unread], pictures: { pages, unread } };
}

/**
 * How many frames of a page are named, and how long an address may be: Excel saves a workbook as a page of two frames
 * with a folder beside it.
 */
const [mostFrames, longestAddress] = [10, 200];

/** Addresses of the pages that a page of frames shows; these lie in other files. */
function framesIn(body: HtmlElement): readonly string[] {
  const sources = within(body).flatMap(({ name, attribs }) =>
    /^i?frame$/.test(name) && attribs["src"] ? [attribs["src"].slice(0, longestAddress)] : [],
  );
  return sources.slice(0, mostFrames);
}

/** The reading of a page whose whole content is in pictures. */
function wordless(pages: readonly PagePicture[]): Reading {
  const why = pages.length === 0 ? finding("empty") : finding("needs-ocr", { args: { reason: "picture" } });
  return { ...nothing(why), ...(pages.length > 0 && { pictures: { pages, unread: [why] } }) };
}

function nothing(why: Finding): Reading {
  return { tokens: [], metadata: [], diagnostics: [why] };
}

function tooLarge(what: string, limit: number): Reading {
  return nothing(finding("too-large", { args: { what, limit } }));
}

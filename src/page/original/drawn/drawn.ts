import type { HtmlElement } from "../../../adapters/html/tree/dom.ts";
import { readHtml, type Watch } from "../../../adapters/html/index.ts";
import { readMhtml } from "../../../adapters/mhtml/index.ts";
import { defaultLimits } from "../../../limits.ts";
import type { Block, Evidence, Place } from "../../../model/index.ts";
import { locator, squeezed, standingsOf, type StandingText } from "../locate.ts";
import { shownTree, type ShownElement } from "./tree.ts";
import { wordPage } from "./word.ts";

/** A document as a page of its own, to be shown in a frame. */
export interface DrawnDocument {
  readonly tree: ShownElement;
  readonly sheets: readonly string[];
  /** Lines shown above the page, with what its container says about it. */
  readonly above: readonly Block[];
  /** The places of all texts, including the lines above. */
  readonly standings: readonly StandingText[];
}

interface Document {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly adapter: string | null;
  readonly evidence: Evidence;
  readonly blocks: readonly Block[];
  readonly above: readonly Block[];
}

/**
 * Web pages as they look, and DOCX as mammoth renders it. Null for other formats, and where a place is not found in
 * what is drawn or a cell holds something other than what was read; the document is then shown as it was read.
 */
export async function drawnDocument(document: Document): Promise<DrawnDocument | null> {
  const { bytes, adapter, above } = document;
  const isWord = adapter === "docx";
  const word = isWord ? await wordPage(bytes) : null;
  const page = word ? { ...word, sheets: [WORD_SHEET] } : webPage(document);
  if (page === null) return null;
  const { tree, standings } = shownTree(page.body, page.cells);
  const all = [...standingsOf(above), ...standings];
  return fits(all, document, isWord) ? { tree, sheets: page.sheets, above, standings: all } : null;
}

/** Mammoth gives no styles, so tables get rulings, as nearly all printed ones have. */
const WORD_SHEET = `table{border-collapse:collapse;width:100%;font-size:.9em}
td,th{border:1px solid #8b949c;padding:.15em .35em;font-weight:normal}td p,th p{margin:0}`;

interface WebPage {
  readonly body: HtmlElement;
  readonly cells: ReadonlyMap<HtmlElement, Place>;
  readonly sheets: readonly string[];
}

function webPage({ name, bytes, adapter }: Document): WebPage | null {
  const reader = adapter === "html" ? readHtml : adapter === "mhtml" ? readMhtml : null;
  const cells = new Map<HtmlElement, Place>();
  const met: WebPage[] = [];
  const watch: Watch = {
    page: (body, sheets) => void met.push({ body, sheets, cells }),
    cell: (element, at) => void cells.set(element, at),
  };
  try {
    reader?.({ name, bytes }, defaultLimits, watch);
  } catch {
    return null;
  }
  return met[0] ?? null;
}

function fits(
  standings: readonly StandingText[],
  { evidence, blocks }: Document,
  hasSameTexts: boolean,
): boolean {
  const cells = new Map(standings.flatMap(({ id, text, isCell }) => (isCell ? [[id, squeezed(text)]] : [])));
  const locate = locator(standings);
  return (
    standingsOf(blocks).every(
      ({ id, text, isCell }) =>
        !isCell || text === "" || (hasSameTexts ? cells.get(id) === squeezed(text) : cells.has(id)),
    ) && Object.values(evidence).every((entry) => entry.at === null || locate(entry) !== null)
  );
}

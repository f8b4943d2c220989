import { textWithin } from "../tree/dom.ts";
import type { HtmlElement } from "../tree/dom.ts";
import { isReportText } from "../tree/remarks.ts";
import { writesText } from "../tree/scripts.ts";
import type { FlowHandlers, Remark } from "./flow.ts";
import type { HtmlParagraph, Seam } from "./paragraph.ts";

/** What makes the text of a cell doubtful, or what of it is left out. */
export type CellMark = Remark | "table" | "unseen" | "mixed" | "moved" | "covered" | "font" | "drawn";

/** Characters that a number may be made of, signs and Chinese numerals included. */
const numeral = /[\d０-９+＋\-－−—.,，．%零〇一二三四五六七八九十百千万亿]/;

/** What flows within one cell. A page has hundreds of cells, so the handlers are methods. */
export class HtmlCellContent implements FlowHandlers {
  readonly parts: string[] = [];
  readonly seen = new Set<CellMark>();
  readonly seams: Seam[] = [];
  /** The elements that hold numbers, each with the longest text it holds. */
  readonly owners = new Map<HtmlElement, string>();
  readonly inside: HtmlElement[] = [];
  pieces = 0;

  paragraph({ text, hasRaisedDigit, seams }: HtmlParagraph): void {
    this.parts.push(text);
    if (hasRaisedDigit) this.seen.add("raised");
    if (seams.length > 0) this.seams.push(...seams);
  }

  text(text: string, owner: HtmlElement): void {
    if (!numeral.test(text)) return;
    this.pieces++;
    const piece = text.trim();
    if (piece.length > (this.owners.get(owner)?.length ?? 0)) this.owners.set(owner, piece);
  }

  enter(element: HtmlElement): void {
    this.inside.push(element);
  }

  remark(remark: Remark, element: HtmlElement, text?: string): void {
    const { seen } = this;
    if (remark === "raised" && !/\d/.test(textWithin(element))) return;
    if (remark === "script" && !writesText(element)) return;
    // A line through spaces looks like a minus.
    if (remark === "struck" && /^[\s\u00A0\u3000]*[\u00A0\u3000]/.test(textWithin(element)))
      seen.add("drawn");
    if (remark === "picture" ? !isSpacer(element) : remark !== "hidden" && remark !== "struck")
      seen.add(remark);
    else if (remark !== "picture" && isReportText(text ?? element)) seen.add(remark);
  }
}

/** Older pages move text with pictures of a few transparent pixels. */
function isSpacer(element: HtmlElement): boolean {
  return Object.entries(element.attribs).some(
    ([name, value]) =>
      ((name === "width" || name === "height") && /^[0-3](?:px)?$/.test(value.trim())) ||
      (name === "src" && /(?:spacer|blank|transparent|space|pixel)\.(?:gif|png)$/i.test(value)),
  );
}

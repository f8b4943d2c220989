import { html, InsertionMode, Parser, Token, Tokenizer } from "parse5";
import type { TreeAdapter } from "parse5";
import type { Limits } from "../../../model/index.ts";
import type { HtmlDocument } from "./dom.ts";
import { textNode, tree } from "./nodes.ts";
import type { ChildNode, Nodes, ParentNode } from "./nodes.ts";

/** A limit that the page exceeded. */
export class TooLarge {
  readonly what: "depth" | "elements";
  readonly limit: number;
  constructor(what: "depth" | "elements", limit: number) {
    this.what = what;
    this.limit = limit;
  }
}

/** The page as a browser would build it, or the limit that it exceeded: limits are checked while the tree grows. */
export function parse(source: string, { maximumDepth }: Limits): HtmlDocument | TooLarge {
  const text = isXhtml(source) ? expandEmptyElements(source) : source;
  // Unclosed formatting elements are opened again in every later paragraph, so a small page can produce millions of
  // elements.
  const maximumElements = 100_000 + text.length;
  let depth = 0;
  let elements = 0;
  const parser = new CellKeepingParser({
    ...tree,
    onItemPush: () => {
      if (++depth > maximumDepth) throw new TooLarge("depth", maximumDepth);
      if (++elements > maximumElements) throw new TooLarge("elements", maximumElements);
    },
    onItemPop: () => void depth--,
  });
  try {
    parser.tokenizer.write(text, true);
    return parser.document;
  } catch (error) {
    if (error instanceof TooLarge) return error;
    throw error;
  }
}

function isXhtml(text: string): boolean {
  return /^\s*<\?xml\b/.test(text);
}

/**
 * In XHTML `<script/>` and `<td/>` are complete; an HTML parser takes them for start tags and swallows what follows.
 */
function expandEmptyElements(text: string): string {
  return text.replace(/<([A-Za-z][\w:.-]*)((?:\s[^<>]*)?)\/>/g, (tag, name: string, attributes: string) =>
    /^(area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/i.test(name)
      ? tag
      : `<${name}${attributes}></${name}>`,
  );
}

const tableParts = new Set(["caption", "colgroup", "col", "tbody", "thead", "tfoot", "tr", "td", "th"]);
const insideTable = new Set([...tableParts, "table", "script", "style", "template"]);
const table = { tagName: "table", tagID: html.TAG_ID.TABLE, attrs: [], selfClosing: false };
const betweenCells = [InsertionMode.IN_TABLE, InsertionMode.IN_TABLE_BODY, InsertionMode.IN_ROW];

/** Notes the line and the offset at which start tags and texts begin, and nothing of attributes and end tags. */
class PlacingTokenizer extends Tokenizer {
  protected override _createAttr(first: string): void {
    this._flushRun("");
    this.currentAttr = { name: first, value: "" };
  }

  protected override getCurrentLocation(back: number): Token.Location | null {
    if (back === END_TAG) return null;
    const { line, offset } = this.preprocessor;
    return {
      startLine: line,
      startCol: 0,
      startOffset: offset - back,
      endLine: -1,
      endCol: -1,
      endOffset: -1,
    };
  }
}

/** Only what begins with `</` is asked for its place so many characters behind its beginning. */
const END_TAG = 2;

/**
 * Notes only where a node begins: with the parser's own option every end is noted too, in copies of copies.
 *
 * The standard ignores row and cell tags outside a table, so a fragment `<tr><td>1<td>2` reads 12. Here such a tag
 * opens the table that was lost, and the first element that is not part of a table closes it.
 */
class CellKeepingParser extends Parser<Nodes> {
  private isMended = false;
  private textPlace: Token.Location | null = null;

  constructor(treeAdapter: TreeAdapter<Nodes>) {
    const createTextNode = (data: string) => textNode(data, this.textPlace);
    super({ treeAdapter: { ...treeAdapter, createTextNode } });
    this.tokenizer = new PlacingTokenizer({ sourceCodeLocationInfo: true }, this);
  }

  override _attachElementToTree(
    element: Nodes["element"],
    place: Token.ElementLocation | null,
    at: { parent: ParentNode; beforeElement: ChildNode | null },
  ): void {
    element.sourceCodeLocation = place;
    super._attachElementToTree(element, place, at as Parameters<Parser<Nodes>["_attachElementToTree"]>[2]);
  }

  override _insertCharacters(token: Token.CharacterToken): void {
    this.textPlace = token.location;
    super._insertCharacters(token);
  }

  override onStartTag(token: Token.TagToken): void {
    if (this.isMended && betweenCells.includes(this.insertionMode) && !insideTable.has(token.tagName))
      this.close(token);
    if (isCellTag(token) && isBeforeCells(this.insertionMode)) this.open(token);
    super.onStartTag(token);
  }

  override onEndTag(token: Token.TagToken): void {
    if (token.tagName === "table") this.isMended = false;
    super.onEndTag(token);
  }

  private open(before: Token.TagToken): void {
    super.onStartTag({ ...before, ...table });
    this.isMended = true;
  }

  private close(before: Token.TagToken): void {
    this.onEndTag({ ...before, ...table, type: Token.TokenType.END_TAG });
  }
}

function isCellTag(token: Token.TagToken): boolean {
  return tableParts.has(token.tagName) && token.tagName !== "caption" && !token.tagName.startsWith("col");
}

function isBeforeCells(mode: InsertionMode): boolean {
  return (
    mode === InsertionMode.IN_BODY || mode <= InsertionMode.BEFORE_HEAD || mode === InsertionMode.AFTER_HEAD
  );
}

import type { HtmlElement } from "../tree/dom.ts";

/** One paragraph as a browser would lay it out before breaking lines. */
export interface HtmlParagraph {
  readonly text: string;
  /** The source line of each line of `text`. */
  readonly lines: readonly number[];
  /** Number of characters that belong to links. */
  readonly linked: number;
  /** True if a raised or lowered digit stood directly beside another digit; in `text` a line end keeps them apart. */
  readonly hasRaisedDigit: boolean;
  /** Pairs of elements across which one number continues. */
  readonly seams: readonly Seam[];
}

export type Seam = readonly [before: HtmlElement, after: HtmlElement];

/**
 * Characters between which a line end of the source is not a space (CSS Text 3, 4.1.3): editors break lines of Chinese
 * anywhere.
 */
const wide = /[\u2014\u2018-\u201D\u2026\u2E80-\u9FFF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFFEF]/;
const digit = /[0-9０-９]/;
/** Characters that a number is made of. */
const numeral = /[0-9０-９.,，．+＋\-－−—]/;

/** Collects text and collapses white space as HTML does; no-break and ideographic spaces are kept. */
export class ParagraphBuilder {
  private text = "";
  private last = "";
  private lines: number[] = [];
  private linked = 0;
  private pending: "" | "space" | "break" = "";
  private isGuarded = false;
  private hasRaisedDigit = false;
  private seams: Seam[] = [];
  private lastOwner: HtmlElement | undefined;

  get isEmpty(): boolean {
    return this.lines.length === 0;
  }

  add(value: string, startLine: number, isLink: boolean, owner: HtmlElement): void {
    let from = 0;
    let to = value.length;
    let newLines = 0;
    while (from < to && isSpace(value, from)) if (value[from++] === "\n") newLines++;
    if (from > 0) this.wait(newLines > 0);
    if (from === to) return;
    while (isSpace(value, to - 1)) to--;
    this.append(collapse(value.slice(from, to)), startLine + newLines, isLink, owner);
    if (to < value.length) this.wait(value.includes("\n", to));
  }

  /** Adds text whose spaces and tabs stand as written; it has no line ends. */
  addVerbatim(value: string, line: number, isLink: boolean, owner: HtmlElement): void {
    if (value !== "") this.append(value, line, isLink, owner);
  }

  /** Adds a forced line end (`br`) inside the paragraph. */
  breakLine(line: number): void {
    if (this.isEmpty) this.lines.push(line);
    this.text += "\n";
    this.last = "\n";
    this.lines.push(line);
    this.pending = "";
  }

  /** Called where a raised or lowered mark begins or ends: it must not grow together with the digits beside it. */
  guard(): void {
    this.isGuarded = true;
  }

  /** Ends the paragraph; undefined where it holds nothing, not even a blank line. */
  take(): HtmlParagraph | undefined {
    const { isEmpty, text, lines, linked, hasRaisedDigit, seams } = this;
    this.last = "";
    this.pending = "";
    this.isGuarded = false;
    this.lastOwner = undefined;
    if (isEmpty) return undefined;
    this.text = "";
    this.lines = [];
    this.linked = 0;
    this.hasRaisedDigit = false;
    this.seams = [];
    return { text, lines, linked, hasRaisedDigit, seams };
  }

  private append(text: string, line: number, isLink: boolean, owner: HtmlElement): void {
    const { last, lastOwner } = this;
    const joint = this.joint(text[0]!);
    if (joint === "" && lastOwner !== undefined && lastOwner !== owner && goesOn(last, text[0]!))
      this.seams.push([lastOwner, owner]);
    this.lastOwner = owner;
    if (this.isEmpty || joint === "\n") this.lines.push(line);
    else if (this.last === "\n") this.lines[this.lines.length - 1] = line;
    this.text += joint + text;
    this.last = text.at(-1)!;
    this.pending = "";
    if (isLink) this.linked += text.length;
  }

  /** The text to put between the text so far and the next piece. */
  private joint(next: string): string {
    const { last, isGuarded } = this;
    this.isGuarded = false;
    if (last === "" || last === "\n") return "";
    if (isGuarded && digit.test(last) && digit.test(next)) {
      this.hasRaisedDigit = true;
      return "\n";
    }
    if (this.pending === "") return "";
    return this.pending === "break" && wide.test(last) && wide.test(next) ? "" : " ";
  }

  private wait(hasLineEnd: boolean): void {
    if (this.pending !== "break") this.pending = hasLineEnd ? "break" : "space";
  }
}

function goesOn(last: string, next: string): boolean {
  return (digit.test(last) && numeral.test(next)) || (numeral.test(last) && digit.test(next));
}

function isSpace(text: string, at: number): boolean {
  const character = text[at];
  return character === " " || character === "\n" || character === "\t" || character === "\f";
}

function collapse(text: string): string {
  if (!/[\t\n\f]| {2}/.test(text)) return text;
  return text.replace(/[ \t\n\f]+/g, (space, at: number) =>
    space.includes("\n") && wide.test(text[at - 1]!) && wide.test(text[at + space.length]!) ? "" : " ",
  );
}

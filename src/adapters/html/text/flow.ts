import {
  attribute,
  children,
  headingLevelOfElement,
  isBlockTag,
  isBroken,
  isContent,
  isElement,
  isText,
  lineOf,
  parentOf,
} from "../tree/dom.ts";
import type { HtmlElement, Node, TextNode } from "../tree/dom.ts";
import { ParagraphBuilder } from "./paragraph.ts";
import type { HtmlParagraph } from "./paragraph.ts";
import { fieldText, isScrolled } from "./fields.ts";
import type { ElementLook } from "../style/look.ts";
import type { DocumentStyles } from "../style/styles.ts";

/** A step still to take: a node to read, or an action between two nodes. */
export type Step = Node | (() => void);

/** The outer block, in which reading goes on after the end of an inner one. */
interface Around {
  readonly type: "around";
  readonly owner: HtmlElement;
  readonly heading: number | undefined;
}

export interface FlowHandlers {
  /**
   * Receives each finished paragraph that holds anything, blank lines of preformatted text included; `owner` is the
   * block it began in.
   */
  readonly paragraph: (paragraph: HtmlParagraph, owner: HtmlElement, heading: number | undefined) => void;
  /**
   * Called before an element is read. It gives steps to take in place of the element, or undefined to read it as usual.
   * `lastOffset` is where the furthest text read so far stands in the source.
   */
  readonly replace?: (element: HtmlElement, lastOffset: number) => readonly Step[] | undefined;
  /** Receives content that is left out, and marks that make the text around them doubtful. */
  readonly remark?: (remark: Remark, element: HtmlElement, text?: string) => void;
  /** Receives each text that is seen, and the element it stands in; it is not called for white space. */
  readonly text?: (text: string, owner: HtmlElement) => void;
  /** Receives each element whose text is read. */
  readonly enter?: (element: HtmlElement) => void;
  /** Receive each block before and after its content. */
  readonly begin?: (block: HtmlElement) => void;
  readonly finish?: (block: HtmlElement) => void;
}

export type Remark =
  | "hidden"
  | "struck"
  | "reversed"
  | "picture"
  | "form-control"
  | "broken-tag"
  | "raised"
  | "script"
  | "generated";

/** Reads a part of the page in order, without recursion: hostile pages nest deeply. */
export function flow(root: HtmlElement, styles: DocumentStyles, handlers: FlowHandlers): void {
  new Reading(root, styles, handlers).run();
}

/** What is left to do behind the content of an element. */
const unlink: Act = (reading) => void reading.links--;
const guard: Act = ({ builder }) => builder.guard();
const collapseAgain: Act = (reading) => void (reading.isVerbatim = false);
const keepAgain: Act = (reading) => void (reading.isVerbatim = true);

type Act = (reading: Reading) => void;

/** One pass over a part of a page. Every cell is one, so what it does are methods: closures would be made for each. */
class Reading {
  readonly builder = new ParagraphBuilder();
  links = 0;
  isVerbatim = false;
  private readonly stack: (Node | Act | Around)[] = [];
  private readonly root: HtmlElement;
  private readonly styles: DocumentStyles;
  private readonly handlers: FlowHandlers;
  private owner: HtmlElement;
  private heading: number | undefined = undefined;
  private lastOffset = 0;

  constructor(root: HtmlElement, styles: DocumentStyles, handlers: FlowHandlers) {
    this.root = root;
    this.owner = root;
    this.styles = styles;
    this.handlers = handlers;
  }

  run(): void {
    const { stack } = this;
    stack.push(this.root);
    for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
      if (typeof step === "function") step(this);
      else if (step.type === "around") {
        this.end();
        this.handlers.finish?.(this.owner);
        this.owner = step.owner;
        this.heading = step.heading;
      } else if (isText(step)) this.text(step);
      else if (isElement(step)) this.read(step);
    }
    this.end();
  }

  private end(): void {
    const paragraph = this.builder.take();
    if (paragraph !== undefined) this.handlers.paragraph(paragraph, this.owner, this.heading);
  }

  private push(steps: readonly Step[]): void {
    for (let i = steps.length - 1; i >= 0; i--) this.stack.push(steps[i]!);
  }

  private text(node: TextNode): void {
    const { builder, handlers } = this;
    const line = node.sourceCodeLocation?.startLine ?? 1;
    const parent = parentOf(node) ?? this.root;
    const { data } = node;
    if (!isBlank(data)) {
      this.lastOffset = Math.max(this.lastOffset, node.sourceCodeLocation?.startOffset ?? 0);
      const look = this.styles.of(parent);
      if (isUnseen(look)) {
        handlers.remark?.("hidden", parent, data);
        // Invisible text keeps its room, so the digits on either side of it do not touch.
        if (look.size > 0) builder.add(" ", line, false, parent);
        return;
      }
      handlers.text?.(data, parent);
    }
    if (!this.isVerbatim) builder.add(data, line, this.links > 0, parent);
    else for (const [index, part] of data.split("\n").entries()) this.verbatim(part, index, line, parent);
  }

  /** Reads one line of a preformatted text, the first of which stands at `line`. */
  private verbatim(part: string, index: number, line: number, parent: HtmlElement): void {
    const { builder } = this;
    if (index > 0) {
      if (builder.isEmpty) builder.breakLine(line + index - 1);
      this.end();
    }
    builder.addVerbatim(part, line + index, this.links > 0, parent);
  }

  private inline(element: HtmlElement): void {
    const { builder, stack } = this;
    const { name } = element;
    if (name === "br") return builder.breakLine(lineOf(element));
    if (name === "input") return this.input(element);
    if (name === "a") {
      this.links++;
      stack.push(unlink);
    } else if (name === "sup" || name === "sub") {
      builder.guard();
      stack.push(guard);
    }
    this.push(shownChildren(element, this.handlers));
  }

  private input(element: HtmlElement): void {
    const { handlers } = this;
    const value = fieldText(element);
    if (value === undefined) return handlers.remark?.("form-control", element);
    if (!isBlank(value)) handlers.text?.(value, element);
    this.builder.add(value, lineOf(element), false, element);
  }

  private block(element: HtmlElement): void {
    const { owner, heading } = this;
    this.end();
    this.stack.push({ type: "around", owner, heading });
    this.owner = element;
    this.heading = headingLevelOfElement(element) ?? heading;
    this.push(shownChildren(element, this.handlers));
  }

  /** True if an element is left out, or if other steps are taken in its place; never for the root. */
  private isPassedOver(element: HtmlElement, look: ElementLook): boolean {
    const { handlers } = this;
    if (element === this.root) return false;
    const dropped = droppedAs(element, look);
    if (dropped !== undefined) {
      if (dropped !== "unseen") handlers.remark?.(dropped, element);
      return true;
    }
    const steps = handlers.replace?.(element, this.lastOffset);
    if (steps === undefined) return false;
    this.end();
    this.push(steps);
    return true;
  }

  private read(element: HtmlElement): void {
    const { handlers } = this;
    const look = this.styles.of(element);
    if (this.isPassedOver(element, look)) return;
    const isOwn = isBlock(element, look);
    if (isOwn) handlers.begin?.(element);
    if (element.name === "img") handlers.remark?.("picture", element);
    if (element.name === "textarea" && isScrolled(element)) handlers.remark?.("form-control", element);
    if (isBroken(element)) handlers.remark?.("broken-tag", element);
    handlers.enter?.(element);
    if (look.isReversed) handlers.remark?.("reversed", element);
    if (look.isPreformatted !== this.isVerbatim) {
      this.stack.push(this.isVerbatim ? keepAgain : collapseAgain);
      this.isVerbatim = look.isPreformatted;
    }
    if (isOwn) this.block(element);
    else this.inline(element);
  }
}

/** The children that are shown: a closed `details` shows only its summary. */
function shownChildren(element: HtmlElement, handlers: FlowHandlers): readonly Node[] {
  const all = children(element);
  if (element.name !== "details" || attribute(element, "open") !== undefined) return all;
  const summary = all.find((child) => isElement(child) && child.name === "summary");
  if (all.some((child) => child !== summary && !(isText(child) && isBlank(child.data))))
    handlers.remark?.(summary === undefined ? "form-control" : "hidden", element);
  return summary === undefined ? [] : [summary];
}

/** True if nothing of a text with this look can be seen. */
export function isUnseen({ isVisible, opacity, size }: ElementLook): boolean {
  return !isVisible || opacity === 0 || size === 0;
}

const INLINE = /^(?:inline|contents|ruby|initial|unset|-webkit-inline)/;

/** True if the element begins and ends a line of its own; what is placed outside tables does too. */
function isBlock(element: HtmlElement, { display, own, isInTable }: ElementLook): boolean {
  if (!isInTable && /^(?:absolute|fixed)$/i.test(own.get("position") ?? "")) return true;
  if (display === undefined || element.name === "br") return isBlockTag(element);
  return !INLINE.test(display);
}

function isBlank(text: string): boolean {
  return text.trim() === "";
}

function droppedAs(element: HtmlElement, look: ElementLook): Remark | "unseen" | undefined {
  if (look.display === "none" || (element.name === "dialog" && attribute(element, "open") === undefined))
    return "hidden";
  // A shadow tree is shown in place of the content of its host (HTML 4.12.3).
  if (attribute(element, "shadowrootmode") !== undefined) return "generated";
  if (!isContent(element)) return shows.get(element.name) ?? "unseen";
  return look.isStruck ? "struck" : undefined;
}

/** Elements that show the reader something that is not text to us. */
const shows = new Map<string, Remark>([
  ...["select", "button", "meter", "progress"].map((name) => [name, "form-control"] as const),
  ["rt", "raised"],
  ["rtc", "raised"],
  ["script", "script"],
  ...["canvas", "svg", "math", "object", "embed", "iframe", "video", "audio", "applet"].map(
    (name) => [name, "picture"] as const,
  ),
]);

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
import { fieldText } from "./fields.ts";
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
  const builder = new ParagraphBuilder();
  const stack: (Step | Around)[] = [];
  let owner = root;
  let heading: number | undefined;
  let links = 0;
  let verbatim = 0;
  let lastOffset = 0;

  const end = () => {
    const paragraph = builder.take();
    if (paragraph !== undefined) handlers.paragraph(paragraph, owner, heading);
  };
  const push = (steps: readonly Step[]) => {
    for (let i = steps.length - 1; i >= 0; i--) stack.push(steps[i]!);
  };
  const text = (node: TextNode) => {
    const line = node.sourceCodeLocation?.startLine ?? 1;
    const parent = parentOf(node) ?? root;
    const { data } = node;
    if (!isBlank(data)) {
      lastOffset = Math.max(lastOffset, node.sourceCodeLocation?.startOffset ?? 0);
      const look = styles.of(parent);
      if (isUnseen(look)) {
        handlers.remark?.("hidden", parent, data);
        // Invisible text keeps its room, so the digits on either side of it do not touch.
        if (look.size > 0) builder.add(" ", line, false, parent);
        return;
      }
      handlers.text?.(data, parent);
    }
    if (verbatim === 0) return builder.add(data, line, links > 0, parent);
    data.split("\n").forEach((part, index) => {
      if (index > 0) {
        if (builder.isEmpty) builder.breakLine(line + index - 1);
        end();
      }
      builder.addVerbatim(part, line + index, links > 0, parent);
    });
  };
  const inline = (element: HtmlElement) => {
    const { name } = element;
    if (name === "br") return builder.breakLine(lineOf(element));
    if (name === "input") return input(element);
    if (name === "a") {
      links++;
      stack.push(() => links--);
    } else if (name === "sup" || name === "sub") {
      builder.guard();
      stack.push(() => builder.guard());
    }
    push(shownChildren(element, handlers));
  };
  const input = (element: HtmlElement) => {
    const value = fieldText(element);
    if (value === undefined) return handlers.remark?.("form-control", element);
    if (!isBlank(value)) handlers.text?.(value, element);
    builder.add(value, lineOf(element), false, element);
  };
  const block = (element: HtmlElement) => {
    end();
    stack.push({ type: "around", owner, heading });
    owner = element;
    heading = headingLevelOfElement(element) ?? heading;
    push(shownChildren(element, handlers));
  };

  /** True if an element is left out, or if other steps are taken in its place; never for the root. */
  const isPassedOver = (element: HtmlElement, look: ElementLook): boolean => {
    if (element === root) return false;
    const dropped = droppedAs(element, look);
    if (dropped !== undefined) {
      if (dropped !== "unseen") handlers.remark?.(dropped, element);
      return true;
    }
    const steps = handlers.replace?.(element, lastOffset);
    if (steps === undefined) return false;
    end();
    push(steps);
    return true;
  };
  const read = (element: HtmlElement) => {
    const look = styles.of(element);
    if (isPassedOver(element, look)) return;
    if (element.name === "img") handlers.remark?.("picture", element);
    if (isBroken(element)) handlers.remark?.("broken-tag", element);
    handlers.enter?.(element);
    if (look.isReversed) handlers.remark?.("reversed", element);
    if (look.isPreformatted !== verbatim > 0) {
      const before = verbatim;
      verbatim = look.isPreformatted ? 1 : 0;
      stack.push(() => void (verbatim = before));
    }
    if (isBlock(element, look)) block(element);
    else inline(element);
  };

  stack.push(root);
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    if (typeof step === "function") step();
    else if (step.type === "around") {
      end();
      ({ owner, heading } = step);
    } else if (isText(step)) text(step);
    else if (isElement(step)) read(step);
  }
  end();
}

/** The children that are shown: a closed `details` shows only its summary. */
function shownChildren(element: HtmlElement, { remark }: FlowHandlers): readonly Node[] {
  const all = children(element);
  if (element.name !== "details" || attribute(element, "open") !== undefined) return all;
  const summary = all.find((child) => isElement(child) && child.name === "summary");
  if (all.some((child) => child !== summary && !(isText(child) && isBlank(child.data))))
    remark?.(summary === undefined ? "form-control" : "hidden", element);
  return summary === undefined ? [] : [summary];
}

/** True if nothing of a text with this look can be seen. */
export function isUnseen({ isVisible, opacity, size }: ElementLook): boolean {
  return !isVisible || opacity === 0 || size === 0;
}

/** True if the element begins and ends a line of its own. */
function isBlock(element: HtmlElement, { display }: ElementLook): boolean {
  if (display === undefined || element.name === "br") return isBlockTag(element);
  return !/^(?:inline|contents|ruby|initial|unset|-webkit-inline)/.test(display);
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

import {
  children,
  headingLevel,
  isAbsent,
  isBlock,
  isBroken,
  isContent,
  isElement,
  isInvisible,
  isPreformatted,
  isReversed,
  isStruck,
  isText,
  attribute,
  lineOf,
} from "./dom.ts";
import type { Element, Node, TextNode } from "./dom.ts";
import { ParagraphBuilder } from "./paragraph.ts";
import type { Paragraph } from "./paragraph.ts";

/** Something still to do: a node to read, or an action between two nodes. */
export type Step = Node | (() => void);

export interface FlowHandlers {
  /** A finished paragraph that is not empty; `owner` is the block it began in. Lines of preformatted text may be empty. */
  readonly paragraph: (paragraph: Paragraph, owner: Element, heading: number | undefined) => void;
  /**
   * Called before an element is read; steps to take in its place, or undefined to read it as usual.
   * `lastOffset` is where the furthest text read so far stands in the source.
   */
  readonly replace?: (element: Element, lastOffset: number) => readonly Step[] | undefined;
  /** Content left out, and marks that make the text around them doubtful. */
  readonly remark?: (remark: Remark, element: Element) => void;
}

export type Remark = "hidden" | "struck" | "reversed" | "picture" | "form-control" | "broken-tag";

/** Reads a part of the page in order, without recursion: hostile pages nest deeply. */
export function flow(root: Element, handlers: FlowHandlers): void {
  const builder = new ParagraphBuilder();
  const stack: Step[] = [];
  let owner = root;
  let heading: number | undefined;
  let links = 0;
  let verbatim = 0;
  let lastOffset = 0;

  const end = () => {
    if (!builder.isEmpty) handlers.paragraph(builder.take(), owner, heading);
    else builder.take();
  };
  const push = (steps: readonly Step[]) => {
    for (let i = steps.length - 1; i >= 0; i--) stack.push(steps[i]!);
  };
  const text = (node: TextNode) => {
    const line = node.sourceCodeLocation?.startLine ?? 1;
    if (node.value.trim() !== "")
      lastOffset = Math.max(lastOffset, node.sourceCodeLocation?.startOffset ?? 0);
    if (verbatim === 0) return builder.add(node.value, line, links > 0);
    node.value.split("\n").forEach((part, index) => {
      if (index > 0) {
        if (builder.isEmpty) builder.breakLine(line + index - 1);
        end();
      }
      builder.addVerbatim(part, line + index, links > 0);
    });
  };
  const inline = (element: Element) => {
    const { tagName } = element;
    if (tagName === "br") return builder.breakLine(lineOf(element));
    if (tagName === "input") return input(element);
    if (tagName === "img") return handlers.remark?.("picture", element);
    if (tagName === "a") {
      links++;
      stack.push(() => links--);
    } else if (tagName === "sup" || tagName === "sub") {
      builder.guard();
      stack.push(() => builder.guard());
    }
    push(children(element));
  };
  const input = (element: Element) => {
    const type = attribute(element, "type")?.toLowerCase() ?? "text";
    if (type === "hidden" || type === "submit" || type === "button" || type === "reset") return;
    if (type === "checkbox" || type === "radio" || type === "image")
      return handlers.remark?.("form-control", element);
    builder.add(attribute(element, "value") ?? "", lineOf(element), false);
  };
  const block = (element: Element) => {
    end();
    const before = { owner, heading };
    owner = element;
    heading = headingLevel(element) ?? heading;
    stack.push(() => {
      end();
      ({ owner, heading } = before);
    });
    push(children(element));
  };

  stack.push(root);
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    if (typeof step === "function") {
      step();
      continue;
    }
    if (isText(step)) text(step);
    if (!isElement(step)) continue;
    const element = step;
    const dropped = element === root ? undefined : droppedAs(element);
    if (dropped !== undefined) {
      if (dropped !== "unseen") handlers.remark?.(dropped, element);
      continue;
    }
    const steps = element === root ? undefined : handlers.replace?.(element, lastOffset);
    if (steps !== undefined) {
      end();
      push(steps);
      continue;
    }
    if (isBroken(element)) handlers.remark?.("broken-tag", element);
    if (element.attrs.length > 0 || element.tagName === "pre") {
      if (isReversed(element)) handlers.remark?.("reversed", element);
      if (isPreformatted(element)) {
        verbatim++;
        stack.push(() => verbatim--);
      }
    }
    if (isBlock(element)) block(element);
    else inline(element);
  }
  end();
}

function droppedAs(element: Element): Remark | "unseen" | undefined {
  if (!isContent(element)) return shows.get(element.tagName) ?? "unseen";
  if (isStruck(element)) return "struck";
  return isAbsent(element) || isInvisible(element) ? "hidden" : undefined;
}

/** What shows something to the reader that is no text to us. */
const shows = new Map<string, Remark>([
  ["select", "form-control"],
  ...["canvas", "svg", "math", "object", "embed", "iframe"].map((name) => [name, "picture"] as const),
]);

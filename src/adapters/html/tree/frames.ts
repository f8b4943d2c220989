import type { Limits } from "../../../model/index.ts";
import { attribute, childElements, parentOf, within } from "./dom.ts";
import type { HtmlDocument, HtmlElement } from "./dom.ts";
import { tree } from "./nodes.ts";
import type { ChildNode, ParentNode } from "./nodes.ts";
import { parse, TooLarge } from "./parse.ts";

/** How deep frames within frames are opened, and how many of a page: a short text may build a large tree. */
const DEEPEST = 3;
const MOST = 20;

/**
 * Parses a page with the pages in it that its frames hold as text (`srcdoc`, HTML 4.8.5), each in its frame: tools that
 * save a page as one file keep frames so. A frame in a cell is left, because it shows a window of a few lines.
 */
export function parsePage(
  source: string,
  limits: Limits,
  depth = 0,
  budget = { frames: MOST },
): HtmlDocument | TooLarge {
  const page = parse(source, limits);
  if (page instanceof TooLarge || depth === DEEPEST || !/srcdoc/i.test(source)) return page;
  for (const frame of within(page)) {
    if (frame.name !== "iframe" || !isOpen(frame) || budget.frames-- <= 0) continue;
    const inner = parsePage(attribute(frame, "srcdoc")!, limits, depth + 1, budget);
    if (inner instanceof TooLarge) return inner;
    const [root] = childElements(inner);
    const { startLine, startOffset } = frame.sourceCodeLocation!;
    place(root as ChildNode, startLine - 1, startOffset);
    const element = frame as ParentNode;
    element.children.length = 0;
    tree.appendChild(element, root as ChildNode);
  }
  return page;
}

function isOpen(frame: HtmlElement): boolean {
  if (!attribute(frame, "srcdoc")) return false;
  if (["width", "height"].some((side) => /^0(?:px)?$/.test(attribute(frame, side)?.trim() ?? "")))
    return false;
  for (let here = parentOf(frame); here !== undefined; here = parentOf(here))
    if (here.name === "table") return false;
  return true;
}

/** Counts the places of a page's nodes from where its frame begins. */
function place(root: ChildNode, lines: number, offset: number): void {
  const waiting = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if ("sourceCodeLocation" in node && node.sourceCodeLocation !== null) {
      const at = node.sourceCodeLocation;
      node.sourceCodeLocation = {
        ...at,
        startLine: at.startLine + lines,
        startOffset: at.startOffset + offset,
      };
    }
    if ("children" in node) waiting.push(...node.children);
  }
}

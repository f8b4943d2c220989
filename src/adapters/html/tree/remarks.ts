import type { Finding, Place } from "../../../model/index.ts";
import { finding } from "../../../findings/finding.ts";
import { children, isContent, isElement, isText } from "./dom.ts";
import type { HtmlElement, Node } from "./dom.ts";

/** Rules that raise one finding for each table of a page, with the number of cases. */
type Remark =
  | "hidden-content"
  | "struck-text"
  | "misplaced-table-text"
  | "overlapping-cells"
  | "short-row"
  | "covered-table";

/**
 * Findings of one page. Cases of a rule in the same table are counted in one finding, because a hostile page could
 * raise millions.
 */
export class Remarks {
  private readonly found = new Map<string, { rule: Remark; at: Place; count: number }>();

  /** `apart` counts the row by itself, and not with others of its table; it is for rare cases. */
  add(rule: Remark, at: Place, apart = false): void {
    const key = `${rule} ${at.table ?? 0} ${apart ? at.row : ""}`;
    const earlier = this.found.get(key);
    if (earlier === undefined) this.found.set(key, { rule, at, count: 1 });
    else earlier.count++;
  }

  diagnostics(): Finding[] {
    return [...this.found.values()].map(({ rule, at, count }) => finding(rule, { at, args: { count } }));
  }
}

/** True if something left out could have been part of a report: it has digits or Chinese characters. */
export function isReportText(part: HtmlElement | string): boolean {
  if (typeof part === "string") return /[\d\u4E00-\u9FFF]/.test(part);
  const stack: Node[] = [part];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (isText(node) && /[\d\u4E00-\u9FFF]/.test(node.data)) return true;
    if (isElement(node) && isContent(node)) for (const child of children(node)) stack.push(child);
  }
  return false;
}

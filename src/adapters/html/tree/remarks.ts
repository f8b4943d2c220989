import type { Finding, Place } from "../../../model/index.ts";
import { finding } from "../../../findings/finding.ts";
import { children, isContent, isElement, isText } from "./dom.ts";
import type { HtmlElement, Node } from "./dom.ts";

/** Rules of which a page has one finding a table, with their number. */
type Remark = "hidden-content" | "struck-text" | "misplaced-table-text" | "overlapping-cells" | "short-row";

/** Findings of one page, one a rule and table with their number: a hostile page could raise millions. */
export class Remarks {
  private readonly found = new Map<string, { rule: Remark; at: Place; count: number }>();

  /** `apart`: not counted with others of its table; for what is seldom. */
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

/** True when something was left out that could have been part of a report: digits or Chinese. */
export function isReportText(part: HtmlElement | string): boolean {
  if (typeof part === "string") return /[\d\u4E00-\u9FFF]/.test(part);
  const stack: Node[] = [part];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (isText(node) && /[\d\u4E00-\u9FFF]/.test(node.data)) return true;
    if (isElement(node) && isContent(node)) for (const child of children(node)) stack.push(child);
  }
  return false;
}

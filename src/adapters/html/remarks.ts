import type { Diagnostic, Place, Severity } from "../../model/index.ts";
import { children, isContent, isElement, isText } from "./dom.ts";
import type { Element, Node } from "./dom.ts";

/** Findings of one page, one a rule and table with their number: a hostile page could raise millions. */
export class Remarks {
  private readonly found = new Map<string, { severity: Severity; at: Place; count: number }>();

  add(rule: string, severity: Severity, at: Place): void {
    const key = `${rule} ${at.table ?? 0}`;
    const earlier = this.found.get(key);
    if (earlier === undefined) this.found.set(key, { severity, at, count: 1 });
    else earlier.count++;
  }

  diagnostics(): Diagnostic[] {
    return [...this.found].map(([key, { severity, at, count }]) => {
      return { rule: key.slice(0, key.indexOf(" ")), severity, at, args: { count } };
    });
  }
}

/** True when something was left out that could have been part of a report: digits or Chinese. */
export function holdsText(element: Element): boolean {
  const stack: Node[] = [element];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (isText(node) && /[\d\u4E00-\u9FFF]/.test(node.value)) return true;
    if (isElement(node) && isContent(node)) for (const child of children(node)) stack.push(child);
  }
  return false;
}

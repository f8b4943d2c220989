import type { Conversion, Diagnostic } from "../model/index.ts";

/** What the findings say against the value at a pointer. */
export interface Flag {
  /** The worst severity; null where nothing casts doubt on the value. A notice is no doubt. */
  readonly severity: "error" | "warning" | null;
  /** Ids of the rules, each once, errors first. */
  readonly rules: readonly string[];
}

/**
 * What "flagged" means, everywhere: an error or a warning names the pointer or a prefix of it, such as its table. The
 * prefixes of a cell end at `/report/tables`: a finding about the report as a whole flags fields, no cell. Where there
 * is no report, all its errors and warnings stand for every pointer. A value that a person confirmed has no flag; one
 * that a person corrected has only those of sums that do not agree with it.
 */
export function flagsOf({
  report,
  diagnostics,
}: {
  readonly report: Conversion["report"];
  readonly diagnostics: readonly Diagnostic[];
}): (pointer: string) => Flag {
  const doubts = diagnostics.filter(({ severity }) => severity !== "notice");
  if (report === null) {
    const all = flagOf(doubts);
    return () => all;
  }
  const named = new Map<string, Diagnostic[]>();
  for (const doubt of doubts)
    for (const pointer of pointersOf(doubt)) named.set(pointer, [...(named.get(pointer) ?? []), doubt]);
  if (named.size === 0) return () => UNFLAGGED;
  const decided = (rule: string) =>
    new Set(diagnostics.flatMap((it) => (it.rule === rule && it.path !== undefined ? [it.path] : [])));
  const confirmed = decided("value-confirmed");
  const corrected = decided("value-corrected");
  return (pointer) => {
    if (confirmed.has(pointer)) return UNFLAGGED;
    const found: Diagnostic[] = [];
    const lowest = isWithin(pointer, TABLES) ? TABLES.length : "/report".length;
    const floor = corrected.has(pointer) ? pointer.length : lowest;
    for (let at = pointer; at.length >= floor; at = at.slice(0, at.lastIndexOf("/")))
      found.push(...(named.get(at) ?? []));
    return found.length === 0 ? UNFLAGGED : flagOf(found);
  };
}

/** Every pointer a finding names, each once, its own path first. */
export function pointersOf({ path, paths = [] }: Pick<Diagnostic, "path" | "paths">): readonly string[] {
  return [...new Set(path === undefined ? paths : [path, ...paths])];
}

const TABLES = "/report/tables";
const UNFLAGGED: Flag = { severity: null, rules: [] };

function flagOf(doubts: readonly Diagnostic[]): Flag {
  const errors = doubts.filter(({ severity }) => severity === "error");
  const others = doubts.filter(({ severity }) => severity !== "error");
  return {
    severity: errors.length > 0 ? "error" : others.length > 0 ? "warning" : null,
    rules: [...new Set([...errors, ...others].map(({ rule }) => rule))],
  };
}

function isWithin(pointer: string, above: string): boolean {
  return pointer === above || pointer.startsWith(`${above}/`);
}

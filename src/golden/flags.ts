import type { Diagnostic } from "../model/index.ts";

/**
 * Tells of a cell's pointer whether a warning or an error names it, its table, all tables, or counts it among its
 * operands. A finding about the report as a whole flags no cell.
 */
export function flagsOf(diagnostics: readonly Diagnostic[]): (pointer: string) => boolean {
  const doubts = diagnostics.filter(({ severity }) => severity !== "notice");
  const named = new Set(
    doubts.flatMap(({ path, paths = [] }) => (path === undefined ? paths : [path, ...paths])),
  );
  return (pointer) => {
    for (let at = pointer; at.startsWith(tables); at = at.slice(0, at.lastIndexOf("/")))
      if (named.has(at)) return true;
    return false;
  };
}

const tables = "/report/tables";

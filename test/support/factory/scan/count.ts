import type { Conversion } from "../../../../src/model/index.ts";
import type { ReportTruth } from "../truth.ts";

export type Outcome = "right" | "flagged" | "wrong" | "blank";

/**
 * How each number of a report came out. `flagged`: not given, or given with a word of doubt; `wrong` and `blank` are what
 * must not be: another number, or none, without one.
 */
export function outcomes(truth: ReportTruth, conversion: Conversion): ReadonlyMap<string, Outcome> {
  return new Map(
    Object.entries(truth.values).map(([path, value]) => [path, outcome(path, value, conversion)]),
  );
}

const ASSURED = new Set(["given", "recognized", "blank", "dash", "not-applicable"]);

function outcome(path: string, value: number | null, { report, evidence, diagnostics }: Conversion): Outcome {
  if (report === null) return "flagged";
  const found = at(report.tables, path);
  if (found === value) return "right";
  const assured = evidence[path] === undefined || ASSURED.has(evidence[path].status);
  const named = diagnostics.some(
    ({ rule, paths = [] }) => rule !== "page-recognized" && paths.some((one) => covers(one, path)),
  );
  if (!assured || named) return "flagged";
  if (found !== null) return "wrong";
  // A table of which nothing was found has no cells that claim to be blank.
  return evidence[path] === undefined && diagnostics.some(({ severity }) => severity === "error")
    ? "flagged"
    : "blank";
}

function at(tables: unknown, path: string): number | null {
  const found = path
    .split(".")
    .reduce<unknown>((node, key) => (node as Record<string, unknown> | null | undefined)?.[key], tables);
  return (found as number | null | undefined) ?? null;
}

function covers(one: string, path: string): boolean {
  return path === one || path.startsWith(`${one}.`);
}

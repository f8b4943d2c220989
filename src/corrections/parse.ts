import type { CorrectedValue, Correction } from "../model/index.ts";

export interface ParsedCorrections {
  readonly corrections: readonly Correction[];
  /** Lines that are no correction, and the key that is missing or wrong; `line` counts from 1. */
  readonly problems: readonly { readonly line: number; readonly key: string }[];
}

/** Reads a `corrections.jsonl`. Never throws: a line that is no correction is listed among the problems. */
export function parseCorrections(text: string): ParsedCorrections {
  const corrections: Correction[] = [];
  const problems: { line: number; key: string }[] = [];
  const lines = text.replace(/^\ufeff/u, "").split("\n");
  for (const [index, line] of lines.entries()) {
    if (line.trim() === "") continue;
    const made = correctionOf(line);
    if (typeof made === "string") problems.push({ line: index + 1, key: made });
    else corrections.push(made);
  }
  return { corrections, problems };
}

/** The lines of a `corrections.jsonl`, keys in the order of the schema. */
export function serializeCorrections(corrections: readonly Correction[]): string {
  return corrections
    .map(({ schema, source, pointer, was, who, when, why, ...decision }) =>
      JSON.stringify({ schema, source, pointer, was, ...decision, who, when, why }),
    )
    .map((line) => line + "\n")
    .join("");
}

/** A correction, or the name of the key that is missing or wrong. */
function correctionOf(line: string): Correction | string {
  let value: Readonly<Record<string, unknown>>;
  try {
    const parsed: unknown = JSON.parse(line);
    if (!isMap(parsed)) return "JSON";
    value = parsed;
  } catch {
    return "JSON";
  }
  if (value.schema !== "gongkai/correction/1") return "schema";
  const { source, pointer, was, now, confirmed, who, when, why } = value;
  if (!isMap(source) || typeof source.name !== "string") return "source.name";
  if (typeof source.sha256 !== "string" || !/^[0-9a-f]{64}$/u.test(source.sha256)) return "source.sha256";
  if (typeof pointer !== "string" || !pointer.startsWith("/report/")) return "pointer";
  if (!isValue(was)) return "was";
  if ((now === undefined) === (confirmed !== true)) return "now";
  if (now !== undefined && !isValue(now)) return "now";
  if (typeof who !== "string") return "who";
  if (typeof when !== "string" || Number.isNaN(Date.parse(when))) return "when";
  if (typeof why !== "string") return "why";
  const target = {
    schema: "gongkai/correction/1",
    source: { name: source.name, sha256: source.sha256 },
    pointer,
    was,
    who,
    when,
    why,
  } as const;
  return now === undefined ? { ...target, confirmed: true } : { ...target, now };
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isValue(value: unknown): value is CorrectedValue {
  return value === null || typeof value === "string" || (typeof value === "number" && Number.isFinite(value));
}

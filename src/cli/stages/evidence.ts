import { placeWords } from "../../findings/index.ts";
import type { Conversion } from "../../model/index.ts";
import { plainLine } from "../../writers/plain-line.ts";
import { alignedRows } from "../terminal/rows.ts";
import { markAt } from "./page-svg.ts";
import type { Mark } from "./page-svg.ts";
import { quoted } from "./tokens.ts";

export function evidenceTable(conversion: Conversion): string {
  const rows = Object.entries(conversion.evidence).map(([path, { status, raw, at }]) => [
    path,
    plainLine(JSON.stringify(valueAt(conversion, path)) ?? "?"),
    status,
    raw === null ? "–" : quoted(raw),
    at === null ? "–" : placeWords(at, "en"),
  ]);
  return alignedRows(rows);
}

export function evidenceMarks({ evidence }: Conversion): Mark[] {
  return Object.entries(evidence).flatMap(([path, { at, status }]) => (at ? markAt(at, status, path) : []));
}

/** The value that a JSON Pointer (RFC 6901) names. */
function valueAt(root: unknown, pointer: string): unknown {
  return pointer
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"))
    .reduce((at, step) => (at as Record<string, unknown> | null | undefined)?.[step], root);
}

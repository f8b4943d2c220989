import { html } from "../../../src/adapters/html/index.ts";
import type { Limits, Reading, Token } from "../../../src/model/index.ts";

export const limits: Limits = {
  maximumBytes: 10_000_000,
  maximumInflatedBytes: 10_000_000,
  maximumPages: 100,
  maximumCells: 100_000,
  maximumDepth: 256,
};

export function read(page: string | Uint8Array, changed: Partial<Limits> = {}): Reading {
  const bytes = typeof page === "string" ? new TextEncoder().encode(page) : page;
  return html.read({ name: "page.html", bytes }, { ...limits, ...changed }) as Reading;
}

/**
 * A line a line, a row a line: cells between bars, spans as `2x3` (rows x columns), doubts after `!`,
 * a heading's level as `#`, line ends inside as `⏎`, no-break spaces as `␣`; then the findings.
 */
export function print(page: string | Uint8Array, changed?: Partial<Limits>): string {
  const { tokens, diagnostics } = read(page, changed);
  const notes = diagnostics.map((d) => [d.severity, d.rule, ...Object.values(d.args ?? {})].join(" "));
  return [...lines(tokens), ...notes].join("\n");
}

export function lines(tokens: readonly Token[]): string[] {
  const out: string[] = [];
  for (const token of tokens) {
    if (token.kind === "line") out.push("#".repeat(token.heading ?? 0) + show(token.text));
    else if (token.kind === "table-start") out.push("[");
    else if (token.kind === "table-end") out.push("]");
    else if (token.kind === "row") out.push("|");
    else {
      const span = token.rowSpan * token.colSpan === 1 ? "" : `${token.rowSpan}x${token.colSpan} `;
      const doubt = token.doubt?.kind === "unreadable" ? `!${token.doubt.reason}` : "";
      out[out.length - 1] += `${span}${show(token.text)}${doubt}|`;
    }
  }
  return out;
}

function show(text: string): string {
  return text.replaceAll("\n", "⏎").replaceAll("\u00A0", "␣");
}

export function metadata(page: string | Uint8Array): string {
  return read(page)
    .metadata.map(({ field, value, at }) => `${field}=${value}@${at.line}`)
    .join("\n");
}

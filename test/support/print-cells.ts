import type { Reading } from "../../src/model/index.ts";

/** Lines as they are, a row as `| cell | cell |` with `rows×columns` where merged and `?reason` where doubtful; findings after `!`. */
export function printReading({ tokens, diagnostics }: Reading): string[] {
  const lines: string[] = [];
  for (const token of tokens) {
    if (token.kind === "line") lines.push(token.heading ? `#${token.heading} ${token.text}` : token.text);
    else if (token.kind === "row") lines.push("|");
    else if (token.kind === "cell") {
      const merged = token.rowSpan * token.colSpan > 1 ? `${token.rowSpan}×${token.colSpan} ` : "";
      const doubtful = token.doubt?.kind === "unreadable" ? ` ?${token.doubt.reason}` : "";
      lines[lines.length - 1] += ` ${merged}${token.text}${doubtful} |`;
    }
  }
  return [
    ...lines,
    ...diagnostics.map(({ rule, args }) => `! ${rule} ${Object.values(args ?? {}).join(" ")}`.trim()),
  ];
}

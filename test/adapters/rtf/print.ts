import { rtf } from "../../../src/adapters/rtf/index.ts";
import { defaultLimits } from "../../../src/index.ts";
import type { Reading } from "../../../src/model/index.ts";

/** `body` holds one character a byte. */
export function read(body: string): Reading {
  const bytes = Uint8Array.from(body, (character) => character.charCodeAt(0));
  return rtf.read({ name: "a.rtf", bytes }, defaultLimits) as Reading;
}

/** Lines as they are, a row as `| cell | cell |` with `rows×columns` where merged and `?reason` where doubtful; refusals and findings after `!`. */
export function printed(content: string): string[] {
  const { tokens, diagnostics } = read(`{\\rtf1\\ansi ${content}}`);
  const lines: string[] = [];
  for (const token of tokens) {
    if (token.kind === "line") lines.push(token.heading ? `#${token.heading} ${token.text}` : token.text);
    else if (token.kind === "row") lines.push("|");
    else if (token.kind === "cell") {
      const { rowSpan, colSpan, text, doubt } = token;
      const merged = rowSpan * colSpan > 1 ? `${rowSpan}×${colSpan} ` : "";
      const doubtful = doubt?.kind === "unreadable" ? ` ?${doubt.reason}` : "";
      lines[lines.length - 1] += ` ${merged}${text}${doubtful} |`;
    }
  }
  return [
    ...lines,
    ...diagnostics.map(({ rule, args }) => `! ${rule} ${Object.values(args ?? {}).join(" ")}`.trim()),
  ];
}

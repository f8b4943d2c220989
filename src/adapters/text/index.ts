import type { Adapter, Reading, Token } from "../../model/index.ts";
import { decode } from "../decode.ts";

/** No line of a report comes near; a longer one is no text made for people. */
const MAXIMUM_LINE = 2_000_000;

/** Plain text and Markdown in any cell layout: one line token per line, tabs and leading spaces kept. */
export const text: Adapter = {
  id: "text",
  description: "plain text and Markdown (UTF-8, GB18030, Big5, UTF-16)",
  sniff: () => true, // last in the list: the decoder says whether the bytes are text at all
  read(source): Reading {
    const { text: decoded, encoding, diagnostics } = decode(source.bytes);
    if (diagnostics.some((diagnostic) => diagnostic.severity === "error")) {
      return { tokens: [], metadata: [], encoding, diagnostics };
    }
    const lines = unescape(decoded).split(/\n|\f(?=.)/u);
    const longest = lines.reduce((longest, line) => Math.max(longest, line.length), 0);
    if (longest > MAXIMUM_LINE) {
      const tooLong = { rule: "too-large", severity: "error", args: { what: "line", size: longest, limit: MAXIMUM_LINE } } as const;
      return { tokens: [], metadata: [], encoding, diagnostics: [...diagnostics, tooLong] };
    }
    const tokens = lines.map((line, index): Token => {
      const heading = /^\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*$/u.exec(line);
      const at = { line: index + 1 };
      if (!heading) return { kind: "line", text: line, at };
      return { kind: "line", text: heading[2]!, heading: heading[1]!.length, at };
    });
    return { tokens, metadata: [], encoding, diagnostics };
  },
};

/** Markdown writers put a backslash before punctuation (`\\-`, `\\@`); `\\|` is left to the pipe tables (CommonMark 2.4). */
function unescape(text: string): string {
  return text.includes("\\") ? text.replace(/\\([!-/:-@[\]-`{}~])/gu, "$1") : text;
}

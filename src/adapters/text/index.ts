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
    const lines = decoded.split("\n");
    const longest = lines.reduce((longest, line) => Math.max(longest, line.length), 0);
    if (longest > MAXIMUM_LINE) {
      const tooLong = { rule: "too-large", severity: "error", args: { what: "line", size: longest, limit: MAXIMUM_LINE } } as const;
      return { tokens: [], metadata: [], encoding, diagnostics: [...diagnostics, tooLong] };
    }
    let page = decoded.includes("\f") ? 1 : undefined;
    const tokens = lines.map((printed, index): Token => {
      // A form feed before a line begins a page (text taken from a PDF); columns made by spaces begin anew there.
      const feeds = /^\f*/u.exec(printed)![0].length;
      if (page !== undefined) page += feeds;
      const line = printed.slice(feeds);
      const heading = /^\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*$/u.exec(line);
      const at = { ...(page === undefined ? {} : { page }), line: index + 1 };
      if (!heading) return { kind: "line", text: line, at };
      return { kind: "line", text: heading[2]!, heading: heading[1]!.length, at };
    });
    return { tokens, metadata: [], encoding, diagnostics };
  },
};

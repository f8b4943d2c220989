import type { Adapter, Reading, Token } from "../../model/index.ts";
import { decode } from "../decode.ts";
import { finding } from "../../findings/finding.ts";
import { foreignFormat, foreignXml } from "./signatures.ts";

/**
 * Characters. No report comes near this length; a longer line was not made for people, and the cost of a line grows
 * faster than its length.
 */
const MAXIMUM_LINE = 2_000_000;
const MAXIMUM_LINES = 500_000;

/** Plain text and Markdown in any cell layout: one line token per line, tabs and leading spaces kept. */
export const text: Adapter = {
  id: "text",
  description: "plain text and Markdown (UTF-8, GB18030, Big5, UTF-16)",
  sniff: () => true, // last in the list: the decoder says whether the bytes are text at all
  read(source): Reading {
    const foreign = foreignFormat(source.bytes);
    if (foreign !== undefined) return unsupported(foreign);
    const { text: decoded, encoding, isText, diagnostics } = decode(source.bytes);
    if (!isText) return { tokens: [], metadata: [], encoding, diagnostics };
    // Markup is no report; its lines would be read as the report's chapters.
    const kind = foreignXml(decoded);
    if (kind !== undefined) return unsupported(kind);
    const tooLarge = (what: string, limit: number): Reading => {
      const diagnostic = finding("too-large", { args: { what, limit } });
      return { tokens: [], metadata: [], encoding, diagnostics: [...diagnostics, diagnostic] };
    };
    const lines = decoded.split("\n", MAXIMUM_LINES + 1);
    if (lines.length > MAXIMUM_LINES) return tooLarge("lines", MAXIMUM_LINES);
    if (lines.some((line) => line.length > MAXIMUM_LINE)) return tooLarge("line", MAXIMUM_LINE);
    let page = decoded.includes("\f") ? 1 : undefined;
    const tokens = lines.map((printed, index): Token => {
      // A form feed before a line begins a new page (as in text taken from a PDF); columns made by spaces begin anew
      // there.
      const feeds = printed.startsWith("\f") ? /^\f*/u.exec(printed)![0].length : 0;
      if (page !== undefined) page += feeds;
      const line = printed.slice(feeds);
      const heading = line.includes("#") ? /^\s{0,3}(#{1,6})\s(.*)$/u.exec(line) : null;
      const at = page === undefined ? { line: index + 1 } : { page, line: index + 1 };
      if (!heading) return { kind: "line", text: line, at };
      return { kind: "line", text: withoutClosing(heading[2]!), heading: heading[1]!.length, at };
    });
    return { tokens, metadata: [], encoding, diagnostics };
  },
};

function unsupported(format: string): Reading {
  return { tokens: [], metadata: [], diagnostics: [finding("unsupported", { args: { format } })] };
}

/** `# 总体情况 ##`: the marks that may close a heading are not part of its text. */
function withoutClosing(title: string): string {
  let end = title.trimEnd().length;
  while (title[end - 1] === "#") end--;
  return title.slice(0, end).trim();
}

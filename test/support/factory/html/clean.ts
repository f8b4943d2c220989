import type { FormBlock, TableBlock } from "../blocks.ts";
import { encode } from "../encode.ts";
import type { Encoding } from "../encode.ts";

export interface HtmlOptions {
  readonly encoding?: Encoding;
  /** Label in `<meta charset>`; null declares none. Default: that of the encoding. */
  readonly charset?: string | null;
  /** Header rows in `<thead>` as `<th>`. */
  readonly tableHead?: boolean;
  /** What an empty cell holds. */
  readonly emptyCell?: "" | "&nbsp;";
  /** Extra rules for the style sheet; the PDF renderer sets page and borders here. */
  readonly style?: string;
}

/** A plain page: headings, paragraphs, tables with true spans. */
export function renderHtml(blocks: readonly FormBlock[], options: HtmlOptions = {}): Uint8Array {
  const title = blocks
    .flatMap((block) => (block.kind === "heading" && block.level === 0 ? [block.text] : []))
    .join("");
  const body = blocks.map((block) => {
    if (block.kind === "table") return tableHtml(block, options);
    if (block.kind === "heading")
      return `<h${block.level + 1}>${escapeText(block.text)}</h${block.level + 1}>`;
    return `<p${block.align ? ` style="text-align: ${block.align}"` : ""}>${escapeText(block.text)}</p>`;
  });
  const html = `<!DOCTYPE html>
<html lang="zh-CN">
<head>
${charsetMeta(options)}<title>${escapeText(title)}</title>
<style>table { border-collapse: collapse } td, th { border: 1px solid #000 } ${options.style ?? ""}</style>
</head>
<body>
${body.join("\n")}
</body>
</html>
`;
  return encode(html, { encoding: options.encoding ?? "utf-8" });
}

const charsets: Readonly<Record<Encoding, string>> = {
  "utf-8": "utf-8",
  "utf-8-bom": "utf-8",
  gb18030: "gbk",
  "utf-16le": "utf-16",
  "utf-16be": "utf-16",
};

export function charsetMeta({ encoding = "utf-8", charset = charsets[encoding] }: HtmlOptions): string {
  return charset === null ? "" : `<meta http-equiv="Content-Type" content="text/html; charset=${charset}">\n`;
}

function tableHtml(
  { rows, headerRows }: TableBlock,
  { tableHead = false, emptyCell = "" }: HtmlOptions,
): string {
  const line = (at: number): string => {
    const cells = rows[at]!.map(({ text, rowSpan, colSpan, role }) => {
      const tag = tableHead && at < headerRows ? "th" : "td";
      return `<${tag}${spanAttributes(rowSpan, colSpan)}${role === "value" ? ' align="center"' : ""}>${escapeText(text) || emptyCell}</${tag}>`;
    });
    return `<tr>${cells.join("")}</tr>`;
  };
  const lines = rows.map((_, at) => line(at));
  const head = tableHead ? `<thead>\n${lines.slice(0, headerRows).join("\n")}\n</thead>\n` : "";
  return `<table>\n${head}<tbody>\n${lines.slice(tableHead ? headerRows : 0).join("\n")}\n</tbody>\n</table>`;
}

export function spanAttributes(rowSpan: number, colSpan: number): string {
  return (rowSpan > 1 ? ` rowspan="${rowSpan}"` : "") + (colSpan > 1 ? ` colspan="${colSpan}"` : "");
}

/** Text content: markup characters escaped, a no-break space visible, a line end as `<br>`. */
export function escapeText(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\u00a0", "&nbsp;")
    .replaceAll("\n", "<br>");
}

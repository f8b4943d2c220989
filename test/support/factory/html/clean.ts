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
  /** Floating tools, pop-ups, ornaments and a seal stand around the report; none of them lies over a table. */
  readonly decorated?: boolean;
}

const ornamentSheet = `
html::before { content: ""; position: fixed; inset: 0; backdrop-filter: grayscale(1) }
h1 { position: relative } h1::after { content: ""; position: absolute; left: 45%; bottom: 0; width: 10%; height: 3px; background: #c00 }
p::after { content: ""; display: table; clear: both }
table { border-radius: 4px; overflow: hidden; box-shadow: 0 1px 2px #ccc }
.qr { display: none; position: absolute; top: 40px; background: #fff }
.sr { position: absolute; left: -9999px; width: 1px; overflow: hidden }`;

const ornaments = `<div class="share" style="position:absolute;right:0;top:90px;background:#eee"><img src="wx.png"></div>
<div class="qr"><img src="qr.png" width="120"></div>
<div style="position:fixed;left:0;top:200px;background:#036;width:40px;height:160px"></div>
<span class="sr">无障碍</span>
<p style="position:relative"><img style="position:absolute;right:60px;top:-70px;width:140px" src="seal.png"></p>
`;

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
<style>table { border-collapse: collapse } td, th { border: 1px solid #000 } ${options.style ?? ""}${options.decorated === true ? ornamentSheet : ""}</style>
</head>
<body>
${body.join("\n")}
${options.decorated === true ? ornaments : ""}</body>
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

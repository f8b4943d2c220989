import type { FormBlock, TableBlock } from "../blocks.ts";
import { encode } from "../encode.ts";
import type { ReportTruth } from "../truth.ts";
import { charsetMeta, escapeText, spanAttributes } from "./clean.ts";
import type { HtmlOptions } from "./clean.ts";

/** What the page says about the report outside its text; a truth can be passed as it is. */
export type PortalHead = Pick<ReportTruth, "title" | "issuer" | "year" | "publicationDate" | "indexNumber">;

/**
 * A page of a government portal as content management systems write it: navigation, breadcrumb, meta tags, a table of
 * 索引号 and 发布机构, the report pasted from Word inside a layout table, a footer full of digits.
 */
export function renderPortalHtml(
  blocks: readonly FormBlock[],
  head: PortalHead,
  options: HtmlOptions = {},
): Uint8Array {
  const { title, issuer, publicationDate, indexNumber, year } = head;
  const name = escapeText(title);
  const archive = [1, 2, 3]
    .map((back) => `<li><a href="/nb/${year - back}.html">${year - back}年政府信息公开年报</a></li>`)
    .join("");
  const html = `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:o="urn:schemas-microsoft-com:office:office">
<head>
${charsetMeta(options)}<meta name="SiteName" content="${escapeText(issuer)}门户网站">
<meta name="ColumnName" content="政府信息公开年报">
<meta name="ArticleTitle" content="${name}">
<meta name="PubDate" content="${publicationDate} 09:30">
<meta name="ContentSource" content="${escapeText(issuer)}">
<title>${name}_${escapeText(issuer)}门户网站</title>
<style>
/* 2 栏 1200 像素 */
.TRS_Editor P { line-height: 1.5 } table { border-collapse: collapse } .MsoNormalTable td { border: 1px solid windowtext } ${options.style ?? ""}
</style>
<script>var visits = 10086; var tables = "<table><tr><td>1</td></tr></table>";</script>
</head>
<body>
<div class="header"><ul class="nav"><li><a href="/">首页</a></li><li><a href="/zwgk/">政务公开</a></li><li><a href="/fw/">办事服务</a></li>${archive}</ul></div>
<div class="crumb">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt; <a href="/nb/">政府信息公开年报</a></div>
<table class="xxgk-head" width="100%"><tbody>
<tr><td>索引号：</td><td>${indexNumber}</td><td>发布机构：</td><td>${escapeText(issuer)}</td></tr>
<tr><td>发文日期：</td><td>${publicationDate}</td><td>文号：</td><td>&nbsp;</td></tr>
<tr><td>名称：</td><td colspan="3">${name}</td></tr>
</tbody></table>
<table class="layout" width="1000" border="0"><tbody><tr><td>
<div class="info">发布时间：${publicationDate} 09:30　来源：${escapeText(issuer)}　浏览次数：<span id="hits">357</span>　字号：[大 中 小]</div>
<div class="TRS_Editor">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
${blocks.map((block) => (block.kind === "table" ? wordTable(block) : wordParagraph(block))).join("\n")}
</div>
<div class="close">【打印】【关闭】</div>
</td></tr></tbody></table>
<div class="footer"><p>主办单位：${escapeText(issuer)}　承办单位：信息中心</p><p>备案号：云泽备00000000号-1　公网安备 00000000000001号</p><p>联系电话：0199-0000000　网站标识码：0000000001</p></div>
</body>
</html>
`;
  return encode(html, { encoding: options.encoding ?? "utf-8" });
}

const paragraphStyle =
  "margin:0cm;margin-bottom:.0001pt;text-indent:32.0pt;mso-char-indent-count:2.0;line-height:28.0pt";

function wordParagraph(block: Exclude<FormBlock, TableBlock>): string {
  const align = block.kind === "heading" && block.level === 0 ? "center" : "justify";
  const weight = block.kind === "heading" ? "<b>" : "";
  return `<p class="MsoNormal" align="${align}" style="${paragraphStyle}">${weight}${wordRuns(block.text)}${weight && "</b>"}<o:p></o:p></p>`;
}

function wordTable({ rows }: TableBlock): string {
  const lines = rows.map((row, at) => {
    const cells = row.map(
      ({ text, rowSpan, colSpan, role }) =>
        `<td width="${58 * colSpan}"${spanAttributes(rowSpan, colSpan)} valign="center" style="border:solid windowtext 1.0pt;mso-border-alt:solid windowtext .5pt;padding:0cm 5.4pt 0cm 5.4pt">` +
        `<p class="MsoNormal" align="${role === "label" ? "left" : "center"}">${text === "" ? "&nbsp;" : wordRuns(text)}<o:p></o:p></p></td>`,
    );
    return `<tr style="mso-yfti-irow:${at};height:25.0pt">\n${cells.join("\n")}\n</tr>`;
  });
  return `<table class="MsoNormalTable" border="1" cellspacing="0" cellpadding="0" style="mso-yfti-tbllook:1184">\n<tbody>\n${lines.join("\n")}\n</tbody>\n</table>\n<p class="MsoNormal">&nbsp;</p>`;
}

/** Word wraps every stretch of digits or Latin letters in a span of its own language. */
function wordRuns(text: string): string {
  return text
    .split(/([0-9A-Za-z.]+)/)
    .map((part, index) => {
      if (part === "") return "";
      return index % 2 === 1
        ? `<span lang="EN-US" style="mso-hansi-font-family:FangSong">${part}</span>`
        : `<span style="font-family:仿宋">${escapeText(part)}</span>`;
    })
    .join("");
}

import { escaped } from "../../batch/summary/summary.ts";
import type { Language } from "../../index.ts";
import type { Severity } from "../../model/index.ts";
import { plainLine } from "../../writers/plain-line.ts";
import type { TerminalPaint } from "../terminal/colour.ts";

/** What `check` says about one draft, in whatever form it is written. */
export interface CheckedDraft {
  readonly title: string;
  readonly heading: readonly string[];
  readonly findings: readonly CheckedFinding[];
  /** How many notices are not listed among the findings. */
  readonly hidden: string | null;
}

export interface CheckedFinding {
  readonly severity: Severity;
  /** The severity in words. */
  readonly word: string;
  readonly message: string;
  readonly rule: string;
  /** The two sides that differ, and the cells the finding is about. */
  readonly lines: readonly string[];
}

export function checkText({ heading, findings, hidden }: CheckedDraft, paint: TerminalPaint): string {
  const paragraphs = findings.flatMap(({ severity, word, message, rule, lines }) => [
    "",
    `${paint.severity(severity, word)}: ${plainLine(message)} ${paint.dim(`[${plainLine(rule)}]`)}`,
    ...lines.map((line) => "  " + plainLine(line)),
  ]);
  const rest = hidden === null ? [] : [...(paragraphs.length > 0 ? [""] : []), hidden];
  return [...heading.map(plainLine), ...paragraphs, ...rest].map((line) => line + "\n").join("");
}

/** One page for all drafts, made for printing: each draft begins on a new sheet, and no finding is split over two. */
export function checkPage(drafts: readonly CheckedDraft[], language: Language): string {
  const title = { en: "Annual reports checked", zh: "年报核对结果" }[language];
  const sections = drafts.map(({ title, heading, findings, hidden }) => {
    const items = findings.map(({ severity, word, message, lines }) => {
      const list = lines.map((line) => `<li>${escaped(line)}</li>`).join("");
      return `<li class="${severity}"><p>${escaped(`${word}: ${message}`)}</p>${list === "" ? "" : `<ul>${list}</ul>`}</li>`;
    });
    return [
      `<section><h1>${escaped(title)}</h1>`,
      ...heading.map((line) => `<p class="heading">${escaped(line)}</p>`),
      ...(items.length > 0 ? [`<ol>${items.join("\n")}</ol>`] : []),
      ...(hidden === null ? [] : [`<p>${escaped(hidden)}</p>`]),
      `</section>`,
    ].join("\n");
  });
  return `<!doctype html>
<html lang="${language === "zh" ? "zh-CN" : "en"}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
<main>
${sections.join("\n")}
</main>
</body>
</html>
`;
}

const style = `body{font:15px/1.6 sans-serif;max-width:50em;margin:2em auto;padding:0 1em;color:#1c2126}
h1{font-size:1.3em}.heading{font-weight:bold}ol{padding:0;list-style:none}
ol>li{border-left:5px solid #565e66;padding:.1em 1em;margin:1em 0;break-inside:avoid;overflow-wrap:anywhere}
li.error{border-color:#9b1c1c}li.warning{border-color:#b36b00}li>p{font-weight:bold;margin:.3em 0}li ul{margin:.2em 0;padding-left:1.2em}
section+section{border-top:1px solid #c4cbd1;break-before:page}
@media print{body{margin:0;max-width:none}section+section{border:0}}`;

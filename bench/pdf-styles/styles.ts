/** How a report looks on paper: rules for its style sheet, what is changed in its source, and what is printed on top. */
export interface Style {
  readonly css?: string;
  readonly change?: (html: string) => string;
  /** Further settings of the browser's print command. */
  readonly settings?: object;
}

const NO_LINES = "td, th { border: none }";
const WIDE = "table { width: 100% } td, th { padding: 2pt 4pt }";
const fixed = (content: string) => (html: string) => html.replace("</body>", `${content}</body>`);
/** Watermarks as programs lay them over each page. */
const mark = (css: string, text = "青石市人民政府办公室") =>
  fixed(`<div style="position: fixed; white-space: nowrap; ${css}">${text}</div>`);
const everywhere = (css: string, text: string) =>
  fixed(
    Array.from(
      { length: 24 },
      (_, at) =>
        `<div style="position: fixed; left: ${(at % 4) * 48 - 5}mm; top: ${Math.floor(at / 4) * 45 + 5}mm; white-space: nowrap; ${css}">${text}</div>`,
    ).join(""),
  );
/** A watermark as a picture: text drawn by the browser as vectors within an SVG picture, or as pixels. */
const svg = (attributes: string, text = "青石市人民政府") =>
  `<svg xmlns='http://www.w3.org/2000/svg' width='640' height='900'><text x='40' y='640' font-size='84' font-family='Noto Sans CJK SC' transform='rotate(-45 320 450)' ${attributes}>${text}</text></svg>`;
const picture = (attributes: string, css = "") =>
  fixed(
    `<img style="position: fixed; left: 0; top: 0; width: 100%; ${css}" src="data:image/svg+xml,${encodeURIComponent(svg(attributes))}">`,
  );
const digits = (change: (digit: string) => string) => (html: string) =>
  html.replace(/(<td[^>]*align="center">)([^<]*)</g, (_all, cell: string, text: string) => {
    return `${cell}${text.replace(/\d/g, change)}<`;
  });

/** Tables as offices and their programs print them. */
export const STYLES: Readonly<Record<string, Style>> = {
  "all lines": {},
  "hair lines": { css: "td, th { border: 0.25pt solid #ccc }" },
  "dotted lines": { css: "td, th { border: 0.75pt dotted #000 }" },
  "dashed lines": { css: "td, th { border: 1pt dashed #666 }" },
  "double lines": { css: "td, th { border: 2.25pt double #000 }" },
  "cells apart": { css: "table { border-collapse: separate; border-spacing: 2pt }" },
  "white lines on colour": { css: "td, th { border: 1pt solid #fff; background: #dce6f1 }" },
  "three lines": {
    css: `${NO_LINES} table { border-top: 1.5pt solid; border-bottom: 1.5pt solid } tr:first-child td, tr:first-child th { border-bottom: 0.75pt solid }`,
  },
  "three lines, head of two rows": {
    css: `${NO_LINES} table { border-top: 1.5pt solid; border-bottom: 1.5pt solid } thead { border-bottom: 0.75pt solid }`,
  },
  "horizontal lines": { css: `${NO_LINES} td, th { border-bottom: 0.5pt solid #888 }` },
  "open sides": { css: "table { border-left: hidden; border-right: hidden }" },
  "vertical lines": { css: `${NO_LINES} td, th { border-left: 0.5pt solid; border-right: 0.5pt solid }` },
  bands: { css: `${NO_LINES} tr:nth-child(even) { background: #f0f4f8 }` },
  "bands under a dark head": {
    css: `${NO_LINES} tr:nth-child(odd) { background: #eef3fa } tr:first-child { background: #2f5496; color: #fff }`,
  },
  "bands of columns": { css: `${NO_LINES} td:nth-child(even) { background: #f2f2f2 }` },
  "no lines": { css: NO_LINES },
  "no lines, numbers to the right": { css: `${NO_LINES} td[align] { text-align: right }` },
  "no lines, numbers to the left": { css: `${NO_LINES} td[align] { text-align: left }` },
  "no lines, cells at their top": { css: `${NO_LINES} td { vertical-align: top }` },
  "no lines, narrow": { css: `${NO_LINES} table { width: 62%; font-size: 8pt }` },
  "no lines, far apart": { css: `${NO_LINES} td { padding: 7pt 9pt }` },
  "no lines, tight": { css: `${NO_LINES} td { padding: 0 1pt; line-height: 1.05 }` },
  "outer frame alone": { css: `${NO_LINES} table { border: 1pt solid }` },
  "small page": { css: "@page { size: A5; margin: 12mm }" },
  "rows cut by pages": { css: "@page { size: A5 landscape; margin: 10mm } td { padding: 6pt 4pt }" },
  "head on each page": {
    css: "@page { size: A5 landscape; margin: 10mm } thead { display: table-header-group }",
  },
  "head on each page, no lines": {
    css: `${NO_LINES} @page { size: A5 landscape; margin: 10mm } thead { display: table-header-group }`,
  },
  "tables on landscape pages": {
    css: "@page wide { size: A4 landscape } table { page: wide }",
  },
  "labels of one glyph a line": {
    css: "td[rowspan] { width: 1.2em; word-break: break-all; padding: 0 2pt }",
  },
  "labels from top to bottom": { css: "td[rowspan] { writing-mode: vertical-rl; text-orientation: mixed }" },
  "full-width digits": { change: digits((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)) },
  "full-width digits, no lines": {
    css: NO_LINES,
    change: digits((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  },
  "spread digits": { css: "td[align] { letter-spacing: 1.5pt }" },
  "justified labels": {
    css: "td { text-align: justify; text-align-last: justify } td[align] { text-align-last: center }",
  },
  "bold numbers": { css: "td[align] { font-weight: bold }" },
  "coloured numbers": { css: "td[align] { color: #1f4e9c }" },
  "grey numbers": { css: "td[align] { color: #888 }" },
  "rounded cells": {
    css: "table { border-collapse: separate; border-spacing: 1pt } td, th { border: 0.75pt solid #666; border-radius: 4pt }",
  },
  "numbers on pale plates": {
    css: ".plate { background: #e3ecf7; border-radius: 99pt; padding: 1pt 6pt }",
    change: (html) => html.replace(/(<td[^>]*align="center">)([^<]+)</g, '$1<span class="plate">$2</span><'),
  },
  "pale round borders": {
    css: "table { border-collapse: separate; border-spacing: 2pt } td { border: 0.75pt solid #d5d5d5; border-radius: 6pt }",
  },
  "pale dotted lines": { css: "td, th { border: 1pt dotted #ccc }" },
  "shaded cells": { css: "td { background: linear-gradient(#fff, #dde) }" },
  "shadow of the table": { css: "table { box-shadow: 2pt 2pt 4pt #999 }" },
  "sans serif": { css: 'body { font-family: "WenQuanYi Zen Hei" }' },
  monospaced: { css: 'body { font-family: "Noto Sans Mono CJK SC" }' },
  "very small": { css: "body { font-size: 6pt }" },
  large: { css: "body { font-size: 15pt }" },
  "columns of a page": { css: "body { column-count: 2; font-size: 6pt } td { padding: 0 1pt }" },
  "head and foot of the browser": { settings: { displayHeaderFooter: true, preferCSSPageSize: false } },
  tagged: { settings: { generateTaggedPDF: true, generateDocumentOutline: true } },
  scaled: { settings: { scale: 0.7 } },
  "watermark of text, 10 %": {
    change: mark(
      "left: 5mm; top: 120mm; font-size: 48pt; color: #000; opacity: 0.1; transform: rotate(-45deg)",
    ),
  },
  "watermark of text, 20 %": {
    change: mark(
      "left: 5mm; top: 120mm; font-size: 48pt; color: #ccc; transform: rotate(-30deg); z-index: -1",
    ),
  },
  "watermark of text, level": {
    change: mark("left: 15mm; top: 100mm; font-size: 40pt; color: rgba(0,0,0,0.15)"),
  },
  "watermark of text, red": {
    change: mark(
      "left: 15mm; top: 100mm; font-size: 60pt; color: rgba(255,0,0,0.2); transform: rotate(45deg)",
      "内部资料",
    ),
  },
  "small watermarks": {
    change: everywhere("font-size: 12pt; color: rgba(0,0,0,0.12); transform: rotate(-20deg)", "青石市 0512"),
  },
  "small watermarks, level": { change: everywhere("font-size: 12pt; color: rgba(0,0,0,0.12)", "青石市政府") },
  "outlined watermark": {
    change: mark(
      "left: 5mm; top: 120mm; font-size: 60pt; color: transparent; -webkit-text-stroke: 0.8pt #ccc; transform: rotate(-40deg)",
    ),
  },
  "watermark of vectors": { change: picture("fill='none' stroke='#c8c8c8' stroke-width='1.5'") },
  "watermark of a picture": {
    change: fixed(
      `<canvas id="c" width="900" height="1270" style="position: fixed; left: 0; top: 0; width: 100%"></canvas><script>{const c = document.getElementById("c").getContext("2d"); c.translate(450, 635); c.rotate(-0.7); c.font = "110px 'Noto Sans CJK SC'"; c.textAlign = "center"; c.fillStyle = "rgba(0,0,0,0.16)"; c.fillText("青石市人民政府", 0, 0);}</script>`,
    ),
  },
  "small watermarks of a picture": {
    change: fixed(
      `<canvas id="c" width="900" height="1270" style="position: fixed; left: 0; top: 0; width: 100%"></canvas><script>{const c = document.getElementById("c").getContext("2d"); c.font = "24px 'Noto Sans CJK SC'"; c.fillStyle = "rgba(0,0,0,0.16)"; for (let x = 0; x < 900; x += 230) for (let y = 40; y < 1270; y += 130) { c.save(); c.translate(x, y); c.rotate(-0.35); c.fillText("青石市 0512", 0, 0); c.restore(); }}</script>`,
    ),
  },
  "a pale seal": {
    change: fixed(
      `<svg style="position: fixed; right: 20mm; top: 90mm; z-index: -1" width="160" height="160"><circle cx="80" cy="80" r="72" fill="none" stroke="#f4b6b6" stroke-width="5"/><path d="M80 45 L90 75 L120 75 L96 93 L105 122 L80 105 L55 122 L64 93 L40 75 L70 75 Z" fill="#f4b6b6"/></svg>`,
    ),
  },
};
export const BASE = `@page { size: A4; margin: 20mm 16mm } body { font: 10pt "Noto Serif CJK SC" } h1 { text-align: center; font-size: 1.6em } ${WIDE}`;

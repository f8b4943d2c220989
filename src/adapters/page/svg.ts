import type { Box } from "../../model/index.ts";
import type { AnalysedPage } from "./document.ts";
import { joinRules } from "./ruled/rules.ts";

/**
 * The upright page as an SVG document: ruling lines, cells with the numbers of their row and column, every character, and
 * in grey whatever no cell holds.
 */
export function drawPageSvg({ page, fragments, lines }: AnalysedPage): string {
  const parts: string[] = [];
  for (const rule of joinRules(page.rules)) {
    const [x1, y1, x2, y2] =
      rule.direction === "horizontal"
        ? [rule.from, rule.position, rule.to, rule.position]
        : [rule.position, rule.from, rule.position, rule.to];
    parts.push(
      `<line class="${rule.edge ? "edge" : "rule"}" x1="${round(x1)}" y1="${round(y1)}" x2="${round(x2)}" y2="${round(y2)}"/>`,
    );
  }
  for (const fragment of fragments)
    for (const cell of fragment.cells) {
      const { box, glyphs } = cell.parts[0]!;
      const rows = numbers(cell.row + 1, cell.rowEnd);
      const columns = numbers(cell.column + 1, cell.columnEnd);
      const title = `row ${rows}, column ${columns}: ${cell.text}`;
      parts.push(
        `<rect class="${cell.doubt === undefined ? "cell" : "doubt"}" ${rectangle(box)}><title>${escape(title)}</title></rect>`,
      );
      parts.push(numberIn(box, `${rows}:${columns}`));
      for (const glyph of glyphs) parts.push(letter(glyph.text, glyph.box, glyph.size, "inside"));
    }
  for (const line of lines)
    for (const glyph of line.glyphs) parts.push(letter(glyph.text, glyph.box, glyph.size, "outside"));
  const size = `${round(page.width)} ${round(page.height)}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size}" width="${round(page.width)}" height="${round(page.height)}">\n${STYLE}\n<rect class="page" width="100%" height="100%"/>\n${parts.join("\n")}\n</svg>\n`;
}

const STYLE = `<style>
.page{fill:#fff} .rule{stroke:#c33;stroke-width:.8} .edge{stroke:#e9a;stroke-width:.6;stroke-dasharray:2}
.cell{fill:#39f;fill-opacity:.12;stroke:#39f;stroke-width:.5} .doubt{fill:#f60;fill-opacity:.3;stroke:#f60}
.inside{fill:#000} .outside{fill:#888} .number{fill:#06c} text{font-family:sans-serif}
</style>`;

/** `3`, or `3–5` for a cell that spans several. */
function numbers(first: number, last: number): string {
  return first === last ? String(first) : `${first}–${last}`;
}

/** Small enough to stand above the text of a cell. */
const NUMBER_SIZE = 4;

/** The row and column of a cell, in its corner: `3:2`, `3–5:2`. */
function numberIn([left, top]: Box, number: string): string {
  const at = `x="${round(left + 1)}" y="${round(top + NUMBER_SIZE)}"`;
  return `<text class="number" ${at} font-size="${NUMBER_SIZE}">${number}</text>`;
}

function letter(text: string, [left, , , bottom]: Box, size: number, kind: string): string {
  return `<text class="${kind}" x="${round(left)}" y="${round(bottom)}" font-size="${round(size)}">${escape(text)}</text>`;
}

function rectangle([left, top, right, bottom]: Box): string {
  return `x="${round(left)}" y="${round(top)}" width="${round(right - left)}" height="${round(bottom - top)}"`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** XML 1.0 does not allow most control characters, escaped or not. */
function escape(text: string): string {
  return text
    .replace(/[^\t\n\r\P{Cc}]|[\ufffe\uffff]/gu, "\ufffd")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;");
}

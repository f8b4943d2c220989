import type { Box, EvidenceStatus, Place } from "../../model/index.ts";

/** A rectangle to draw; `title` is shown when the pointer rests on it. */
export interface Mark {
  readonly page: number;
  readonly box: Box;
  readonly kind: "line" | "cell" | EvidenceStatus;
  readonly title: string;
}

const margin = 36;

/** Draws the pages one below another, each as large as its marks need; positions are those of the source, in points. */
export function drawPages(marks: readonly Mark[]): string {
  const pages = [...new Set(marks.map(({ page }) => page))].sort((a, b) => a - b);
  const width = Math.max(...marks.map(({ box }) => box[2])) + margin;
  let top = 0;
  const drawn = pages.map((page) => {
    const own = marks.filter((mark) => mark.page === page);
    const height = Math.max(...own.map(({ box }) => box[3])) + margin;
    const group = [
      `<g transform="translate(0 ${round(top)})">`,
      `<rect class="page" width="${round(width)}" height="${round(height)}"/>`,
      `<text x="4" y="12">${page}</text>`,
      ...own.map(rectangle),
      "</g>",
    ].join("\n");
    top += height;
    return group;
  });
  const size = `width="${round(width)}" height="${round(top)}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}>\n${style}\n${drawn.join("\n")}\n</svg>\n`;
}

const style = `<style>
  rect { fill-opacity: .2; stroke-width: .7 }
  text { font: 9px sans-serif }
  .page { fill: #fff; fill-opacity: 1; stroke: #ccc }
  .line { fill: #999; stroke: #999 }
  .cell { fill: #06c; stroke: #06c }
  .given { fill: #083; stroke: #083 }
  .blank, .dash, .not-applicable { fill: #aaa; stroke: #777 }
  .inferred { fill: #e80; stroke: #e80 }
  .unreadable, .conflict { fill: #c00; stroke: #c00 }
</style>`;

function rectangle({ box: [left, top, right, bottom], kind, title }: Mark): string {
  const at = `x="${round(left)}" y="${round(top)}" width="${round(right - left)}" height="${round(bottom - top)}"`;
  return `<rect class="${kind}" ${at}><title>${escaped(title)}</title></rect>`;
}

function round(points: number): number {
  return Math.round(points * 100) / 100;
}

/** XML 1.0 forbids most control characters even when escaped. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\P{Cc}]|\p{Cs}|[\ufffe\uffff]/gu, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}

/** The mark for a place, if it has one on a page. */
export function markAt({ page, box }: Place, kind: Mark["kind"], title: string): Mark[] {
  return page === undefined || box === undefined ? [] : [{ page, box, kind, title }];
}

/**
 * Compares what the HTML adapter reads in random cells with what Chromium paints of them:
 * npx tsx bench/html-seen.ts [PAGES] [SEED]
 * A digit is seen when the picture of its cell changes once a space of the same width replaces it. A cell is silent
 * when it is read as a number without a doubt and shows another one.
 */
import { inflateSync } from "node:zlib";
import { chromium } from "playwright-core";
import { drawCell, pageOf, randomOf } from "../test/adapters/html/odd-cells.ts";
import { read } from "../test/adapters/html/print.ts";

const [pages = 5, seed = 1] = process.argv.slice(2).map(Number);
const CELLS = 60;
const random = randomOf(seed);
const browser = await chromium.launch({
  executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });

interface Mark {
  readonly cell: number;
  readonly digit: string;
  readonly box: readonly [x: number, y: number, width: number, height: number];
}

/** Runs in the page: finds all digits of the value cells by their place, and the cells' boxes. */
const survey = () => {
  const cells = [...document.querySelectorAll<HTMLElement>("td[id^=c]")];
  const marks: Mark[] = [];
  cells.forEach((cell, index) => {
    const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      [...node.nodeValue!].forEach((digit, at) => {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const { x, y, width, height } = range.getBoundingClientRect();
        marks.push({ cell: index, digit, box: [x, y, width, height] });
      });
  });
  const boxes = cells.map((cell) => {
    const { x, y, width, height } = cell.getBoundingClientRect();
    return [x + 1, y + scrollY + 1, width - 2, height - 2] as const;
  });
  return { marks, boxes };
};

/** Runs in the page: replaces the n-th digit of each cell by a space of the same width. */
const blank = (n: number) => {
  for (const cell of document.querySelectorAll("td[id^=c]")) {
    let left = n;
    const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.nodeValue!;
      if (left < text.length) {
        node.nodeValue = `${text.slice(0, left)}\u2007${text.slice(left + 1)}`;
        break;
      }
      left -= text.length;
    }
  }
};

let [total, silent, doubted, doubtedPlain] = [0, 0, 0, 0];
for (let run = 0; run < pages; run++) {
  const cells = Array.from({ length: CELLS }, (_, n) => drawCell(random, n));
  const html = pageOf(cells);
  const shot = async () => pixels(await page.screenshot({ fullPage: true }));
  await page.setContent(html);
  const { marks, boxes } = await page.evaluate(survey);
  const whole = await shot();
  const most = Math.max(...cells.map((_, i) => marks.filter(({ cell }) => cell === i).length));
  const seen = new Set<Mark>();
  for (let n = 0; n < most; n++) {
    await page.setContent(html);
    await page.evaluate(blank, n);
    const without = await shot();
    for (const [i, box] of boxes.entries()) {
      const mark = marks.filter(({ cell }) => cell === i)[n];
      if (mark && differs(whole, without, box)) seen.add(mark);
    }
  }
  await page.setContent(html);
  await page.addStyleTag({ content: "td::before,td::after{content:none!important}" });
  const bare = await shot();
  const found = read(html)
    .tokens.filter((token) => token.kind === "cell")
    .filter(({ column }) => column === 2);
  for (const [i, cell] of cells.entries()) {
    const shown = marks
      .filter((mark) => mark.cell === i && seen.has(mark))
      .sort((a, b) => a.box[0] - b.box[0]);
    const isEven = shown.every(({ box }, k) => {
      const next = shown[k + 1]?.box;
      return (
        next === undefined || (Math.abs(next[1] - box[1]) < 2 && Math.abs(next[0] - box[0] - box[2]) < 3)
      );
    });
    const isGenerated = differs(whole, bare, boxes[i]!);
    const truth = isEven && !isGenerated ? shown.map(({ digit }) => digit).join("") : undefined;
    const { text, doubt } = found[i]!;
    total++;
    if (doubt) doubted++;
    if (doubt && cell.isClean) doubtedPlain++;
    if (!doubt && /^\d*$/.test(text) && text !== truth) {
      silent++;
      console.log(
        `silent: read ${text || "nothing"}, seen ${truth ?? "unclear"}\n  ${cell.html}\n  ${cell.sheet}`,
      );
    }
  }
}
await browser.close();
console.log(`${total} cells, ${silent} silent, ${doubted} doubted, ${doubtedPlain} of them plain`);
if (silent > 0) process.exitCode = 1;

interface Picture {
  readonly width: number;
  readonly data: Uint8Array;
}

/** The pixels of a PNG of 8-bit RGB or RGBA without interlace, as Chromium writes it (PNG 3, 9 and 12). */
function pixels(png: Uint8Array): Picture {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  const size = png[25] === 6 ? 4 : 3;
  const parts: Uint8Array[] = [];
  for (let at = 8; at < png.length; at += view.getUint32(at) + 12)
    if (view.getUint32(at + 4) === 0x49444154) parts.push(png.subarray(at + 8, at + 8 + view.getUint32(at)));
  const raw = inflateSync(Buffer.concat(parts));
  const data = new Uint8Array(width * height * size);
  const row = width * size;
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (row + 1)]!;
    for (let x = 0; x < row; x++) {
      const left = x < size ? 0 : data[y * row + x - size]!;
      const up = y === 0 ? 0 : data[(y - 1) * row + x]!;
      const corner = x < size || y === 0 ? 0 : data[(y - 1) * row + x - size]!;
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter]!;
      data[y * row + x] = raw[y * (row + 1) + 1 + x]! + guess;
    }
  }
  if (size === 4) return { width, data };
  const rgba = new Uint8Array(width * height * 4);
  for (let i = 0; i < width * height; i++) rgba.set(data.subarray(i * 3, i * 3 + 3), i * 4);
  return { width, data: rgba };
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

/** Whether a person sees a difference: some pixel changes by more than a shade. */
function differs(
  one: Picture,
  other: Picture,
  [x, y, width, height]: readonly [number, number, number, number],
): boolean {
  const SHADE = 24;
  for (let row = Math.round(y); row < y + height; row++)
    for (
      let at = (row * one.width + Math.round(x)) * 4;
      at < (row * one.width + Math.round(x + width)) * 4;
      at++
    )
      if (Math.abs((one.data[at] ?? 0) - (other.data[at] ?? 0)) > SHADE) return true;
  return false;
}

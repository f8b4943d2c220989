import { readFileSync } from "node:fs";
import { unzlibSync } from "fflate";
import { scanObjects } from "../../../../src/adapters/pdf/bytes/objects.ts";
import { TRAITS } from "./traits.ts";
import type { OddCell, Spot } from "./cells.ts";
import { numberedFont, standardFont } from "./fonts.ts";
import { oddPage } from "./page.ts";

export interface OddTable {
  readonly bytes: Uint8Array;
  /** Row by row, without the header and the labels; `x` and `y` are in the middle of the number, from the page's top left corner. */
  readonly cells: readonly (readonly (OddCell & {
    readonly trait: string;
    readonly x: number;
    readonly y: number;
  })[])[];
}

const TEXT_SIZE = 9;
const [WIDTH, HEIGHT] = [420, 300];

/** How the page is shown: entries of its dictionary, and where a point from its top left corner comes to stand. */
interface Sheet {
  readonly box?: string;
  readonly entries?: string;
  readonly shown: (x: number, y: number) => readonly [number, number];
}

/** Pages that are turned (PDF 32000-1, 7.7.3.3), and boxes that do not begin at the origin (14.11.2). */
export const SHEETS: readonly Sheet[] = [
  { shown: (x, y) => [x, y] },
  { entries: "/Rotate 90", shown: (x, y) => [HEIGHT - y, x] },
  { entries: "/Rotate -180", shown: (x, y) => [WIDTH - x, HEIGHT - y] },
  { entries: "/Rotate 270", shown: (x, y) => [y, WIDTH - x] },
  { box: `-37 -21 ${WIDTH} ${HEIGHT + 15}`, shown: (x, y) => [x + 37, y + 15] },
  { entries: `/CropBox [20 10 ${WIDTH} ${HEIGHT}]`, shown: (x, y) => [x - 20, y] },
  { entries: `/CropBox [20 10 900 900] /Rotate 450`, shown: (x, y) => [HEIGHT - 10 - y, x - 20] },
];

/**
 * A page with one table of random cells, most of them plain, one or two traits on it; ruled or not. `names` are the
 * traits to choose from.
 */
export function drawOddTable(
  random: () => number,
  ruled = true,
  wanted?: string,
  { shown, entries = "", box }: Sheet = SHEETS[0]!,
  names = Object.keys(TRAITS),
): OddTable {
  const some = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const whole = (from: number, to: number) => from + Math.floor(random() * (to - from + 1));
  const page = oddPage(box ?? `0 0 ${WIDTH} ${HEIGHT}`, random() < 0.7);
  const [typeface, advance] = some([
    ["Helvetica", 0.556],
    ["Times-Roman", 0.5],
    ["Courier", 0.6],
    ["Helvetica-Bold", 0.556],
  ] as const);
  const font = standardFont(page, typeface);
  const label = standardFont(page, "Helvetica");
  const program = digitProgram();
  const lying = numberedFont(page, program, glyphOf, (digit) => (digit + 1) % 10);
  const blank = numberedFont(page, withoutOutlines(program), glyphOf);
  const tried = wanted === undefined ? [some(names), some(names)].slice(0, whole(1, 2)) : [wanted];
  // A font that calls two of its glyphs one digit makes that digit doubtful in the whole file.
  const half = tried.some((name) => name.startsWith("font by number"))
    ? numberedFont(page, program, glyphOf, (digit) => (digit === 3 ? 5 : digit))
    : label;
  const [columns, rows] = [whole(3, 5), whole(3, 6)];
  const [wide, high] = [whole(52, 64), whole(17, 24)];
  const xs = Array.from({ length: columns + 1 }, (_, index) => 30 + (index === 0 ? 0 : 10) + index * wide);
  const ys = Array.from({ length: rows + 2 }, (_, index) => 280 - index * high);
  let content = "";
  if (ruled) {
    const ends = [xs[0], xs.at(-1), ys[0], ys.at(-1)] as const;
    content += "q 0.5 w\n";
    for (const x of xs) content += `${x} ${ends[2]} m ${x} ${ends[3]} l S\n`;
    for (const y of ys) content += `${ends[0]} ${y} m ${ends[1]} ${y} l S\n`;
    content += "Q\n";
  }
  const print = (words: string, x: number, y: number) =>
    `BT ${label.name} ${TEXT_SIZE} Tf 1 0 0 1 ${x} ${y} Tm (${words}) Tj ET\n`;
  for (let column = 0; column < columns; column++)
    content += print(["item", "alpha", "beta", "gamma", "delta"][column]!, xs[column]! + 12, ys[1]! + 6);
  const cells = Array.from({ length: rows }, (_, row) => {
    const [top, bottom] = [ys[row + 1]!, ys[row + 2]!];
    content += print(`row ${"abcdefgh"[row]}`, xs[0]! + 6, bottom + 6);
    return Array.from({ length: columns - 1 }, (_unused, column) => {
      const trait = random() < 0.35 ? some(tried) : "plain";
      const size = some([8, 9, 10]);
      const number = String(whole(1, 9)) + (random() < 0.8 ? String(whole(0, 999)) : "");
      const other = [...number].map((digit) => String((Number(digit) + whole(1, 8)) % 10)).join("");
      const spot: Spot = {
        page,
        box: [xs[column + 1]!, bottom, xs[column + 2]!, top],
        ruled,
        x: xs[column + 1]! + whole(8, 13),
        y: bottom + 6,
        size,
        wide: number.length * size * advance,
        font,
        label,
        lying,
        half,
        blank,
        digits: { program, glyphOf },
        number,
        other,
        random,
      };
      const cell = TRAITS[trait]!(spot);
      content += cell.content;
      const [x, y] = shown(spot.x + 2, HEIGHT - spot.y - 3);
      return { ...cell, trait, x, y };
    });
  });
  return { bytes: page.bytes(content, entries), cells };
}

/** Digits of a subset of DejaVu Serif, in the order in which its writer met them. */
let digits: { program: Uint8Array; glyphs: ReadonlyMap<number, number> } | undefined;

function digitFont(): { program: Uint8Array; glyphs: ReadonlyMap<number, number> } {
  if (digits !== undefined) return digits;
  const file = readFileSync(new URL("../fixtures/crossing-libreoffice.pdf", import.meta.url));
  const { objects } = scanObjects(new Uint8Array(file), 50_000_000);
  const map = new TextDecoder("latin1").decode(objects.get(14)!.stream!.inflate().data);
  const glyphs = new Map<number, number>();
  for (const [, code, digit] of map.matchAll(/<([0-9A-F]{2})>\s*<003(\d)>/g))
    glyphs.set(Number(digit), Number.parseInt(code!, 16));
  const text = new TextDecoder("latin1").decode(file);
  const start = text.indexOf("stream", text.indexOf("\n11 0 obj")) + 7;
  const end = text.indexOf("endstream", start);
  digits = { program: unzlibSync(new Uint8Array(file.subarray(start, end))), glyphs };
  return digits;
}

function digitProgram(): Uint8Array {
  return digitFont().program;
}

/** The same font, all of whose glyphs are empty: every offset of its `loca` table is 0 (OpenType 1.9, loca). */
function withoutOutlines(program: Uint8Array): Uint8Array {
  const emptied = program.slice();
  const view = new DataView(emptied.buffer);
  for (let entry = 12; entry < 12 + 16 * view.getUint16(4); entry += 16) {
    if (view.getUint32(entry) !== 0x6c6f6361) continue;
    const start = view.getUint32(entry + 8);
    emptied.fill(0, start, start + view.getUint32(entry + 12));
  }
  return emptied;
}

function glyphOf(digit: number): number {
  return digitFont().glyphs.get(digit)!;
}

/** The same numbers on every run (mulberry32). */
export function generator(seed: number): () => number {
  let value = seed;
  return () => {
    value = (value + 0x6d2b79f5) | 0;
    let mixed = Math.imul(value ^ (value >>> 15), 1 | value);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

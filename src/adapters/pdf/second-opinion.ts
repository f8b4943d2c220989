import { foldDigits } from "../../printed/folding.ts";
import type { TableCell } from "../page/sheet/table.ts";
import { dedupe } from "../page/sheet/glyphs.ts";
import { withoutWatermark } from "../page/sheet/watermark.ts";
import type { AnalysedPage, DocumentBlock } from "../page/document.ts";
import type { Box } from "../../model/index.ts";
import type { Glyph, Page } from "../page/sheet/page.ts";
import { turnedBack } from "../page/sheet/turn.ts";
import { keepInSquare, keptNear, type Squares } from "../page/sheet/squares.ts";
import { textInBox } from "../page/sheet/text.ts";

/**
 * Compares every cell's digits with those another engine finds in the same box. Where they differ the cell gets both:
 * its own text, and the other's as a `disagreement`. Labels may differ freely, because engines name radicals and signs
 * differently.
 */
export function compareDigits(
  blocks: readonly DocumentBlock[],
  pages: readonly AnalysedPage[],
  others: readonly Page[],
): DocumentBlock[] {
  const turned = new Map(pages.map((one) => [one.page.number, seen(one, others)]));
  const byRow = new Map(
    [...turned].map(([number, glyphs]) => [number, [...glyphs].sort((a, b) => centre(a)[1] - centre(b)[1])]),
  );
  const annotated = new Set(pages.filter((one) => one.page.annotated).map(({ page }) => page.number));
  return blocks.map((block) => {
    if (block.kind !== "table") return block;
    const cells = block.table.cells.map((cell) => {
      // A cell that was read by its pixels has no text that another engine could find.
      if (cell.doubt !== undefined || cell.parts.some(({ page }) => !turned.has(page))) return cell;
      const other = cell.parts
        .map((part) => textInBox(inside(byRow.get(part.page) ?? [], part.box), part.box))
        .filter((text) => text !== "")
        .join("\n");
      const unread = digitsOf(other) === "" && cell.parts.some(({ page }) => annotated.has(page));
      return unread || digitsOf(other) === digitsOf(cell.text)
        ? cell
        : ({ ...cell, doubt: { kind: "disagreement", other } } satisfies TableCell);
    });
    return { kind: "table", table: { ...block.table, cells } };
  });
}

/** The digits of a text, with whatever may change their value. */
function digitsOf(text: string): string {
  return foldDigits(text).replace(/[^\d.\uFFFD]/g, "");
}

function inside(sorted: readonly Glyph[], [left, top, right, bottom]: Box): Glyph[] {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (centre(sorted[middle]!)[1] < top) low = middle + 1;
    else high = middle;
  }
  const found: Glyph[] = [];
  for (let index = low; index < sorted.length; index++) {
    const [x, y] = centre(sorted[index]!);
    if (y > bottom) break;
    if (x >= left && x <= right) found.push(sorted[index]!);
  }
  return found;
}

function centre({ box }: Glyph): readonly [number, number] {
  return [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
}

/** Pages where the two engines see different digits, in tables or in prose. */
export function differingPages(pages: readonly AnalysedPage[], others: readonly Page[]): number[] {
  const count = (glyphs: readonly Glyph[]) =>
    glyphs
      .map(({ text }) => digitsOf(text))
      .sort()
      .join("");
  return pages.flatMap((one) =>
    one.page.annotated || count(one.page.glyphs) === count(seen(one, others)) ? [] : [one.page.number],
  );
}

/**
 * What the other engine found on a page, without what the first engine knows to be invisible: pdf.js does not look at
 * colours.
 */
function seen({ page, turn }: AnalysedPage, others: readonly Page[]): Glyph[] {
  const other = others.find(({ number }) => number === page.number);
  if (other === undefined) return [];
  const inPage = turn(asRead(other.glyphs, page)).filter(
    ({ box, size }) => size >= 1 && box[2] > 0 && box[3] > 0 && box[0] < page.width && box[1] < page.height,
  );
  const invisible = new Map<string, Squares>();
  for (const glyph of turn(page.hidden)) {
    const squares = invisible.get(glyph.text) ?? new Map();
    if (squares.size === 0) invisible.set(glyph.text, squares);
    keepInSquare(squares, glyph, MOST_HIDDEN_IN_SQUARE);
  }
  return withoutWatermark(dedupe(inPage)).filter((glyph) => {
    const squares = invisible.get(glyph.text);
    if (squares === undefined) return true;
    return !keptNear(squares, glyph.start, glyph.baseline).some((one) => isSame(one, glyph));
  });
}

/** Glyphs of the page as it is shown, magnified and turned as the page was read. */
function asRead(shown: readonly Glyph[], { unit = 1, turned, width, height }: Page): readonly Glyph[] {
  const glyphs = unit === 1 ? shown : shown.map((glyph) => magnified(glyph, unit));
  if (turned === undefined) return glyphs;
  const [wide, high] = turned === 180 ? [width, height] : [height, width];
  return turnedBack(turned, wide, high).turn(glyphs);
}

function magnified(glyph: Glyph, unit: number): Glyph {
  return {
    ...glyph,
    box: glyph.box.map((value) => unit * value) as unknown as Box,
    start: unit * glyph.start,
    end: unit * glyph.end,
    baseline: unit * glyph.baseline,
    size: unit * glyph.size,
  };
}

/** The most hidden glyphs of one character that are compared in one square. */
const MOST_HIDDEN_IN_SQUARE = 64;
/** How far apart two engines may place one glyph, in em. */
const ENGINES_APART = 0.4;

function isSame(one: Glyph, glyph: Glyph): boolean {
  return (
    Math.abs(one.start - glyph.start) < ENGINES_APART * glyph.size &&
    Math.abs(one.baseline - glyph.baseline) < ENGINES_APART * glyph.size
  );
}

import { cuts, isDrifting, withoutRules } from "./drift.ts";
import { inkLines, type InkLine, type PixelArea } from "../raster/lines.ts";
import { withoutPale } from "./pale.ts";
import { levelled, softened, UNSEEN_PIXEL, type Raster, type Scan } from "../raster/raster.ts";
import type { RuledLine } from "../../page/sheet/page.ts";
import { findRules } from "./rules.ts";
import { level, sheetsOf, type ScannedSheet } from "../raster/skew.ts";
import { pageRules, tableAreas, tableLines } from "./tables.ts";
import { inkOf, withoutAreas, type Bitmap } from "../raster/threshold.ts";
import { STAMPED } from "../raster/tolerances.ts";

/** A page made level, and where its print lies; nothing has been read yet. */
export interface PageLayout {
  readonly dpi: number;
  readonly sheets: readonly ScannedSheet[];
  readonly grey: Raster;
  readonly coloured: Raster;
  readonly ink: Bitmap;
  /** The ink without the rules. */
  readonly print: Bitmap;
  readonly rules: readonly RuledLine[];
  readonly cells: readonly CellLines[];
  /** Lines outside of tables. */
  readonly outside: readonly InkLine[];
}

/**
 * The lines of print in a cell; whether a stamp lies on it; and whether it shows something that the scan does not, or
 * is cut.
 */
export interface CellLines {
  readonly cell: PixelArea;
  readonly lines: readonly InkLine[];
  readonly stamped: boolean;
  readonly unseen: boolean;
}

/** Finds rules and cells first, then the lines of print in each cell. */
export function laidOut(scan: Scan): PageLayout {
  const { dpi } = scan;
  const flat = softened(levelled(scan.grey));
  const sheets = sheetsOf(inkOf(flat, dpi), dpi);
  const grey = level(flat, sheets);
  const coloured = level({ ...scan.grey, pixels: scan.coloured }, sheets, 0);
  const ink = inkOf(grey, dpi);
  const rules = tableLines(withoutPale(findRules(ink, dpi), grey, dpi), ink, dpi);
  const drawn = pageRules(rules, dpi);
  const areas = tableAreas(drawn, dpi);
  const print = withoutRules(ink, rules, dpi);
  const drifting = rules.filter((rule) => isDrifting(rule, dpi));
  const cells = areas.cells.map((cell): CellLines => {
    const inner = inset(cell, dpi);
    const lines = inkLines(print, inner, dpi);
    const unseen =
      holds(coloured, cell, UNSEEN_PIXEL) || drifting.some((rule) => cuts(rule, inner, lines, dpi));
    return { cell, lines, stamped: isStamped(coloured, cell), unseen };
  });
  const outside = inkLines(
    withoutAreas(print, areas.tables.map(withBorder)),
    { left: 0, top: 0, right: grey.width, bottom: grey.height },
    dpi,
  );
  return { dpi, sheets, grey, coloured, ink, print, rules: drawn, cells, outside };
}

/** Every line of a page, those of its cells first. */
export function allLines({ cells, outside }: Pick<PageLayout, "cells" | "outside">): readonly InkLine[] {
  return [...cells.flatMap(({ lines }) => lines), ...outside];
}

/** A table's area, extended by the blur of its outer border. */
function withBorder({ left, top, right, bottom }: PixelArea): PixelArea {
  return { left: left - 2, top: top - 2, right: right + 2, bottom: bottom + 2 };
}

/** A cell without the blur of its borders. */
function inset({ left, top, right, bottom }: PixelArea, dpi: number): PixelArea {
  const margin = Math.max(2, Math.round(0.012 * dpi));
  return { left: left + margin, top: top + margin, right: right - margin, bottom: bottom - margin };
}

function isStamped({ width, pixels }: Raster, { left, top, right, bottom }: PixelArea): boolean {
  let count = 0;
  for (let y = top; y < bottom; y++)
    for (let x = left; x < right; x++) count += Number(pixels[y * width + x]! > 0);
  return count > STAMPED * (right - left) * (bottom - top);
}

function holds({ width, pixels }: Raster, { left, top, right, bottom }: PixelArea, value: number): boolean {
  for (let y = top; y < bottom; y++)
    if (pixels.subarray(y * width + left, y * width + right).includes(value)) return true;
  return false;
}

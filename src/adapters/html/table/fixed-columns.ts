import { attribute, textWithin, within } from "../tree/dom.ts";
import type { HtmlElement } from "../tree/dom.ts";
import { isNumber } from "../../../printed/numbers.ts";
import { isCut } from "../text/seen.ts";
import { lengthOf, SCREEN } from "../style/length.ts";
import type { DocumentStyles } from "../style/styles.ts";
import { rowGroups, visibleCells } from "./layout.ts";
import { spanOf } from "./table.ts";
import type { PlacedHtmlCell } from "./table.ts";

/** Columns beyond this many are not looked at. */
const MOST_COLUMNS = 200;
/** Times a column's width; a number that is wider reaches into the text of its neighbour. */
const SPILL = 1.5;

/**
 * Pixel widths of the columns of a table of fixed layout: those of `col`, then those of the first row; the rest share
 * what is left equally (CSS 2.1, 17.5.2.1). Undefined for a table whose texts decide its widths.
 */
export function fixedColumns(table: HtmlElement, styles: DocumentStyles): readonly number[] | undefined {
  const { own, size } = styles.of(table);
  if (!/^fixed$/i.test(own.get("table-layout") ?? "")) return undefined;
  // A percentage of the surroundings is at most that percentage of the screen.
  const whole = lengthOf(own.get("width") ?? attribute(table, "width"), size, SCREEN.width);
  if (whole === undefined) return undefined;
  const widths = firstWidths(table, whole, styles).slice(0, MOST_COLUMNS);
  const given = widths.reduce<number>((sum, width) => sum + (width ?? 0), 0);
  const open = widths.filter((width) => width === undefined).length;
  if (open > 0) return widths.map((width) => width ?? Math.max(0, whole - given) / open);
  // If all widths are given and the table is wider, each column grows in proportion.
  return given > 0 && given < whole ? widths.map((width) => (width! * whole) / given) : (widths as number[]);
}

function firstWidths(table: HtmlElement, whole: number, styles: DocumentStyles): (number | undefined)[] {
  const [first] = rowGroups(table, styles).flat();
  const cells = first === undefined ? [] : visibleCells(first, styles);
  const ofCells = cells.flatMap((cell) => spread(cell, "colspan", whole, styles));
  const columns = within(table).filter(({ name }) => name === "col");
  const ofColumns = columns.flatMap((column) => spread(column, "span", whole, styles));
  return ofCells.map((width, at) => ofColumns[at] ?? width);
}

function spread(
  element: HtmlElement,
  span: "colspan" | "span",
  whole: number,
  styles: DocumentStyles,
): (number | undefined)[] {
  const { own, size } = styles.of(element);
  const count = Math.max(1, spanOf(element, span, MOST_COLUMNS));
  const width = lengthOf(own.get("width") ?? attribute(element, "width"), size, whole);
  const each = width === undefined || span === "span" ? width : width / count;
  return Array.from({ length: count }, () => each);
}

/**
 * True if a number is wider than its columns and its cell hides what overflows, or if it is so wide that it lies over
 * the next cell.
 */
export function isCutByColumns(
  { element, column, colSpan }: PlacedHtmlCell,
  widths: readonly number[],
  styles: DocumentStyles,
): boolean {
  const look = styles.of(element);
  const hides = /hidden|clip|scroll|auto/i.test(look.own.get("overflow") ?? "");
  const text = textWithin(element).trim();
  if (!isNumber(text)) return false;
  const side = (name: string): number => lengthOf(look.own.get(name), look.size, SCREEN.width) ?? 0;
  // Text that overflows still shows in the padding at its end, so only the padding at its start counts.
  const taken = side("padding-left") + side("text-indent");
  const columns = widths.slice(column - 1, column - 1 + colSpan).reduce((sum, width) => sum + width, 0);
  const wide = hides ? columns : SPILL * columns;
  const apart = Math.max(0, side("letter-spacing")) * (text.length - 1);
  const size = Math.min(look.size, ...within(element).map((inner) => styles.of(inner).size));
  return isCut(text, 1, {
    ...look,
    size,
    room: { ...look.room, width: wide - taken - apart, height: Infinity },
  });
}

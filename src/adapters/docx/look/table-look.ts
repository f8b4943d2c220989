import type { CellMargins } from "./margins.ts";
import type { DocxStyle, DocxStyles, TablePart } from "./styles.ts";
import { wholeNumber } from "./values.ts";
import type { Attributes } from "../../package/xml.ts";
import type { ThemePalette, Shading } from "./palette.ts";
import type { RunProperties } from "./run-properties.ts";
import { noTable } from "./sight.ts";
import type { TableLook } from "./sight.ts";

/** What w:tblPr states about the look of a table. */
export interface TableFormat {
  style?: string;
  /** Which parts of the style apply (w:tblLook); undefined where the table does not say. */
  flags?: Flags;
  shading?: Shading;
  margins?: CellMargins;
  /** True if columns keep their stated widths (w:tblLayout). */
  fixed: boolean;
  /** True if the table is laid over the page (w:tblpPr, 17.4.57). */
  floating?: boolean;
  /** Where on the page it is laid, if it may lie over others (w:tblOverlap). */
  place?: TablePlace;
  /** Twips that the table states as its width (w:tblW). */
  width?: number;
  /** Twips from the text's edge to its own (w:tblInd). */
  indent?: number;
  /** True if it lies beyond the edge of the page. */
  away?: boolean;
}

/** Where a floating table stands, in twips from what it is anchored to. */
export interface TablePlace {
  readonly anchors: string;
  readonly isNear: boolean;
  readonly x: number;
  readonly y: number;
}

interface Flags {
  readonly firstRow: boolean;
  readonly lastRow: boolean;
  readonly firstColumn: boolean;
  readonly lastColumn: boolean;
  readonly rowBands: boolean;
  readonly columnBands: boolean;
}

/** Where a cell stands; all numbers count from 0. `columns` is 0 where the table states no grid. */
export interface CellPosition {
  readonly row: number;
  readonly column: number;
  readonly span: number;
  readonly columns: number;
}

/** Reads w:tblLook: a bit mask, which Word 2003 writes in eight digits, or in strict files one attribute for each flag (17.4.56). */
export function readFlags(attributes: Attributes): Flags {
  const value = attributes["w:val"];
  const mask = value !== undefined && /^[\da-f]{1,8}$/i.test(value) ? Number.parseInt(value, 16) : 0;
  const flag = (name: string, bit: number): boolean => {
    const own = attributes[`w:${name}`];
    return own === undefined ? (mask & bit) !== 0 : own === "1" || own === "true" || own === "on";
  };
  return {
    firstRow: flag("firstRow", 0x20),
    lastRow: flag("lastRow", 0x40),
    firstColumn: flag("firstColumn", 0x80),
    lastColumn: flag("lastColumn", 0x100),
    rowBands: !flag("noHBand", 0x200),
    columnBands: !flag("noVBand", 0x400),
  };
}

const nothing: Flags = {
  firstRow: false,
  lastRow: false,
  firstColumn: false,
  lastColumn: false,
  rowBands: false,
  columnBands: false,
};

/** The flags that Word sets for a new table. */
const usual: Flags = { ...nothing, firstRow: true, firstColumn: true, rowBands: true };

/**
 * The ways in which a cell may look. There are several where it is not known while reading which row is the table's
 * last, or which parts of the style apply. `outer` is the look around the table.
 */
export function tableLooks(
  { styles, palette }: { readonly styles: DocxStyles; readonly palette: ThemePalette },
  format: TableFormat,
  position: CellPosition,
  cellShading: Shading | undefined,
  outer: TableLook,
): readonly TableLook[] {
  const chain = [...styles.chain(format.style, "table")].reverse();
  const hasParts = chain.some(({ parts }) => parts.size > 0);
  const ways = hasParts ? partsInForce(chain, format.flags, position) : [[]];
  const looks = ways.map((names) => {
    const parts = names.flatMap((name) => chain.flatMap(({ parts: of }) => of.get(name) ?? []));
    return lookOf(chain, parts, palette, format, cellShading, outer);
  });
  if (looks.length === 1) return looks;
  const kinds = new Map(looks.map((look) => [JSON.stringify(look), look]));
  return [...kinds.values()];
}

function lookOf(
  chain: readonly DocxStyle[],
  parts: readonly TablePart[],
  palette: ThemePalette,
  format: TableFormat,
  cellShading: Shading | undefined,
  outer: TableLook,
): TableLook {
  const levels = [...chain, ...parts].map(({ run }) => run).filter(saysSomething);
  const shadings = [
    ...chain.map((style) => style.cellShading),
    format.shading,
    ...parts.map((part) => part.shading),
    cellShading,
  ].filter((shading) => shading !== undefined);
  const strongest = shadings[shadings.length - 1];
  const painted = strongest === undefined ? null : palette.grounds(strongest);
  const ground = painted ?? outer.ground;
  return levels.length === 0 && ground.length === 0 ? noTable : { levels, ground };
}

const saysSomething = (run: RunProperties): boolean => Object.keys(run).length > 0;

/** Names of the style's parts that apply to a cell, weakest first (17.7.6), for each possible case. */
function partsInForce(
  chain: readonly DocxStyle[],
  flags: Flags | undefined,
  position: CellPosition,
): readonly (readonly string[])[] {
  const lastRows = chain.some(({ parts }) => ["lastRow", "seCell", "swCell"].some((name) => parts.has(name)));
  const bands = chain[chain.length - 1]!.bands;
  return (flags === undefined ? [nothing, usual] : [flags]).flatMap((one) =>
    (one.lastRow && lastRows ? [false, true] : [false]).map((isLast) =>
      partNames(one, position, bands, isLast),
    ),
  );
}

function partNames(
  flags: Flags,
  { row, column, span, columns }: CellPosition,
  bands: DocxStyle["bands"],
  isLast: boolean,
): string[] {
  const band = (at: number, first: boolean, size: number): number =>
    Math.floor((at - (first ? 1 : 0)) / size) % 2 === 0 ? 1 : 2;
  const top = flags.firstRow && row === 0;
  const left = flags.firstColumn && column === 0;
  const right = flags.lastColumn && columns > 0 && column + span >= columns;
  const names = ["wholeTable"];
  if (flags.columnBands && !left && !right)
    names.push(`band${band(column, flags.firstColumn, bands.columns)}Vert`);
  if (flags.rowBands && !top && !isLast) names.push(`band${band(row, flags.firstRow, bands.rows)}Horz`);
  // The corners are the strongest, so they come last.
  const edges: readonly (readonly [boolean, string])[] = [
    [top, "firstRow"],
    [isLast, "lastRow"],
    [left, "firstCol"],
    [right, "lastCol"],
    [top && right, "neCell"],
    [top && left, "nwCell"],
    [isLast && right, "seCell"],
    [isLast && left, "swCell"],
  ];
  for (const [holds, name] of edges) if (holds) names.push(name);
  return names;
}

/** The twips that w:tcW states; undefined where it states none, or states 0, which leaves the width to the grid. */
export function statedWidth(attributes: Attributes): number | undefined {
  const type = attributes["w:type"] ?? "dxa";
  const width = wholeNumber(attributes["w:w"], Number.POSITIVE_INFINITY);
  return type === "dxa" && width > 0 ? width : undefined;
}

/** Twips of a text as wide as that of most pages. */
const TEXT_WIDTH = 9000;

/** The twips of a width that is a share of the page, in fiftieths of a percent or with its sign (17.18.90). */
export function shareOfPage(attributes: Attributes): number | undefined {
  const value = attributes["w:w"] ?? "";
  const share = Number.parseFloat(value) / (value.endsWith("%") ? 100 : 5000);
  return attributes["w:type"] === "pct" && share > 0 ? share * TEXT_WIDTH : undefined;
}

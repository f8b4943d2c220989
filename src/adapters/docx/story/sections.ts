import type { WordTable } from "../../word/items/items.ts";
import { wholeNumber } from "../look/values.ts";
import { isCutByPage } from "../../word/tables/room.ts";
import { twips } from "../look/run-properties.ts";
import type { TablePlace } from "../look/table-look.ts";
import type { Attributes } from "../../package/xml.ts";
import { last } from "./story-state.ts";
import type { Closer, OpenTable, Opener, Story } from "./story-state.ts";

/** The tables of a section by which it is known whether one lies over another or beyond the page. */
export interface PlacedTables {
  floating: readonly FloatingTable[];
  inText: readonly { readonly table: WordTable; readonly right: number; readonly width: number }[];
  /** Count of the page breaks that the document states. */
  page: number;
  size?: {
    readonly width?: number;
    readonly left?: number;
    readonly right?: number;
    /** Columns of text, and the space between them. */
    readonly columns?: number;
    readonly space?: number;
  };
}

interface FloatingTable {
  readonly table: WordTable;
  readonly place: TablePlace;
  readonly page: number;
  readonly width: number;
  readonly height: number;
  /** Items that stand before it: what is anchored to the text lies beside it only where none has a text. */
  readonly before: number;
}

/** Twips of the height of a row, of a table that states no columns, and of what may lie over another without loss. */
const [ROW, WIDTH, MARGIN] = [280, 2000, 100];
/** Twips of a column with a number of one digit, with its margins. */
const NARROW = 250;
/** Twips; the tables of a report begin at the edge of its text, or a few characters beside it. */
const ASIDE = 2000;
/** Programs store the widths that columns had last; they are hardly ever shrunk to less than this share of them. */
const LEAST_SHARE = 0.5;
/** Lines between two tables that are placed on the page, if they stand on the same one. */
const LINES = 10;

/** Reads w:tblpPr (17.4.57); a place that is aligned is told by the words for it. */
export function tablePlace(attributes: Attributes): TablePlace {
  const said = (...names: string[]) => names.map((name) => attributes[`w:${name}`] ?? "").join();
  return {
    anchors: said("vertAnchor", "horzAnchor", "tblpXSpec", "tblpYSpec"),
    isNear: attributes["w:vertAnchor"] === "text",
    x: twips(attributes["w:tblpX"]) ?? 0,
    y: twips(attributes["w:tblpY"]) ?? 0,
  };
}

/** Notes where a table stands, and whether it lies over a floating one before it. */
export function placeTable(story: Story, table: WordTable, { format, grid, rows }: OpenTable): void {
  const { placed } = story;
  const width = grid.reduce((sum, one) => sum + one, 0);
  if (format.place === undefined) {
    const chain = story.context.styles.chain(format.style, "table");
    const ofStyle = chain.find(({ tableIndent }) => tableIndent !== undefined)?.tableIndent ?? 0;
    const indent = format.indent ?? ofStyle;
    if (isCutByPage(indent)) table.isCovered = true;
    // Columns of fixed layout keep their widths; others shrink as far as their texts let them, but for a table that was
    // set to the side by hand.
    const isKept = format.fixed || indent > ASIDE;
    const least = isKept ? width : Math.max(grid.length * NARROW, width * LEAST_SHARE);
    const right = least + Math.max(0, indent);
    if (story.tables.length === 0) placed.inText = [...placed.inText.slice(-MOST), { table, right, width }];
    return;
  }
  const items = last(story.containers)?.items ?? [];
  const box: FloatingTable = {
    table,
    place: format.place,
    page: placed.page,
    width: width || WIDTH,
    height: rows.length * ROW,
    before: items.length,
  };
  for (const other of placed.floating) {
    const between = items
      .slice(other.before)
      .filter((item) => item.kind === "paragraph" && item.text.trim() !== "");
    const isSamePage = other.page === box.page && between.length <= (box.place.isNear ? 0 : LINES);
    if (isSamePage && overlaps(other, box)) for (const one of [other, box]) one.table.isCovered = true;
  }
  placed.floating = [...placed.floating.slice(-MOST), box];
}

/** Tables that are looked at, because a document may have any number of them. */
const MOST = 20;

function overlaps(one: FloatingTable, other: FloatingTable): boolean {
  const meet = (from: number, length: number, at: number, size: number) =>
    from + length > at + MARGIN && at + size > from + MARGIN;
  return (
    one.place.anchors === other.place.anchors &&
    meet(one.place.x, one.width, other.place.x, other.width) &&
    meet(one.place.y, one.height, other.place.y, other.height)
  );
}

const turnPage: Opener = ({ placed }) => void placed.page++;

/** Where pages and sections end (17.6.17), and how large the pages are. */
export const sectionOpeners: readonly (readonly [name: string, open: Opener])[] = [
  ["w:lastRenderedPageBreak", turnPage],
  ["w:pageBreakBefore", turnPage],
  [
    "w:pgSz",
    ({ placed }, attributes) =>
      void (placed.size = { ...placed.size, width: wholeNumber(attributes["w:w"], 0) }),
  ],
  [
    "w:pgMar",
    ({ placed }, attributes) =>
      void (placed.size = {
        ...placed.size,
        left: twips(attributes["w:left"]) ?? 0,
        right: twips(attributes["w:right"]) ?? 0,
      }),
  ],
  [
    "w:cols",
    ({ placed }, attributes) =>
      void (placed.size = {
        ...placed.size,
        columns: wholeNumber(attributes["w:num"], 1),
        space: twips(attributes["w:space"]) ?? 720,
      }),
  ],
];

/**
 * Tables that are wider than the pages of their section go on beyond its edge; one wider than its column of text (17.6.4)
 * lies over the next column, or is cut off there.
 */
export const closeSection: Closer = ({ placed }) => {
  const { width: page = 0, left = 0, right: margin = 0, columns = 1, space = 0 } = placed.size ?? {};
  const column = columns > 1 ? (page - left - margin - space * (columns - 1)) / columns : Infinity;
  if (page > 0)
    for (const { table, right, width } of placed.inText)
      if (left + right > page + BEYOND || width > column + BEYOND) table.isCovered = true;
  [placed.floating, placed.inText, placed.size] = [[], [], { ...placed.size, columns: 1 }];
  placed.page++;
};

/** Twips by which a table may be wider than the page without loss: the width of a small number. */
const BEYOND = 300;

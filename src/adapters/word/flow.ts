import { mayBeDrawn } from "../docx/look/borders.ts";
import { tooLarge } from "../refusal.ts";
import type { Limits } from "../../model/index.ts";
import type { Reach } from "./items/covering.ts";
import { addFlowText, closeFlowText, emptyFlowText, seenFlowLabel } from "./text/flow-text.ts";
import { shapeTable } from "./tables/grid.ts";
import type { RowShape, ShapedRow } from "./tables/grid.ts";
import { isValueAlone } from "./items/items.ts";
import type { CellPicture, Item } from "./items/items.ts";
import type { Label } from "./lists/list-counter.ts";
import type { LetterLook } from "./text/look.ts";
import { leaveAbove, stateLineHeight } from "./tables/room.ts";
import { shownCells } from "./tables/shown-cells.ts";

/** Counts of what was met and not read, or was read in a particular way; they become findings. */
export interface FlowTally {
  insertions: number;
  deletions: number;
  hidden: number;
  pictures: number;
  objects: number;
  brokenFields: number;
  unevenRows: number;
  /** Numbers in boxes that float over the page. */
  floating: number;
}

export function emptyFlowTally(): FlowTally {
  return {
    insertions: 0,
    deletions: 0,
    hidden: 0,
    pictures: 0,
    objects: 0,
    brokenFields: 0,
    unevenRows: 0,
    floating: 0,
  };
}

/** What the mark at the end of a paragraph says. `depth` is the number of tables around the paragraph. */
export interface ParagraphEnd {
  readonly depth: number;
  readonly label: Label | null;
  readonly heading?: number | undefined;
  /** True if the mark is hidden or deleted: the next paragraph then continues in the same line. */
  readonly markGone?: boolean;
  /** How the label looks, according to its list level and the paragraph's mark. */
  readonly labelLook?: LetterLook | undefined;
  /** Twips of space above the first line. */
  readonly before?: number | undefined;
  /** The names of the lines beside, above and below it. */
  readonly lines?: string | undefined;
}

/** A document written as one stream of text, where marks end paragraphs, cells and rows: binary Word files and RTF. */
export interface Flow {
  readonly text: (text: string, look: LetterLook) => void;
  /** A picture, drawing or embedded object that is not read. */
  readonly picture: (kind: "pictures" | "objects", place: CellPicture) => void;
  /** Notes that something is drawn over the open cell. */
  readonly cover: () => void;
  /** Notes that a drawing in front of the text is anchored here; its reach may still change until the paragraph ends. */
  readonly covers: (reach: Reach) => void;
  /** Adds what is anchored in the open paragraph, such as a text box; it follows the paragraph. */
  readonly attach: (items: readonly Item[]) => void;
  /** Notes that the open paragraph shows something other than its text. */
  readonly doubt: (reason: string) => void;
  /** The mark of a note stands here: one that is not raised looks like one more digit. */
  readonly noteMark: (look: LetterLook) => void;
  readonly endParagraph: (end: ParagraphEnd) => void;
  readonly endCell: (end: ParagraphEnd) => void;
  readonly endRow: (depth: number, shape: RowShape | null) => void;
  /** True while nothing stands in the open paragraph. */
  readonly isEmpty: () => boolean;
  /** True if the row that is open at this depth has shown nothing so far. */
  readonly showsNothing: (depth: number) => boolean;
  /** Ends everything that is open and gives the items in reading order. */
  readonly finish: () => readonly Item[];
}

/** Sizes count half points. */
const TWIPS_IN_SIZE = 10;

interface OpenTable {
  readonly rows: ShapedRow[];
  cells: { items: readonly Item[]; picture: CellPicture }[];
  items: Item[];
  picture: CellPicture;
}

/** `cells` counts for all flows of a document together. Throws a Refusal: `too-large`. */
export function newFlow(tally: FlowTally, cells: { count: number }, limits: Limits): Flow {
  const body: Item[] = [];
  const tables: OpenTable[] = [];
  let open = emptyFlowText();

  const holder = (): Item[] => tables.at(-1)?.items ?? body;
  const closeTable = (): void => {
    const table = tables.pop()!;
    if (table.cells.length > 0 || table.items.some((item) => !isBlank(item))) {
      if (table.items.length > 0) table.cells.push({ items: table.items, picture: table.picture });
      table.rows.push({ cells: table.cells, shape: null });
    }
    if (table.rows.length === 0) return;
    const [first] = table.rows;
    const isAlone = table.rows.length === 1 && first!.cells.length === 1;
    if (isAlone && first!.shape?.floats && isValueAlone(first!.cells[0]!.items)) tally.floating++;
    const { table: item, uneven } = shapeTable(table.rows);
    tally.unevenRows += uneven;
    holder().push(item);
  };
  const toDepth = (depth: number): void => {
    if (depth > limits.maximumDepth) throw tooLarge("depth", depth, limits.maximumDepth);
    while (tables.length > depth) closeTable();
    while (tables.length < depth) tables.push({ rows: [], cells: [], items: [], picture: "none" });
  };
  const endParagraph = (end: ParagraphEnd, depth: number, markGone: boolean): void => {
    const { label, labelLook, heading, before = 0 } = end;
    toDepth(depth);
    const table = tables.at(-1);
    if (table !== undefined && table.picture !== "inline" && open.picture !== "none")
      table.picture = open.picture;
    if (markGone) return;
    if (depth > 0 && mayBeDrawn(open.text, () => end.lines, open.lined)) open.doubt ??= "drawn";
    const closed = closeFlowText(open, label && seenFlowLabel(open, label, labelLook), heading);
    if (open.last !== undefined) stateLineHeight(closed, open.last.size * TWIPS_IN_SIZE);
    leaveAbove(closed, before);
    // A number in a frame of its own may stand over any cell.
    if (depth === 0 && closed.doubt === "moved-text" && isValueAlone([closed])) tally.floating++;
    // Most cells hold one paragraph; an array that is made with it takes a ninth of one that grows.
    if (table !== undefined && table.items.length === 0) table.items = [closed];
    else holder().push(closed);
    for (const item of open.attached) holder().push(item);
    open = emptyFlowText();
  };

  return {
    text: (text, look) => {
      if (text === "") return;
      if (look.deleted) tally.deletions++;
      else if (look.hidden) tally.hidden++;
      else {
        if (look.inserted) tally.insertions++;
        addFlowText(open, text, look);
      }
    },
    picture: (kind, place) => {
      tally[kind]++;
      if (open.picture !== "inline") open.picture = place;
    },
    cover: () => {
      if (open.picture === "none") open.picture = "floating";
    },
    covers: (reach) => void open.covers.push(reach),
    doubt: (reason) => void (open.doubt ??= reason),
    noteMark: ({ script, hidden, deleted }) => {
      if (script === undefined && !hidden && !deleted && /\d$/.test(open.text)) open.doubt ??= "mixed-styles";
    },
    attach: (items) => {
      // A number in a box of its own may stand over any cell.
      if (isValueAlone(items)) tally.floating++;
      for (const item of items) open.attached.push(item);
    },
    endParagraph: (end) => endParagraph(end, end.depth, end.markGone ?? false),
    endCell: (end) => {
      if (++cells.count > limits.maximumCells) throw tooLarge("cells", cells.count, limits.maximumCells);
      endParagraph(end, Math.max(1, end.depth), false);
      const table = tables.at(-1)!;
      table.cells.push({ items: table.items, picture: table.picture });
      table.items = [];
      table.picture = "none";
    },
    endRow: (depth, shape) => {
      toDepth(Math.max(1, depth));
      const table = tables.at(-1)!;
      if (shape?.gone === "hidden") tally.hidden++;
      else if (shape?.gone === "deleted") tally.deletions++;
      else if (table.cells.length > 0) table.rows.push({ cells: shownCells(table.cells, shape), shape });
      table.cells = [];
      table.items = [];
    },
    isEmpty: () => open.text === "",
    showsNothing: (depth) => {
      toDepth(Math.max(1, depth));
      return tables.at(-1)!.cells.every(({ items, picture }) => picture === "none" && items.every(isBlank));
    },
    finish: () => {
      if (open.text !== "" || open.attached.length + open.covers.length > 0)
        endParagraph({ depth: tables.length, label: null }, tables.length, false);
      toDepth(0);
      return body;
    },
  };
}

function isBlank(item: Item): boolean {
  return item.kind === "paragraph" && item.text.trim() === "";
}

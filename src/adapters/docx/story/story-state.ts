import type { Limits } from "../../../model/index.ts";
import type { WordCell, Item, WordRow } from "../../word/items/items.ts";
import { listCounter } from "../../word/lists/list-counter.ts";
import type { ListCounter } from "../../word/lists/list-counter.ts";
import type { Scope } from "../../package/namespaces.ts";
import { closeParagraph, numberParagraph } from "./paragraph.ts";
import type { Field } from "../../word/text/field.ts";
import type { ParagraphContext, OpenDocxParagraph } from "./open-paragraph.ts";
import type { BoundControl } from "./controls.ts";
import type { Float } from "./floats.ts";
import type { PlacedTables } from "./sections.ts";
import type { Shading } from "../look/palette.ts";
import { noTable } from "../look/sight.ts";
import type { TableLook } from "../look/sight.ts";
import { tableLooks } from "../look/table-look.ts";
import type { CellMargins } from "../look/margins.ts";
import type { TableFormat } from "../look/table-look.ts";
import type { Attributes } from "../../package/xml.ts";

/** A part while it is read. Each list holds what is open, the innermost last. */
export interface Story {
  readonly context: ParagraphContext;
  readonly limits: Limits;
  /** Finished content by its key: `w:body`, or `w:footnote:2` for a note. */
  readonly finished: Map<string, readonly Item[]>;
  readonly containers: Container[];
  readonly paragraphs: OpenDocxParagraph[];
  readonly tables: OpenTable[];
  /** For each open mc:AlternateContent: whether one of its choices was taken. */
  readonly alternatives: boolean[];
  /** Open content controls. */
  readonly controls: BoundControl[];
  /** Tables of the section and page at hand that may lie over each other, or be wider than the page. */
  readonly placed: PlacedTables;
  /** Open shapes that float in front of the text or behind it. */
  readonly floats: Float[];
  readonly mainCounter: ListCounter;
  readonly boxCounter: ListCounter;
}

/** Anything that holds paragraphs and tables: the body, a cell, a text box, a note. */
export interface Container {
  readonly depth: number;
  readonly items: Item[];
  readonly fields: Field[];
  readonly counter: ListCounter;
  /** The previous paragraph, which waits for the next one because its mark is deleted or hidden. */
  carried: OpenDocxParagraph | null;
  readonly cell: OpenCell | null;
  /** The ways in which its content may look because of the table around it; null until its first paragraph. */
  looks: readonly TableLook[] | null;
  /** The key under which the finished content is kept. */
  readonly key: string | null;
}

export type OpenCell = { -readonly [K in keyof Omit<WordCell, "items">]: WordCell[K] } & {
  deleted: boolean;
  shading?: Shading;
  /** Twips. */
  width?: number;
  margins?: CellMargins;
  /** True if a diagonal line is drawn through the cell. */
  crossed: boolean;
  /** Its lines run from top to bottom. */
  isTurned?: boolean;
};

export interface OpenTable {
  readonly depth: number;
  columns: number;
  /** Twips of the width of each column. */
  readonly grid: number[];
  readonly format: TableFormat;
  readonly rows: WordRow[];
  row: OpenRow | null;
}

export interface OpenRow {
  /** What the row states in place of its table (w:tblPrEx, 17.4.60). */
  margins?: CellMargins;
  shading?: Shading;
  away?: boolean;
  before: number;
  gone: boolean;
  /** Twips, for a row of exact height. */
  height?: number;
  readonly cells: WordCell[];
}

/** What to do when an element opens; `path` ends with the element itself. */
export type Opener = (
  story: Story,
  attributes: Attributes,
  path: readonly string[],
  scope: Scope,
) => "skip" | void;

export type Closer = (story: Story, path: readonly string[]) => void;

export function newStory(context: ParagraphContext, limits: Limits): Story {
  const { numbering } = context;
  return {
    context,
    limits,
    finished: new Map(),
    containers: [],
    paragraphs: [],
    tables: [],
    alternatives: [],
    controls: [],
    floats: [],
    placed: { floating: [], inText: [], page: 0 },
    mainCounter: listCounter(numbering),
    boxCounter: listCounter(numbering),
  };
}

export const last = <T>(list: readonly T[]): T | undefined => list.at(-1);

export const parent = (path: readonly string[]): string | undefined => path[path.length - 2];

export function openContainer(
  story: Story,
  path: readonly string[],
  kind: Partial<Pick<Container, "cell" | "key" | "counter" | "looks">>,
): void {
  const counter = last(story.containers)?.counter ?? story.mainCounter;
  const empty = { items: [], fields: [], carried: null, cell: null, key: null, looks: null };
  story.containers.push({ depth: path.length, ...empty, counter, ...kind });
}

/** Closes and gives the container that this element opened; null where it opened none. */
export function closeContainer(story: Story, path: readonly string[]): Container | null {
  const closing = last(story.containers);
  if (closing === undefined || closing.depth !== path.length) return null;
  story.containers.pop();
  flush(closing);
  return closing;
}

/** Ends a paragraph that waits for a next one when none comes. */
export function flush(container: Container): void {
  const { carried } = container;
  if (carried === null) return;
  container.carried = null;
  const item = closeParagraph(carried);
  if (item.text !== "") container.items.push(item);
  for (const attached of carried.attached) container.items.push(attached);
}

/** Counts a paragraph in its list. A paragraph in a cell that a merge covers is not shown, and takes no number. */
export function countParagraph({ containers }: Story, paragraph: OpenDocxParagraph): void {
  const { cell, counter } = last(containers)!;
  if (cell?.vertical !== "continue" && !cell?.continuesLeft) numberParagraph(paragraph, counter);
}

/** The ways in which the text of the innermost container may look because of the tables around it. */
export function looksHere({ containers, tables, context }: Story): readonly TableLook[] {
  const holder = last(containers);
  if (holder === undefined) return [noTable];
  if (holder.looks !== null) return holder.looks;
  const { cell } = holder;
  const table = last(tables);
  if (!cell || table?.row === null || table === undefined) return (holder.looks = [noTable]);
  const outer = containers[containers.length - 2]?.looks?.[0] ?? noTable;
  const column = table.row.cells.reduce((sum, { span }) => sum + span, table.row.before);
  const position = { row: table.rows.length, column, span: cell.span, columns: table.columns };
  return (holder.looks = tableLooks(
    context,
    table.format,
    position,
    cell.shading ?? table.row.shading,
    outer,
  ));
}

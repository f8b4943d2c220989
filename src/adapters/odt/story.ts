import type { Limits } from "../../model/index.ts";
import { Refusal, tooLarge } from "../refusal.ts";
import type { ShownPicture } from "../package/stored-pictures.ts";
import type { Attributes, XmlHandler } from "../package/xml.ts";
import type { Rgb } from "../docx/look/colour.ts";
import type { FlowTally } from "../word/flow.ts";
import { isValueAlone } from "../word/items.ts";
import type { Item } from "../word/items.ts";
import { showsNumber, storedNumber } from "../sheet/stored-number.ts";
import { doubted, leaveAbove } from "../word/room.ts";
import { odtComments } from "./comments.ts";
import { otherBodies, shapes, skipped, styleParts } from "./elements.ts";
import { odtFieldOpeners } from "./fields.ts";
import { odfLists } from "./lists.ts";
import { addShown, addWritten, closeOdtParagraph, isGone, openOdtParagraph } from "./paragraph.ts";
import type { OpenOdtParagraph } from "./paragraph.ts";
import { odfPictures } from "./pictures.ts";
import type { OdtContainer, OpenOdtTable } from "./open-parts.ts";
import { columnDoubt, gridRow, mostColumns, seenCells } from "./rows.ts";
import { odfStyles } from "./styles.ts";

/** The content of a document, and the findings raised on the way. */
export interface OdtStory {
  readonly handler: XmlHandler;
  readonly items: readonly Item[];
  /** Notes stand at the end, never inside the cell or sentence that refers to them. */
  readonly notes: readonly Item[];
  readonly pictures: readonly ShownPicture[];
}

/** How many repetitions of one row are written out. */
const mostRows = 1_000;
const twipsPerPoint = 20;
/** Points; a row of this fixed height or less shows nothing of its text. */
const lowestRow = 2;

/** Reads styles, and the body if there is one: from content.xml, styles.xml or a whole flat document. */
export function odtStory(tally: FlowTally, limits: Limits): OdtStory {
  const styles = odfStyles();
  const lists = odfLists();
  const pictures = odfPictures();
  const notes: Item[] = [];
  const body: OdtContainer = {
    depth: 0,
    items: [],
    ground: null,
    kind: "body",
    inLine: false,
    picture: "none",
  };
  const containers: OdtContainer[] = [];
  const paragraphs: OpenOdtParagraph[] = [];
  const tables: OpenOdtTable[] = [];
  const frames: Attributes[] = [];
  const sections: ("shown" | "undecided")[] = [];
  let cells = 0;

  const here = (): OdtContainer => containers.at(-1) ?? body;
  const push = (
    path: readonly string[],
    kind: OdtContainer["kind"],
    ground: Rgb | null,
    inLine = false,
  ): void => void containers.push({ depth: path.length, items: [], ground, kind, inLine, picture: "none" });
  const isInLine = (): boolean => frames.at(-1)?.["text:anchor-type"] === "as-char";
  const paragraphHere = (): OpenOdtParagraph | undefined => {
    const paragraph = paragraphs.at(-1);
    return paragraph !== undefined && paragraph.depth > here().depth ? paragraph : undefined;
  };
  const picture = (kind: "pictures" | "objects"): void => {
    tally[kind]++;
    markCell(isInLine());
  };
  const markCell = (inLine: boolean): void => {
    const holder = here();
    if (holder.picture !== "inline") holder.picture = inLine ? "inline" : "floating";
  };
  const hide = (): "skip" => {
    tally.hidden++;
    return "skip";
  };
  const openParagraph = (name: string, attributes: Attributes, path: readonly string[]): void => {
    const level = name === "text:h" ? Number(attributes["text:outline-level"]) || 1 : undefined;
    const unnumbered = attributes["text:is-list-header"] === "true";
    const label = unnumbered ? null : lists.label(level ?? null);
    const paragraph = openOdtParagraph(styles, attributes["text:style-name"], {
      depth: path.length,
      level,
      label: label && { label, ...lists.lookOf(label) },
      ground: here().ground,
    });
    if (sections.includes("undecided")) paragraph.doubt = "hidden-text";
    paragraphs.push(paragraph);
  };
  const openSpan = (attributes: Attributes, path: readonly string[]): void => {
    const paragraph = paragraphHere();
    if (paragraph === undefined) return;
    const { look } = paragraph.looks.at(-1)!;
    paragraph.looks.push({ depth: path.length, look: styles.span(attributes["text:style-name"], look) });
  };
  const openCell = (name: string, attributes: Attributes, path: readonly string[]): "skip" | void => {
    const table = tables.at(-1);
    if (table === undefined || table.row === null) return "skip";
    const isCovered = name === "table:covered-table-cell";
    const repeated = countOf(attributes["table:number-columns-repeated"]);
    cells += Math.min(repeated, limits.maximumCells) * table.row.repeated;
    if (cells > limits.maximumCells) throw tooLarge("cells", cells, limits.maximumCells);
    const columns = countOf(attributes["table:number-columns-spanned"]);
    const rows = countOf(attributes["table:number-rows-spanned"]);
    const { column } = table.row;
    const style = attributes["table:style-name"] ?? table.row.style ?? table.columns[column]?.style;
    const isCrossed = styles.isCrossed(style);
    const above = styles.above("table-cell", style);
    const narrow = columnDoubt(table.columns, column, columns);
    table.row.column += repeated;
    const stored = storedNumber(attributes);
    table.cell = { isCovered, columns, rows, repeated, isCrossed, above, narrow, number: stored };
    push(path, "cell", styles.ground("table-cell", style) ?? table.row.ground ?? table.ground);
  };

  const open: Readonly<
    Record<string, (attributes: Attributes, path: readonly string[], name: string) => "skip" | void>
  > = {
    "text:p": (attributes, path, name) => openParagraph(name, attributes, path),
    "text:h": (attributes, path, name) => openParagraph(name, attributes, path),
    "text:span": (attributes, path) => openSpan(attributes, path),
    "text:a": (attributes, path) => openSpan(attributes, path),
    "text:s": (attributes) => {
      const paragraph = paragraphHere();
      const count = Math.min(Number(attributes["text:c"] ?? 1) || 1, 1_000);
      if (paragraph !== undefined) addShown(paragraph, " ".repeat(count));
    },
    "text:tab": () => void (paragraphHere() && addShown(paragraphHere()!, "\t")),
    "text:line-break": () => void (paragraphHere() && addShown(paragraphHere()!, "\n")),
    "text:list": (attributes) => lists.openList(attributes),
    "text:list-item": (attributes) => lists.openItem(attributes, false),
    "text:list-header": (attributes) => lists.openItem(attributes, true),
    "text:section": (attributes) => {
      const display = attributes["text:display"];
      if (display === "none" || attributes["text:is-hidden"] === "true") return hide();
      // Whether the condition holds is not worked out here.
      sections.push(display === "condition" ? "undecided" : "shown");
      return;
    },
    "text:deletion": () => {
      tally.deletions++;
      return "skip";
    },
    "text:insertion": () => {
      tally.insertions++;
      return "skip";
    },
    ...odtFieldOpeners(paragraphHere, hide),
    "text:note-body": (_, path) => push(path, "note", null),
    "table:table": (attributes) => {
      const ground = styles.ground("table", attributes["table:style-name"]);
      tables.push({ columns: [], rows: [], open: new Map(), ground, row: null, cell: null });
      if (tables.length > limits.maximumDepth) throw tooLarge("depth", tables.length, limits.maximumDepth);
    },
    "table:table-column": (attributes) => {
      const table = tables.at(-1);
      const style = attributes["table:default-cell-style-name"];
      const width = styles.width(attributes["table:style-name"]);
      const hidden = (attributes["table:visibility"] ?? "visible") !== "visible";
      const count = Number(attributes["table:number-columns-repeated"] ?? 1) || 1;
      for (let copy = 0; copy < count && table !== undefined && table.columns.length < mostColumns; copy++)
        table.columns.push({ style, width, hidden });
    },
    "table:table-row": (attributes) => {
      const table = tables.at(-1);
      if (table === undefined) return "skip";
      const style = attributes["table:style-name"];
      if ((attributes["table:visibility"] ?? "visible") !== "visible" || styles.height(style) <= lowestRow)
        return hide();
      const repeated = Math.min(countOf(attributes["table:number-rows-repeated"]), mostRows);
      const [ground, height] = [styles.ground("table-row", style), styles.height(style) * twipsPerPoint];
      const cellStyle = attributes["table:default-cell-style-name"];
      table.row = { cells: [], repeated, ground, height, column: 0, style: cellStyle };
      return;
    },
    "table:table-cell": (attributes, path, name) => openCell(name, attributes, path),
    "table:covered-table-cell": (attributes, path, name) => openCell(name, attributes, path),
    "draw:frame": (attributes) => {
      const look = paragraphs.at(-1)?.looks.at(-1)?.look;
      if (look?.hidden) return hide();
      frames.push(attributes);
      return;
    },
    "draw:text-box": (_, path) => push(path, "box", null, isInLine()),
    "draw:image": (attributes) => {
      picture("pictures");
      pictures.image(attributes, frames.at(-1) ?? {});
    },
    "draw:object": () => picture("objects"),
    "draw:object-ole": () => picture("objects"),
    "draw:control": () => markCell(false),
  };

  const closeContainer = (container: OdtContainer): void => {
    containers.pop();
    if (container.kind === "note") return void append(notes, container.items);
    if (container.kind === "cell") {
      const table = tables.at(-1);
      const [first] = container.items;
      if (first !== undefined) leaveAbove(first, (table?.cell?.above ?? 0) * twipsPerPoint);
      // A cell that a merge covers is not shown.
      if (!table?.cell || !table.row) return;
      const { isCovered, columns, rows, repeated } = table.cell;
      const items = isCovered ? [] : seenItems(container.items, table.cell);
      table.row.cells.push({ isCovered, columns, rows, repeated, items, picture: container.picture });
      return;
    }
    const text = container.items
      .map((item) => (item.kind === "paragraph" ? item.text : "表"))
      .join("")
      .trim();
    if (text === "") return markCell(container.inLine);
    if (!container.inLine && isValueAlone(container.items)) tally.floating++;
    if (!container.inLine) markCell(false);
    append(paragraphHere()?.attached ?? here().items, container.items);
  };
  const closeRow = (): void => {
    const table = tables.at(-1);
    if (table === undefined || table.row === null) return;
    const { cells, repeated, height } = table.row;
    table.row = null;
    const written = seenCells(cells, height);
    for (let copy = 0; copy < repeated; copy++) table.rows.push(gridRow(written, table.open));
  };

  const comments = odtComments(paragraphHere);
  const handler: XmlHandler = {
    open: (name, attributes, path) => {
      if (skipped.has(name)) return "skip";
      if (comments.open(name)) return;
      if (otherBodies.has(name)) throw new Refusal("unsupported", { format: name.slice(7) });
      if (styleParts.has(path[1] ?? "")) {
        styles.open(name, attributes);
        lists.openStyle(name, attributes);
        pictures.openStyle(name, attributes);
        return;
      }
      if (shapes.has(name)) return push(path, "box", null, attributes["text:anchor-type"] === "as-char");
      return open[name]?.(attributes, path, name);
    },
    close: (name, path) => {
      if (comments.close(name)) return;
      const paragraph = paragraphHere();
      if (paragraph?.depth === path.length && (name === "text:p" || name === "text:h")) {
        paragraphs.pop();
        const items = paragraph.isHidden || isGone(paragraph) ? [] : [closeOdtParagraph(paragraph)];
        for (const item of items) leaveAbove(item, paragraph.above * twipsPerPoint);
        tally.hidden += Number(paragraph.isHidden);
        append(here().items, [...items, ...paragraph.attached]);
      } else if (paragraph?.looks.at(-1)!.depth === path.length) paragraph.looks.pop();
      else if (containers.at(-1)?.depth === path.length) closeContainer(containers.at(-1)!);
      else if (name === "text:list") lists.closeList();
      else if (name === "table:table-row") closeRow();
      else if (name === "draw:frame") frames.pop();
      else if (name === "text:section") sections.pop();
      else if (name === "table:table") {
        const table = tables.pop();
        if (table !== undefined && table.rows.length > 0)
          append(here().items, [{ kind: "table", columns: table.columns.length, rows: table.rows }]);
      }
    },
    text: (text, path) => {
      const paragraph = paragraphHere();
      const holder = path[path.length - 1]!;
      if (comments.text(text, holder) || paragraph === undefined) return;
      if (!/^(?:text|loext|office|other):/.test(holder)) return;
      if (!addWritten(paragraph, text)) tally.hidden++;
    },
  };
  return { handler, items: body.items, notes, pictures: pictures.shown };
}

/**
 * The items of a cell. Its texts are doubted where a line runs across the cell, where its columns show nothing, or
 * where they differ from the number that the cell stores.
 */
function seenItems(items: readonly Item[], cell: OpenOdtTable["cell"]): readonly Item[] {
  if (cell === null) return items;
  if (cell.isCrossed) return doubted(items, "struck-text");
  if (cell.narrow !== undefined) return doubted(items, cell.narrow);
  const text = items.map((item) => (item.kind === "paragraph" ? item.text : "")).join("");
  const differs = cell.number !== null && /\d/.test(text) && !showsNumber(text, cell.number);
  return differs ? doubted(items, "number-format") : items;
}

function append(to: Item[], items: readonly Item[]): void {
  for (const item of items) to.push(item);
}

/** A count of rows or columns; 1 where none is stated. */
function countOf(text: string | undefined): number {
  return text === undefined ? 1 : Math.max(1, Math.trunc(Number(text)) || 1);
}

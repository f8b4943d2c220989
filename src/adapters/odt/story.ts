import type { Limits } from "../../model/index.ts";
import { Refusal, tooLarge } from "../refusal.ts";
import type { ShownPicture } from "../package/stored-pictures.ts";
import type { Attributes, XmlHandler } from "../package/xml.ts";
import type { Rgb } from "../docx/look/colour.ts";
import type { FlowTally } from "../word/flow.ts";
import { isValueAlone } from "../word/items.ts";
import type { CellPicture, Item, WordRow } from "../word/items.ts";
import { doubted, leaveAbove } from "../word/room.ts";
import { shapes, skipped } from "./elements.ts";
import { odtFieldOpeners } from "./fields.ts";
import { odfLists } from "./lists.ts";
import { addShown, addWritten, closeOdtParagraph, isGone } from "./paragraph.ts";
import type { OpenOdtParagraph } from "./paragraph.ts";
import { odfPictures } from "./pictures.ts";
import { gridRow, seenCells } from "./rows.ts";
import type { OpenRegions, WrittenOdtCell } from "./rows.ts";
import { odfStyles } from "./styles.ts";

/** What a document says and what was met on the way. */
export interface OdtStory {
  readonly handler: XmlHandler;
  readonly items: readonly Item[];
  /** Notes stand at the end, never inside the cell or sentence that refers to them. */
  readonly notes: readonly Item[];
  readonly pictures: readonly ShownPicture[];
}

/** Whatever holds paragraphs and tables: the body, a cell, a text box, a note. */
interface Container {
  readonly depth: number;
  readonly items: Item[];
  readonly ground: Rgb | null;
  readonly kind: "body" | "cell" | "box" | "note";
  /** Of a box: it stands in the line like a letter. */
  readonly inLine: boolean;
  picture: CellPicture;
}

interface OpenTable {
  columns: number;
  readonly rows: WordRow[];
  readonly open: OpenRegions;
  readonly ground: Rgb | null;
  row: OpenRow | null;
  cell:
    | (Pick<WrittenOdtCell, "isCovered" | "columns" | "rows" | "repeated"> & {
        isCrossed: boolean;
        above: number;
      })
    | null;
}

interface OpenRow extends Pick<OpenTable, "ground"> {
  readonly cells: WrittenOdtCell[];
  readonly repeated: number;
  /** Twips of a row of fixed height. */
  readonly height: number;
}

/** Repetitions of one row that are written out. */
const mostRows = 1_000;
const twipsPerPoint = 20;
/** Points: a row of fixed height this low shows nothing of its text. */
const lowestRow = 2;

/** Reads styles, and the body where there is one: content.xml, styles.xml or a whole flat document. */
export function odtStory(tally: FlowTally, limits: Limits): OdtStory {
  const styles = odfStyles();
  const lists = odfLists();
  const pictures = odfPictures();
  const notes: Item[] = [];
  const body: Container = { depth: 0, items: [], ground: null, kind: "body", inLine: false, picture: "none" };
  const containers: Container[] = [];
  const paragraphs: OpenOdtParagraph[] = [];
  const tables: OpenTable[] = [];
  const frames: Attributes[] = [];
  let cells = 0;

  const here = (): Container => containers.at(-1) ?? body;
  const push = (path: readonly string[], kind: Container["kind"], ground: Rgb | null, inLine = false): void =>
    void containers.push({ depth: path.length, items: [], ground, kind, inLine, picture: "none" });
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
    const style = attributes["text:style-name"];
    const level = name === "text:h" ? Number(attributes["text:outline-level"]) || 1 : undefined;
    const unnumbered = attributes["text:is-list-header"] === "true";
    const label = unnumbered ? null : lists.label(level ?? null);
    paragraphs.push({
      depth: path.length,
      runs: [],
      looks: [{ depth: path.length, look: styles.paragraph(style) }],
      heading: level ?? styles.outlineLevel(style),
      label,
      above: styles.above("paragraph", style),
      ground: styles.ground("paragraph", style) ?? here().ground,
      attached: [],
      isHidden: false,
      endsInSpace: true,
      doubt: undefined,
    });
  };
  const openCell = (name: string, attributes: Attributes, path: readonly string[]): "skip" | void => {
    const table = tables.at(-1);
    if (table === undefined || table.row === null) return "skip";
    const number = (key: string): number =>
      Math.max(1, Math.trunc(Number(attributes[`table:number-${key}`])) || 1);
    const isCovered = name === "table:covered-table-cell";
    const repeated = number("columns-repeated");
    cells += Math.min(repeated, limits.maximumCells) * table.row.repeated;
    if (cells > limits.maximumCells) throw tooLarge("cells", cells, limits.maximumCells);
    const [columns, rows] = [number("columns-spanned"), number("rows-spanned")];
    const style = attributes["table:style-name"];
    const [isCrossed, above] = [styles.isCrossed(style), styles.above("table-cell", style)];
    table.cell = { isCovered, columns, rows, repeated, isCrossed, above };
    push(path, "cell", styles.ground("table-cell", style) ?? table.row.ground ?? table.ground);
  };

  const open: Readonly<
    Record<string, (attributes: Attributes, path: readonly string[], name: string) => "skip" | void>
  > = {
    "text:p": (attributes, path, name) => openParagraph(name, attributes, path),
    "text:h": (attributes, path, name) => openParagraph(name, attributes, path),
    "text:span": (attributes, path) => {
      const paragraph = paragraphHere();
      if (paragraph === undefined) return;
      const { look } = paragraph.looks.at(-1)!;
      paragraph.looks.push({ depth: path.length, look: styles.span(attributes["text:style-name"], look) });
    },
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
      const isHidden =
        display === "none" || (display === "condition" && attributes["text:is-hidden"] === "true");
      return isHidden ? hide() : undefined;
    },
    "text:deletion": () => {
      tally.deletions++;
      return "skip";
    },
    "text:insertion": () => {
      tally.insertions++;
      return "skip";
    },
    "text:hidden-text": (attributes) => (attributes["text:is-hidden"] === "true" ? hide() : undefined),
    "text:hidden-paragraph": (attributes) => {
      const paragraph = paragraphHere();
      if (paragraph !== undefined && attributes["text:is-hidden"] === "true") paragraph.isHidden = true;
      return "skip";
    },
    ...odtFieldOpeners(paragraphHere),
    "text:note-body": (_, path) => push(path, "note", null),
    "table:table": (attributes) => {
      const ground = styles.ground("table", attributes["table:style-name"]);
      tables.push({ columns: 0, rows: [], open: new Map(), ground, row: null, cell: null });
      if (tables.length > limits.maximumDepth) throw tooLarge("depth", tables.length, limits.maximumDepth);
    },
    "table:table-column": (attributes) => {
      const table = tables.at(-1);
      if (table !== undefined) table.columns += Number(attributes["table:number-columns-repeated"] ?? 1) || 1;
    },
    "table:table-row": (attributes) => {
      const table = tables.at(-1);
      if (table === undefined) return "skip";
      const style = attributes["table:style-name"];
      if ((attributes["table:visibility"] ?? "visible") !== "visible" || styles.height(style) <= lowestRow)
        return hide();
      const repeated = Math.min(
        Math.max(1, Math.trunc(Number(attributes["table:number-rows-repeated"])) || 1),
        mostRows,
      );
      const [ground, height] = [styles.ground("table-row", style), styles.height(style) * twipsPerPoint];
      table.row = { cells: [], repeated, ground, height };
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

  const closeContainer = (container: Container): void => {
    containers.pop();
    if (container.kind === "note") return void append(notes, container.items);
    if (container.kind === "cell") {
      const table = tables.at(-1);
      const [first] = container.items;
      if (first !== undefined) leaveAbove(first, (table?.cell?.above ?? 0) * twipsPerPoint);
      // What a merge covers is not shown.
      const shown = table?.cell?.isCrossed ? doubted(container.items, "struck-text") : container.items;
      const content = table?.cell?.isCovered ? [] : shown;
      if (!table?.cell || !table.row) return;
      const { isCovered, columns, rows, repeated } = table.cell;
      const written = { isCovered, columns, rows, repeated, items: content, picture: container.picture };
      table.row.cells.push(written);
      return;
    }
    const text = container.items
      .map((item) => (item.kind === "paragraph" ? item.text : "表"))
      .join("")
      .trim();
    if (text === "") return markCell(container.inLine);
    if (!container.inLine && isValueAlone(container.items)) tally.floating++;
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

  const handler: XmlHandler = {
    open: (name, attributes, path) => {
      if (skipped.has(name)) return "skip";
      if (/^office:(?:spreadsheet|presentation|drawing|chart|image|database)$/.test(name))
        throw new Refusal("unsupported", { format: name.slice(7) });
      if (path[1] === "office:styles" || path[1] === "office:automatic-styles") {
        styles.open(name, attributes);
        lists.openStyle(name, attributes);
        pictures.openStyle(name, attributes);
        return;
      }
      if (shapes.has(name)) return push(path, "box", null, attributes["text:anchor-type"] === "as-char");
      return open[name]?.(attributes, path, name);
    },
    close: (name, path) => {
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
      else if (name === "table:table") {
        const table = tables.pop();
        if (table !== undefined && table.rows.length > 0)
          append(here().items, [{ kind: "table", columns: table.columns, rows: table.rows }]);
      }
    },
    text: (text, path) => {
      const paragraph = paragraphHere();
      const holder = path[path.length - 1]!;
      if (paragraph === undefined || !/^(?:text|loext|office|other):/.test(holder)) return;
      if (!addWritten(paragraph, text)) tally.hidden++;
    },
  };
  return { handler, items: body.items, notes, pictures: pictures.shown };
}

function append(to: Item[], items: readonly Item[]): void {
  for (const item of items) to.push(item);
}

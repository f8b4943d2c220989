import type { Limits } from "../../model/index.ts";
import { collectText, inlineClosers, inlineOpeners } from "./inline.ts";
import type { Cell, Item, Row } from "./items.ts";
import { closeParagraph, endInstructions, isHidden, numberParagraph, openParagraph } from "./paragraph.ts";
import type { Context, Field, OpenParagraph } from "./paragraph.ts";
import { Refusal } from "./refusal.ts";
import type { Scope } from "./namespaces.ts";
import { isOn, wholeNumber } from "./values.ts";
import type { Attributes, XmlHandler } from "./xml.ts";

/** What one part says: `w:body` → items, or `w:footnote:2` → items for the notes. */
export interface Stories {
  /** Name of the part's outermost element. */
  root: string;
  readonly items: Map<string, readonly Item[]>;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Whatever holds paragraphs and tables: the body, a cell, a text box, a note. */
interface Container {
  readonly depth: number;
  readonly items: Item[];
  readonly fields: Field[];
  /** The paragraph before, waiting for the next because its mark is gone. */
  carried: OpenParagraph | null;
  readonly cell: (Mutable<Cell> & { deleted: boolean }) | null;
  readonly key: string | null;
}

interface OpenTable {
  readonly depth: number;
  columns: number;
  readonly rows: Row[];
  row: { readonly depth: number; before: number; gone: boolean; readonly cells: Cell[] } | null;
}

/** Properties, former states and alternatives that say nothing this adapter needs. */
const skippedElements = new Set([
  "w:pPrChange",
  "w:rPrChange",
  "w:tblPrChange",
  "w:trPrChange",
  "w:tcPrChange",
  "w:sectPrChange",
  "w:tblGridChange",
  "w:tblPrExChange",
  "w:numberingChange",
  "w:sdtPr",
  "w:sdtEndPr",
  "w:sectPr",
  "w:tblPr",
  "w:tblPrEx",
  "w:pBdr",
  "w:tabs",
  "w:tcBorders",
  "w:tcMar",
  "w:delText",
  "w:delInstrText",
  "w:rt",
  "w:rubyPr",
  "wps:spPr",
  "wps:style",
  "wps:bodyPr",
  "w14:conflictDel",
]);

/** Namespaces an mc:Choice may require and still be read (ISO 29500-3 9.3). */
const understood = new Set(["w", "wp", "wp14", "wps", "wpg", "wpc", "w14", "w15", "a", "pic", "v"]);

/** Word's own maximum; more than this in one table row is no report. */
export const maximumColumns = 63;

export function storyReader(context: Context, limits: Limits): { handler: XmlHandler; stories: Stories } {
  const stories: Stories = { root: "", items: new Map() };
  const containers: Container[] = [];
  const paragraphs: OpenParagraph[] = [];
  const tables: OpenTable[] = [];
  const alternatives: boolean[] = [];
  const { counts } = context;
  let preserve = false;

  const container = (): Container | undefined => containers[containers.length - 1];
  const paragraph = (): OpenParagraph | undefined => paragraphs[paragraphs.length - 1];
  const table = (): OpenTable | undefined => tables[tables.length - 1];

  const openContainer = (depth: number, cell: Container["cell"], key: string | null): void => {
    containers.push({ depth, items: [], fields: [], carried: null, cell, key });
  };
  const flush = (target: Container): void => {
    const { carried } = target;
    if (carried === null) return;
    target.carried = null;
    const item = closeParagraph(carried);
    if (item.text !== "") target.items.push(item);
    for (const one of carried.attached) target.items.push(one);
  };
  const deleted = (path: readonly string[]): "skip" => {
    counts.deletions++;
    const parent = path[path.length - 2];
    const open = paragraph();
    if (parent === "w:rPr" && path[path.length - 3] === "w:pPr" && open !== undefined) open.markGone = true;
    else if (parent === "w:trPr" && table()?.row) table()!.row!.gone = true;
    return "skip";
  };
  const inserted = (_: Attributes, path: readonly string[]): void => {
    if (path[path.length - 2] !== "w:numPr") counts.insertions++;
  };
  const picture = (): "skip" => {
    counts.pictures++;
    const cell = container()?.cell;
    if (cell) cell.picture = true;
    return "skip";
  };
  const cellProperty =
    (set: (cell: NonNullable<Container["cell"]>, attributes: Attributes) => void): Opener =>
    (attributes, path) => {
      const cell = container()?.cell;
      if (cell && path[path.length - 2] === "w:tcPr") set(cell, attributes);
    };
  const hiddenDrawing = (): "skip" | void => {
    const open = paragraph();
    if (open === undefined || !isHidden(open)) return;
    counts.hidden++;
    return "skip";
  };
  const note: Opener = (attributes, path) => {
    if ((attributes["w:type"] ?? "normal") !== "normal") return "skip";
    openContainer(path.length, null, `${path[path.length - 1]}:${attributes["w:id"]}`);
  };

  type Opener = (attributes: Attributes, path: readonly string[], scope: Scope) => "skip" | void;
  const openers = new Map<string, Opener>([
    ["w:body", (_, path) => openContainer(path.length, null, "w:body")],
    ["w:footnote", note],
    ["w:endnote", note],
    [
      "w:p",
      (_, path) => {
        const holder = container();
        if (holder === undefined) return "skip";
        paragraphs.push(openParagraph(path.length, context, holder.fields, holder.carried));
        holder.carried = null;
      },
    ],
    [
      "w:tbl",
      (_, path) => {
        const holder = container();
        if (holder === undefined) return "skip";
        flush(holder);
        tables.push({ depth: path.length, columns: 0, rows: [], row: null });
      },
    ],
    ["w:gridCol", () => void (table() !== undefined && table()!.columns++)],
    [
      "w:tr",
      (_, path) => {
        const open = table();
        if (open === undefined || open.row !== null) return "skip";
        open.row = { depth: path.length, before: 0, gone: false, cells: [] };
      },
    ],
    [
      "w:gridBefore",
      (attributes, path) => {
        const row = table()?.row;
        if (row && path[path.length - 2] === "w:trPr")
          row.before = Math.min(wholeNumber(attributes["w:val"], 0), maximumColumns);
      },
    ],
    [
      "w:hidden",
      (attributes, path) => {
        const row = table()?.row;
        if (!row || path[path.length - 2] !== "w:trPr" || !isOn(attributes["w:val"])) return;
        row.gone = true;
        counts.hidden++;
      },
    ],
    [
      "w:tc",
      (_, path) => {
        if (!table()?.row) return "skip";
        if (++counts.cells > limits.maximumCells)
          throw new Refusal("too-large", { what: "cells", limit: limits.maximumCells });
        const cell = {
          items: [],
          span: 1,
          vertical: "none",
          continuesLeft: false,
          picture: false,
          deleted: false,
        } as const;
        openContainer(path.length, { ...cell }, null);
      },
    ],
    [
      "w:gridSpan",
      cellProperty((cell, attributes) => (cell.span = Math.max(1, wholeNumber(attributes["w:val"], 1)))),
    ],
    [
      "w:vMerge",
      cellProperty(
        (cell, attributes) => (cell.vertical = attributes["w:val"] === "restart" ? "restart" : "continue"),
      ),
    ],
    [
      "w:hMerge",
      cellProperty((cell, attributes) => (cell.continuesLeft = attributes["w:val"] !== "restart")),
    ],
    [
      "w:cellMerge",
      cellProperty((cell, attributes) => {
        const kind = attributes["w:vMerge"];
        if (kind !== undefined) cell.vertical = kind === "rest" ? "restart" : "continue";
      }),
    ],
    [
      "w:cellDel",
      cellProperty((cell) => {
        cell.deleted = true;
        counts.deletions++;
      }),
    ],
    ["w:cellIns", inserted],
    ["w:ins", inserted],
    ["w:moveTo", inserted],
    ["w:del", (_, path) => deleted(path)],
    ["w:moveFrom", (_, path) => deleted(path)],
    ["w:txbxContent", (_, path) => openContainer(path.length, null, null)],
    ["mc:AlternateContent", () => void alternatives.push(false)],
    [
      "mc:Choice",
      (attributes, _, scope) => {
        const required = (attributes["Requires"] ?? "").split(/\s+/).filter((prefix) => prefix !== "");
        const readable = required.every((prefix) => understood.has(scope.prefixes.get(prefix) ?? ""));
        if (alternatives[alternatives.length - 1] === true || !readable) return "skip";
        alternatives[alternatives.length - 1] = true;
      },
    ],
    ["mc:Fallback", () => (alternatives[alternatives.length - 1] === true ? "skip" : undefined)],
    ["w:drawing", hiddenDrawing],
    ["w:pict", hiddenDrawing],
    ["pic:pic", picture],
    ["c:chart", picture],
    ["dgm:relIds", picture],
    ["v:imagedata", picture],
    [
      "w:object",
      () => {
        counts.objects++;
        const cell = container()?.cell;
        if (cell) cell.picture = true;
        return "skip";
      },
    ],
    ["w:altChunk", () => void counts.imports++],
    ["w:subDoc", () => void counts.imports++],
  ]);

  const closeContainer = (path: readonly string[]): Container | null => {
    const closing = container();
    if (closing === undefined || closing.depth !== path.length) return null;
    containers.pop();
    flush(closing);
    return closing;
  };
  const closeStory = (path: readonly string[]): void => {
    const closing = closeContainer(path);
    if (closing !== null && closing.key !== null) stories.items.set(closing.key, closing.items);
  };

  const closers = new Map<string, (path: readonly string[]) => void>([
    ["w:body", closeStory],
    ["w:footnote", closeStory],
    ["w:endnote", closeStory],
    [
      "w:pPr",
      (path) => {
        const open = paragraph();
        // Word does not count the empty paragraphs of cells covered by a merge.
        const cell = container()?.cell;
        const covered =
          cell !== null && cell !== undefined && (cell.vertical === "continue" || cell.continuesLeft);
        if (open !== undefined && open.depth === path.length - 1 && !covered) numberParagraph(open);
      },
    ],
    [
      "w:p",
      () => {
        const open = paragraphs.pop()!;
        const holder = container()!;
        endInstructions(open);
        if (open.markGone) holder.carried = open;
        else {
          holder.items.push(closeParagraph(open));
          for (const item of open.attached) holder.items.push(item);
        }
      },
    ],
    [
      "w:tbl",
      () => {
        const { rows, columns } = tables.pop()!;
        if (rows.length > 0) container()!.items.push({ kind: "table", rows, columns });
      },
    ],
    [
      "w:tr",
      () => {
        const open = table()!;
        const { gone, before, cells } = open.row!;
        open.row = null;
        if (!gone) open.rows.push({ before, cells });
      },
    ],
    [
      "w:tc",
      (path) => {
        const closing = closeContainer(path);
        const row = table()?.row;
        if (closing?.cell && !closing.cell.deleted && row)
          row.cells.push({ ...closing.cell, items: closing.items });
      },
    ],
    [
      "w:txbxContent",
      (path) => {
        const closing = closeContainer(path);
        const target = paragraph()?.attached ?? container()?.items;
        for (const item of closing?.items ?? []) target?.push(item);
      },
    ],
    ["mc:AlternateContent", () => void alternatives.pop()],
  ]);

  return {
    stories,
    handler: {
      open: (name, attributes, path, scope) => {
        if (path.length === 1) stories.root = name;
        if (skippedElements.has(name)) return "skip";
        const opener = openers.get(name);
        if (opener !== undefined) return opener(attributes, path, scope);
        const open = paragraph();
        if (open === undefined) return;
        if (name === "w:t") preserve = attributes["xml:space"] === "preserve";
        inlineOpeners.get(name)?.(open, attributes, path);
      },
      close: (name, path) => {
        const closer = closers.get(name);
        if (closer !== undefined) closer(path);
        else {
          const open = paragraph();
          if (open !== undefined) inlineClosers.get(name)?.(open, preserve);
        }
      },
      text: (text) => {
        const open = paragraph();
        if (open !== undefined && open.collecting !== null) collectText(open, text);
      },
    },
  };
}

import { readRunProperty, readShading, twips } from "./run-properties.ts";
import type { RunProperties } from "./run-properties.ts";
import type { Shading } from "./palette.ts";
import type { Attributes, XmlHandler } from "../../package/xml.ts";
import type { Aligned } from "../../word/tables/room.ts";
import { isBesideLine, withBesideLine } from "./borders.ts";
import { sideOf } from "./margins.ts";
import type { CellMargins } from "./margins.ts";
import { isOn, wholeNumber } from "./values.ts";

/** What a style states that this adapter needs; undefined = it states nothing. */
export interface DocxStyle {
  readonly id: string;
  readonly type: string;
  name: string;
  basedOn?: string;
  numberId?: string;
  numberLevel?: number;
  outlineLevel?: number;
  shading?: Shading;
  /** Twips of an exact line height (w:spacing). */
  exactLine?: number;
  /** Twips from the cell's edge to the text. */
  indent?: number;
  start?: number;
  /** Twips from the text to the other edge; `aligned` is the edge that the text is aligned to. */
  right?: number;
  aligned?: Aligned;
  /** True if it sets paragraphs in frames of their own (w:framePr). */
  framed?: boolean;
  /** Twips to the last tab stop. */
  stop?: number | undefined;
  /** The names of the lines beside its paragraphs. */
  lines?: string;
  readonly run: RunProperties;
  /** For table styles: twips from the text's edge to the table's (w:tblInd). */
  tableIndent?: number;
  /** For table styles: the shading of cells, and the looks of the parts of the table (w:tblStylePr) by their type. */
  cellShading?: Shading;
  margins?: CellMargins;
  /** What the parts of the table state of them, each of which may hold for any cell. */
  partMargins?: CellMargins;
  readonly parts: Map<string, TablePart>;
  /** How many rows, and how many columns, one band has. */
  readonly bands: { rows: number; columns: number };
}

export interface TablePart {
  readonly run: RunProperties;
  shading?: Shading;
}

export interface DocxStyles {
  /** The style and its ancestors, nearest first; an unknown or missing id gives the default style of the type. */
  readonly chain: (id: string | undefined, type: StyleType) => readonly DocxStyle[];
  /** What the style and its ancestors state about runs; the nearest statement wins. */
  readonly runProperties: (id: string | undefined, type: StyleType) => RunProperties;
  /** Number of the list that a numbering style stands for. */
  readonly numberOf: (id: string) => string | undefined;
  /** w:docDefaults, of runs and of paragraphs. */
  readonly defaults: RunProperties;
  readonly base: DocxStyle;
}

export type StyleType = "paragraph" | "character" | "table";

/** Longest basedOn chain that is followed; this also ends a cycle. */
const maximumChain = 32;

export function stylesReader(): { handler: XmlHandler; styles: DocxStyles } {
  const byId = new Map<string, DocxStyle>();
  const defaultIds: Record<string, string> = {};
  const defaults: RunProperties = {};
  const base = newStyle("", "");
  let style: DocxStyle | null = null;
  let part: TablePart | null = null;

  const handler: XmlHandler = {
    open: (name, attributes, path) => {
      if (name === "w:body" || name === "w:latentStyles" || name === "w:trPr" || name === "w:rPrChange")
        return "skip";
      if (name === "w:rPrDefault") style = null;
      if (name === "w:style") {
        style = newStyle(attributes["w:styleId"] ?? "", attributes["w:type"] ?? "paragraph");
        if (!byId.has(style.id)) byId.set(style.id, style);
        if (isOn(attributes["w:default"], false)) defaultIds[style.type] ??= style.id;
      } else if (name === "w:tblStylePr" && style !== null) {
        style.parts.set(attributes["w:type"] ?? "", (part = { run: {} }));
      } else if (path.includes("w:rPr")) {
        const into = part?.run ?? style?.run ?? (path.includes("w:rPrDefault") ? defaults : null);
        if (into !== null) readRunProperty(into, name, attributes);
      } else if (part !== null) readTablePart(part, style, name, attributes, path);
      else if (style !== null || path.includes("w:pPrDefault"))
        readProperty(style ?? base, name, attributes, path);
      return undefined;
    },
    close: (name) => {
      if (name === "w:style") style = null;
      else if (name === "w:tblStylePr") part = null;
    },
  };

  const chain = remembered((id: string | undefined, type: StyleType): readonly DocxStyle[] => {
    const start = id !== undefined && byId.get(id)?.type === type ? id : defaultIds[type];
    const list: DocxStyle[] = [];
    for (let next = start; next !== undefined && list.length < maximumChain;) {
      const ancestor = byId.get(next);
      if (ancestor === undefined || list.includes(ancestor)) break;
      list.push(ancestor);
      next = ancestor.basedOn;
    }
    return list;
  });
  const runProperties = remembered((id: string | undefined, type: StyleType): RunProperties =>
    Object.assign(
      {},
      ...chain(id, type)
        .map(({ run }) => run)
        .reverse(),
    ),
  );
  return {
    handler,
    styles: { chain, runProperties, numberOf: (id) => byId.get(id)?.numberId, defaults, base },
  };
}

function readTablePart(
  part: TablePart,
  style: DocxStyle | null,
  name: string,
  attributes: Attributes,
  path: readonly string[],
): void {
  if (name === "w:shd" && path[path.length - 2] === "w:tcPr") part.shading = readShading(attributes);
  // What a part says of its lines may hold for any cell.
  if (style === null) return;
  const line = name === "w:spacing" ? exactLine(attributes) : undefined;
  if (line) style.exactLine ??= line;
  if (isMargin(name, path.at(-2)))
    style.partMargins = { ...style.partMargins, [sideOf(name)]: twips(attributes["w:w"]) ?? 0 };
}

function newStyle(id: string, type: string): DocxStyle {
  return { id, type, name: "", run: {}, parts: new Map(), bands: { rows: 1, columns: 1 } };
}

function remembered<T>(
  find: (id: string | undefined, type: StyleType) => T,
): (id: string | undefined, type: StyleType) => T {
  const known = { paragraph: ids<T>(), character: ids<T>(), table: ids<T>() };
  return (id, type) => {
    let found = known[type].get(id);
    if (found === undefined) known[type].set(id, (found = find(id, type)));
    return found;
  };
}

function ids<T>(): Map<string | undefined, T> {
  return new Map();
}

function readProperty(style: DocxStyle, name: string, attributes: Attributes, path: readonly string[]): void {
  const value = attributes["w:val"];
  const holder = path[path.length - 2];
  if (name === "w:name") style.name = value ?? "";
  else if (name === "w:basedOn" && value !== undefined) style.basedOn = value;
  else if (name === "w:numId" && value !== undefined) style.numberId = value;
  else if (name === "w:ilvl") style.numberLevel = wholeNumber(value, 0);
  else if (name === "w:outlineLvl") style.outlineLevel = wholeNumber(value, 9);
  else if (name === "w:tblStyleRowBandSize") style.bands.rows = Math.max(1, wholeNumber(value, 1));
  else if (name === "w:tblStyleColBandSize") style.bands.columns = Math.max(1, wholeNumber(value, 1));
  else if (name === "w:framePr") style.framed = attributes["w:dropCap"] === undefined;
  else if (name === "w:tblInd" && holder === "w:tblPr") style.tableIndent = twips(attributes["w:w"]) ?? 0;
  else if (isBesideLine(name, holder, value)) style.lines = withBesideLine(style.lines, name, attributes);
  else if (name === "w:tab") style.stop = lastStop(style.stop, attributes);
  else if (name === "w:ind" || name === "w:jc" || name === "w:spacing")
    readPlace(style, name, attributes, holder);
  else if (isMargin(name, holder))
    style.margins = { ...style.margins, [sideOf(name)]: twips(attributes["w:w"]) ?? 0 };
  else if (name === "w:shd") {
    if (holder === "w:pPr") style.shading = readShading(attributes);
    else style.cellShading = readShading(attributes);
  }
}

/** Twips to the last tab stop (17.3.1.37), with one more; a bar and a cleared one stop nothing. */
export function lastStop(before: number | undefined, attributes: Attributes): number | undefined {
  if (attributes["w:val"] === "clear" || attributes["w:val"] === "bar") return before;
  return Math.max(before ?? 0, twips(attributes["w:pos"]) ?? 0);
}

function isMargin(name: string, holder: string | undefined): boolean {
  return (holder === "w:tblCellMar" || holder === "w:tcMar") && /:(?:left|start|right|end|top)$/.test(name);
}

/** Reads where paragraphs of this style stand in their cell. */
function readPlace(
  style: DocxStyle,
  name: "w:ind" | "w:jc" | "w:spacing",
  attributes: Attributes,
  holder: string | undefined,
): void {
  if (name === "w:jc") {
    // w:jc also aligns tables, and that is not read here.
    if (holder === "w:pPr") style.aligned = alignedBy(attributes["w:val"]);
  } else if (name === "w:spacing") {
    const line = exactLine(attributes);
    if (line !== undefined) style.exactLine = line;
  } else {
    const [indent, start, right] = [indentOf(attributes), startOf(attributes), rightOf(attributes)];
    if (indent !== undefined) style.indent = indent;
    if (start !== undefined) style.start = start;
    if (right !== undefined) style.right = right;
  }
}

/**
 * Twips from the cell's edge to where the first line begins (w:ind, 17.3.1.12); undefined where no indent is stated.
 */
export function indentOf(attributes: Attributes): number | undefined {
  // Hundredths of a character, which is some 210 twips wide, count before twips.
  const characters = Number(attributes["w:leftChars"] ?? attributes["w:startChars"] ?? 0);
  const left = characters < 0 ? characters * 2.1 : twips(attributes["w:left"] ?? attributes["w:start"]);
  const first = twips(attributes["w:firstLine"]) ?? -(twips(attributes["w:hanging"]) ?? 0);
  return left === undefined && first === 0 ? undefined : (left ?? 0) + first;
}

/** Twips from the text to its cell's other edge; undefined where it is not stated. */
export function rightOf(attributes: Attributes): number | undefined {
  return twips(attributes["w:right"] ?? attributes["w:end"]);
}

/** The edge to which a text with this alignment (w:jc, 17.3.1.13) is aligned. */
export function alignedBy(value: string | undefined): Aligned {
  return value === "right" || value === "end" ? "end" : value === "center" ? "centre" : "start";
}

/**
 * Twips of the line height in w:spacing where it is exact; 0 where another rule is stated; undefined where no line
 * height is. Lines of less than half their height, as a multiple, lie over each other like the lowest exact ones.
 */
export function exactLine(attributes: Attributes): number | undefined {
  if (attributes["w:line"] === undefined) return undefined;
  const rule = attributes["w:lineRule"]?.replace("-", "");
  const line = twips(attributes["w:line"]) ?? 0;
  if (rule === "exact") return line;
  return rule !== "atLeast" && line > 0 && line < HALF_LINE ? 1 : 0;
}

/** 240ths of a line (17.3.1.33). */
const HALF_LINE = 120;

/** Twips from the cell's edge to all lines; a character is some 210 twips wide. */
export function startOf(attributes: Attributes): number | undefined {
  const left = twips(attributes["w:left"] ?? attributes["w:start"]);
  const characters = attributes["w:leftChars"] ?? attributes["w:startChars"];
  if (characters === undefined) return left;
  return Math.max(left ?? 0, wholeNumber(characters, 0) * 2.1);
}

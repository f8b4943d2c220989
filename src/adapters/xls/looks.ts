import type { Rgb } from "../docx/look/colour.ts";
import type { RunLook } from "../sheet/shown/cell-text.ts";
import { builtInFormats } from "../sheet/shown/built-in-formats.ts";
import { excelTurn, usualSize } from "../sheet/marks.ts";
import type { CellEdge } from "../sheet/marks.ts";
import { indexedColour } from "../xlsx/styles/colours.ts";
import { xlsBookReferences } from "./book-references.ts";
import type { XlsBookReferences } from "./book-references.ts";
import { longAt, shortAt } from "./records.ts";
import type { BiffRecord } from "./records.ts";
import { fontRuns } from "./strings.ts";
import type { FontRun } from "./strings.ts";

/** How one cell format looks (XF, MS-XLS 2.4.353). */
export interface XlsLook {
  readonly look: RunLook;
  /** The number format. */
  readonly pattern: string;
  readonly ground: Rgb | null;
  readonly shrinks: boolean;
  /** Text goes on in further lines where it is wider than the cell. */
  readonly wraps: boolean;
  readonly standsAt: CellEdge;
  /** Characters by which the text is indented. */
  readonly indent: number;
  /** The text is repeated until the cell is full. */
  readonly repeats: boolean;
  /** The text is centred across this cell and the blank cells beside it that are aligned in the same way. */
  readonly isAcross: boolean;
  readonly framed: boolean;
  /** A diagonal line runs across it. */
  readonly isCrossed: boolean;
  /** Degrees by which the text is turned. */
  readonly turn: number | "stacked";
}

/** The looks that a workbook states for all of its sheets. */
export interface BookLooks {
  /** Takes one of the workbook's own records. */
  readonly read: (record: BiffRecord) => void;
  /** Sheets and names to which formulas refer. */
  readonly references: XlsBookReferences;
  readonly format: (index: number) => XlsLook;
  readonly font: (index: number) => RunLook;
  readonly colour: (index: number) => Rgb | null;
  /** Runs of the shared string of this ordinal; undefined where the string has one look throughout. */
  readonly runs: (string: number) => readonly FontRun[] | undefined;
  /** Programs work all formulas out when they open the workbook, so what is stored may not be what is shown. */
  readonly recalculates: () => boolean;
  /** Size of the usual font in points; columns are measured in its characters. */
  readonly baseSize: () => number;
}

interface Format extends Omit<XlsLook, "look" | "pattern" | "ground"> {
  readonly font: number;
  readonly numberFormat: number;
  readonly ground: number | null;
}

const usualFormat: Format = {
  font: 0,
  numberFormat: 0,
  ground: null,
  shrinks: false,
  wraps: false,
  standsAt: "left",
  indent: 0,
  repeats: false,
  isAcross: false,
  framed: false,
  isCrossed: false,
  turn: 0,
};

const plain: RunLook = { struck: false, size: usualSize, colour: null };
/** Indexes 8 to 63 refer to the workbook's own palette where it has one (2.4.188). */
const firstOwnColour = 8;

export function bookLooks(): BookLooks {
  const references = xlsBookReferences();
  const fonts: Uint8Array[] = [];
  const formats: Format[] = [];
  const patterns = new Map<number, string>();
  let palette: Uint8Array | null = null;
  let recalculates = false;
  let strings: ReadonlyMap<number, readonly FontRun[]> = new Map();

  const colour = (index: number): Rgb | null => {
    const at = 2 + (index - firstOwnColour) * 4;
    if (palette === null || index < firstOwnColour || at + 3 > palette.length) return indexedColour(index);
    return [palette[at]!, palette[at + 1]!, palette[at + 2]!];
  };
  const font = (index: number): RunLook => {
    // The index 4 is never used for a font (2.5.129).
    const body = fonts[index > 4 ? index - 1 : index];
    return body === undefined ? plain : fontLook(body, colour);
  };
  const takers: Readonly<Record<number, (record: BiffRecord) => void>> = {
    0x31: ({ body }) => void fonts.push(body),
    0xe0: ({ body }) => void formats.push(formatOf(body)),
    // Format (2.4.126): formats that a workbook need not define are those of later workbooks.
    0x41e: ({ body }) => void patterns.set(shortAt(body, 0), longTextIn(body.subarray(2))),
    0x92: ({ body }) => void (palette = body),
    // RECALCID (2.4.221): no program has the number 0. Writers state it to have all formulas worked out anew.
    0x1c1: ({ body }) => void (recalculates = body.length >= 8 && longAt(body, 4) === 0),
    0xfc: ({ body, continued }) => void (strings = fontRuns([body, ...continued])),
  };
  const known = new Map<number, XlsLook>();
  return {
    read: (record) => {
      takers[record.kind]?.(record);
      references.read(record);
    },
    references,
    colour,
    font,
    format(index) {
      const cached = known.get(index);
      if (cached) return cached;
      const format = formats[index] ?? usualFormat;
      const ground = format.ground === null ? null : colour(format.ground);
      const { numberFormat } = format;
      const pattern = patterns.get(numberFormat) ?? builtInFormats[numberFormat] ?? "General";
      const look: XlsLook = { ...format, look: font(format.font), pattern, ground };
      known.set(index, look);
      return look;
    },
    runs: (string) => strings.get(string),
    recalculates: () => recalculates,
    baseSize: () => (fonts[0] === undefined ? usualSize : sizeOf(fonts[0])),
  };
}

/** Font (2.4.122): twentieths of a point, flags, colour, weight, super- or subscript. */
function fontLook(body: Uint8Array, colour: (index: number) => Rgb | null): RunLook {
  const script = shortAt(body, 8);
  return {
    size: sizeOf(body),
    struck: (shortAt(body, 2) & 8) !== 0,
    colour: colour(shortAt(body, 4)),
    font: nameOf(body.subarray(14)),
    script: script === 1 ? "superscript" : script === 2 ? "subscript" : undefined,
  };
}

function sizeOf(font: Uint8Array): number {
  return shortAt(font, 0) / 20 || usualSize;
}

/** ShortXLUnicodeString (2.5.240). */
function nameOf(bytes: Uint8Array): string {
  const isWide = ((bytes[1] ?? 0) & 1) !== 0;
  const text = bytes.subarray(2, 2 + (bytes[0] ?? 0) * (isWide ? 2 : 1));
  return new TextDecoder(isWide ? "utf-16le" : "latin1").decode(text);
}

/** XLUnicodeString (2.5.294). */
export function longTextIn(bytes: Uint8Array): string {
  const isWide = ((bytes[2] ?? 0) & 1) !== 0;
  const text = bytes.subarray(3, 3 + shortAt(bytes, 0) * (isWide ? 2 : 1));
  return new TextDecoder(isWide ? "utf-16le" : "latin1").decode(text);
}

/**
 * Patterns that leave little visible of what is under them (FillPattern, 2.5.124): solid, dark grey, a dark trellis.
 */
const inked: ReadonlySet<number> = new Set([1, 3, 0xa]);

/** The colour under the letters, by its number: that of a dense pattern, or the one behind any other pattern. */
function groundOf(body: Uint8Array): number | null {
  const [pattern, colours] = [shortAt(body, 16) >> 10, shortAt(body, 18)];
  if (pattern === 0) return null;
  return (inked.has(pattern) ? colours : colours >> 7) & 0x7f;
}

const [fills, centredAcross] = [4, 6];
/** Justified and distributed text is broken into lines. */
const breaks: ReadonlySet<number> = new Set([5, 7]);
const edges: Readonly<Record<number, CellEdge>> = { 2: "centre", 3: "right" };

function formatOf(body: Uint8Array): Format {
  return {
    font: shortAt(body, 0),
    numberFormat: shortAt(body, 2),
    ground: groundOf(body),
    shrinks: (shortAt(body, 8) & 0x10) !== 0,
    wraps: (shortAt(body, 6) & 8) !== 0 || breaks.has(shortAt(body, 6) & 7),
    standsAt: edges[shortAt(body, 6) & 7] ?? "left",
    indent: shortAt(body, 8) & 0xf,
    repeats: (shortAt(body, 6) & 7) === fills,
    isAcross: (shortAt(body, 6) & 7) === centredAcross,
    turn: excelTurn(body[7] ?? 0),
    // The kinds of line on the four sides, four bits each.
    framed: shortAt(body, 10) !== 0,
    // Which diagonals there are, and the kind of line they have.
    isCrossed: shortAt(body, 12) >> 14 !== 0 && ((shortAt(body, 16) >> 5) & 0xf) !== 0,
  };
}

import type { Limits } from "../../model/index.ts";
import { Refusal, tooLarge } from "../refusal.ts";
import type { Rgb } from "../docx/look/colour.ts";
import type { RunLook } from "../sheet/cell-text.ts";
import { indexedColour } from "../xlsx/colours.ts";

/** How one cell format looks (XF, MS-XLS 2.4.353). */
export interface CellLook {
  readonly look: RunLook;
  readonly ground: Rgb | null;
}

/** What the library does not tell of a sheet. */
export interface SheetLook {
  readonly showsZeros: boolean;
  readonly showsFormulas: boolean;
  /** Of the cell at a row and column from 0. */
  readonly look: (row: number, column: number) => CellLook;
}

const plainLook: CellLook = { look: { struck: false, size: 11, colour: null }, ground: null };
const keyOf = (row: number, column: number): number => row * 256 + column;

/**
 * Goes through the records of a workbook stream once: counts its sheets and cells before a library reads them, and
 * gathers how the cells look. Sheets are keyed by their ordinal, from 0. Throws a Refusal: `too-large`, `encrypted`,
 * `damaged`.
 */
export function readRecords(stream: Uint8Array, limits: Limits): ReadonlyMap<number, SheetLook> {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  if (stream.length < 8 || (view.getUint16(0, true) & 0xff) !== 0x09)
    throw new Refusal("damaged", { part: "Workbook", reason: "structure" });
  const fonts: RunLook[] = [];
  const formats: CellLook[] = [];
  const starts = new Map<number, number>();
  const sheets = new Map<number, SheetLook>();
  let cells = 0;
  let open: { -readonly [K in keyof SheetLook]: SheetLook[K] } | null = null;
  let used = new Map<number, number>();
  for (let at = 0; at + 4 <= stream.length;) {
    const kind = view.getUint16(at, true);
    const body = at + 4;
    const length = view.getUint16(at + 2, true);
    if (body + length > stream.length) break;
    const word = (offset: number): number => (offset + 2 <= length ? view.getUint16(body + offset, true) : 0);
    if (kind === 0x2f) throw new Refusal("encrypted", { format: "xls" });
    if (kind === 0x0809) {
      const ordinal = starts.get(at);
      const places = (used = new Map());
      open = {
        showsZeros: true,
        showsFormulas: false,
        look: (row, column) => formats[places.get(keyOf(row, column)) ?? -1] ?? plainLook,
      };
      if (ordinal !== undefined) sheets.set(ordinal, open);
    } else if (kind === 0x85 && length >= 6) {
      starts.set(view.getUint32(body, true), starts.size);
      if (starts.size > limits.maximumPages) throw tooLarge("sheets", starts.size, limits.maximumPages);
    } else if (kind === 0x31) fonts.push(fontOf(word));
    else if (kind === 0xe0) formats.push(formatOf(word, fonts));
    else if (kind === 0x23e && open !== null) {
      open.showsZeros = (word(0) & 0x10) !== 0;
      open.showsFormulas = (word(0) & 1) !== 0;
    } else if (cellKinds.has(kind)) {
      used.set(keyOf(word(0), word(2)), word(4));
      cells++;
    } else if (kind === 0xbd) {
      const count = Math.max(0, Math.floor((length - 6) / 6));
      for (let index = 0; index < count; index++)
        used.set(keyOf(word(0), word(2) + index), word(4 + index * 6));
      cells += count;
    }
    if (cells > limits.maximumCells) throw tooLarge("cells", cells, limits.maximumCells);
    at = body + length;
  }
  return sheets;
}

/** FORMULA, NUMBER, LABEL, BOOLERR, RK and LABELSST. */
const cellKinds: ReadonlySet<number> = new Set([0x06, 0x203, 0x204, 0x205, 0x27e, 0xfd]);

/** Font (2.4.122): twentieths of a point, flags, colour, weight, super- or subscript. */
function fontOf(word: (offset: number) => number): RunLook {
  const script = word(8);
  return {
    size: word(0) / 20 || 11,
    struck: (word(2) & 8) !== 0,
    colour: indexedColour(word(4)),
    script: script === 1 ? "superscript" : script === 2 ? "subscript" : undefined,
  };
}

function formatOf(word: (offset: number) => number, fonts: readonly RunLook[]): CellLook {
  // No font has the index 4.
  const font = word(0) > 4 ? word(0) - 1 : word(0);
  const isSolid = word(16) >> 10 === 1;
  return { look: fonts[font] ?? plainLook.look, ground: isSolid ? indexedColour(word(18) & 0x7f) : null };
}

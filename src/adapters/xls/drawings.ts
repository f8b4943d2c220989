import { isFilled } from "../../printed/numbers.ts";
import { mostNotes } from "../sheet/notes.ts";
import type { SheetNote } from "../sheet/notes.ts";
import type { DrawnOver, Range } from "../sheet/sheet.ts";
import { longAt, shortAt } from "./records.ts";
import type { BiffRecord } from "./records.ts";

export interface DrawingReader {
  readonly read: (record: BiffRecord) => void;
  readonly drawn: readonly DrawnOver[];
  /** How many boxes with numbers lie over the cells. */
  readonly floating: () => number;
  readonly notes: () => readonly SheetNote[];
}

const note = 0x19;

/**
 * Kinds of objects (Cmo, MS-XLS 2.5.60) that paint something: charts and pictures; groups, lines, boxes, curves and
 * text. Notes paint while they stay open; the arrows of drop-down lists do not count.
 */
const pictures: ReadonlySet<number> = new Set([5, 8]);
const shapes: ReadonlySet<number> = new Set([0, 1, 2, 3, 4, 6, 9, 0x1e]);
const mostDrawn = 1_000;

/** Reads what a sheet draws: each object (OBJ) follows the drawing record (MSODRAWING) that says where it lies. */
export function xlsDrawingReader(): DrawingReader {
  const drawn: DrawnOver[] = [];
  let anchor: Range | null = null;
  let isShape = false;
  let floating = 0;
  /** Where the notes stand and what they say, by their object's number; and the cells that they belong to. */
  const notes = new Map<number, Range>();
  const texts = new Map<number, string>();
  const noted: { readonly row: number; readonly column: number; readonly object: number }[] = [];
  let object = 0;
  const takers: Readonly<Record<number, (record: BiffRecord) => void>> = {
    0xec: ({ body }) => void (anchor = anchorIn(body) ?? anchor),
    0x5d: ({ body }) => {
      const kind = shortAt(body, 4);
      object = shortAt(body, 6);
      isShape = shapes.has(kind);
      if (anchor !== null && drawn.length < mostDrawn && (isShape || pictures.has(kind)))
        drawn.push({ kind: isShape ? "shape" : "picture", over: anchor });
      if (anchor !== null && kind === note && notes.size < mostDrawn) notes.set(shortAt(body, 6), anchor);
      anchor = null;
    },
    // NOTE (2.4.179): its second flag means that the note stays open.
    0x1c: ({ body }) => {
      const place = { row: shortAt(body, 0) + 1, column: shortAt(body, 2) + 1 };
      if (noted.length < mostNotes) noted.push({ ...place, object: shortAt(body, 6) });
      const over = (shortAt(body, 4) & 2) === 0 ? undefined : notes.get(shortAt(body, 6));
      if (over !== undefined && drawn.length < mostDrawn) drawn.push({ kind: "shape", over });
    },
    0x1b6: ({ continued: [text] }) => {
      if (text === undefined) return;
      if (isShape && isFilled(boxText(text))) floating += 1;
      if (notes.has(object)) texts.set(object, boxText(text));
    },
  };
  return {
    read: (record) => takers[record.kind]?.(record),
    drawn,
    floating: () => floating,
    notes: () => noted.map(({ object: of, ...place }) => ({ ...place, text: texts.get(of) ?? "" })),
  };
}

/**
 * OfficeArtClientAnchorSheet ([MS-XLS] 2.5.193): the columns and rows of two corners, each with its offset into the
 * cell.
 */
function anchorIn(body: Uint8Array): Range | null {
  let found: Range | null = null;
  for (let at = 0; at + 8 <= body.length;) {
    const isContainer = (shortAt(body, at) & 0xf) === 0xf;
    if (shortAt(body, at + 2) === 0xf010) found = rangeOf(body.subarray(at + 8));
    at += isContainer ? 8 : 8 + longAt(body, at + 4);
  }
  return found;
}

/** A corner on the very edge of a cell does not cover that cell. */
function rangeOf(body: Uint8Array): Range {
  const [top, left] = [shortAt(body, 6) + 1, shortAt(body, 2) + 1];
  return {
    top,
    left,
    bottom: Math.max(top, shortAt(body, 14) + Number(shortAt(body, 16) > 0)),
    right: Math.max(left, shortAt(body, 10) + Number(shortAt(body, 12) > 0)),
  };
}

/** The text of a box stands in the first record that continues it (TxO, 2.4.329). */
function boxText(bytes: Uint8Array): string {
  const isWide = ((bytes[0] ?? 0) & 1) !== 0;
  return new TextDecoder(isWide ? "utf-16le" : "latin1").decode(bytes.subarray(1, 200));
}

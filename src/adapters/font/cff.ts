import { charstringOutline } from "./charstring.ts";
import type { GlyphOutline } from "./program.ts";

const OPERATOR = { charStrings: 17, privateOf: 18, subrs: 19, fontArray: 1236, fontSelect: 1237 } as const;
const ESCAPE = 12;
/** The most entries of one dictionary. */
const MOST_ENTRIES = 256;

/** Outlines of a font in the Compact Font Format (Adobe note 5176). */
export function cffOutlines(cff: DataView): (glyph: number) => GlyphOutline | undefined {
  const names = indexAt(cff, cff.getUint8(2));
  const tops = indexAt(cff, names.end);
  const strings = indexAt(cff, tops.end);
  const globals = indexAt(cff, strings.end);
  const top = dictionary(tops.item(0));
  const glyphs = indexAt(cff, top.get(OPERATOR.charStrings)?.[0] ?? Infinity);
  const [array, select] = [top.get(OPERATOR.fontArray)?.[0], top.get(OPERATOR.fontSelect)?.[0]];
  const fonts = array === undefined ? undefined : indexAt(cff, array);
  const subroutines = new Map<number, Index>();
  return (glyph) => {
    if (glyph < 0 || glyph >= glyphs.count) return undefined;
    const font = fonts === undefined || select === undefined ? -1 : fontOf(cff, select, glyph);
    let locals = subroutines.get(font);
    if (locals === undefined)
      subroutines.set(font, (locals = subrsOf(cff, font < 0 ? top : dictionary(fonts!.item(font)))));
    return charstringOutline(glyphs.item(glyph), locals, globals);
  };
}

/** The subroutines of a font's private dictionary. */
function subrsOf(cff: DataView, font: ReadonlyMap<number, readonly number[]>): Index {
  const [size, offset] = font.get(OPERATOR.privateOf) ?? [];
  if (size === undefined || offset === undefined) return EMPTY;
  const own = dictionary(new DataView(cff.buffer, cff.byteOffset + offset, size));
  const [start] = own.get(OPERATOR.subrs) ?? [];
  return start === undefined ? EMPTY : indexAt(cff, offset + start);
}

export interface Index {
  readonly count: number;
  readonly item: (index: number) => DataView;
  /** Offset of the first byte after the index. */
  readonly end: number;
}

const EMPTY: Index = {
  count: 0,
  item: () => {
    throw new RangeError();
  },
  end: 0,
};

function indexAt(cff: DataView, start: number): Index {
  const count = cff.getUint16(start);
  if (count === 0) return { ...EMPTY, end: start + 2 };
  const size = cff.getUint8(start + 2);
  const data = start + 2 + size * (count + 1);
  const offset = (index: number): number => {
    let value = 0;
    for (let at = 0; at < size; at++) value = 256 * value + cff.getUint8(start + 3 + size * index + at);
    return value;
  };
  return {
    count,
    end: data + offset(count),
    item: (index) => {
      if (index < 0 || index >= count) throw new RangeError();
      const from = offset(index);
      return new DataView(cff.buffer, cff.byteOffset + data + from, offset(index + 1) - from);
    },
  };
}

/** The operands of each operator; operators of two bytes are numbered from 1200. */
function dictionary(view: DataView): ReadonlyMap<number, readonly number[]> {
  const entries = new Map<number, readonly number[]>();
  let operands: number[] = [];
  for (let at = 0; at < view.byteLength && entries.size < MOST_ENTRIES;) {
    const byte = view.getUint8(at);
    if (byte <= 21) {
      const isTwo = byte === ESCAPE;
      entries.set(isTwo ? 100 * ESCAPE + view.getUint8(at + 1) : byte, operands);
      operands = [];
      at += isTwo ? 2 : 1;
    } else {
      const [value, size] = operandAt(view, at, byte);
      operands.push(value);
      at += size;
    }
  }
  return entries;
}

/** A number and how many bytes it takes. A real gives 0, because no entry used here is real. */
function operandAt(view: DataView, at: number, byte: number): readonly [number, number] {
  if (byte === 28) return [view.getInt16(at + 1), 3];
  if (byte === 29) return [view.getInt32(at + 1), 5];
  if (byte >= 251) return [-(byte - 251) * 256 - view.getUint8(at + 1) - 108, 2];
  if (byte >= 247) return [(byte - 247) * 256 + view.getUint8(at + 1) + 108, 2];
  if (byte >= 32) return [byte - 139, 1];
  let size = 1;
  // A real is stored as half bytes, in pairs, and ends with the half byte 15.
  while (byte === 30 && (view.getUint8(at + size) & 15) !== 15 && view.getUint8(at + size) >> 4 !== 15)
    size++;
  return [0, byte === 30 ? size + 1 : 1];
}

/** Which font of the array draws a glyph (note 5176, section 19). */
function fontOf(cff: DataView, start: number, glyph: number): number {
  if (cff.getUint8(start) === 0) return cff.getUint8(start + 1 + glyph);
  const count = cff.getUint16(start + 1);
  for (let index = count - 1; index >= 0; index--)
    if (cff.getUint16(start + 3 + 3 * index) <= glyph) return cff.getUint8(start + 5 + 3 * index);
  return 0;
}

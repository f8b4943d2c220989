/** Flags of a composite's part (OpenType, "glyf"). */
const PART = { words: 1, scale: 8, more: 32, scales: 64, matrix: 128, hints: 256 } as const;

/** A stream of a changed "glyf" table, read from its beginning. */
interface Stream {
  at: number;
  readonly end: number;
}

/**
 * The outlines of a changed "glyf" table (W3C WOFF 2.0, 5.1) as OpenType has them, without hints and bounding boxes,
 * and their places. Throws a RangeError where the table ends too early.
 */
export function joinedGlyphs(table: Uint8Array): { readonly glyf: Uint8Array; readonly loca: Uint8Array } {
  const view = new DataView(table.buffer, table.byteOffset, table.byteLength);
  const count = view.getUint16(4);
  let next = 36;
  const [contours, sizes, flags, points, parts, , hints] = Array.from({ length: 7 }, (_, index): Stream => {
    const at = next;
    next += view.getUint32(8 + 4 * index);
    return { at, end: next };
  }) as [Stream, Stream, Stream, Stream, Stream, Stream, Stream];
  // Both tables below are as long as the streams say, so these must not say more than is there.
  if (next > table.length) throw new RangeError("streams longer than their table");
  const lengths = [sizes, parts].reduce(
    (sum, { at, end }) => sum + 2 * (end - at),
    5 * (flags.end - flags.at),
  );
  const glyf = new Uint8Array(12 * count + lengths);
  const loca = new Uint8Array(4 * (count + 1));
  const [out, places] = [glyf, loca].map(({ buffer }) => new DataView(buffer)) as [DataView, DataView];
  let end = 0;

  const short = (stream: Stream): number => {
    const first = view.getUint8(stream.at++);
    if (first < 253) return first;
    if (first !== 253) return view.getUint8(stream.at++) + (first === 255 ? 253 : 506);
    stream.at += 2;
    return view.getUint16(stream.at - 2);
  };

  const compose = (): void => {
    let [all, mark] = [0, PART.more as number];
    while (mark & PART.more) {
      mark = view.getUint16(parts.at);
      all |= mark;
      const scale = mark & PART.scale ? 2 : mark & PART.scales ? 4 : mark & PART.matrix ? 8 : 0;
      const length = (mark & PART.words ? 8 : 6) + scale;
      glyf.set(table.subarray(parts.at, parts.at + length), end);
      parts.at += length;
      end += length;
    }
    if (all & PART.hints) hints.at += short(points);
  };

  const outline = (contourCount: number): void => {
    let total = 0;
    for (let contour = 0; contour < contourCount; contour++) {
      total += short(sizes);
      out.setUint16(end, total - 1);
      end += 2;
    }
    out.setUint16(end, 0);
    const [marks, across, up] = [end + 2, end + 2 + total, end + 2 + 3 * total];
    for (let point = 0; point < total; point++) {
      const flag = view.getUint8(flags.at++);
      const [x, y, length] = stepOf(flag & 127, table, points.at);
      points.at += length;
      out.setUint8(marks + point, flag < 128 ? 1 : 0);
      out.setInt16(across + 2 * point, flag & 1 ? x : -x);
      // Of a step straight up or down the lowest bit is the sign.
      out.setInt16(up + 2 * point, flag & ((flag & 127) < 10 ? 1 : 2) ? y : -y);
    }
    end = up + 2 * total;
    hints.at += short(points);
  };

  for (let glyph = 0; glyph < count; glyph++, contours.at += 2) {
    places.setUint32(4 * glyph, end);
    const contourCount = view.getInt16(contours.at);
    if (contourCount === 0) continue;
    out.setInt16(end, contourCount);
    end += 10;
    if (contourCount < 0) compose();
    else outline(contourCount);
  }
  places.setUint32(4 * count, end);
  return { glyf: glyf.subarray(0, end), loca };
}

/** How far a point lies from the one before, without signs, and in how many bytes this is written (5.2). */
function stepOf(
  flag: number,
  bytes: Uint8Array,
  at: number,
): readonly [x: number, y: number, length: number] {
  const [first, second, third, fourth] = [bytes[at]!, bytes[at + 1]!, bytes[at + 2]!, bytes[at + 3]!];
  if (flag < 10) return [0, ((flag & 14) << 7) + first, 1];
  if (flag < 20) return [(((flag - 10) & 14) << 7) + first, 0, 1];
  const base = flag < 84 ? flag - 20 : flag - 84;
  if (flag < 84) return [1 + (base & 48) + (first >> 4), 1 + ((base & 12) << 2) + (first & 15), 1];
  if (flag < 120)
    return [1 + (Math.floor(base / 12) << 8) + first, 1 + (((base % 12) >> 2) << 8) + second, 2];
  if (flag < 124) return [(first << 4) + (second >> 4), ((second & 15) << 8) + third, 3];
  return [(first << 8) + second, (third << 8) + fourth, 4];
}

/** A page of a TIFF: its fields by tag, each of 32-bit numbers, the resolution of two, and its strips as they are stored. */
export interface TiffPage {
  readonly fields: Readonly<Record<number, readonly number[]>>;
  readonly strips: readonly Uint8Array[];
}

/** A little-endian TIFF of these pages (TIFF 6.0, section 2). */
export function tiff(pages: readonly TiffPage[]): Uint8Array {
  const parts: Buffer[] = [Buffer.from([0x49, 0x49, 0x2a, 0, 0, 0, 0, 0])];
  let size = 8;
  const add = (part: Buffer): number => {
    parts.push(part);
    size += part.length;
    return size - part.length;
  };
  let [link, linkAt] = [parts[0]!, 4];
  for (const { fields, strips } of pages) {
    const all = {
      ...fields,
      273: strips.map((strip) => add(Buffer.from(strip))),
      279: strips.map(({ length }) => length),
    };
    const entries = Object.entries(all).map(([tag, values]) => {
      const isRational = Number(tag) === 282;
      const entry = Buffer.alloc(12);
      entry.writeUInt16LE(Number(tag), 0);
      entry.writeUInt16LE(isRational ? 5 : 4, 2);
      entry.writeUInt32LE(isRational ? 1 : values.length, 4);
      entry.writeUInt32LE(values.length === 1 ? values[0]! : add(longs(values)), 8);
      return entry;
    });
    const count = Buffer.alloc(2);
    count.writeUInt16LE(entries.length);
    link.writeUInt32LE(add(Buffer.concat([count, ...entries])), linkAt);
    [link, linkAt] = [Buffer.alloc(4), 0];
    add(link);
  }
  return Buffer.concat(parts);
}

function longs(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length);
  for (const [at, value] of values.entries()) bytes.writeUInt32LE(value, 4 * at);
  return bytes;
}

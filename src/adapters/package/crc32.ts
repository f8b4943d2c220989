/**
 * How a byte changes the checksum when it is the last of the eight bytes taken at once, and when one to seven follow
 * it.
 */
const [last, ...before] = tables();

function tables(): readonly [Uint32Array, ...Uint32Array[]] {
  const one = new Uint32Array(256).map((_, byte) => {
    let value = byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
    return value;
  });
  const all: [Uint32Array, ...Uint32Array[]] = [one];
  while (all.length < 8) all.push(all.at(-1)!.map((value) => one[value & 0xff]! ^ (value >>> 8)));
  return all;
}

/** CRC-32 as ZIP uses it (APPNOTE 4.4.7), eight bytes at a time; pass the result of the chunk before to continue. */
export function crc32(bytes: Uint8Array, sum = 0): number {
  const [t1, t2, t3, t4, t5, t6, t7] = before as Uint32Array[];
  let value = ~sum;
  let at = 0;
  for (; at + 8 <= bytes.length; at += 8) {
    value ^= bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
    value =
      t7![value & 0xff]! ^
      t6![(value >>> 8) & 0xff]! ^
      t5![(value >>> 16) & 0xff]! ^
      t4![value >>> 24]! ^
      t3![bytes[at + 4]!]! ^
      t2![bytes[at + 5]!]! ^
      t1![bytes[at + 6]!]! ^
      last[bytes[at + 7]!]!;
  }
  for (; at < bytes.length; at++) value = last[(value ^ bytes[at]!) & 0xff]! ^ (value >>> 8);
  return ~value >>> 0;
}

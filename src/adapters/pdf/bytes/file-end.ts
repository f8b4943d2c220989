import type { ObjectScan } from "./objects.ts";

/**
 * Whether `%%EOF` stands in the last 2 kB, and no object after it: a file cut short has lost its end, or ends within a
 * later revision (PDF 32000-1, 7.5.6), so that viewers show an earlier one.
 */
export function hasEnd(bytes: Uint8Array): boolean {
  const text = new TextDecoder("latin1").decode(bytes.subarray(-2048));
  const end = text.lastIndexOf("%%EOF");
  return end >= 0 && !/\d{1,5}[ \r\n\t]{1,8}obj\b/.test(text.slice(end));
}

/** Adds a trailer: a file cut short has lost its own, but its catalog may still be there. */
export function withTrailer(bytes: Uint8Array, { objects }: ObjectScan): Uint8Array {
  const catalog = [...objects].find(([, { text }]) => /\/Type\s*\/Catalog\b/.test(text))?.[0];
  if (catalog === undefined) return bytes;
  const trailer = new TextEncoder().encode(
    `\nendobj\ntrailer\n<< /Root ${catalog} 0 R /Size 8388607 >>\nstartxref\n0\n%%EOF\n`,
  );
  const whole = new Uint8Array(bytes.length + trailer.length);
  whole.set(bytes);
  whole.set(trailer, bytes.length);
  return whole;
}

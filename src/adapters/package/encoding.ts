/**
 * The encoding of a package part, told from its first two bytes (XML appendix F): UTF-8 or UTF-16, the two it may have
 * (OPC 9.2.2).
 */
export function xmlEncodingOf(start: Uint8Array): string {
  const [first, second] = start;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return "utf-16le";
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return "utf-16be";
  return "utf-8";
}

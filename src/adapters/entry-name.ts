/** A file name as people read it: bytes that are not UTF-8 are read as GBK, which Chinese Windows writes. */
export function shownName(name: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(name);
  } catch {
    return new TextDecoder("gb18030").decode(name);
  }
}

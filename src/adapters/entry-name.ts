/** A name of a file for people: GBK where the bytes are not UTF-8, as Chinese Windows writes them. */
export function shownName(name: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(name);
  } catch {
    return new TextDecoder("gb18030").decode(name);
  }
}

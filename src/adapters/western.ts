/**
 * The characters that Windows-1252 has in place of Latin-1's control characters; the TextDecoder of some engines reads
 * them as Latin-1.
 */
const upper = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
const latin1 = new TextDecoder("latin1");

/** Decodes Windows-1252 text. */
export function westernText(bytes: Uint8Array): string {
  return latin1.decode(bytes).replace(/[\u0080-\u009f]/g, (control) => upper[control.charCodeAt(0) - 0x80]!);
}

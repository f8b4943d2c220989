/** What Windows-1252 has where Latin-1 has control characters; TextDecoder reads them as Latin-1 in some engines. */
const upper = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
const latin1 = new TextDecoder("latin1");

/** Windows-1252 text. */
export function westernText(bytes: Uint8Array): string {
  return latin1.decode(bytes).replace(/[\u0080-\u009f]/g, (control) => upper[control.charCodeAt(0) - 0x80]!);
}

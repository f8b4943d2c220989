/** Whether ASCII text stands anywhere in bytes. */
export function holdsAscii(bytes: Uint8Array, text: string): boolean {
  const codes = [...text].map((character) => character.charCodeAt(0));
  for (let at = bytes.indexOf(codes[0]!); at >= 0; at = bytes.indexOf(codes[0]!, at + 1))
    if (codes.every((code, index) => bytes[at + index] === code)) return true;
  return false;
}

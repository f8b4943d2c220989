/** Undoes a Content-Transfer-Encoding (RFC 2045 6); a body in a plain or an unknown encoding is left as it is. */
export function decodeTransfer(body: Uint8Array, encoding: string): Uint8Array {
  if (encoding === "quoted-printable") return quotedPrintable(body);
  return encoding === "base64" ? base64(body) : body;
}

const [equals, carriageReturn, lineFeed] = [0x3d, 0x0d, 0x0a];

/** `=BD` is a byte; `=` at the end of a line joins it with the next line; any other `=` stands for itself. */
function quotedPrintable(body: Uint8Array): Uint8Array {
  const result = new Uint8Array(body.length);
  let length = 0;
  for (let at = 0; at < body.length; at++) {
    const byte = body[at]!;
    if (byte !== equals) {
      result[length++] = byte;
      continue;
    }
    const [high, low] = [hexDigit(body[at + 1]), hexDigit(body[at + 2])];
    const joined = afterLineEnd(body, at + 1);
    if (high >= 0 && low >= 0) {
      result[length++] = high * 16 + low;
      at += 2;
    } else if (joined > 0) at = joined - 1;
    else result[length++] = byte;
  }
  return result.subarray(0, length);
}

/** Where the next line begins if only a few blanks stand before the line end; 0 otherwise. */
function afterLineEnd(body: Uint8Array, from: number): number {
  let at = from;
  while (at < from + 80 && (body[at] === 0x20 || body[at] === 0x09)) at++;
  if (body[at] === carriageReturn) at++;
  return body[at] === lineFeed ? at + 1 : body[at] === undefined ? body.length : 0;
}

function hexDigit(byte: number | undefined): number {
  if (byte === undefined) return -1;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte & ~0x20;
  return letter >= 0x41 && letter <= 0x46 ? letter - 0x41 + 10 : -1;
}

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const values = new Int8Array(256).fill(-1);
for (let value = 0; value < alphabet.length; value++) values[alphabet.charCodeAt(value)] = value;

/** Line ends and other characters outside the alphabet are skipped (RFC 2045 6.8); padding ends the data. */
function base64(body: Uint8Array): Uint8Array {
  const result = new Uint8Array(Math.ceil((body.length * 3) / 4));
  let length = 0;
  let bits = 0;
  let held = 0;
  for (const byte of body) {
    if (byte === equals) break;
    const value = values[byte]!;
    if (value < 0) continue;
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      result[length++] = (held >> bits) & 0xff;
    }
  }
  return result.subarray(0, length);
}

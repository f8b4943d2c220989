/** Receives the pieces of an RTF file in order (RTF 1.9.1, conventions of an RTF reader). */
export interface RtfHandler {
  readonly open: () => void;
  readonly close: () => void;
  /** A control word and its number; null where it has none. */
  readonly word: (name: string, value: number | null) => void;
  /** A control symbol, given by its character: `\~`, `\*`. */
  readonly symbol: (character: string) => void;
  /** A byte written as `\'hh`. */
  readonly byte: (value: number) => void;
  /** Offsets of bytes that stand for themselves. */
  readonly text: (from: number, to: number) => void;
}

const [open, close, backslash, lineFeed, carriageReturn] = [0x7b, 0x7d, 0x5c, 0x0a, 0x0d];
/** Longer control words and numbers are treated as noise. */
const longestWord = 32;
const longestNumber = 10;

const isLetter = (byte: number | undefined): boolean =>
  byte !== undefined && ((byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a));
const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39;

/** Reads any bytes in one pass. Ends with the group that begins the file; true where that group was closed. */
export function tokenize(bytes: Uint8Array, handler: RtfHandler): boolean {
  let depth = 0;
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes[at]!;
    if (byte === open) {
      depth++;
      at++;
      handler.open();
    } else if (byte === close) {
      at++;
      handler.close();
      if (--depth <= 0) return true;
    } else if (byte === backslash) at = control(bytes, at + 1, handler);
    else if (byte === lineFeed || byte === carriageReturn || byte === 0) at++;
    else {
      const from = at;
      while (at < bytes.length && !ends(bytes[at]!)) at++;
      handler.text(from, at);
    }
  }
  return false;
}

function ends(byte: number): boolean {
  return (
    byte === backslash ||
    byte === open ||
    byte === close ||
    byte === lineFeed ||
    byte === carriageReturn ||
    byte === 0
  );
}

/** Reads what follows a backslash; returns where the next piece begins. */
function control(bytes: Uint8Array, at: number, handler: RtfHandler): number {
  const byte = bytes[at];
  if (byte === undefined) return at;
  if (isLetter(byte)) return controlWord(bytes, at, handler);
  if (byte === 0x27) {
    const value = Number.parseInt(ascii(bytes, at + 1, at + 3), 16);
    handler.byte(Number.isNaN(value) ? 0x3f : value);
    return Math.min(at + 3, bytes.length);
  }
  // A line end right after a backslash ends the paragraph.
  if (byte === lineFeed || byte === carriageReturn) handler.word("par", null);
  else handler.symbol(String.fromCharCode(byte));
  return at + 1;
}

function controlWord(bytes: Uint8Array, start: number, handler: RtfHandler): number {
  let at = start;
  while (isLetter(bytes[at]) && at - start < longestWord) at++;
  const name = ascii(bytes, start, at);
  let value: number | null = null;
  const negative = bytes[at] === 0x2d && isDigit(bytes[at + 1]);
  if (negative || isDigit(bytes[at])) {
    const from = (at += negative ? 1 : 0);
    while (isDigit(bytes[at]) && at - from < longestNumber) at++;
    value = Number(ascii(bytes, from, at)) * (negative ? -1 : 1);
  }
  if (bytes[at] === 0x20) at++;
  handler.word(name, value);
  return name === "bin" && value !== null && value > 0 ? Math.min(at + value, bytes.length) : at;
}

function ascii(bytes: Uint8Array, from: number, to: number): string {
  let text = "";
  for (let at = from; at < to && at < bytes.length; at++) text += String.fromCharCode(bytes[at]!);
  return text;
}

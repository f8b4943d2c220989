import { westernText } from "../western.ts";

const western = "windows-1252";

/** Encoding for a font's character set (\fcharset); `null` leaves it to the document's code page. */
const byCharset: Readonly<Record<number, string>> = {
  0: western,
  2: western,
  77: western,
  128: "shift_jis",
  129: "euc-kr",
  134: "gb18030",
  136: "big5",
  161: "windows-1253",
  162: "windows-1254",
  163: "windows-1258",
  177: "windows-1255",
  178: "windows-1256",
  186: "windows-1257",
  204: "windows-1251",
  222: "windows-874",
  238: "windows-1250",
};

const byCodePage: Readonly<Record<number, string>> = {
  874: "windows-874",
  932: "shift_jis",
  936: "gb18030",
  949: "euc-kr",
  950: "big5",
  1250: "windows-1250",
  1251: "windows-1251",
  1253: "windows-1253",
  1254: "windows-1254",
  1255: "windows-1255",
  1256: "windows-1256",
  1257: "windows-1257",
  1258: "windows-1258",
  54936: "gb18030",
  65001: "utf-8",
};

export function codePageEncoding(page: number): string {
  return byCodePage[page] ?? western;
}

/**
 * Encoding of 8-bit text. A Western or unspecified font in a Chinese document often holds Chinese nevertheless: pairs
 * of bytes from the upper half of the code table do not occur in Western text, so they are read in the document's code
 * page.
 */
export function encodingOf(charset: number | undefined, documentEncoding: string, bytes: Uint8Array): string {
  const stated = charset === undefined ? undefined : byCharset[charset];
  if (stated === undefined) return documentEncoding;
  if (stated !== western || charset === 2 || documentEncoding === western) return stated;
  return isPaired(bytes) ? documentEncoding : stated;
}

function isPaired(bytes: Uint8Array): boolean {
  let pairs = 0;
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at]! < 0x80) continue;
    if (bytes[at]! < 0xa1 || (bytes[at + 1] ?? 0) < 0xa1) return false;
    pairs++;
    at++;
  }
  return pairs > 0;
}

const decoders = new Map<string, TextDecoder>();

export function decodeText(bytes: Uint8Array, encoding: string): string {
  if (encoding === western) return westernText(bytes);
  let decoder = decoders.get(encoding);
  if (decoder === undefined)
    decoders.set(encoding, (decoder = new TextDecoder(encoding, { ignoreBOM: true })));
  return decoder.decode(bytes);
}

import { localSignature } from "./package/zip-directory.ts";

/**
 * The id of the format of a ZIP whose directory, which stands at its end, is missing; null where its entries do not
 * show it. The local headers (APPNOTE 4.3.7) are searched for names that only one format has.
 */
export function formatOfHalf(bytes: Uint8Array): string | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let looked = 0;
  for (let at = bytes.indexOf(0x50); at >= 0 && at + 30 <= bytes.length && looked < mostLooked;) {
    if (view.getUint32(at, true) === localSignature) {
      looked++;
      const start = at + 30;
      const length = Math.min(view.getUint16(at + 26, true), longestName);
      // The media type of OpenDocument is stored, and follows the name of its entry.
      const text = latin.decode(bytes.subarray(start, start + length + mediaType));
      const name = text.slice(0, length);
      const found = marks.find(([mark]) => mark.test(name === "mimetype" ? text : name));
      if (found !== undefined) return found[1];
    }
    at = bytes.indexOf(0x50, at + 1);
  }
  return null;
}

const latin = new TextDecoder("latin1");
/** At most so many entries, characters of a name, and characters after it are looked at. */
const [mostLooked, longestName, mediaType] = [1_000, 200, 60];

const marks: readonly (readonly [mark: RegExp, format: string])[] = [
  [/^word\//i, "docx"],
  [/^xl\//i, "xlsx"],
  [/^mimetypeapplication\/vnd\.oasis\.opendocument\.text/, "odt"],
  [/^mimetypeapplication\/vnd\.oasis\.opendocument\.spreadsheet/, "ods"],
  [/^(?:OFD\.xml$|Doc_0\/)/i, "ofd"],
];

import { Refusal } from "../refusal.ts";
import { readZipDirectory } from "../package/zip-directory.ts";

export type OdfKind = "text" | "spreadsheet";

/**
 * Checksums (CRC-32) of the media types that packages hold, by which a type is known without being inflated: programs
 * store it as the first entry (ODF 1.3 part 2, 3.3), but whoever packs an unpacked document anew may not.
 */
const kinds: Readonly<Record<number, OdfKind>> = {
  // application/vnd.oasis.opendocument.text, …text-template, …text-master
  0x0c32c65e: "text",
  0x299211e4: "text",
  0x8aa1be4a: "text",
  // …spreadsheet, …spreadsheet-template
  0x8a396c85: "spreadsheet",
  0x4ea3967b: "spreadsheet",
};
const stored = /mimetypeapplication\/vnd\.oasis\.opendocument\.(text|spreadsheet)/;

/** What a package of OpenDocument holds; text where it does not say, null where it is something else. */
export function odfKind(bytes: Uint8Array): OdfKind | null {
  const entries = directoryOf(bytes);
  if (![...entries.keys()].some((name) => name.toLowerCase() === "meta-inf/manifest.xml")) return null;
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 200));
  const said = stored.exec(start)?.[1] as OdfKind | undefined;
  const entry = entries.get("mimetype");
  return said ?? (entry === undefined ? "text" : (kinds[entry.crc] ?? null));
}

/** Empty where the bytes are not a ZIP or its directory cannot be read. */
function directoryOf(bytes: Uint8Array): ReturnType<typeof readZipDirectory> {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return new Map();
  try {
    return readZipDirectory(bytes);
  } catch (error) {
    if (error instanceof Refusal) return new Map();
    throw error;
  }
}

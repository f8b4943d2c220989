import { Refusal } from "./refusal.ts";

const magic = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const endOfChain = 0xfffffffa;

export function isCompoundFile(bytes: Uint8Array): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

/**
 * Says what an OLE compound file (MS-CFB) holds, as the outcome it leads to: encrypted OOXML, or an old binary format.
 * None of them is read here.
 */
export function compoundFileRefusal(bytes: Uint8Array): Refusal {
  if (bytes.length < 512) return new Refusal("truncated", { format: "ole" });
  const streams = readDirectory(bytes);
  if (streams === null) return new Refusal("damaged", { reason: "compound-file" });
  // MS-OFFCRYPTO 2.3: the package is a stream of its own; rights management uses DRMContent.
  for (const name of streams.keys()) {
    if (name === "encryptedpackage" || name.endsWith("drmcontent"))
      return new Refusal("encrypted", { format: "ooxml" });
  }
  const word = streams.get("worddocument");
  if (word !== undefined) {
    // MS-DOC 2.5.2: fEncrypted is bit 8 of the flags at byte 10 of the FIB.
    const encrypted = word + 12 <= bytes.length && ((bytes[word + 11] ?? 0) & 1) === 1;
    return encrypted
      ? new Refusal("encrypted", { format: "doc" })
      : new Refusal("unsupported", { format: "doc" });
  }
  if (streams.has("workbook") || streams.has("book")) return new Refusal("unsupported", { format: "xls" });
  if (streams.has("powerpoint document")) return new Refusal("unsupported", { format: "ppt" });
  return new Refusal("unsupported", { format: "ole" });
}

/** Stream name in lower case (MS-CFB 2.6.4 compares without case) → byte offset of its first sector; null where the directory cannot be followed. */
function readDirectory(bytes: Uint8Array): Map<string, number> | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.getUint16(30, true);
  if (shift !== 9 && shift !== 12) return null;
  const sectorSize = 1 << shift;
  const offsetOf = (sector: number): number => (sector + 1) * sectorSize;
  const next = (sector: number): number => {
    const perSector = sectorSize / 4;
    const block = Math.floor(sector / perSector);
    // Only the first 109 FAT sectors stand in the header (7 to 500 MB); the directory is always among them in practice.
    if (block >= 109) return endOfChain;
    const at = offsetOf(view.getUint32(76 + block * 4, true)) + (sector % perSector) * 4;
    return at + 4 <= bytes.length ? view.getUint32(at, true) : endOfChain;
  };
  const streams = new Map<string, number>();
  const seen = new Set<number>();
  for (
    let sector = view.getUint32(48, true);
    sector < endOfChain && !seen.has(sector);
    sector = next(sector)
  ) {
    seen.add(sector);
    for (
      let at = offsetOf(sector);
      at < offsetOf(sector) + sectorSize && at + 128 <= bytes.length;
      at += 128
    ) {
      const length = view.getUint16(at + 64, true);
      if (length < 2 || length > 64) continue;
      const name = new TextDecoder("utf-16le").decode(bytes.subarray(at, at + length - 2));
      streams.set(name.toLowerCase(), offsetOf(view.getUint32(at + 116, true)));
    }
  }
  return streams.size === 0 ? null : streams;
}

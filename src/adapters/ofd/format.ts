import type { Format } from "../format.ts";
import { ENTRY } from "./package/entry.ts";

export const ofdFormat: Format = {
  id: "ofd",
  description: "OFD (GB/T 33190) with text: ruled and unruled tables, joined over page breaks",
  sniff: ({ bytes }) => isPackage(bytes),
};

/** At most so many entries of the directory are looked at for the one that identifies the format. */
const ENTRIES = 10_000;

/** Looks for the entry in the central directory, without following it (APPNOTE 4.3.12). */
function isPackage(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end < 0) return false;
  let at = view.getUint32(end + 16, true);
  for (let entry = 0; entry < ENTRIES && at + 46 <= end && view.getUint32(at, true) === 0x02014b50; entry++) {
    const length = view.getUint16(at + 28, true);
    if (length >= ENTRY.length && length <= ENTRY.length + 2) {
      const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length));
      if (name.replace(/^[./\\]{0,2}/, "").toLowerCase() === ENTRY.toLowerCase()) return true;
    }
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return false;
}

function endOf(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at--)
    if (view.getUint32(at, true) === 0x06054b50) return at;
  return -1;
}

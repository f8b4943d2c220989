import type { Archive } from "../../package/zip.ts";
import { partBytes } from "../../package/part-bytes.ts";

/** How many bytes from a picture's start are read to recognise its format. */
const HEAD = 64;

/**
 * Whether nothing can shine through a picture. True for JPEG, BMP and PNG without transparency; of other formats it is
 * not known.
 */
export function isOpaque(archive: Archive, part: string | null): boolean {
  const head = part === null ? undefined : headOf(archive, part);
  if (head === undefined) return false;
  if (head[0] === 0xff && head[1] === 0xd8) return true;
  if (head[0] === 0x42 && head[1] === 0x4d) return true;
  // PNG (ISO/IEC 15948, 11.2.2): colour types 0 and 2 have no alpha channel. They may name a transparent colour, but no
  // scan does.
  return head[0] === 0x89 && head[1] === 0x50 && (head[25] === 0 || head[25] === 2);
}

function headOf(archive: Archive, part: string): Uint8Array | undefined {
  const known = heads.get(archive)?.get(part);
  if (known !== undefined) return known;
  const head = partBytes(archive, part)?.slice(0, HEAD);
  if (head === undefined) return undefined;
  const ofArchive = heads.get(archive) ?? new Map<string, Uint8Array>();
  heads.set(archive, ofArchive.set(part, head));
  return head;
}

/** The starts of an archive's pictures that were already read, so that each picture is inflated only once. */
const heads = new WeakMap<Archive, Map<string, Uint8Array>>();

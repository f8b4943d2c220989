import { gzipSync } from "node:zlib";
import type { Packing } from "../store/settings.ts";

/** How the pieces of a file are packed. Packed pieces, one after the other, are a packed file. */
export interface Packer {
  readonly ending: string;
  readonly pack: (piece: Uint8Array) => Uint8Array;
}

/** What a packed file's name ends with; the data package names the same without its point. */
export const packedEndings: Readonly<Record<Packing, string>> = { gzip: ".gz", zstd: ".zst" };

/** The name as it is without packing, and the ending that was taken off. */
export function unpackedName(name: string): { readonly name: string; readonly ending: string | null } {
  const ending = Object.values(packedEndings).find((it) => name.endsWith(it)) ?? null;
  return { name: ending === null ? name : name.slice(0, -ending.length), ending };
}

/** Null where nothing is to be packed. */
export async function packerOf(packing: Packing | null): Promise<Packer | null> {
  if (packing === null) return null;
  const pack = packing === "gzip" ? gzipMember : await zstdFrame();
  return { ending: packedEndings[packing], pack };
}

/**
 * A gzip member with its operating system set to unknown (RFC 1952, 2.3.1), so that every machine writes the same
 * bytes.
 */
function gzipMember(bytes: Uint8Array): Uint8Array {
  const member = gzipSync(bytes);
  member[9] = 255;
  return member;
}

/** Takes a third less space than the library's own level 3 and half as much time again. */
const ZSTD_LEVEL = 9;

/**
 * Writes frames of Zstandard (RFC 8878, 3.1). The encoder is a package of its own because Node has one only from 22.15
 * on, and another version of it in other releases, which may write other bytes.
 */
async function zstdFrame(): Promise<Packer["pack"]> {
  const { Zstd } = await import("@hpcc-js/wasm-zstd");
  const zstd = await Zstd.load();
  return (bytes) => zstd.compress(bytes, ZSTD_LEVEL);
}

import { randomUUID } from "node:crypto";
import { appendFileSync, closeSync, mkdirSync, openSync, renameSync } from "node:fs";
import { open, unlink } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";
import { dirname, join } from "node:path";
import { marksDocument } from "../../adapters/document-names.ts";
import { Refused, readMember, readMembers } from "../store/archive.ts";
import type { Member } from "../store/archive.ts";
import { stateFolder } from "../store/settings.ts";

/** An archive within an archive, unpacked and open. */
export interface Nested {
  readonly file: FileHandle;
  readonly path: string;
}

/** Where archives within archives are unpacked; removed once the run no longer needs them. */
export function nestedFolder(out: string): string {
  return join(stateFolder(out), "nested");
}

/**
 * An archive within an archive is compressed already, so one that unpacks to more than this many times its size was
 * made to fill a disk.
 */
const nestedRatio = 20;
const ratioMattersFrom = 16 << 20;
const nestedSum = 2 ** 32;

/** Unpacks a ZIP inside a ZIP to disk, named by its hash; null if it is a document, such as a DOCX. Throws Refused. */
export async function unpackNested(
  outer: FileHandle,
  member: Member,
  sha256: string,
  { out, unpacked }: { readonly out: string; readonly unpacked: { bytes: number } },
): Promise<Nested | null> {
  unpacked.bytes += member.size;
  if (unpacked.bytes > nestedSum)
    throw new Refused("too-large", `archives within an archive of over ${nestedSum} bytes`);
  if (member.size > ratioMattersFrom && member.size > member.packed * nestedRatio)
    throw new Refused("too-large", `archive within an archive, packed ${nestedRatio} times and more`);
  const path = join(nestedFolder(out), `${sha256}.zip`);
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${randomUUID()}.part`;
  const target = openSync(draft, "w");
  try {
    await readMember(outer, member, (piece) => appendFileSync(target, piece));
  } finally {
    closeSync(target);
  }
  const file = await open(draft);
  if (await isArchive(file)) {
    renameSync(draft, path);
    return { file, path };
  }
  await file.close();
  await unlink(draft);
  return null;
}

/** Whether an open file is an archive of documents and no document itself. */
export async function isArchive(file: FileHandle): Promise<boolean> {
  try {
    for await (const member of readMembers(file)) if (marksDocument(member.name)) return false;
    return true;
  } catch {
    // A broken package is left to the document's own reader, which reports what is wrong.
    return false;
  }
}

const nestedLimit = 1 << 30;

/** Whether a member that is too large for a document may be an archive. */
export async function startsAsZip(file: FileHandle, member: Member): Promise<boolean> {
  if (member.size > nestedLimit) return false;
  const head: number[] = [];
  const enough = new Error();
  try {
    await readMember(file, member, (piece) => {
      head.push(...piece.subarray(0, 4));
      throw enough;
    });
  } catch (error) {
    if (error !== enough) throw error;
  }
  return isZip(head);
}

/**
 * Whether bytes begin a ZIP: with a local header, or with the end record of an archive without entries (APPNOTE 4.3).
 */
export function isZip([first, second, third, fourth]: ArrayLike<number> & Iterable<number>): boolean {
  return (
    first === 0x50 && second === 0x4b && ((third === 3 && fourth === 4) || (third === 5 && fourth === 6))
  );
}

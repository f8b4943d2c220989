import { randomUUID } from "node:crypto";
import { existsSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { entriesOf } from "../../batch/plan/entries.ts";
import { isZip } from "../../batch/plan/nested.ts";
import { defaultLimits } from "../../limits.ts";
import { distinct } from "./documents.ts";
import type { GivenDocument } from "./documents.ts";
import { firstBytes } from "./file-bytes.ts";

/** Documents in which archives are replaced by what they hold. */
export interface Unpacked {
  readonly documents: readonly GivenDocument[];
  /** Removes the files that archives within archives were unpacked to, once the documents are done with. */
  readonly close: () => void;
}

/**
 * Replaces each ZIP archive by its documents as a batch would: named `a.zip!/b.docx`, with one level of nesting, under
 * the same limits. A document that is itself a ZIP (DOCX, XLSX, ODT, OFD) stays as it is.
 */
export async function unpackArchives(documents: readonly GivenDocument[]): Promise<Unpacked> {
  const folder = join(tmpdir(), `gongkai-${randomUUID()}`);
  const close = (): void => {
    if (existsSync(folder)) rmSync(folder, { recursive: true, force: true });
  };
  try {
    const unpacked: GivenDocument[] = [];
    for (const document of documents)
      for await (const one of documentsIn(document, folder)) unpacked.push(one);
    return { documents: unpacked, close };
  } catch (error) {
    close();
    throw error;
  }
}

async function* documentsIn(document: GivenDocument, folder: string): AsyncGenerator<GivenDocument> {
  const { name, relative, path } = document;
  // A pipe is not looked at, because it can be read only once.
  if (path === null || !isZip(firstBytes(path, 4))) return yield document;
  const taken = new Set<string>();
  for await (const entry of entriesOf({ name, path }, folder, defaultLimits.maximumBytes)) {
    const { location, failure } = entry;
    const inside = entry.name.slice(name.length);
    const below = inside === "" ? relative : distinct(`${relative}/${withinFolder(inside)}`, taken);
    if (failure) yield { name: entry.name, relative: below, path, failure };
    else if (location?.member) yield { name: entry.name, relative: below, ...location };
    else yield document;
  }
}

/** An entry's name as a path that stays below its archive, whatever the name says: archives are not to be trusted. */
function withinFolder(inside: string): string {
  return inside
    .split(/!?[/\\]/u)
    .filter((step) => !/^\.*$/.test(step))
    .map((step) => step.replace(/[\p{Cc}:*?"<>|]/gu, "_").slice(0, longestStep))
    .join("/");
}

/**
 * The longest name of a folder or file in characters; even at three bytes each, it stays within what file systems hold.
 */
const longestStep = 60;

import type { Limits } from "../../../model/index.ts";
import type { Archive } from "../../package/zip.ts";
import { resolvePart } from "./locations.ts";
import { childrenOf, readOrNothing } from "./tree.ts";
import type { OfdElement } from "./tree.ts";

/** What pages refer to by number: fonts, drawing parameters, colour spaces, pictures and vector graphics. */
export interface Resources {
  readonly get: (id: string | undefined) => OfdElement | undefined;
  /** The stored name of the picture that a resource refers to, or null. */
  readonly media: (id: string | undefined) => string | null;
  /** The stored name of the program of a font resource, or null where the package does not contain it. */
  readonly fontFile: (id: string | undefined) => string | null;
  /** Parts that are referred to but missing. */
  readonly missing: readonly string[];
}

/**
 * Reads the resource files of a document or of one page (GB/T 33190 7.9); `outer` are the resources of the document
 * around a page.
 */
export function readResources(
  archive: Archive,
  locations: readonly { readonly from: string; readonly location: string }[],
  limits: Limits,
  outer?: Resources,
): Resources {
  const found = new Map<string, { readonly element: OfdElement; readonly folder: string }>();
  const missing: string[] = [];
  for (const { from, location } of locations) {
    const part = resolvePart(archive, from, location);
    if (part === null) {
      missing.push(location.trim());
      continue;
    }
    const root = readOrNothing(archive, part, limits);
    if (root === undefined) {
      missing.push(part);
      continue;
    }
    const base = (root.attributes["BaseLoc"] ?? "").trim();
    const own = part.slice(0, part.lastIndexOf("/") + 1);
    const folder = /^[/\\]/.test(base) ? `${base}/` : `${own}${base}/`;
    for (const group of root.children)
      for (const element of group.children) {
        const id = element.attributes["ID"];
        if (id !== undefined) found.set(id, { element, folder });
      }
  }
  return {
    missing,
    get: (id) => (id === undefined ? undefined : (found.get(id)?.element ?? outer?.get(id))),
    media: (id) => fileOf(id, "MediaFile") ?? outerOf(id)?.media(id) ?? null,
    fontFile: (id) => fileOf(id, "FontFile") ?? outerOf(id)?.fontFile(id) ?? null,
  };

  function outerOf(id: string | undefined): Resources | undefined {
    return id === undefined || found.has(id) ? undefined : outer;
  }

  function fileOf(id: string | undefined, name: string): string | null {
    const one = id === undefined ? undefined : found.get(id);
    const file = one && childrenOf(one.element, name)[0]?.text.trim();
    if (one === undefined || file === undefined || file === "") return null;
    return resolvePart(archive, one.folder, file) ?? resolvePart(archive, "", file);
  }
}

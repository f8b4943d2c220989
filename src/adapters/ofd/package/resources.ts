import type { Limits } from "../../../model/index.ts";
import type { Archive } from "../../package/zip.ts";
import { resolvePart } from "./locations.ts";
import { childOf, readOrNothing } from "./tree.ts";
import type { OfdElement } from "./tree.ts";

interface Resource {
  readonly element: OfdElement;
  /** Where its files are looked for, and the part that names them, beside which some writers put them. */
  readonly folder: string;
  readonly part: string;
}

/** What pages refer to by number: fonts, drawing parameters, colour spaces, pictures and vector graphics. */
export interface Resources {
  /** A resource by its element's name and its ID, because some writers number each kind by itself. */
  readonly get: (kind: string, id: string | undefined) => OfdElement | undefined;
  /** The colour space with this ID, or the document's own for colours that name none (GB/T 33190 7.5). */
  readonly colourSpace: (id: string | undefined) => OfdElement | undefined;
  /** The stored name of the picture that a resource refers to, or null. */
  readonly media: (id: string | undefined) => string | null;
  /** The stored name of the program of a font resource, or null where the package does not contain it. */
  readonly fontFile: (id: string | undefined) => string | null;
  /** Some names in the parts are spelled in another letter case. */
  readonly areMisspelt: boolean;
  /** Parts that are referred to but missing. */
  readonly missing: readonly string[];
}

/**
 * Reads the resource files of a document or of one page (GB/T 33190 7.9); `outer` are the resources of the document
 * around a page, `usualSpace` is the ID of its colour space.
 */
export function readResources(
  archive: Archive,
  locations: readonly { readonly from: string; readonly location: string }[],
  limits: Limits,
  outer?: Resources,
  usualSpace?: string,
): Resources {
  const found = new Map<string, Map<string, Resource>>();
  const missing: string[] = [];
  let areMisspelt = false;
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
    areMisspelt ||= root.isMisspelt === true;
    const base = (root.attributes["BaseLoc"] ?? "").trim();
    const own = part.slice(0, part.lastIndexOf("/") + 1);
    const folder = /^[/\\]/.test(base) ? `${base}/` : `${own}${base}/`;
    for (const group of root.children)
      for (const element of group.children) {
        const id = element.attributes["ID"];
        if (id === undefined) continue;
        const kind = found.get(element.name) ?? new Map<string, Resource>();
        found.set(element.name, kind.set(id, { element, folder, part }));
      }
  }
  const get = (kind: string, id: string | undefined): OfdElement | undefined =>
    id === undefined ? undefined : (found.get(kind)?.get(id)?.element ?? outer?.get(kind, id));
  return {
    areMisspelt,
    missing,
    get,
    colourSpace: (id) =>
      get("ColorSpace", id ?? usualSpace) ?? (id === undefined ? outer?.colourSpace(id) : undefined),
    media: (id) => fileOf("MultiMedia", "MediaFile", id) ?? outer?.media(id) ?? null,
    fontFile: (id) => fileOf("Font", "FontFile", id) ?? outer?.fontFile(id) ?? null,
  };

  function fileOf(kind: string, name: string, id: string | undefined): string | null {
    const one = id === undefined ? undefined : found.get(kind)?.get(id);
    const file = one && childOf(one.element, name)?.text.trim();
    if (one === undefined || file === undefined || file === "") return null;
    return resolvePart(archive, one.folder, file) ?? resolvePart(archive, one.part, file);
  }
}

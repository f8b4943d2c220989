import type { Limits } from "../../../model/index.ts";
import type { Archive } from "../../package/zip.ts";
import { resolvePart } from "./locations.ts";
import type { OfdDocument } from "./package.ts";
import { childOf, childrenOf, readOrNothing } from "./tree.ts";

/** The parts with annotations, by the page on which these stand, and those that are not there (GB/T 33190 15.1). */
export function annotationParts(
  archive: Archive,
  { root, part }: OfdDocument,
  limits: Limits,
): { readonly parts: ReadonlyMap<string, readonly string[]>; readonly missing: readonly string[] } {
  const parts = new Map<string, string[]>();
  const missing: string[] = [];
  for (const { text } of childrenOf(root, "Annotations")) {
    const list = resolvePart(archive, part, text);
    const listed = list === null ? undefined : readOrNothing(archive, list, limits);
    if (text.trim() === "") continue;
    if (list === null || listed === undefined) missing.push(text.trim());
    else
      for (const page of childrenOf(listed, "Page")) {
        const location = childOf(page, "FileLoc")?.text.trim() ?? "";
        const file = resolvePart(archive, list, location);
        const id = page.attributes["PageID"] ?? "";
        if (file === null) missing.push(location);
        else parts.set(id, [...(parts.get(id) ?? []), file]);
      }
  }
  return { parts, missing };
}

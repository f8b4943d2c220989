import type { Limits } from "../../../model/index.ts";
import type { Archive } from "../../package/zip.ts";
import { resolvePart } from "./locations.ts";
import type { OfdDocument } from "./package.ts";
import { childOf, childrenOf, readOrNothing } from "./tree.ts";

/** The parts with annotations, by the page on which these stand (GB/T 33190 15.1). */
export function annotationParts(
  archive: Archive,
  { root, part }: OfdDocument,
  limits: Limits,
): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const list = resolvePart(archive, part, childOf(root, "Annotations")?.text ?? "");
  const listed = list === null ? undefined : readOrNothing(archive, list, limits);
  if (list === null || listed === undefined) return found;
  for (const page of childrenOf(listed, "Page")) {
    const file = resolvePart(archive, list, childOf(page, "FileLoc")?.text ?? "");
    const id = page.attributes["PageID"] ?? "";
    if (file !== null) found.set(id, [...(found.get(id) ?? []), file]);
  }
  return found;
}

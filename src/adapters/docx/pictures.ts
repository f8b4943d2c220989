import type { Limits, PagePicture } from "../../model/index.ts";
import { readRelationships } from "./package.ts";
import { storedPictures } from "../package/stored-pictures.ts";
import type { ShownPicture } from "../package/stored-pictures.ts";
import type { Archive } from "../package/zip.ts";

/** The pictures of a part, found through its relationships. */
export function picturesOf(
  archive: Archive,
  part: string,
  shown: readonly ShownPicture[],
  limits: Limits,
): readonly PagePicture[] {
  const targets = new Map(readRelationships(archive, part, limits).map(({ id, target }) => [id, target]));
  return storedPictures(archive, shown, (id) => targets.get(id) ?? "");
}

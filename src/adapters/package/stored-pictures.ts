import type { PagePicture } from "../../model/index.ts";
import { Refusal } from "../refusal.ts";
import { partBytes } from "./part-bytes.ts";
import type { Archive } from "./zip.ts";

/** A picture by what its document calls it; `width` is how many points wide it is shown, null where that is not said. */
export interface ShownPicture {
  /** Null for a picture outside the document. */
  readonly id: string | null;
  readonly width: number | null;
}

/** Pictures as stored, those cut or missing with no bytes; none where together they go beyond the limits. */
export function storedPictures(
  archive: Archive,
  shown: readonly ShownPicture[],
  nameOf: (id: string) => string = (id) => id,
): readonly PagePicture[] {
  try {
    return shown.map(({ id, width }) => {
      if (id === null) return { bytes: null, width };
      const stored = archive.find(nameOf(id));
      return { bytes: (stored === null ? null : partBytes(archive, stored)) ?? new Uint8Array(), width };
    });
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
}

import type { PagePicture } from "../../model/index.ts";
import { Refusal } from "../refusal.ts";
import { partBytes } from "./part-bytes.ts";
import type { Archive } from "./zip.ts";

/**
 * A picture by the id that its document gives it; `width` is the width in points at which it is shown, null where none
 * is stated.
 */
export interface ShownPicture {
  /** Null for a picture outside the document. */
  readonly id: string | null;
  readonly width: number | null;
}

/**
 * The pictures as stored; a picture that is cut or missing has no bytes. Empty where together they exceed the limits.
 */
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

import type { Conversion } from "../../model/index.ts";
import type { ArchiveRow } from "../../review/index.ts";
import type { Review } from "../../review/index.ts";

/** One document to review. */
export interface Reviewed extends Omit<Review, "index"> {
  readonly kind: "reviewed";
  /** The conversion with its corrections applied, for the index. */
  readonly corrected: Conversion;
  /** The bytes of each file; null where the file is gone, or another stands in its place. */
  readonly originals: readonly (Uint8Array | null)[];
}

/** A document without a conversion, which has only a row in the index. */
export interface RowOnly {
  readonly kind: "row";
  readonly row: Pick<ArchiveRow, "name" | "status">;
}

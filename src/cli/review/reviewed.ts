import type { Conversion } from "../../model/index.ts";
import type { ArchiveRow } from "../../review/index.ts";
import type { Review } from "../../review/index.ts";

/** One document to be looked at. */
export interface Reviewed extends Omit<Review, "index"> {
  readonly kind: "reviewed";
  /** The conversion with its corrections, for the index. */
  readonly corrected: Conversion;
  /** The bytes of each of its files; null where one is gone, or another one stands in its place. */
  readonly originals: readonly (Uint8Array | null)[];
}

/** A document without a conversion: only a row of the index. */
export interface RowOnly {
  readonly kind: "row";
  readonly row: Pick<ArchiveRow, "name" | "status">;
}

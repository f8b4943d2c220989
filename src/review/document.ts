import type { Conversion, Correction, Template } from "../model/index.ts";

/** What a page of one document holds, beside the bytes of its original. */
export interface Review {
  readonly conversion: Conversion;
  /** The user's own families. */
  readonly templates: readonly Template[];
  /** Made elsewhere; those kept by the page itself come before. */
  readonly corrections: readonly Correction[];
  /** Address of the archive's index. */
  readonly index: string;
}

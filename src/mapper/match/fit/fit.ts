import type { LayoutCandidate } from "../../../model/index.ts";
import type { KnownRow, KnownTable } from "../../form/known.ts";
import type { HeaderMatch } from "../header/header-match.ts";
import type { LabelMatch } from "../../../printed/labels.ts";
import type { FormRow } from "../../rows/form-row.ts";

/** A template's table laid over the document's rows. */
export interface Fit extends LayoutCandidate {
  readonly known: KnownTable;
  readonly rowFits: readonly RowFit[];
  /** The printed rows that the table was laid over. */
  readonly laidOver: readonly FormRow[];
  /** Whether its rows are printed in another order than the form's. */
  readonly reordered: boolean;
}

export interface RowFit {
  readonly known: KnownRow;
  /** Null where the document has no such row. */
  readonly printed: FormRow | null;
  readonly match: LabelMatch;
  readonly header: HeaderMatch | null;
  /** Other printed rows whose labels fit as well and that this table did not take, even if another table did. */
  readonly rivals: readonly Rival[];
}

export interface Rival {
  readonly printed: FormRow;
  readonly header: HeaderMatch | null;
}

import type { CellValue, EvidenceEntry, Finding, Place } from "../../../model/index.ts";
import type { RowFit } from "../../match/fit/fit.ts";
import type { FormRow } from "../../rows/form-row.ts";
import type { AddedValue, Assignment } from "../assign/assignment.ts";
import type { RefusedCell } from "./scanned-sums.ts";

/** The cells of one table, by pointer, in the form's order. */
export interface MappedTable {
  readonly values: ReadonlyMap<string, CellValue>;
  readonly evidence: ReadonlyMap<string, EvidenceEntry>;
  readonly diagnostics: readonly Finding[];
  /** Rows whose digits can be cut in more than one way, to be decided by columns or by the text. */
  readonly ambiguous: readonly AmbiguousRow[];
  /** Cells of a scan whose numbers were not taken, by pointer. */
  readonly refused: ReadonlyMap<string, RefusedCell>;
  /** Cells under headings that the form does not have, row by row. */
  readonly added: readonly AddedCell[];
  /** How the values of each row that was found were assigned to its columns. */
  readonly assignments: ReadonlyMap<RowFit, Assignment>;
}

export interface AddedCell extends AddedValue {
  readonly row: FormRow;
}

export interface AmbiguousRow {
  readonly pointers: readonly string[];
  readonly solutions: readonly (readonly number[])[];
  readonly raw: string;
  readonly at: Place;
  readonly label: string;
  /** The finding that stays as long as nothing decides the row. */
  readonly undecided: Finding;
}

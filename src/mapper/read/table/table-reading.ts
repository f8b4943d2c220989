import type { BlockTemplate, CellValue, Finding, EvidenceEntry } from "../../../model/index.ts";
import type { Assignment } from "../assign/assignment.ts";
import type { Fit, RowFit } from "../../match/fit/fit.ts";
import type { FormRow } from "../../rows/form-row.ts";
import type { AddedCell, AmbiguousRow } from "../sums/mapped-table.ts";
import type { OddHeading } from "./twin-columns.ts";
import type { RefusedCell } from "../sums/scanned-sums.ts";
import { crowdedBlocks, surplusPatterns } from "../sums/surplus.ts";

/** A table whose rows are being read one after the other. */
export interface TableReading {
  readonly fit: Fit;
  readonly infer: boolean;
  readonly neighbours: ReturnType<typeof surplusPatterns>;
  readonly crowded: ReturnType<typeof crowdedBlocks>;
  readonly values: Map<string, CellValue>;
  readonly evidence: Map<string, EvidenceEntry>;
  readonly diagnostics: Finding[];
  readonly ambiguous: AmbiguousRow[];
  readonly refused: Map<string, RefusedCell>;
  readonly added: AddedCell[];
  readonly assignments: Map<RowFit, Assignment>;
  /** Rows reported because a value stands beside the heading it was taken for. */
  readonly offHeadings: Set<RowFit>;
  /** Cells read by headings that stand in another order than the form's. */
  readonly reordered: string[];
  /** Blocks whose headings stand in another order, so that it is unclear which value is under which. */
  readonly disordered: Set<BlockTemplate>;
  /**
   * For blocks with a row under their headings, the columns of its values: after a page break, rows in the same columns
   * go on without headings, but rows in other columns may be another half of the page.
   */
  readonly headed: Map<RowFit["known"]["block"], string>;
  /** Cells under headings in words that differ from the form's, by these words and the form's. */
  readonly odd: Map<string, OddHeading & { readonly paths: string[] }>;
  /** Numbers of rows without readable headings, and of rows in disordered blocks. */
  unheaded: number;
  misheaded: number;
}

export function beginReading(fit: Fit, infer: boolean): TableReading {
  return {
    fit,
    infer,
    neighbours: surplusPatterns(fit),
    crowded: crowdedBlocks(fit),
    values: new Map(),
    evidence: new Map(),
    diagnostics: [],
    ambiguous: [],
    refused: new Map(),
    added: [],
    assignments: new Map(),
    offHeadings: new Set(),
    reordered: [],
    odd: new Map(),
    disordered: new Set(),
    headed: new Map(),
    unheaded: 0,
    misheaded: 0,
  };
}

export function noteCell(
  { values, evidence }: TableReading,
  pointer: string,
  value: CellValue,
  entry: EvidenceEntry,
) {
  values.set(pointer, value);
  evidence.set(pointer, entry);
}

/** A row's whole name, because （七）总计 is not the column 总计. */
export function wholeLabel({ known: { row } }: RowFit): string {
  return row.enumerator + row.label;
}

/** A row's values as printed, for messages and for cutting digits that run together. */
export function printedTogether(printed: FormRow): string {
  return printed.values.map((value) => value.text).join(" ");
}

import type { Rule } from "../findings/index.ts";
import type { FormCell } from "../arithmetic/paths.ts";
import type {
  AnnualReport,
  Finding,
  NarrativeFact,
  Place,
  TableTemplate,
  Template,
  EvidenceStatus,
} from "../model/index.ts";

/** One check over one report. It yields findings and never changes a value. */
export interface Check {
  /** Rule ids it can yield. */
  readonly rules: readonly Rule[];
  readonly run: (context: CheckContext) => readonly Finding[];
}

/** A report as checks see it: its values by pointer, and the form of each of its tables. */
export interface CheckContext {
  readonly report: AnnualReport;
  readonly tables: readonly { readonly table: TableTemplate; readonly template: Template }[];
  readonly cells: readonly FormCell[];
  /** The few cells whose number is below zero or not whole. */
  readonly uncounted: readonly FormCell[];
  /** Figures of the prose that can be compared with the tables, by sentence. */
  readonly statements: readonly (readonly NarrativeFact[])[];
  /** The words that state a figure, as printed. */
  readonly quote: (fact: NarrativeFact) => string;
  /** Pointer of a figure in the record. */
  readonly factPointer: (fact: NarrativeFact) => string;
  /** The number at a pointer; null where it is blank, unreadable, or not part of the form. */
  readonly value: (pointer: string) => number | null;
  /** Whether the record has the cell: a row that only some reports print may be absent. */
  readonly has: (pointer: string) => boolean;
  /** The unit a cell is printed in, where one is known. */
  readonly unit: (pointer: string) => string | undefined;
  readonly at: (pointer: string) => Place | undefined;
  readonly status: (pointer: string) => EvidenceStatus | undefined;
}

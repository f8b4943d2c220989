import type { Place } from "./place.ts";

/**
 * - `given`: a number as printed
 * - `blank`: the cell is there and empty
 * - `dash`, `not-applicable`: `—`, `-`; `/`, `无`
 * - `inferred`: not printed so, but decided by the form's own sums; always with a diagnostic
 * - `recognized`: a number or words as a scan shows them, read by pixels; the place has their probability
 * - `unreadable`: no cell found, or its text is no number
 * - `conflict`: two readings or two cells disagree
 * - `corrected`: a person put it right; `raw` is still what is printed
 */
export type EvidenceStatus =
  | "given"
  | "blank"
  | "dash"
  | "not-applicable"
  | "inferred"
  | "recognized"
  | "unreadable"
  | "conflict"
  | "corrected";

export interface EvidenceEntry {
  /** The cell's text as printed, whitespace included; null when no cell was found. */
  readonly raw: string | null;
  readonly status: EvidenceStatus;
  /** Null when no cell was found. */
  readonly at: Place | null;
  /** Unit as printed in the cell or its header: `元`, `万元`, `件`. */
  readonly unit?: string;
  /** A remark printed in the cell beside the number: `其中修订16件`. */
  readonly note?: string;
  /** For amounts whose unit is certain: the value in yuan. */
  readonly yuan?: number;
}

/** From JSON Pointer (`/report/tables/…`, `/report/title` …) to where the value stood. */
export type Evidence = Readonly<Record<string, EvidenceEntry>>;

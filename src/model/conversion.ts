import type { Diagnostic } from "./diagnostic.ts";
import type { Evidence } from "./evidence.ts";
import type { AnnualReport } from "./report.ts";

/** Everything one document gave. JSON-safe; the same bytes always give the same conversion. */
export interface Conversion {
  readonly schema: "gongkai/conversion/1";
  readonly source: ConvertedSource;
  /** Id of the adapter that read it; for several files, their ids joined by `+`; null when no format was recognised. */
  readonly adapter: string | null;
  /** Character encoding found, for text and HTML. */
  readonly encoding: string | null;
  /** Layout (template id) chosen for each table; a table's key is absent when the form has no such table. */
  readonly layouts: Readonly<Record<string, string>>;
  /** Why these layouts were chosen: every candidate layout of every table with its score from 0 to 1, best first. */
  readonly candidates: readonly LayoutCandidate[];
  readonly report: AnnualReport | null;
  readonly evidence: Evidence;
  readonly diagnostics: readonly WordedDiagnostic[];
}

/** What was read: one file, or several that make up one report. */
export interface ConvertedSource extends SourceFile {
  /**
   * Each of the files, where there are several; `name` then lists all names, and `sha256` is the hash of their hashes,
   * one a line.
   */
  readonly files?: readonly SourceFile[];
}

export interface SourceFile {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
}

export interface LayoutCandidate {
  readonly table: string;
  readonly layout: string;
  readonly score: number;
  readonly rowsMatched: number;
  readonly rows: number;
  readonly columnsMatched: number;
  readonly columns: number;
}

/** A diagnostic with its sentence in the language asked for. */
export interface WordedDiagnostic extends Diagnostic {
  readonly message: string;
}

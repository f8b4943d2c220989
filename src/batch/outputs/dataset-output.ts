import type { WrittenFile } from "./file-sink.ts";
import type { DatasetConversion } from "./tables.ts";

/**
 * An output that is written in two steps. Which copy of a report is preferred, and where copies differ, is known only
 * when all documents are converted; most of an output does not depend on it and is drafted while they still are.
 */
export interface DatasetOutput {
  /**
   * Takes every record once, in order, and returns what is to be kept of it for the second step. `line` is the record as
   * a line of JSON Lines, without its place in the dataset, where there is one already.
   */
  readonly draft: (conversion: DatasetConversion, line: Buffer | null) => Drafted | Promise<Drafted>;
  /** Takes what `draft` returned, or its bytes, in the same order. */
  readonly settle: (drafted: Drafted, standing: Settled) => void | Promise<void>;
  readonly finish: () => readonly WrittenFile[] | Promise<readonly WrittenFile[]>;
}

/** A text, or its bytes. */
export type Drafted = string | Buffer;

export interface Settled {
  readonly preferred: boolean | null;
  /** The record again where other copies change what is said of it; null where the draft holds. */
  readonly changed: DatasetConversion | null;
}

/** The files that a table is written to. */
export interface OutputPlace {
  readonly out: string;
  readonly table: string;
  readonly extension: string;
  /** The shard whose part this is; null where the table is written as a whole. */
  readonly part: string | null;
}

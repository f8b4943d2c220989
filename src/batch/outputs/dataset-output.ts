import type { WrittenFile } from "./file-sink.ts";
import type { DatasetConversion } from "./tables.ts";

/** An output being written. It is given every record once, in order. */
export interface DatasetOutput {
  readonly add: (conversion: DatasetConversion) => void | Promise<void>;
  readonly finish: () => readonly WrittenFile[] | Promise<readonly WrittenFile[]>;
}

/** The files that a table is written to. */
export interface OutputPlace {
  readonly out: string;
  readonly table: string;
  readonly extension: string;
  /** The shard whose part this is; null where the table is written as a whole. */
  readonly part: string | null;
}

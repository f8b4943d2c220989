import type { Environment } from "./locale.ts";

/** The outside as commands see it; `main.ts` connects it to the process. */
export interface Io {
  readonly stdin: AsyncIterable<Uint8Array>;
  /** Data. Resolves when the reader has taken it. */
  readonly out: (text: string) => Promise<void>;
  /** Everything said about the data. */
  readonly err: (text: string) => void;
  /** Whether `err` ends on a terminal, where a line can be rewritten. */
  readonly terminal: boolean;
  /** Of the terminal that `out` ends on; null where it ends on none. */
  readonly columns: number | null;
  readonly environment: Environment;
}

/** Bad usage: printed as one line, exit code 2. */
export class UsageError extends Error {}

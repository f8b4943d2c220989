import type { Environment } from "./locale.ts";

/** The outside world as commands see it; `main.ts` connects it to the process. */
export interface Io {
  readonly stdin: AsyncIterable<Uint8Array>;
  /** Writes data. Resolves when the reader has taken it. */
  readonly out: (data: string | Uint8Array) => Promise<void>;
  /** Writes messages about the data. */
  readonly err: (text: string) => void;
  /** Whether `err` goes to a terminal, where a line can be rewritten. */
  readonly terminal: boolean;
  /** Width of the terminal that `out` goes to; null where it goes elsewhere. */
  readonly columns: number | null;
  readonly environment: Environment;
}

/** Wrong usage: printed as one line, with exit code 2. */
export class UsageError extends Error {}

import type { Io } from "./io.ts";

export interface ProgressLine {
  readonly step: (done: number) => void;
  /** Removes the line before something else is printed. */
  readonly clear: () => void;
}

/**
 * Prints nothing for two seconds; then, on a terminal, one line that is rewritten, and elsewhere a line every ten
 * seconds.
 */
export function startProgress(io: Io, sentence: (done: number) => string): ProgressLine {
  let due = Date.now() + 2_000;
  let shown = false;
  return {
    step(done) {
      if (Date.now() < due) return;
      due = Date.now() + (io.terminal ? 200 : 10_000);
      shown = io.terminal;
      io.err(io.terminal ? `\r\u001b[K${sentence(done)}` : sentence(done) + "\n");
    },
    clear() {
      if (shown) io.err("\r\u001b[K");
      shown = false;
    },
  };
}

import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { startProgress } from "../../../src/cli/terminal/progress.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** What is said when a document takes 0.5 s, 30 documents long. */
function said(terminal: boolean): string[] {
  const lines: string[] = [];
  const io = {
    stdin: (async function* () {})(),
    out: async () => {},
    err: (text: string) => void lines.push(text),
    terminal,
    columns: null,
    environment: {},
  };
  const progress = startProgress(io, (done) => `${done} done`);
  for (let done = 1; done <= 30; done += 1) {
    vi.advanceTimersByTime(500);
    progress.step(done);
  }
  progress.clear();
  return lines;
}

test("silent for two seconds, then a line every ten seconds", () => {
  expect(said(false)).toEqual(["4 done\n", "24 done\n"]);
});

test("on a terminal one line is rewritten and taken away at the end", () => {
  const lines = said(true);
  expect(lines).toHaveLength(27 + 1);
  expect(lines[0]).toBe("\r\u001b[K4 done");
  expect(lines.at(-1)).toBe("\r\u001b[K");
});

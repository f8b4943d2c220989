import { expect, test, vi } from "vitest";
import { breather } from "../../../src/batch/store/breath.ts";

test("work that never waits lets timers run, and no more than once a second", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  try {
    const breathe = breather();
    let turns = 0;
    const ran: number[] = [];
    for (let piece = 0; piece < 40; piece++) {
      setImmediate(() => (turns += 1));
      vi.setSystemTime(Date.now() + 100);
      await breathe();
      ran.push(turns);
    }
    // Microtasks alone let nothing run: whatever has run did so in a breath.
    expect(ran[8]).toBe(0);
    expect(new Set(ran).size).toBe(5);
  } finally {
    vi.useRealTimers();
  }
});

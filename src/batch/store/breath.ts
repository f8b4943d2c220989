import { setImmediate as turn } from "node:timers/promises";

/**
 * Lets timers run, such as the one that keeps a lock alive, at most once a second. Without it, work that never waits
 * would look dead to other machines after some minutes. Await it between two pieces of such work.
 */
export function breather(): () => Promise<void> {
  let last = Date.now();
  return async () => {
    if (Math.abs(Date.now() - last) < betweenBreaths) return;
    await turn();
    last = Date.now();
  };
}

const betweenBreaths = 1000;

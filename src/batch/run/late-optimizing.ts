import { setFlagsFromString } from "node:v8";

/**
 * Lets V8 optimize a function only when it has run some ten times as long as usual. With its own thresholds, which are made for
 * programs of few hot functions, a child spends as much time on compiling as on the first three hundred documents: 15.5 ms of CPU
 * a document instead of 9.5, with the same 9.5 later. The flags are V8's own and may go; an unknown one is told on stderr and
 * changes nothing.
 */
export function optimizeLate(): void {
  setFlagsFromString(hasMidTier ? "--invocation-count-for-turbofan=30000" : "--interrupt-budget=1000000");
}

/** From V8 12 on, Maglev compiles between the baseline and TurboFan, and thresholds are counted otherwise. */
const hasMidTier = Number.parseInt(process.versions.v8, 10) >= 12;

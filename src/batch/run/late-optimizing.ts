import { setFlagsFromString } from "node:v8";

/**
 * Makes V8 optimize a function only after about ten times as much running as usual. V8's own thresholds are made for
 * programs with few hot functions; with them a child spends as much time on compiling as on converting the first three
 * hundred documents: 15.5 ms of CPU a document instead of 9.5, and the same 9.5 later. A merge of 1,500 records takes an
 * eighth less. For processes of our own only: it holds for all code that runs in them. The flags are V8's own and may
 * disappear; an unknown flag prints a message on stderr and changes nothing.
 *
 * Regular expressions, on the other hand, are compiled at their first use. V8 would interpret them once, for which it
 * makes bytecode and improves it, and compile them at the second use; nearly all of ours are used again by the same
 * document, and then cost both. `convert` of a text spends a twentieth of its start on them instead of an eighth.
 */
export function optimizeLate(): void {
  setFlagsFromString("--no-regexp-tier-up");
  setFlagsFromString(hasMidTier ? "--invocation-count-for-turbofan=30000" : "--interrupt-budget=1000000");
}

/**
 * From V8 12 on, Maglev compiles between the baseline compiler and TurboFan, and the thresholds are counted
 * differently.
 */
const hasMidTier = Number.parseInt(process.versions.v8, 10) >= 12;

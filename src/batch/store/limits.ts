/** Bounds on one child process and on one document in it. All are positive. */
export interface ChildLimits {
  /** Soft: CPU seconds a document may use, whatever else the machine does. The child ends itself. */
  readonly cpuSeconds: number;
  /** Hard: seconds by the clock, for what hangs without working. The parent kills the child. */
  readonly seconds: number;
  /** Megabytes of JavaScript heap. */
  readonly heapMegabytes: number;
  /** Megabytes of the whole process: buffers and WebAssembly are outside the heap. */
  readonly memoryMegabytes: number;
  /** A child is replaced after this many documents, or when it rests on more than this many megabytes. */
  readonly recycleDocuments: number;
  readonly recycleMegabytes: number;
}

/** What a scanned report may use, `cpuSeconds` and `seconds` of it for each page: one takes 2 s and a child grows to 800 MB. */
export function scanLimits(limits: ChildLimits): ChildLimits {
  return {
    ...limits,
    cpuSeconds: Math.max(60, limits.cpuSeconds),
    seconds: Math.max(240, limits.seconds),
    memoryMegabytes: Math.max(1536, limits.memoryMegabytes),
    recycleMegabytes: Math.max(900, limits.recycleMegabytes),
  };
}

/**
 * A report takes 10 to 100 ms and a child rests at 150 to 250 MB. The heap may be as large as it likes, for a small one
 * is collected so often that a document takes up to 1.4 times as long; the whole process is what is bounded.
 */
export const defaultChildLimits: ChildLimits = {
  cpuSeconds: 30,
  seconds: 120,
  heapMegabytes: 4096,
  memoryMegabytes: 1024,
  recycleDocuments: 2000,
  recycleMegabytes: 400,
};

/** Limits on one child process and on one document in it. All are positive. */
export interface ChildLimits {
  /** Soft limit: CPU seconds that a document may use, however busy the machine is otherwise. The child ends itself. */
  readonly cpuSeconds: number;
  /** Hard limit: seconds by the clock, for what hangs without working. The parent kills the child. */
  readonly seconds: number;
  /** Megabytes of JavaScript heap. */
  readonly heapMegabytes: number;
  /** Megabytes of the whole process, because buffers and WebAssembly are outside the heap. */
  readonly memoryMegabytes: number;
  /**
   * A child is replaced after this many documents, or when it still holds more than this many megabytes between
   * documents.
   */
  readonly recycleDocuments: number;
  readonly recycleMegabytes: number;
}

/**
 * The limits for a scanned report, with `cpuSeconds` and `seconds` granted for each page. A page takes 2 s, and a child
 * grows to 800 MB.
 */
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
 * A report takes 10 to 100 ms, and a child holds 150 to 250 MB between documents. The heap is allowed more than the
 * process, because with a small heap garbage is collected so often that a document takes up to 1.4 times as long; the
 * limit on the whole process is the one that counts. A child gets faster over its first three thousand documents (7.5 ms
 * each at first, 5 ms later) and no larger over the next five thousand, so it is memory that decides when it is replaced.
 */
export const defaultChildLimits: ChildLimits = {
  cpuSeconds: 30,
  seconds: 120,
  heapMegabytes: 4096,
  memoryMegabytes: 1024,
  recycleDocuments: 20_000,
  recycleMegabytes: 400,
};

import { bucketNames, bucketOf } from "./buckets.ts";

/** Lets who reads results follow who makes them, bucket by bucket. */
export interface BucketGate {
  /** A content is come to; all contents of the buckets before its own have been. */
  readonly reach: (key: string) => void;
  /** The content is to be converted, and its bucket is not done before it is. */
  readonly begin: (key: string) => void;
  readonly done: (key: string) => void;
  /** Everything is done. */
  readonly close: () => void;
  /** The results will never be whole: no further bucket is let through. */
  readonly stop: () => void;
  /** The buckets in their order, each when its contents have their results. */
  readonly buckets: () => AsyncGenerator<string>;
}

export function bucketGate(): BucketGate {
  const converting = new Map<string, number>();
  let reached = "";
  let [isClosed, isStopped] = [false, false];
  let waiting: { readonly bucket: string; readonly go: () => void } | null = null;
  const isDone = (bucket: string): boolean =>
    isClosed || isStopped || (bucket < reached && (converting.get(bucket) ?? 0) === 0);
  const look = (): void => {
    if (waiting && isDone(waiting.bucket)) waiting.go();
  };
  const count = (key: string, more: number): void => {
    const bucket = bucketOf(key);
    converting.set(bucket, (converting.get(bucket) ?? 0) + more);
    look();
  };
  return {
    reach(key) {
      reached = bucketOf(key);
      look();
    },
    begin: (key) => count(key, 1),
    done: (key) => count(key, -1),
    close() {
      isClosed = true;
      look();
    },
    stop() {
      isStopped = true;
      look();
    },
    async *buckets() {
      for (const bucket of bucketNames) {
        if (!isDone(bucket)) await new Promise<void>((go) => (waiting = { bucket, go }));
        waiting = null;
        if (isStopped) return;
        yield bucket;
      }
    },
  };
}

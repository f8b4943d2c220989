/** Archives of reports to datasets: plan → run → merge → report, on one machine or many. Node only. */
export { batch, type BatchOptions, type Progress } from "./batch.ts";
export { merge, Unfinished } from "./merge.ts";
export { formats, type Format } from "./outputs.ts";
export { failureOf, statuses, statusOf, type Status } from "./status.ts";
export { originalsOf, type Originals } from "./originals.ts";
export { defaultChildLimits, type ChildLimits } from "./limits.ts";
export { parseShard, whole, type Shard } from "./shard.ts";
export { readSettings, type Settings } from "./state.ts";
export { Held, type Holder } from "./lock.ts";
export { MissingInput, OutputAsInput } from "./inputs.ts";
export { ManifestError } from "./manifest.ts";
export { NoChild } from "./worker.ts";
export type { Tally } from "./coverage.ts";
export { isDataset, openDataset, type Dataset, type DatasetRecord } from "./dataset/index.ts";
export { compare } from "./buckets.ts";

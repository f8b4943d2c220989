/** Turns archives of reports into datasets: plan → run → merge → report, on one machine or many. Node only. */
export { batch, OthersOutput, type BatchOptions, type Progress } from "./batch.ts";
export { merge } from "./merge.ts";
export { ShardsDiffer, Unfinished } from "./unmergeable.ts";
export { failureOf, statuses, statusOf, type Status } from "./store/status.ts";
export { originalsOf, type Originals } from "./plan/originals.ts";
export { defaultChildLimits, type ChildLimits } from "./store/limits.ts";
export { parseShard, whole, type Shard } from "./store/shard.ts";
export { isWhole } from "./outputs/names.ts";
export { formats, readSettings, type OutputFormat, type Settings } from "./store/settings.ts";
export { Damaged } from "./store/damaged.ts";
export { Held, type Holder } from "./store/lock.ts";
export { MissingInput, OutputAsInput } from "./plan/inputs.ts";
export { ManifestError } from "./plan/manifest.ts";
export { NoChild } from "./run/worker.ts";
export type { Tally } from "./summary/coverage.ts";
export { isDataset, openDataset, type Dataset, type DatasetRecord } from "./dataset/index.ts";
export { compare } from "./store/buckets.ts";

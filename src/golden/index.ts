export { snapshotOf, type CellState, type Snapshot } from "./snapshot.ts";
export {
  changeKinds,
  compareSnapshots,
  type Change,
  type ChangeKind,
  type Comparison,
  type Value,
} from "./compare.ts";
export { GoldenFileError, inOrder, readGolden, writeGolden, type GoldenWriter } from "./file.ts";
export { pairUp, type Pair } from "./pairs.ts";
export { count, emptyGoldenTally, hasChanges, type GoldenTally } from "./tally.ts";

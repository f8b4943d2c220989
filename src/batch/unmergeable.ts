import type { Plan } from "./plan/plan.ts";
import type { OtherOption } from "./store/shard-settings.ts";

/** Some shard has not finished: run it, then merge again. `missing` is null where the plan itself is incomplete. */
export class Unfinished extends Error {
  readonly missing: number | null;
  /**
   * The options by which existing results of the missing contents were made, where they differ from those of this
   * merge.
   */
  readonly madeBy: readonly object[];

  constructor(missing: number | null, madeBy: readonly object[] = []) {
    super(missing === null ? "no whole plan" : `${missing} contents without a result`);
    this.missing = missing;
    this.madeBy = madeBy;
  }
}

/** The shards do not belong together: they were run on different inputs or with different options. */
export class ShardsDiffer extends Error {
  readonly inputs: Plan["unlike"];
  readonly options: readonly OtherOption[];

  constructor(inputs: ShardsDiffer["inputs"], options: ShardsDiffer["options"]) {
    super("shards of different inputs or options");
    this.inputs = inputs;
    this.options = options;
  }
}

import { setImmediate as turn } from "node:timers/promises";
import { writeOutputs } from "./write-outputs.ts";
import type { OutputsTask } from "./write-outputs.ts";

// Entry point of a child process: writes outputs beside the merge that started it, and goes when that is gone.

process.on("disconnect", () => process.exit());
process.once("message", (task: OutputsTask) => {
  writeOutputs(task, turn).then(
    (files) => process.send?.({ files }, () => process.disconnect()),
    // The merge writes them itself and meets the reason, such as a full disk.
    () => process.exit(1),
  );
});

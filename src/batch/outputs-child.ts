import { setImmediate as turn } from "node:timers/promises";
import { optimizeLate } from "./run/late-optimizing.ts";
import { writeOutputs } from "./write-outputs.ts";
import type { OutputsTask } from "./write-outputs.ts";

// Entry point of a child process, which writes outputs beside the merge that started it and ends when the merge is
// gone.

optimizeLate();
process.on("disconnect", () => process.exit());
process.once("message", (task: OutputsTask) => {
  writeOutputs(task, turn).then(
    (files) => process.send?.({ files }, () => process.disconnect()),
    // The merge then writes them itself and meets the cause, such as a full disk.
    () => process.exit(1),
  );
});

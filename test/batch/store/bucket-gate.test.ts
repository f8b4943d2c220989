import { setImmediate as turn } from "node:timers/promises";
import { expect, test } from "vitest";
import { bucketGate } from "../../../src/batch/store/bucket-gate.ts";

/** The buckets that the gate has let through so far. */
function through(gate: ReturnType<typeof bucketGate>): readonly string[] {
  const seen: string[] = [];
  void (async () => {
    for await (const bucket of gate.buckets()) seen.push(bucket);
  })();
  return seen;
}

test("a bucket is let through when what follows was reached and all of it is done", async () => {
  const gate = bucketGate();
  const seen = through(gate);
  gate.reach("00a");
  gate.begin("00a");
  gate.reach("00b");
  gate.begin("00b");
  gate.done("00a");
  gate.reach("02a");
  gate.begin("02a");
  await turn();
  expect(seen).toEqual([]);
  gate.done("00b");
  await turn();
  expect(seen).toEqual(["00", "01"]);
  gate.done("02a");
  await turn();
  expect(seen).toEqual(["00", "01"]);
  gate.close();
  await turn();
  expect(seen).toHaveLength(256);
});

test("nothing is let through after a stop", async () => {
  const gate = bucketGate();
  const seen = through(gate);
  gate.reach("01a");
  await turn();
  gate.stop();
  await turn();
  expect(seen).toEqual(["00"]);
});

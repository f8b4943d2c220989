import { expect } from "vitest";
import { defaultLimits } from "../../src/index.ts";
import type { Adapter, DocumentRule, Reading } from "../../src/model/index.ts";
import { seeded } from "./factory/index.ts";
import { mutant } from "./mutate.ts";

const outcomes: readonly DocumentRule[] = [
  "empty",
  "unsupported",
  "encrypted",
  "truncated",
  "damaged",
  "too-large",
  "needs-ocr",
];

/** Reads files with bytes changed, moved or cut off; each must end in tokens or in one typed refusal. Gives how many were refused. */
export async function refusedMutants(
  adapter: Adapter,
  original: Uint8Array,
  count: number,
  seed: number,
): Promise<number> {
  const random = seeded(seed);
  const below = (limit: number): number => random.int(0, limit - 1);
  let refused = 0;
  for (let run = 0; run < count; run++) {
    const reading: Reading = await adapter.read(
      { name: "mutant", bytes: mutant(original, below) },
      defaultLimits,
    );
    const error = reading.diagnostics.find(({ severity }) => severity === "error");
    expect(reading.tokens.length > 0).toBe(error === undefined);
    if (error === undefined) continue;
    expect(outcomes).toContain(error.rule);
    refused++;
  }
  return refused;
}

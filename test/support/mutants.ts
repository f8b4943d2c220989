import { expect } from "vitest";
import { defaultLimits } from "../../src/index.ts";
import type { Adapter, DocumentRule, Reading } from "../../src/model/index.ts";
import { seeded } from "./factory/index.ts";

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

function mutant(original: Uint8Array, below: (limit: number) => number): Uint8Array {
  const bytes = original.slice();
  const kind = below(8);
  if (kind === 0) return bytes.subarray(0, below(bytes.length));
  if (kind === 1) {
    bytes.copyWithin(below(bytes.length), below(bytes.length), below(bytes.length));
    return bytes;
  }
  // Structures stand at the beginning and the end of these files; the middle is text.
  for (let changes = 1 + below(6); changes > 0; changes--) {
    const range = kind < 4 ? Math.min(2048, bytes.length) : bytes.length;
    bytes[below(range)] = below(3) === 0 ? 0xff : below(256);
  }
  return bytes;
}

import { unzipSync, zipSync } from "fflate";
import { expect } from "vitest";
import { defaultLimits } from "../../src/index.ts";
import type { Adapter } from "../../src/model/index.ts";
import { seeded } from "./factory/index.ts";
import { mutantText } from "./mutate.ts";

/**
 * Reads packages one part of which has characters changed, cut out or put in, packed anew so that no checksum stops them;
 * each must end in tokens or in one typed refusal. Gives how many were read.
 */
export async function readPackedMutants(
  adapter: Adapter,
  original: Uint8Array,
  part: string,
  count: number,
  seed: number,
): Promise<number> {
  const random = seeded(seed);
  const files = unzipSync(original);
  const text = new TextDecoder().decode(files[part]);
  let read = 0;
  for (let run = 0; run < count; run++) {
    const changed = mutantText(text, random.int);
    const bytes = zipSync({ ...files, [part]: new TextEncoder().encode(changed) }, { level: 0 });
    const { tokens, diagnostics } = await adapter.read({ name: "mutant", bytes }, defaultLimits);
    const error = diagnostics.find(({ severity }) => severity === "error");
    expect(tokens.length > 0).toBe(error === undefined);
    if (error === undefined) read++;
  }
  return read;
}

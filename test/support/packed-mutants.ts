import { unzipSync, zipSync } from "fflate";
import { expect } from "vitest";
import { defaultLimits } from "../../src/index.ts";
import type { Adapter } from "../../src/model/index.ts";
import { seeded } from "./factory/index.ts";

const scraps = ["<", ">", '"', "&", "/", "0", "9", "-1", "1048577", "\u0000", "</x>", "<c/>", "A1", "中"];

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
    let changed = text;
    for (let changes = random.int(1, 4); changes > 0; changes--) {
      // What an attribute or a number says is changed more often than what would break the markup.
      const digits = [...changed.matchAll(/\d+/g)];
      const at =
        random.int(0, 3) === 0
          ? random.int(0, changed.length - 1)
          : digits[random.int(0, digits.length - 1)]!.index;
      const scrap =
        random.int(0, 1) === 0 ? scraps[random.int(0, scraps.length - 1)]! : String(random.int(0, 2_000_000));
      changed = changed.slice(0, at) + scrap + changed.slice(at + random.int(0, 3));
    }
    const bytes = zipSync({ ...files, [part]: new TextEncoder().encode(changed) }, { level: 0 });
    const { tokens, diagnostics } = await adapter.read({ name: "mutant", bytes }, defaultLimits);
    const error = diagnostics.find(({ severity }) => severity === "error");
    expect(tokens.length > 0).toBe(error === undefined);
    if (error === undefined) read++;
  }
  return read;
}

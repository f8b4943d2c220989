import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ofd } from "../../../src/adapters/ofd/index.ts";
import { defaultLimits } from "../../../src/index.ts";
import { sampleMisread, samplesOf } from "../../support/samples.ts";
import { shared } from "../../support/shared.ts";

describe.skipIf(samplesOf("ofd").length === 0)("samples (skipped without ../shared/samples)", () => {
  it.each(samplesOf("ofd"))("%s: all cells are right", async (name) => {
    const { adapter, cells, misread } = await sampleMisread("ofd", name);
    expect(adapter).toBe("ofd");
    expect(cells).toBeGreaterThan(180);
    expect(misread).toEqual([]);
  });
});

const folder = join(shared, "suites/ofd");
const suite = existsSync(folder) ? readdirSync(folder) : [];

describe.skipIf(suite.length === 0)("other programs' files (skipped without ../shared)", () => {
  it.each(suite)("%s gives text or says why not", async (name) => {
    const bytes = new Uint8Array(readFileSync(join(folder, name)));
    const { tokens, diagnostics } = await ofd.read({ name, bytes }, defaultLimits);
    const why = diagnostics.some(({ severity }) => severity === "error");
    expect(tokens.length > 0 || why).toBe(true);
  });
});

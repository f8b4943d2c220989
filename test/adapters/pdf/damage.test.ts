import fc from "../../support/fast-check.ts";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { pdf } from "../../../src/adapters/pdf/index.ts";
import type { Reading } from "../../../src/model/index.ts";
import { LIMITS } from "./support.ts";

const original = new Uint8Array(readFileSync(new URL("fixtures/crossing-libreoffice.pdf", import.meta.url)));
const digits = ({ tokens }: Reading) =>
  tokens.map((token) => (token.kind === "cell" ? token.text.replace(/\D/g, "") : "")).join("|");

describe("damage", () => {
  it("never throws, and never changes a table's digits without a word", async () => {
    const whole = digits(await pdf.read({ name: "whole", bytes: original }, LIMITS));
    const change = fc.tuple(fc.nat(original.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 10 }), async (changes) => {
        const bytes = original.slice();
        for (const [at, value] of changes) bytes[at] = value;
        const reading = await pdf.read({ name: "damaged", bytes }, LIMITS);
        const silent =
          reading.diagnostics.length === 0 &&
          reading.tokens.every((token) => token.kind !== "cell" || token.doubt === undefined);
        if (silent) expect(digits(reading)).toBe(whole);
      }),
      { numRuns: 25, seed: 7 },
    );
  }, 60_000);
  it("marks every cell of a page whose content stream has a wrong checksum", async () => {
    const text = new TextDecoder("latin1").decode(original);
    const bytes = original.slice();
    // The last byte of the first stream: its Adler-32.
    bytes[text.indexOf("endstream") - 2]! ^= 0xff;
    const { tokens, diagnostics } = await pdf.read({ name: "damaged", bytes }, LIMITS);
    expect(diagnostics.map(({ rule, at }) => `${rule} ${at?.page}`)).toContain("pdf-stream-damaged 1");
    const doubtful = tokens.filter((token) => token.kind === "cell" && token.at.page === 1);
    expect(doubtful.every((token) => token.kind === "cell" && token.doubt?.kind === "unreadable")).toBe(true);
  });
});

import fc from "../../support/fast-check.ts";
import { describe, expect, it } from "vitest";
import { rtf } from "../../../src/adapters/rtf/index.ts";
import { defaultLimits } from "../../../src/index.ts";
import type { Reading } from "../../../src/model/index.ts";
import { sampleMisread, samplesOf } from "../../support/samples.ts";
import { printed, read } from "./print.ts";

const pieces = [
  ..."{{{}}}0a\\'\n;",
  ..."\\par \\cell \\row \\trowd \\cellx9 \\cellx-7 \\intbl \\itap2 \\itap99999 \\nestcell \\nestrow \\pard \\v \\v0 \\u19968? \\u-5 \\uc9 "
    .concat(
      "\\bin3 \\bin-3 \\* \\shptxt \\shp \\field \\fldinst \\fldrslt \\footnote \\upr \\ud \\fonttbl \\f0 \\f1 \\fcharset134 \\ls1 ",
    )
    .concat(
      "\\listtable \\listlevel \\leveltext \\listid1 \\listoverridetable \\stylesheet \\s1 \\sbasedon1 \\'81 \\'d2 \\info \\title \\pict",
    )
    .split(/(?<= )/),
];

describe("whatever the bytes", () => {
  it("ends typed on any bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (tail) => {
        const bytes = Uint8Array.of(...new TextEncoder().encode("{\\rtf1 "), ...tail);
        const { tokens, diagnostics } = rtf.read({ name: "a", bytes }, defaultLimits) as Reading;
        const refused = diagnostics.some(({ severity }) => severity === "error");
        return refused === (tokens.length === 0);
      }),
      { numRuns: 1000, seed: 17 },
    );
  });

  it("ends typed on any order of control words", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 60 }), (words) => {
        const { tokens, diagnostics } = read(`{\\rtf1 ${words.join("")}`);
        const refused = diagnostics.some(({ severity }) => severity === "error");
        return refused === (tokens.length === 0);
      }),
      { numRuns: 2000, seed: 18 },
    );
  });

  it("says when the file is cut short, but not when only its last bracket is missing", () => {
    expect(read("{\\rtf1 1\\par").diagnostics).toEqual([]);
    expect(read("{\\rtf1 1\\par{\\b 2").diagnostics.map(({ rule }) => rule)).toEqual(["truncated"]);
    expect(read("{\\rtf1 1\\par 2").diagnostics.map(({ rule }) => rule)).toEqual(["truncated"]);
  });

  it("stops at groups too deep and cells too many", () => {
    expect(printed("{".repeat(300))).toEqual(["! too-large depth 257 256"]);
    expect(printed(`\\trowd\\cellx1 ${"\\cell".repeat(200_001)}`)).toEqual([
      "! too-large cells 200001 200000",
    ]);
  });

  it("an empty document is said to be one", () => {
    expect(printed(" ")).toEqual(["! empty"]);
  });
});

describe.skipIf(samplesOf("rtf").length === 0)("samples (skipped without ../shared/samples)", () => {
  it.each(samplesOf("rtf"))("%s: all cells are right", async (name) => {
    const { adapter, cells, misread } = await sampleMisread("rtf", name);
    expect(adapter).toBe("rtf");
    expect(cells).toBeGreaterThan(180);
    expect(misread).toEqual([]);
  });
});

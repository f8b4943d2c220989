import fc from "./support/fast-check.ts";
import { describe, expect, it } from "vitest";
import { cellsOf, convert, numberOf } from "../src/index.ts";
import type { Conversion, Tables } from "../src/model/index.ts";
import { broken, findings, misread } from "./support/cells.ts";
import { brokenRules, drawReport, plain, renderings, tableIds } from "./support/factory/index.ts";
import type { DrawOptions, Rendering, ReportTruth } from "./support/factory/index.ts";

const texts = renderings.filter(({ extension }) => extension === "txt" || extension === "md");
const fused = (rendering: Rendering): boolean => rendering.id.startsWith("fused");
/** Four values under three columns, where a merged value is written out and header and body spans disagree: 9 9 0 0. */
const mayLeaveOpen = (rendering: Rendering): boolean => rendering.id === "markdown-pipe-repeated";
/** Without a border between cells an empty one cannot be seen. */
const losesBlanks = (rendering: Rendering): boolean => fused(rendering) || rendering.id === "cell-per-line";

const seed = fc.integer({ min: 1, max: 1_000_000 });

describe.each(texts.filter((rendering) => !fused(rendering)))("a report as $id", (rendering) => {
  const options: DrawOptions = { damage: 0, ...(losesBlanks(rendering) && { blanks: "none" }) };

  it("gives back every value", async () => {
    await fc.assert(
      fc.asyncProperty(seed, async (seed) => {
        const truth = drawReport(seed, options);
        const conversion = await converted(rendering, truth);
        const allowed = mayLeaveOpen(rendering) ? (["right", "missing-flagged"] as const) : undefined;
        expect(misread(truth.values, conversion, allowed)).toEqual([]);
        if (misread(truth.values, conversion).length === 0)
          expect(findings(conversion)).toEqual(broken(truth.plantedErrors));
      }),
      { ...runs, numRuns: 5 },
    );
  });

  it("with one digit changed differs in that cell and breaks the rules that the sums say", async () => {
    await fc.assert(
      fc.asyncProperty(seed, fc.nat(), fc.nat(), async (seed, cell, digit) => {
        const truth = drawReport(seed, { ...plain, ...(seed % 2 === 0 && { notations: 0.1 }) });
        const slipped = withSlip(truth, cell, digit);
        const [before, after] = [
          await converted(rendering, truth),
          await converted(rendering, slipped.truth),
        ];
        const [old, now] = [numbers(before.report!.tables), numbers(after.report!.tables)];
        expect(Object.keys(now).filter((path) => now[path] !== old[path])).toEqual([slipped.path]);
        expect(now[slipped.path]).toBe(slipped.truth.values[slipped.path]);
        const { values, layouts, claims } = slipped.truth;
        expect(findings(after)).toEqual(broken(brokenRules(values, layouts, claims)));
      }),
      { ...runs, numRuns: 4 },
    );
  });
});

describe.each(texts.filter(fused))("a report as $id", (rendering) => {
  it("gives back every value, or null and a flag where the digits can be cut in more than one way", async () => {
    await fc.assert(
      fc.asyncProperty(seed, async (seed) => {
        const truth = drawReport(seed, { damage: 0, blanks: "none" });
        const conversion = await converted(rendering, truth);
        expect(misread(truth.values, conversion, ["right", "missing-flagged"])).toEqual([]);
      }),
      { ...runs, numRuns: 12 },
    );
  });
});

/** A fixed seed: what fails, fails on every machine. `GONGKAI_SEED` looks elsewhere. */
const runs = { seed: Number(process.env["GONGKAI_SEED"] ?? 20), endOnFailure: true };

function converted(rendering: Rendering, truth: ReportTruth): Promise<Conversion> {
  return convert({ name: `report.${rendering.extension}`, bytes: rendering.render(truth) });
}

/** The report with one digit of one number another one. */
function withSlip(truth: ReportTruth, cell: number, digit: number): { truth: ReportTruth; path: string } {
  const paths = Object.keys(truth.raw).filter((path) => /\d/u.test(truth.raw[path]!));
  const path = paths[cell % paths.length]!;
  const raw = truth.raw[path]!;
  const at = raw.search(/\d(?!.*\d)/su);
  const other = String((Number(raw[at]) + 1 + (digit % 9)) % 10);
  const slipped = raw.slice(0, at) + other + raw.slice(at + 1);
  const tables = Object.fromEntries(
    tableIds.map((table) => [
      table,
      truth.tables[table].map((row) =>
        row.map((cell) => (cell.path === path ? { ...cell, text: slipped } : cell)),
      ),
    ]),
  ) as unknown as ReportTruth["tables"];
  return {
    truth: {
      ...truth,
      tables,
      values: { ...truth.values, [path]: Number(slipped.replace(/[^\d.-]/gu, "")) },
    },
    path,
  };
}

function numbers(tables: Tables): Record<string, number | null> {
  return Object.fromEntries(cellsOf({ tables }).map(({ path, value }) => [path, numberOf(value)]));
}

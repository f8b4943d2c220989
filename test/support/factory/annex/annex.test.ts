import { describe, expect, it } from "vitest";
import { drawArchive, layOut, placeCells, plantableBreaks, seeded } from "../index.ts";
import { annexForms, drawAnnexReport, plantableAnnexRules } from "./index.ts";

const seeds = Array.from({ length: 25 }, (_, index) => index * 7919 + 1);

describe.each(annexForms)("a drawn report of form %s", (form) => {
  it("is the same for the same seed, and another for another", () => {
    expect(drawAnnexReport(7, { form, varied: true })).toEqual(drawAnnexReport(7, { form, varied: true }));
    expect(drawAnnexReport(7, { form })).not.toEqual(drawAnnexReport(8, { form }));
  });

  it("breaks no rule unless one is planted, and then that one", () => {
    for (const seed of seeds) {
      expect(drawAnnexReport(seed, { form, varied: true, blanks: 0.2 }).plantedErrors).toEqual([]);
      for (const plant of plantableAnnexRules(form))
        expect(drawAnnexReport(seed, { form, plant }).plantedErrors.map(({ rule }) => rule)).toContain(plant);
    }
  });

  it("tiles its table and prints each figure of a list of different ones", () => {
    for (const seed of seeds) {
      const varied = layOut(drawAnnexReport(seed, { form, varied: true }));
      for (const block of varied) if (block.kind === "table") expect(() => placeCells(block)).not.toThrow();
      const truth = drawAnnexReport(seed, { form, fill: "unique" });
      const printed = truth.blocks.flatMap((block) =>
        block.kind === "table" ? block.rows.flat().map(({ text }) => text) : [],
      );
      for (const value of Object.values(truth.values)) expect(printed).toContain(String(value));
    }
  });
});

it("what must not add up does not, in most lists of 2014", () => {
  const truths = seeds.map((seed) => drawAnnexReport(seed, { form: "2014" }).values);
  const differ = (whole: string, parts: readonly string[]): number =>
    truths.filter(
      (values) => values[`annex.${whole}`] !== parts.reduce((sum, part) => sum + values[`annex.${part}`]!, 0),
    ).length;
  const channels = ["gazette", "website", "weibo", "wechat", "other"].map(
    (channel) => `proactive.byChannel.${channel}`,
  );
  expect(differ("proactive.total", channels)).toBeGreaterThan(12);
  expect(
    differ("proactive.total", [
      "proactive.normativeDocumentsDisclosed",
      "proactive.normativeDocumentsIssued",
    ]),
  ).toBeGreaterThan(12);
  expect(differ("applications.received.total", ["applications.closed.total"])).toBeGreaterThan(12);
});

describe("an archive", () => {
  it("is the same for the same seed: two to six years of one office, unbroken", () => {
    for (const seed of seeds) {
      const { reports, breaks } = drawArchive(seed);
      expect(breaks).toEqual([]);
      expect(reports.length).toBeLessThanOrEqual(6);
      expect(new Set(reports.map(({ issuer }) => issuer.replace(/人民|政府.*$/gu, ""))).size).toBe(1);
    }
    expect(drawArchive(3)).toEqual(drawArchive(3));
  });

  it.each(plantableBreaks)("breaks %s in one year where that is planted", (rule) => {
    for (const seed of seeds) {
      const { breaks } = drawArchive(seeded(seed).int(1, 1e6), rule);
      expect(new Set(breaks.filter((one) => one.rule === rule).map(({ year }) => year)).size).toBe(1);
    }
  });
});

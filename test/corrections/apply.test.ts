import { describe, expect, it } from "vitest";
import { convert, correct, flagsOf, templates, valueAt } from "../../src/index.ts";
import type { Conversion, Correction } from "../../src/model/index.ts";
import { company, correction, draft, draftWith, received } from "./drafts.ts";

const said = ({ diagnostics }: Conversion): string[] =>
  diagnostics
    .filter(({ rule }) => rule !== "layout-year-mismatch")
    .map(({ severity, rule }) => `${severity} ${rule}`);

const withCorrections = (...corrections: Correction[]) => convert(draft, { corrections });

describe("a corrected value", () => {
  it("is taken, keeps the text as printed, and the sums are checked again", async () => {
    const before = await convert(draft);
    expect(said(before).length).toBeGreaterThan(1);
    const after = await withCorrections(correction(draft, received, 17, 16));
    expect(valueAt(after.report!, received)).toBe(16);
    expect(after.evidence[received]).toEqual({ ...before.evidence[received], status: "corrected" });
    expect(after.evidence[received]!.raw).toBe("17");
    expect(said(after)).toEqual(["notice value-corrected"]);
    expect(flagsOf(after)(received)).toEqual({ severity: null, rules: [] });
  });

  it("is named by a notice in either language", async () => {
    const corrections = [correction(draft, received, 17, 16)];
    const words = async (language: "en" | "zh") =>
      (await convert(draft, { corrections, language })).diagnostics.find(
        ({ rule }) => rule === "value-corrected",
      )?.message;
    expect(await words("en")).toContain("corrected from 17 to 16 by 科员, 2024-01-20: 核对原件");
    expect(await words("zh")).toContain("由 科员 于 2024-01-20 从 17 更正为 16。理由：核对原件");
  });

  it("that breaks a sum is flagged by it", async () => {
    const clean = draftWith("", "");
    const after = await convert(clean, { corrections: [correction(clean, company, 8, 9)] });
    expect(flagsOf(after)(company).severity).toBe("error");
  });

  it("may be blank, and a blank one may be filled", async () => {
    const blank = await withCorrections(correction(draft, received, 17, null));
    expect(valueAt(blank.report!, received)).toBeNull();
    const gap = draftWith("| 3 | 3 | 2 | 16 |", "| 3 | 3 | 2 | |");
    const filled = await convert(gap, { corrections: [correction(gap, received, null, 16)] });
    expect(valueAt(filled.report!, received)).toBe(16);
    expect(said(filled)).toEqual(["notice value-corrected"]);
  });

  it("that could not be read has no error any more, others named with it keep theirs", async () => {
    const torn = draftWith("| 0 | 8 | 0 | 3 | 3 | 2 | 16 |", "| 0 | ？8 | 0 | 3 | ？3 | 2 | 16 |");
    const service = "/report/tables/applications/legalPerson/legalServiceInstitution/newlyReceived";
    const after = await convert(torn, { corrections: [correction(torn, company, null, 8)] });
    expect(flagsOf(after)(company).severity).toBeNull();
    expect(flagsOf(after)(service).severity).toBe("error");
  });

  it("may be a field", async () => {
    const after = await withCorrections(correction(draft, "/report/year", 2023, 2022));
    expect(after.report!.year).toBe(2022);
    expect(after.evidence["/report/year"]!.status).toBe("corrected");
  });

  it("goes on from an earlier correction, and the last one is told", async () => {
    const after = await withCorrections(
      correction(draft, received, 17, 18),
      correction(draft, received, 18, 16),
    );
    expect(valueAt(after.report!, received)).toBe(16);
    expect(said(after)).toEqual(["notice value-corrected"]);
  });

  it("converts an amount by the unit that is printed", async () => {
    const fee = "/report/tables/proactiveDisclosure/administrativeCharges/amount";
    const before = await convert(draft);
    const pointer = Object.keys(before.evidence).find((at) => before.evidence[at]!.yuan !== undefined) ?? fee;
    const after = await withCorrections(correction(draft, pointer, 305.93, 305.9));
    expect(after.evidence[pointer]).toMatchObject({ status: "corrected", yuan: 3_059_000 });
  });
});

describe("a confirmed value", () => {
  it("is kept, and what was found about it becomes a notice", async () => {
    const before = await convert(draft);
    const after = await withCorrections(correction(draft, received, 17));
    expect(valueAt(after.report!, received)).toBe(17);
    expect(after.evidence).toEqual(before.evidence);
    expect(
      after.diagnostics.filter(({ severity, path }) => severity !== "notice" && path === received),
    ).toEqual([]);
    expect(said(after)).toContain("notice value-confirmed");
    expect(after.diagnostics.length).toBe(before.diagnostics.length + 1);
    expect(flagsOf(after)(received).severity).toBeNull();
  });

  it("does not vouch for the other operands of a sum", async () => {
    const after = await withCorrections(correction(draft, company, 8));
    expect(flagsOf(after)(company).severity).toBeNull();
    expect(flagsOf(after)(received).severity).toBe("error");
  });
});

describe("a correction is refused, with a finding, and changes nothing", () => {
  const other = draftWith("16件。全年", "16件。本年");

  it.each<[string, Correction, string]>([
    [
      "made on other bytes of the file",
      correction({ ...draft, bytes: other.bytes }, received, 17, 16),
      "other-source",
    ],
    [
      "made on other bytes, named by the file alone",
      correction({ name: "report.md", bytes: other.bytes }, received, 17, 16),
      "other-source",
    ],
    ["made against another value", correction(draft, received, 15, 16), "other-value"],
    ["of a cell the form lacks", correction(draft, `${received}/more`, 17, 16), "no-such-value"],
    ["of the prototype", correction(draft, "/report/tables/__proto__/x", 17, 16), "no-such-value"],
    ["to what is no number", correction(draft, received, 17, "十六"), "not-a-value"],
    ["to what is no year", correction(draft, "/report/year", 2023, "二〇二二"), "not-a-value"],
  ])("%s", async (_, made, reason) => {
    const before = await convert(draft);
    const after = await withCorrections(made);
    expect(after.report).toEqual(before.report);
    expect(after.evidence).toEqual(before.evidence);
    const [refusal, ...more] = after.diagnostics.filter(({ rule }) => rule === "correction-refused");
    expect(refusal).toMatchObject({ severity: "warning", path: made.pointer, args: { reason } });
    expect(more).toEqual([]);
    expect(after.diagnostics.length).toBe(before.diagnostics.length + 1);
  });

  it("where there is no report", async () => {
    const empty = { name: "a.txt", bytes: new TextEncoder().encode("你好") };
    const after = await convert(empty, { corrections: [correction(empty, received, 17, 16)] });
    expect(said(after)).toContain("warning correction-refused");
  });
});

it("a correction of another document is passed over", async () => {
  const other = correction({ name: "other.md", bytes: new Uint8Array(1) }, received, 17, 16);
  expect(await withCorrections(other)).toEqual(await convert(draft));
});

it("a record read from its file is corrected as at once", async () => {
  const corrections = [correction(draft, received, 17, 16)];
  const stored = JSON.parse(JSON.stringify(await convert(draft))) as Conversion;
  expect(correct(stored, corrections, { templates })).toEqual(await convert(draft, { corrections }));
});

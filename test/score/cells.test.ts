import { describe, expect, it } from "vitest";
import { judgeCells } from "../../bench/score/cells.ts";
import { nothingKnown } from "../../bench/score/expected.ts";
import type { Expected } from "../../bench/score/expected.ts";
import { scoreDocument } from "../../bench/score/score.ts";
import type { Conversion, Diagnostic, Tables } from "../../src/model/index.ts";

const expected = (values: Expected["values"], more: Partial<Expected> = {}): Expected => ({
  ...nothingKnown,
  values,
  ...more,
});

const conversion = (tables: Tables | null, diagnostics: readonly Diagnostic[] = []): Conversion =>
  ({
    report: tables && { tables, sections: [], contact: {} },
    diagnostics,
    evidence: {},
    layouts: {},
  }) as unknown as Conversion;

const warning = (more: Partial<Diagnostic>): Diagnostic => ({ rule: "doubt", severity: "warning", ...more });
const verdicts = (
  values: Expected["values"],
  tables: Tables | null,
  ...diagnostics: Diagnostic[]
): string[] => judgeCells(expected(values), conversion(tables, diagnostics)).map(({ verdict }) => verdict);

describe("a cell", () => {
  it("is right where the values agree, blank included", () => {
    expect(verdicts({ "t.a": 1, "t.b": null }, { t: { a: 1, b: null } })).toEqual(["right", "right"]);
  });

  it("is wrong where a number differs or stands in a blank, zero included", () => {
    expect(verdicts({ "t.a": 1, "t.b": null }, { t: { a: 2, b: 0 } })).toEqual([
      "wrong-silent",
      "wrong-silent",
    ]);
  });

  it("is missing where the record has nothing", () => {
    expect(verdicts({ "t.a": 1, "t.b": 0 }, { t: { a: null } })).toEqual([
      "missing-silent",
      "missing-silent",
    ]);
  });

  it.each([
    ["its pointer", { path: "/report/tables/t/a" }],
    ["its table", { path: "/report/tables/t" }],
    ["all tables", { path: "/report/tables" }],
    ["an operand", { path: "/report/tables/u", paths: ["/report/tables/t/a"] }],
  ])("is flagged by %s", (_, named) => {
    expect(verdicts({ "t.a": 1 }, { t: { a: 2 } }, warning(named))).toEqual(["wrong-flagged"]);
  });

  it.each([
    ["a notice", { path: "/report/tables/t/a", severity: "notice" as const }],
    ["another cell whose name begins alike", { path: "/report/tables/t/ab" }],
    ["a finding about no cell", {}],
    ["the whole report", { path: "/report" }],
  ])("is not flagged by %s", (_, named) => {
    expect(verdicts({ "t.a": 1 }, { t: { a: 2 } }, warning(named))).toEqual(["wrong-silent"]);
  });

  it("is flagged when the document ended with an error, and only then", () => {
    expect(verdicts({ "t.a": 1 }, null, { rule: "encrypted", severity: "error" })).toEqual([
      "missing-flagged",
    ]);
    expect(verdicts({ "t.a": 1 }, null)).toEqual(["missing-silent"]);
  });

  it("that the report does not have counts when the record invents it, in known tables only", () => {
    const tables = { t: { a: 1, extra: 5 }, unknown: { b: 2 } };
    expect(verdicts({ "t.a": 1 }, tables)).toEqual(["right", "wrong-silent"]);
  });
});

describe("a planted error", () => {
  const rule = { rule: "t3-row-sum", path: "t.c", paths: ["t.c", "t.a", "t.b"] } as const;
  const tables = { t: { a: 1, b: 2, c: 4, d: 9 } };
  const values = { "t.a": 1, "t.b": 2, "t.c": 4, "t.d": 9 };
  const pointer = (key: string): string => `/report/tables/t/${key}`;
  const score = (...diagnostics: Diagnostic[]) => {
    const { planted, falseAlarms } = scoreDocument(
      expected(values, { broken: [rule] }),
      conversion(tables, diagnostics),
    );
    return { found: planted.map(({ found }) => found), falseAlarms: falseAlarms.length };
  };

  it("is found by its rule at its cell", () => {
    const finding: Diagnostic = {
      rule: "t3-row-sum",
      severity: "error",
      path: pointer("c"),
      paths: ["a", "b", "c"].map(pointer),
    };
    expect(score(finding)).toEqual({ found: [true], falseAlarms: 0 });
  });

  it("is not found by another rule or elsewhere, which is a false alarm", () => {
    expect(score({ rule: "t3-balance", severity: "error", path: pointer("c") })).toEqual({
      found: [false],
      falseAlarms: 1,
    });
    expect(score({ rule: "t3-row-sum", severity: "error", path: pointer("d") })).toEqual({
      found: [false],
      falseAlarms: 1,
    });
  });

  it("a finding on a misread cell is no false alarm", () => {
    const misread = conversion({ t: { ...tables.t, d: 8 } }, [
      { rule: "t3-row-sum", severity: "error", path: pointer("d") },
    ]);
    expect(scoreDocument(expected(values, { broken: [] }), misread).falseAlarms).toEqual([]);
  });
});

describe("metadata and sections", () => {
  it("compare with white space aside, and a signature may stand below the last section", () => {
    const report = {
      title: "甲乡 2020年\n报告",
      contact: {},
      tables: {},
      sections: [{ number: 6, title: "六、其他", paragraphs: ["无 他。", "甲乡"], headings: [] }],
    };
    const truth = expected(
      {},
      {
        fields: { title: "甲乡2020年报告", year: 2020 },
        sections: [{ number: 6, title: "六、其他", paragraphs: ["无他。"], headings: [] }],
        signature: ["甲乡"],
      },
    );
    const { fields, sections } = scoreDocument(truth, { ...conversion({}), report } as unknown as Conversion);
    expect(fields.map(({ name, right }) => [name, right])).toEqual([
      ["title", true],
      ["year", false],
    ]);
    expect(sections.map(({ right }) => right)).toEqual([true]);
  });
});

import { describe, expect, it } from "vitest";
import { finding, formFinding } from "../../src/findings/finding.ts";
import { defineRules } from "../../src/findings/entry.ts";

describe("a finding", () => {
  it("has its rule's severity and leaves out what is not known", () => {
    expect(finding("row-missing", { paths: ["/report/tables/t/a"], args: { label: "规章" } })).toEqual({
      rule: "row-missing",
      severity: "error",
      paths: ["/report/tables/t/a"],
      args: { label: "规章" },
    });
    expect(finding("nonneg", { path: "/report/tables/t/a", at: undefined, actual: -1 })).toEqual({
      rule: "nonneg",
      severity: "error",
      path: "/report/tables/t/a",
      actual: -1,
    });
    expect(
      finding("label-fuzzy", { args: { label: "规章", printed: "规竟", basis: undefined } }).args,
    ).toEqual({
      label: "规章",
      printed: "规竟",
    });
  });

  it("may be milder where its rule says so", () => {
    const args = { label: "栏次", title: "表一" };
    expect(finding("extra-row", { args }).severity).toBe("warning");
    expect(finding("extra-row", { severity: "notice", args }).severity).toBe("notice");
  });

  it("does not compile with a rule of no name, a wrong, a missing or a superfluous argument", () => {
    const made = () => [
      // @ts-expect-error no such rule
      finding("no-such-rule"),
      // @ts-expect-error without its label
      finding("row-missing"),
      // @ts-expect-error without its label
      finding("row-missing", { path: "/report" }),
      // @ts-expect-error a label is text
      finding("row-missing", { args: { label: 3 } }),
      // @ts-expect-error no argument of this rule
      finding("row-missing", { args: { label: "规章", rows: 3 } }),
      // @ts-expect-error its words name the value found
      finding("nonneg", { path: "/report" }),
      // @ts-expect-error no rule's milder severity
      finding("row-missing", { severity: "notice", args: { label: "规章" } }),
      // @ts-expect-error it takes none
      finding("not-a-report", { args: { label: "规章" } }),
    ];
    expect(made).toBeTypeOf("function");
  });

  it("does not compile where a sentence names what its rule does not carry, or a language has none", () => {
    const both = { en: "A", zh: "甲" };
    const said = { about: both, means: both, todo: both };
    const defined = () => [
      // @ts-expect-error {label} is no argument
      defineRules({ a: { severity: "error", en: "{label}", zh: "{label}", ...said } }),
      // @ts-expect-error no Chinese words
      defineRules({ a: { severity: "error", en: "A", ...said } }),
    ];
    expect(defined).toBeTypeOf("function");
  });

  it("of a form has the form's id and severity", () => {
    const rule = {
      id: "own-sum",
      severity: "warning",
      table: "t",
      each: "once",
      expression: "a == b",
    } as const;
    const relation = {
      within: "",
      expression: "a == b",
      left: { sum: 1, terms: [] },
      operator: "==",
      right: { sum: 2, terms: [] },
    } as const;
    expect(formFinding(rule, { path: "/report/tables/t/b", relation })).toMatchObject({
      rule: "own-sum",
      severity: "warning",
      args: { left: 1, right: 2, operator: "==" },
      relation,
    });
  });
});

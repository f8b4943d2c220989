import { expect, test } from "vitest";
import { flagsOf } from "../../src/index.ts";
import type { Conversion, Diagnostic } from "../../src/model/index.ts";

const report = {} as Conversion["report"];
const cell = "/report/tables/t/total/a";
const flag = (at: string, ...diagnostics: Diagnostic[]) => flagsOf({ report, diagnostics })(at);
const doubt = (path: string, more: Partial<Diagnostic> = {}): Diagnostic => ({
  rule: "doubt",
  severity: "warning",
  path,
  ...more,
});

test.each(["/report/tables", "/report/tables/t", "/report/tables/t/total", cell])(
  "a cell is flagged by a warning at %s",
  (path) => {
    expect(flag(cell, doubt(path))).toEqual({ severity: "warning", rules: ["doubt"] });
    expect(flag(cell, { rule: "doubt", severity: "warning", paths: [path] }).severity).toBe("warning");
  },
);

test.each(["/report", "/report/tables/t/tot", "/report/tables/t/total/a/b", "/report/tables/t/total/b"])(
  "a cell is not flagged by a warning at %s",
  (path) => {
    expect(flag(cell, doubt(path))).toEqual({ severity: null, rules: [] });
  },
);

test("a field is flagged by what is said of the report, not of its tables", () => {
  expect(flag("/report/year", doubt("/report")).severity).toBe("warning");
  expect(flag("/report/year", doubt("/report/tables")).severity).toBe(null);
  expect(flag("/report/contact/fax", doubt("/report/contact")).severity).toBe("warning");
});

test("the worst counts, rules stand once, errors first; a notice is no doubt", () => {
  const severe = doubt("/report/tables/t", { rule: "sum", severity: "error" });
  expect(flag(cell, doubt(cell), doubt(cell), severe)).toEqual({
    severity: "error",
    rules: ["sum", "doubt"],
  });
  expect(flag(cell, doubt(cell, { severity: "notice" })).severity).toBe(null);
});

test("without a report every pointer is flagged by its errors", () => {
  const diagnostics = [{ rule: "empty", severity: "error" }] as const;
  expect(flagsOf({ report: null, diagnostics })(cell)).toEqual({ severity: "error", rules: ["empty"] });
});

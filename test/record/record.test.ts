import { expect, test } from "vitest";
import { cellsOf, tableOf, valueAt } from "../../src/index.ts";

const report = { tables: { t: { total: { a: 1, b: null } }, u: { c: 0 } } };

test("a value by its path or its pointer; blank is null, what is not there is undefined", () => {
  expect(valueAt(report, "t.total.a")).toBe(1);
  expect(valueAt(report, "/report/tables/t/total/b")).toBe(null);
  expect(valueAt(report, "u.c")).toBe(0);
  expect(
    ["t.total.z", "t.total", "t.total.a.b", "t.toString", ""].map((path) => valueAt(report, path)),
  ).toEqual([undefined, undefined, undefined, undefined, undefined]);
});

test("a table or a part of one", () => {
  expect(tableOf(report, "t.total")).toEqual({ a: 1, b: null });
  expect(tableOf(report, "u")).toEqual({ c: 0 });
  expect([tableOf(report, "u.c"), tableOf(report, "v")]).toEqual([undefined, undefined]);
});

test("every cell in order", () => {
  expect(cellsOf(report).map(({ path, pointer, value }) => [path, pointer, value])).toEqual([
    ["t.total.a", "/report/tables/t/total/a", 1],
    ["t.total.b", "/report/tables/t/total/b", null],
    ["u.c", "/report/tables/u/c", 0],
  ]);
});

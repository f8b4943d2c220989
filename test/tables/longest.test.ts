import { describe, expect, it } from "vitest";
import { withinColumns } from "../../src/tables/longest.ts";

/** Rows as `label|value|value`; `?` before the row that is doubtful. */
function read(...rows: readonly string[]): readonly string[] {
  const cells = rows.map((row) => row.split("|").map((text) => ({ text, at: { line: 1 } })));
  return withinColumns(cells).map(
    (row) => (row.some(({ doubt }) => doubt) ? "?" : "") + row.map(({ text }) => text).join("|"),
  );
}

const others = ["甲|1|2", "乙|3|4", "丙|5|6"];

describe("a row of more values than all others", () => {
  it.each([
    ["丁|7|8||", "丁|7|8"],
    ["丁|7|8|-|", "?丁|7|8 -"],
    ["丁|0|0|0", "?丁|0|0 0"],
    ["丁||7|8", "?丁||7 8"],
    ["组|丁|7|8|/", "?组|丁|7|8 /"],
  ])("%s is %s", (row, expected) => {
    expect(read(...others, row)).toEqual([...others, expected]);
  });

  it("is of a table with merged cells where others are as long, few tell its columns, or it has many more", () => {
    for (const rows of [
      [...others, "丁|7|8|9", "戊|7|8|9"],
      ["甲|1|2", "乙|3|4", "丁|7|8|9"],
      [...others, "丁|7|8|9|10|11"],
    ])
      expect(read(...rows)).toEqual(rows);
  });

  it("may end in words", () => {
    const rows = [...others, "丁|7|8|其中修订1件"];
    expect(read(...rows)).toEqual(rows);
  });

  it("is none where it has no label: the columns are numbered", () => {
    const rows = [...others, "1|2|3"];
    expect(read(...rows)).toEqual(rows);
  });
});

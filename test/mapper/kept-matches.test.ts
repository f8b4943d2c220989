import { describe, expect, it } from "vitest";
import type { KnownBlock } from "../../src/mapper/form/known.ts";
import type { HeaderMatch } from "../../src/mapper/match/header/header-match.ts";
import { keepingMatches } from "../../src/mapper/match/header/kept-matches.ts";
import type { FormHeader, HeaderColumn } from "../../src/mapper/rows/form-row.ts";

const [block, other] = [{}, {}] as KnownBlock[];

function header(...leaves: readonly string[]): FormHeader {
  const columns = leaves.map((leaf, at) => ({
    column: at + 1,
    columnSpan: 1,
    text: leaf,
    leaf,
    texts: [leaf],
  }));
  return { columns, foreign: false };
}

function match(columns: readonly (HeaderColumn | null)[], beside: readonly HeaderColumn[]): HeaderMatch {
  const flags = { reordered: false, crossed: false, foreign: false };
  return { columns, matched: columns.length, ...flags, beside, odd: [], others: [], added: [] };
}

/** Takes the second column of each header, and counts how often it is asked. */
function counted(labels: ReadonlySet<string> = new Set(), year: number | null = 2021) {
  const asked: FormHeader[] = [];
  const find = keepingMatches(labels, year, (one) => {
    asked.push(one);
    return one.columns.length < 2 ? null : match([one.columns[1]!, null], [one.columns[0]!]);
  });
  return { find, asked };
}

describe("the match of headings that read the same", () => {
  it("is worked out once for all documents, and has the columns of each", () => {
    const labels = new Set(["数量"]);
    const [first, second] = [counted(labels), counted(labels)];
    first.find(header("项目", "数量"), block!);
    const own = header("项目", "数量");
    const found = second.find(own, block!)!;
    expect(second.asked).toEqual([]);
    expect(found.columns[0]).toBe(own.columns[1]);
    expect(found.columns[1]).toBeNull();
    expect(found.beside[0]).toBe(own.columns[0]);
    expect(found.matched).toBe(2);
  });

  it("is kept where there is none, too", () => {
    const labels = new Set(["数量"]);
    counted(labels).find(header("数量"), block!);
    const again = counted(labels);
    expect(again.find(header("数量"), block!)).toBeNull();
    expect(again.asked).toEqual([]);
  });

  it.each([
    ["texts", header("项目", "金额"), block, 2021],
    ["places", { ...header("项目", "数量"), foreign: true }, block, 2021],
    ["block", header("项目", "数量"), other, 2021],
    ["year", header("项目", "数量"), block, 2022],
  ] as const)("is worked out anew for another %s", (_, printed, within, year) => {
    const labels = new Set(["数量"]);
    counted(labels).find(header("项目", "数量"), block!);
    const again = counted(labels, year);
    again.find(printed, within!);
    expect(again.asked).toEqual([printed]);
  });

  it("is worked out anew where the same characters are parted otherwise", () => {
    const labels = new Set(["数量"]);
    const [column] = header("项目").columns;
    const parted = (...texts: readonly string[]) => ({ columns: [{ ...column!, texts }], foreign: false });
    counted(labels).find(parted("项\t目"), block!);
    const again = counted(labels);
    again.find(parted("项", "目"), block!);
    expect(again.asked).toHaveLength(1);
  });

  it("is worked out anew where a column was made for it, or the headings are long", () => {
    const labels = new Set<string>();
    let asked = 0;
    const made = () => {
      asked += 1;
      return match(header("数").columns, []);
    };
    for (const text of ["数", "数", "长".repeat(1100), "长".repeat(1100)])
      keepingMatches(labels, null, made)(header(text), block!);
    expect(asked).toBe(4);
  });
});

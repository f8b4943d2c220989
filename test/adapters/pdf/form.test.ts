import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { pdf } from "../../../src/adapters/pdf/index.ts";
import { LIMITS, gridsOf } from "./support.ts";

const fixtures = new URL("fixtures/", import.meta.url);
const names = readdirSync(fixtures)
  .filter((name) => name.endsWith(".json"))
  .map((name) => name.slice(0, -5));

type Plain = readonly (readonly [text: string, rowSpan: number, columnSpan: number])[];

describe("the form with 198 different numbers", () => {
  it.each(names)("%s: every number under its full row and column labels", async (name) => {
    const tables = JSON.parse(
      readFileSync(new URL(`${name}.json`, fixtures), "utf8"),
    ) as readonly (readonly Plain[])[];
    const bytes = new Uint8Array(readFileSync(new URL(`${name}.pdf`, fixtures)));
    const { tokens, diagnostics } = await pdf.read({ name: `${name}.pdf`, bytes }, LIMITS);
    // Alignment is a guess, however good, and says so.
    expect(diagnostics.map(({ rule }) => rule)).toEqual(
      name.startsWith("no-borders") ? tables.map(() => "pdf-table-unruled") : [],
    );
    const read = gridsOf(tokens).map((rows) =>
      rows.map((row) => row.map((cell) => [cell.text, cell.rowSpan, cell.colSpan] as const)),
    );
    expect(read.map(drawn)).toEqual(tables.map(drawn));
  });
});

/** `labels to the left / labels of the header block above: number`, for each number. */
function drawn(rows: readonly Plain[]): string[] {
  const grid: string[][] = rows.map(() => []);
  for (const [y, row] of rows.entries()) {
    let x = 0;
    for (const [text, rowSpan, columnSpan] of row) {
      while (grid[y]![x] !== undefined) x++;
      for (let i = 0; i < rowSpan; i++)
        for (let j = 0; j < columnSpan; j++) grid[y + i]![x + j] = text.replace(/\s/g, "");
    }
  }
  const isLabel = (text: string) => !/^\d*$/.test(text);
  const numbers = new Map<string, string>();
  for (const [y, row] of grid.entries())
    for (const [x, text] of row.entries()) {
      if (text === "" || isLabel(text) || numbers.has(text)) continue;
      const left = row.slice(0, x).filter(isLabel);
      const above: string[] = [];
      for (let up = y - 1; up >= 0 && !(above.length > 0 && !isLabel(grid[up]![x]!)); up--)
        if (isLabel(grid[up]![x]!)) above.unshift(grid[up]![x]!);
      numbers.set(text, `${[...new Set(left)].join(" > ")} / ${[...new Set(above)].join(" > ")}`);
    }
  return [...numbers].map(([number, labels]) => `${labels}: ${number}`);
}

import { describe, expect, it } from "vitest";
import { adapters, detect } from "../../src/adapters/index.ts";
import { defaultLimits } from "../../src/index.ts";
import type { Grid, Reading } from "../../src/model/index.ts";
import { rebuild } from "../../src/tables/index.ts";
import { anyNumbers, anyTable, blocksOf, written } from "../support/any-table.ts";
import { renderCsv } from "../support/factory/index.ts";
import fc from "../support/fast-check.ts";
import { mutant } from "../support/mutate.ts";

const read = async (id: string, bytes: Uint8Array): Promise<Reading> =>
  adapters.find((one) => one.id === id)!.read({ name: "a", bytes }, defaultLimits);

function gridOf({ tokens }: Reading): Grid {
  const grids = rebuild(tokens).flatMap((block) => (block.kind === "grid" ? [block.grid] : []));
  expect(grids).toHaveLength(1);
  return grids[0]!;
}

describe.each(Object.keys(written))("%s", (id) => {
  it("gives back every value of any table where it stood, and doubts none", async () => {
    await fc.assert(
      fc.asyncProperty(anyTable, async (table) => {
        const bytes = written[id]!(blocksOf(table));
        expect(detect({ name: "a", bytes })?.id).toBe(id);
        const reading = await read(id, bytes);
        expect(reading.diagnostics).toEqual([]);
        const found = gridOf(reading).cells.map(({ row, column, rowSpan, columnSpan, text, doubt }) => ({
          ...{ row, column, rowSpan, colSpan: columnSpan, text },
          ...(doubt && { doubt }),
        }));
        expect(found).toEqual(table.cells);
      }),
      { numRuns: 8 },
    );
  });
});

// Values that commas part have no merged cells, and a line of one value is a paragraph.
describe("csv", () => {
  it("gives back every number of any table where it stood", async () => {
    await fc.assert(
      fc.asyncProperty(anyNumbers, async (table) => {
        const found = gridOf(await read("csv", renderCsv(blocksOf(table)))).cells;
        const placed = ({ row, column, text }: { row: number; column: number; text: string }) => [
          row,
          column,
          text,
        ];
        expect(found.map(placed)).toEqual(table.cells.map(placed));
      }),
      { numRuns: 20 },
    );
  });
});

const everyFormat = { ...written, csv: renderCsv };
describe.each(Object.entries(everyFormat))("%s whose bytes are changed, moved or cut off", (id, write) => {
  it("ends in tokens or in one refusal that says why", async () => {
    const draws = fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), {
      minLength: 16,
      maxLength: 16,
    });
    await fc.assert(
      fc.asyncProperty(anyNumbers, draws, async (table, draw) => {
        let at = 0;
        const below = (limit: number): number => Math.floor(draw[at++ % draw.length]! * limit);
        const { tokens, diagnostics } = await read(id, mutant(write(blocksOf(table)), below));
        const refusals = diagnostics.filter(({ severity }) => severity === "error");
        expect(refusals.length).toBe(tokens.length > 0 ? 0 : 1);
      }),
      { numRuns: 15 },
    );
  });
});

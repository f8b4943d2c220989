import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { hasShared, shared } from "../support/shared.ts";
import { blocksOf } from "./text.ts";

interface FormCell {
  readonly t: string;
  readonly rs: number;
  readonly cs: number;
  readonly role: string;
}
interface FormTable {
  readonly id: string;
  readonly grid: readonly (readonly FormCell[])[];
  readonly flatRows?: readonly (readonly string[])[];
}

const forms = hasShared
  ? (JSON.parse(readFileSync(join(shared, "templates.json"), "utf8")) as {
      families: { tables: FormTable[] }[];
    })
  : { families: [] };
const tables = forms.families.flatMap((family) => family.tables).filter((table) => table.flatRows);

describe.skipIf(!hasShared)(
  "the statutory tables from text that has lost every span (skipped without ../shared)",
  () => {
    it.each(tables.map((table) => [table.id, table] as const))(
      "%s: every merged region is found again",
      (_, table) => {
        const text = flat(table)
          .map((row) => row.map((cell) => `\t${cell}`).join("\n"))
          .join("\n\n");
        const [block] = blocksOf(text);
        expect(block?.kind).toBe("grid");
        if (block?.kind !== "grid") return;
        const spans = block.grid.cells.map((cell) => `${cell.text} ${cell.rowSpan}×${cell.columnSpan}`);
        expect(spans).toEqual(placed(table).map(({ text: printed, rs, cs }) => `${printed} ${rs}×${cs}`));
      },
    );
  },
);

/** Rows as the text shows them: a vertical merge repeats as an empty cell, a horizontal one vanishes; every value is 0. */
function flat(table: FormTable): string[][] {
  const order = new Map<number, { column: number; text: string }[]>();
  for (const cell of placed(table)) {
    for (let row = 0; row < cell.rs; row++)
      order.set(cell.row + row, [
        ...(order.get(cell.row + row) ?? []),
        { column: cell.column, text: row === 0 ? cell.text : "" },
      ]);
  }
  return [...order.keys()]
    .sort((a, b) => a - b)
    .map((row) =>
      order
        .get(row)!
        .sort((a, b) => a.column - b.column)
        .map(({ text }) => text),
    );
}

function placed(table: FormTable): { row: number; column: number; text: string; rs: number; cs: number }[] {
  const taken = new Set<string>();
  return table.grid.flatMap((cells, row) => {
    let column = 0;
    return cells.map((cell) => {
      while (taken.has(`${row}:${column}`)) column += 1;
      const at = { row, column, text: cell.role === "value" ? "0" : cell.t, rs: cell.rs, cs: cell.cs };
      for (let r = 0; r < cell.rs; r++)
        for (let c = 0; c < cell.cs; c++) taken.add(`${row + r}:${column + c}`);
      return at;
    });
  });
}

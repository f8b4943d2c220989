import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { pdf } from "../../../src/adapters/pdf/index.ts";
import type { Token } from "../../../src/model/index.ts";
import { LIMITS, gridsOf } from "./support.ts";

const shared = new URL("../../../../shared/", import.meta.url);
const present = existsSync(new URL("corpus/2024-huaian/report.pdf", shared));

interface TemplateCell {
  readonly path?: string;
  readonly role: string;
}
interface Family {
  readonly id: string;
  readonly tables: readonly { readonly id: string; readonly grid?: readonly (readonly TemplateCell[])[] }[];
}

describe.skipIf(!present)("real reports (skipped without ../shared/corpus)", () => {
  for (const { folder, layouts } of [
    { folder: "2024-huaian", layouts: ["f4.t2", "f4.t3", "f4.t4"] },
    { folder: "2024-hongze", layouts: ["f4.t2", "f3.t3", "f3.t4"] },
  ])
    it(`${folder}: every value cell equals the truth, in template order`, async () => {
      const { families } = JSON.parse(readFileSync(new URL("templates.json", shared), "utf8")) as {
        families: readonly Family[];
      };
      const truth = JSON.parse(readFileSync(new URL(`corpus/${folder}/truth.json`, shared), "utf8")) as {
        values: Record<string, number | null>;
      };
      const bytes = new Uint8Array(readFileSync(new URL(`corpus/${folder}/report.pdf`, shared)));
      const { tokens, diagnostics } = await pdf.read({ name: "report.pdf", bytes }, LIMITS);
      expect(diagnostics).toEqual([]);
      const grids = gridsOf(tokens);
      expect(grids).toHaveLength(layouts.length);
      for (const [index, layout] of layouts.entries()) {
        const grid = families.flatMap((family) => family.tables).find((table) => table.id === layout)!.grid!;
        const expected = grid
          .map((row) =>
            row.filter((cell) => cell.role === "value").map((cell) => truth.values[cell.path!] ?? null),
          )
          .filter((row) => row.length > 0);
        expect(grids[index]!.map(valuesOf).filter((row) => row.length > 0)).toEqual(expected);
        expect(grids[index]!.flat().filter((cell) => cell.doubt !== undefined)).toEqual([]);
      }
    });
});

function valuesOf(row: readonly Extract<Token, { kind: "cell" }>[]): number[] {
  return row.filter((cell) => /^[\d.]+$/.test(cell.text)).map((cell) => Number(cell.text));
}

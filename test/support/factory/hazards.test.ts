import { describe, expect, it } from "vitest";
import { judgeCells } from "../../../bench/score/cells.ts";
import { expectedOf } from "../../../bench/score/expected.ts";
import { convert } from "../../../src/index.ts";
import { annexForms, drawAnnexReport, drawReport, hazards, plain, renderings, withHazard } from "./index.ts";
import type { Truth } from "./index.ts";

const kinds = renderings.filter(({ id }) =>
  ["html", "docx-wps", "tabbed", "markdown-pipe", "aligned"].includes(id),
);
const seeds = [1, 2, 3, 4];

function drawn(id: string, seed: number): Truth {
  return ["two-halves", "number-before-zeros"].includes(id) || seed % 5 === 4
    ? drawAnnexReport(seed, { form: annexForms[seed % annexForms.length]! })
    : drawReport(seed, { ...plain, year: 2019 + (seed % 7) });
}

/** Cells without a finding that are wrong, missing, or given although the document leaves them open. */
async function silentCells(id: string): Promise<{ documents: number; silent: readonly string[] }> {
  const silent: string[] = [];
  let documents = 0;
  for (const seed of seeds) {
    const truth = withHazard(drawn(id, seed), id, seed);
    if (!truth) continue;
    // Each kind meets half of the seeds, and each seed half of the kinds.
    for (const { render, extension, id: kind } of kinds.filter((_, at) => (at + seed) % 2 === 0)) {
      documents += 1;
      const conversion = await convert({ name: `report.${extension}`, bytes: render(truth) });
      for (const { verdict, path } of judgeCells(expectedOf(truth, {}, false), conversion))
        if (verdict.endsWith("silent")) silent.push(`${kind} ${seed} ${path} ${verdict}`);
    }
  }
  return { documents, silent };
}

describe("hazards", () => {
  it.each(Object.keys(hazards))("%s: no cell is wrong in silence", async (id) => {
    const { documents, silent } = await silentCells(id);
    expect(documents).toBeGreaterThan(0);
    expect(silent).toEqual([]);
  });
});

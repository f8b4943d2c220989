import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { recordsOfCells } from "../../../src/batch/dataset/cells.ts";
import type { Conversion, Template } from "../../../src/index.ts";
import { write } from "../../../src/writers/index.ts";
import { csv } from "../../../src/writers/tables/csv.ts";

/** The tables of a conversion as they come back from its table of cells. */
export async function throughCells(
  conversion: Conversion,
  templates: readonly Template[],
): Promise<readonly unknown[]> {
  const folder = mkdtempSync(join(tmpdir(), "gongkai-cells-"));
  try {
    const file = join(folder, "cells.csv");
    writeFileSync(file, write(csv, [conversion], templates));
    const { name, sha256 } = conversion.source;
    const layouts = Object.entries(conversion.layouts)
      .map((pair) => pair.join("="))
      .join(" ");
    const ledger = new Map([[sha256, { name, sha256, layouts } as never]]);
    const back = [];
    for await (const one of recordsOfCells(file, ledger, templates)) back.push(one.report?.tables);
    return back;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

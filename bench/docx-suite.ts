/**
 * Accuracy on other projects' DOCX test documents (../shared/suites/docx): tables equal, cell for cell, to those two of
 * three independent readers agree on. Run: npx tsx bench/docx-suite.ts
 */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { docx } from "../src/adapters/docx/index.ts";
import { compareTables, grids } from "../test/adapters/docx/grids.ts";

const folder = new URL("../../shared/suites/docx/", import.meta.url);
const limits = {
  maximumBytes: 1e8,
  maximumInflatedBytes: 2e8,
  maximumPages: 2000,
  maximumCells: 500_000,
  maximumDepth: 256,
};

if (!existsSync(folder)) console.log("The suites are not here: nothing measured.");
else {
  let expectedTables = 0;
  let equal = 0;
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".docx"))) {
    const consensus = new URL(`${file}.consensus.json`, folder);
    const { tokens } = await docx.read({ name: file, bytes: readFileSync(new URL(file, folder)) }, limits);
    const ours = grids(tokens);
    if (!existsSync(consensus)) {
      console.log(`     -  ${file}: ${ours.length} tables, no agreement to compare with`);
      continue;
    }
    const { tables } = JSON.parse(readFileSync(consensus, "utf8")) as { tables: string[][][] };
    const differences = compareTables(tables, ours);
    expectedTables += tables.length;
    equal += tables.length - differences.length;
    console.log(`${String(tables.length - differences.length).padStart(3)}/${tables.length}  ${file}`);
    for (const { table, difference } of differences) console.log(`        table ${table}: ${difference}`);
  }
  console.log(`tables equal: ${equal} of ${expectedTables}`);
}

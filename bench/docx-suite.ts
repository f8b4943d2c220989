/**
 * Accuracy on other projects' DOCX test documents (../shared/suites/docx): how many tables equal, cell for cell, those
 * on which two of three independent readers agree.
 * Run: npx tsx bench/docx-suite.ts
 */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { docx } from "../src/adapters/docx/index.ts";
import { consensusDifferences } from "../test/adapters/docx/differences.ts";
import { compareTables, grids } from "../test/adapters/docx/grids.ts";
import { mammothGrids } from "../test/adapters/docx/mammoth.ts";

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
  const score = { tables: 0, equal: 0, named: 0, mammoth: 0 };
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".docx"))) {
    const consensus = new URL(`${file}.consensus.json`, folder);
    const bytes = readFileSync(new URL(file, folder));
    const { tokens } = await docx.read({ name: file, bytes }, limits);
    const ours = grids(tokens);
    if (!existsSync(consensus)) {
      console.log(`     -  ${file}: ${ours.length} tables, no agreement to compare with`);
      continue;
    }
    const { tables } = JSON.parse(readFileSync(consensus, "utf8")) as { tables: string[][][] };
    const differences = compareTables(tables, ours);
    score.tables += tables.length;
    score.equal += tables.length - differences.length;
    score.mammoth += tables.length - compareTables(tables, await mammothGrids(bytes)).length;
    console.log(`${String(tables.length - differences.length).padStart(3)}/${tables.length}  ${file}`);
    for (const { table, difference } of differences) {
      const reason = consensusDifferences[`${file} ${table}`];
      if (reason !== undefined) score.named++;
      console.log(`        table ${table}: ${reason ?? `UNEXPLAINED ${difference}`}`);
    }
  }
  const { tables, equal, named, mammoth } = score;
  console.log(
    `tables: ${tables}; equal: ${equal}; otherwise for a named reason: ${named}; wrong: ${tables - equal - named}`,
  );
  console.log(`mammoth, compared the same way: ${mammoth} equal`);
}

/**
 * Structure of tables in other projects' documents, read in place from ../shared/suites: adjacency F1 (each text with its
 * nearest neighbours), beside what other tools reach. `npx tsx bench/pdf-tables/main.ts [-v]`
 */
import { existsSync, readFileSync } from "node:fs";
import { pdf } from "../../src/adapters/pdf/index.ts";
import { defaultLimits } from "../../src/limits.ts";
import type { Cell, Score } from "./relations.ts";
import { common, f1, relations, sum, tablesOf } from "./relations.ts";
import { camelotRuled, camelotUnruled, icdar, tabula } from "./suites.ts";
import type { Case } from "./suites.ts";

/**
 * Measured once with one scorer over all 67 documents of ICDAR 2013, EU and US; our figures are for the EU documents
 * alone.
 */
const BASELINES: readonly (readonly [string, number])[] = [
  ["liteparse", 0.815],
  ["camelot network", 0.78],
  ["tabula stream", 0.635],
  ["opendataloader", 0.405],
  ["pdfplumber", 0.385],
  ["camelot lattice", 0.274],
];

const verbose = process.argv.includes("-v");
const suites = new URL("../../../shared/suites/", import.meta.url).pathname;
if (!existsSync(suites)) {
  console.log("no documents: ../shared/suites is absent");
  process.exit(0);
}

// Whole documents are scored: every table must be found, and nothing that is not a table.
print("ICDAR 2013 EU", await scored(icdar(`${suites}icdar2013-eu`), whole));
for (const [tool, score] of BASELINES) console.log(`  ${tool.padEnd(24)} ${score.toFixed(3)}`);
// Their files hold some of a document's tables, with a merged cell's text in its first place: the score is how much of
// them is in ours.
print("camelot, ruled", await scored(camelotRuled(`${suites}camelot`), anywhere));
print("camelot, without rules", await scored(camelotUnruled(`${suites}camelot`), anywhere));
print("tabula", await scored(tabula(`${suites}tabula`), anywhere));

async function scored(
  cases: readonly Case[],
  score: (truth: Case["tables"], found: readonly (readonly Cell[])[]) => Score,
): Promise<Score[]> {
  const scores: Score[] = [];
  for (const one of cases) {
    const bytes = new Uint8Array(readFileSync(one.pdf));
    const { tokens, diagnostics } = await pdf.read({ name: one.pdf, bytes }, defaultLimits);
    const found = tablesOf(tokens);
    scores.push(score(one.tables, found));
    if (verbose)
      console.log(
        `    ${one.pdf.slice(suites.length).padEnd(48)} ${figures(scores.at(-1)!)}  tables ${one.tables.length} / ${found.length}  ${[...new Set(diagnostics.map(({ rule }) => rule))].join(" ")}`,
      );
  }
  return scores;
}

function whole(truth: Case["tables"], found: readonly (readonly Cell[])[]): Score {
  const [wanted, ours] = [truth.flatMap(relations), found.flatMap(relations)];
  return { right: common(wanted, ours), truth: wanted.length, found: ours.length };
}

function anywhere(truth: Case["tables"], found: readonly (readonly Cell[])[]): Score {
  const first = found.map((cells) => cells.map((cell) => ({ ...cell, r1: cell.r0, c1: cell.c0 })));
  const [wanted, ours] = [truth.flatMap(relations), first.flatMap(relations)];
  return { right: common(wanted, ours), truth: wanted.length, found: 0 };
}

function print(suite: string, scores: readonly Score[]): void {
  console.log(`${suite.padEnd(26)} ${figures(sum(scores))}`);
}

function figures(score: Score): string {
  const { right, truth, found } = score;
  const recall = `recall ${(right / truth).toFixed(3)}`;
  return found === 0
    ? recall
    : `F1 ${f1(score).toFixed(3)}  ${recall}  precision ${(right / found).toFixed(3)}`;
}

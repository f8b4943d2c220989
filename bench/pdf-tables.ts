/**
 * Adjacency F1 on the ICDAR 2013 table competition's EU documents, beside what other tools reach.
 * `npx tsx bench/pdf-tables.ts [folder] [-v]`; documents are read in place from ../shared/suites/icdar2013-eu.
 */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { pdf } from "../src/adapters/pdf/index.ts";
import type { Limits, Token } from "../src/model/index.ts";

const LIMITS: Limits = {
  maximumBytes: 50_000_000,
  maximumInflatedBytes: 200_000_000,
  maximumPages: 500,
  maximumCells: 200_000,
  maximumDepth: 100,
};
/** Measured once with one scorer over all 67 documents, EU and US; ours are the EU documents alone. */
const BASELINES: readonly (readonly [string, number])[] = [
  ["liteparse", 0.815],
  ["camelot network", 0.78],
  ["tabula stream", 0.635],
  ["opendataloader", 0.405],
  ["pdfplumber", 0.385],
  ["camelot lattice", 0.274],
];

interface Cell {
  readonly r0: number;
  readonly r1: number;
  readonly c0: number;
  readonly c1: number;
  readonly text: string;
}

const verbose = process.argv.includes("-v");
const folder =
  process.argv.slice(2).find((argument) => argument !== "-v") ??
  new URL("../../shared/suites/icdar2013-eu/", import.meta.url).pathname;
if (!existsSync(folder)) {
  console.log(`no documents at ${folder}`);
  process.exit(0);
}
const total = { truth: 0, found: 0, right: 0 };
const scores: number[] = [];
for (const name of readdirSync(folder).filter((file) => file.endsWith(".pdf"))) {
  const expected = JSON.parse(
    readFileSync(`${folder}/${name.replace(".pdf", ".expected.json")}`, "utf8"),
  ) as { tables: readonly { cells: readonly Cell[] }[] };
  const { tokens, diagnostics } = await pdf.read(
    { name, bytes: new Uint8Array(readFileSync(`${folder}/${name}`)) },
    LIMITS,
  );
  const truth = expected.tables.flatMap(({ cells }) => relations(cells));
  const found = tablesOf(tokens).flatMap(relations);
  const right = common(truth, found);
  total.truth += truth.length;
  total.found += found.length;
  total.right += right;
  const score = f1(right, truth.length, found.length);
  scores.push(score);
  if (verbose)
    console.log(
      `${name.padEnd(12)} F1 ${score.toFixed(3)}  recall ${(right / truth.length).toFixed(3)}  precision ${(right / (found.length || 1)).toFixed(3)}  tables ${expected.tables.length} / ${tablesOf(tokens).length}  ${[...new Set(diagnostics.map(({ rule }) => rule))].join(" ")}`,
    );
}
console.log(
  `gongkai             ${f1(total.right, total.truth, total.found).toFixed(3)}  precision ${(total.right / total.found).toFixed(3)}  recall ${(total.right / total.truth).toFixed(3)}  mean of documents ${(scores.reduce((sum, score) => sum + score, 0) / scores.length).toFixed(3)}`,
);
for (const [tool, score] of BASELINES) console.log(`${tool.padEnd(18)}  ${score.toFixed(3)}`);

function tablesOf(tokens: readonly Token[]): Cell[][] {
  const tables: Cell[][] = [];
  let row = -1;
  for (const token of tokens) {
    if (token.kind === "table-start") {
      tables.push([]);
      row = -1;
    } else if (token.kind === "row") row++;
    else if (token.kind === "cell")
      tables
        .at(-1)!
        .push({
          r0: row,
          r1: row + token.rowSpan - 1,
          c0: token.column! - 1,
          c1: token.column! + token.colSpan - 2,
          text: token.text,
        });
  }
  return tables;
}

/** Each text with its nearest neighbour to the right and below, as in the competition. */
function relations(all: readonly Cell[]): string[] {
  const cells = all
    .map((cell) => ({ ...cell, text: cell.text.replace(/\s/g, "") }))
    .filter(({ text }) => text !== "");
  const found: string[] = [];
  for (const cell of cells) {
    const beside = cells.filter((other) => other.c0 > cell.c1 && other.r0 <= cell.r1 && other.r1 >= cell.r0);
    const nearest = Math.min(...beside.map(({ c0 }) => c0));
    for (const other of beside) if (other.c0 === nearest) found.push(`${cell.text}→${other.text}`);
    const below = cells.filter((other) => other.r0 > cell.r1 && other.c0 <= cell.c1 && other.c1 >= cell.c0);
    const next = Math.min(...below.map(({ r0 }) => r0));
    for (const other of below) if (other.r0 === next) found.push(`${cell.text}↓${other.text}`);
  }
  return found;
}

function common(a: readonly string[], b: readonly string[]): number {
  const left = new Map<string, number>();
  for (const one of a) left.set(one, (left.get(one) ?? 0) + 1);
  let same = 0;
  for (const one of b) {
    const count = left.get(one) ?? 0;
    if (count === 0) continue;
    same++;
    left.set(one, count - 1);
  }
  return same;
}

function f1(right: number, truth: number, found: number): number {
  return right === 0 ? 0 : (2 * right) / (truth + found);
}

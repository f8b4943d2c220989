/**
 * Adds up the boards of several runs of `npm run score`, such as the slices of a long drawing, and prints them as one.
 * Run: npm run score:add -- out/slice-1 out/slice-2 …; it exits with 1 where anything in them is wrong and silent.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Board, BoardLine } from "./board.ts";
import { sum } from "./counts.ts";
import { passes, printBoard } from "./print.ts";

const boards = process.argv
  .slice(2)
  .map((folder) => JSON.parse(readFileSync(join(folder, "score.json"), "utf8")) as Board);
const lines = new Map<string, BoardLine>();
for (const line of boards.flatMap((board) => board.lines)) {
  const key = [line.group, line.format, line.form, line.profile].join("\n");
  const before = lines.get(key);
  lines.set(key, before ? { ...before, counts: sum([before.counts, line.counts]) } : line);
}
const failures = boards.flatMap((board) => board.failures);
const board = { lines: [...lines.values()], failures };
console.log(printBoard(board));
const silent = failures.filter((failure) => failure.silent);
for (const { name, documents, cells, examples } of silent)
  console.log(`${name}: ${cells} cells of ${documents} documents, as ${examples[0]?.document}`);
if (!passes(board)) process.exitCode = 1;

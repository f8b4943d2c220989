/**
 * Draws pages with cells that are covered, clipped, redrawn, drawn as shapes or given a false text, each with what a
 * person sees in it: how many values are wrong without a finding, and how many ordinary cells are doubted?
 * `npx tsx bench/pdf-seen.ts [cells=2000] [seed=1] [trait]`; with a trait, every page tries only that one.
 */
import { writeFileSync } from "node:fs";
import { SHEETS, drawOddTable, generator } from "../test/adapters/pdf/odd/draw.ts";
import { judge } from "../test/adapters/pdf/odd/judge.ts";

const [count = "2000", seed = "1", trait] = process.argv.slice(2);
const tally = new Map<string, Map<string, number>>();
const examples = new Map<string, string>();
let done = 0;
for (let page = 0; done < Number(count); page++) {
  const number = Number(seed) * 100_000 + page;
  const table = drawOddTable(generator(number), page % 4 !== 3, trait, SHEETS[page % SHEETS.length]);
  for (const { trait: name, verdict, got, seen } of await judge(table)) {
    done++;
    const row = tally.get(name) ?? new Map<string, number>();
    row.set(verdict, (row.get(verdict) ?? 0) + 1);
    tally.set(name, row);
    if (verdict !== "silent" && verdict !== "noise") continue;
    examples.set(
      `${name}: ${verdict}`,
      `page ${number}${page % 4 === 3 ? ", unruled" : ""}: ${got}, seen ${seen}`,
    );
    if (process.env["KEEP"] !== undefined) writeFileSync(`${process.env["KEEP"]}/${number}.pdf`, table.bytes);
  }
}
const sum = (verdict: string) => [...tally.values()].reduce((all, row) => all + (row.get(verdict) ?? 0), 0);
for (const [name, row] of [...tally].sort())
  console.log(name.padEnd(44), [...row].map(([verdict, cells]) => `${verdict} ${cells}`).join(", "));
for (const [what, example] of examples) console.log(`${what.padEnd(56)} ${example}`);
console.log(
  `${done} cells: silent ${sum("silent")}, rows lost ${sum("lost")}, ordinary cells doubted ${sum("noise")}`,
);

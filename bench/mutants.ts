/**
 * Reads damaged files of every format: `npm run mutants -- --count 2000 --only xls --seed 7`. Each must end in tokens or in one
 * typed refusal, within a second; ends with 1 where one does not. The suite reads 300 of each, with the same changes.
 */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { adapters, defaultLimits } from "../src/index.ts";
import type { Adapter, Reading } from "../src/model/index.ts";
import { drawReport, layOut, plain, renderXls, seeded } from "../test/support/factory/index.ts";
import { mutant, mutantText } from "../test/support/mutate.ts";

const { values } = parseArgs({
  options: {
    count: { type: "string", default: "2000" },
    only: { type: "string" },
    seed: { type: "string", default: "1" },
  },
});
const folder = new URL("../corpus/2021/fanwan/", import.meta.url);
const stored = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(name, folder)));

interface Subject {
  readonly id: string;
  readonly bytes: Uint8Array;
  /** Of a package: the part that is changed in every other file, packed anew so that no checksum stops it. */
  readonly part?: string;
}

const subjects: readonly Subject[] = [
  { id: "doc", bytes: stored("report.doc") },
  { id: "rtf", bytes: stored("report.rtf") },
  { id: "mhtml", bytes: stored("report.mht") },
  { id: "html", bytes: stored("report.html") },
  { id: "docx", bytes: stored("report.docx"), part: "word/document.xml" },
  { id: "odt", bytes: stored("report.odt"), part: "content.xml" },
  { id: "fodt", bytes: stored("report.fodt") },
  { id: "xlsx", bytes: stored("report.xlsx"), part: "xl/worksheets/sheet1.xml" },
  { id: "xls", bytes: renderXls(layOut(drawReport(7, plain))) },
  { id: "ofd", bytes: stored("report.ofd"), part: "Doc_0/Pages/Page_0/Content.xml" },
];
/** Milliseconds of CPU one file may take. */
const longest = 1_000;
let failures = 0;

for (const { id, bytes, part } of subjects)
  if (values.only === undefined || values.only === id) {
    const adapter = adapters.find((one) => one.id === id)!;
    const random = seeded(Number(values.seed));
    const packed = part === undefined ? null : { part, files: unzipSync(bytes) };
    const outcomes = new Map<string, number>();
    let slowest = 0;
    for (let run = 0; run < Number(values.count); run++) {
      const changed =
        packed !== null && run % 2 === 0
          ? repacked(packed.files, packed.part, random.int)
          : mutant(bytes, (limit) => random.int(0, limit - 1));
      const before = process.cpuUsage();
      const outcome = await outcomeOf(adapter, changed);
      const { user, system } = process.cpuUsage(before);
      slowest = Math.max(slowest, (user + system) / 1000);
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
    const wrong = [...outcomes].filter(([outcome]) => outcome.startsWith("!"));
    failures += wrong.length + Number(slowest > longest);
    const counts = [...outcomes].sort((a, b) => b[1] - a[1]).map(([outcome, count]) => `${outcome} ${count}`);
    console.log(`${id.padEnd(6)} slowest ${slowest.toFixed(0)} ms  ${counts.join(", ")}`);
  }
process.exitCode = failures > 0 ? 1 : 0;

async function outcomeOf(adapter: Adapter, bytes: Uint8Array): Promise<string> {
  let reading: Reading;
  try {
    reading = await adapter.read({ name: "mutant", bytes }, defaultLimits);
  } catch (error) {
    return `!threw ${String(error).slice(0, 80)}`;
  }
  const ending = reading.diagnostics.find(({ severity }) => severity === "error");
  if (reading.tokens.length > 0) return "read";
  return ending === undefined ? "!neither tokens nor a refusal" : ending.rule;
}

function repacked(
  files: Readonly<Record<string, Uint8Array>>,
  part: string,
  int: (first: number, last: number) => number,
): Uint8Array {
  const changed = mutantText(strFromU8(files[part]!), int);
  return zipSync({ ...files, [part]: strToU8(changed) }, { level: 0 });
}

/**
 * Reads damaged files of every format: `npm run mutants -- --count 2000 --only xls --seed 7`. Each file must end in
 * tokens or in one typed refusal, within a second; the program exits with 1 where one does not. The suite reads 300 of
 * each, with the same changes.
 *
 * The parts of a package have checksums. A package that is damaged and still read must therefore give the numbers of
 * the sound one, or say that it may not: `--values` maps each of these and compares them.
 */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import * as XLSX from "@e965/xlsx";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { adapters, cellsOf, convert, defaultLimits, flagsOf, numberOf } from "../src/index.ts";
import type { Adapter, Conversion, Reading } from "../src/model/index.ts";
import { seeded } from "../test/support/factory/index.ts";
import { mutant, mutantText } from "../test/support/mutate.ts";
import { flatPackageOf, word2003Of } from "../test/support/word-xml.ts";

const { values } = parseArgs({
  options: {
    count: { type: "string", default: "2000" },
    only: { type: "string" },
    seed: { type: "string", default: "1" },
    values: { type: "boolean", default: false },
  },
});
const folder = new URL("../corpus/2021/fanwan/", import.meta.url);
const stored = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(name, folder)));

/** The workbook in the XML in which Excel 2003 keeps it. */
function excel2003(): Uint8Array {
  const book = XLSX.read(stored("report.xlsx"), { type: "array", cellStyles: true });
  return strToU8(XLSX.write(book, { type: "string", bookType: "xlml" }) as string);
}

interface Subject {
  readonly id: string;
  readonly bytes: Uint8Array;
  /** The part of a package that is changed in every other file and packed anew, so that no checksum stops it. */
  readonly part?: string;
}

const subjects: readonly Subject[] = [
  { id: "doc", bytes: stored("report.doc") },
  { id: "rtf", bytes: stored("report.rtf") },
  { id: "mhtml", bytes: stored("report.mht") },
  { id: "html", bytes: stored("report.html") },
  { id: "docx", bytes: stored("report.docx"), part: "word/document.xml" },
  { id: "word-2003-xml", bytes: word2003Of(stored("report.docx")) },
  { id: "flat-opc", bytes: flatPackageOf(stored("report.docx")) },
  { id: "odt", bytes: stored("report.odt"), part: "content.xml" },
  { id: "fodt", bytes: stored("report.fodt") },
  { id: "xlsx", bytes: stored("report.xlsx"), part: "xl/worksheets/sheet1.xml" },
  { id: "xls", bytes: stored("report.xls") },
  { id: "excel-2003-xml", bytes: excel2003() },
  { id: "ods", bytes: stored("report.ods"), part: "content.xml" },
  { id: "ofd", bytes: stored("report.ofd"), part: "Doc_0/Pages/Page_0/Content.xml" },
];
/** The most milliseconds of CPU that one file may take. */
const longest = 1_000;
let failures = 0;

for (const { id, bytes, part } of subjects)
  if (values.only === undefined || values.only === id) {
    const adapter = adapters.find((one) => one.id === id)!;
    const random = seeded(Number(values.seed));
    const packed = part === undefined ? null : { part, files: unzipSync(bytes) };
    const sound = values.values && packed !== null ? numbersOf(await convert({ name: id, bytes })) : null;
    const outcomes = new Map<string, number>();
    let slowest = 0;
    for (let run = 0; run < Number(values.count); run++) {
      const isRepacked = packed !== null && run % 2 === 0;
      const changed = isRepacked
        ? repacked(packed.files, packed.part, random.int)
        : mutant(bytes, (limit) => random.int(0, limit - 1));
      const before = process.cpuUsage();
      let outcome = await outcomeOf(adapter, changed);
      const { user, system } = process.cpuUsage(before);
      slowest = Math.max(slowest, (user + system) / 1000);
      if (sound !== null && !isRepacked && outcome === "read")
        outcome = compared(sound, await convert({ name: id, bytes: changed }));
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

function numbersOf({ report }: Conversion): ReadonlyMap<string, number | null> {
  return new Map(
    report === null ? [] : cellsOf(report).map(({ pointer, value }) => [pointer, numberOf(value)]),
  );
}

/** Compares the values of a damaged package with those of the sound one. */
function compared(sound: ReadonlyMap<string, number | null>, conversion: Conversion): string {
  const found = numbersOf(conversion);
  const differ = [...sound].filter(([pointer, number]) => (found.get(pointer) ?? null) !== number);
  if (differ.length === 0) return "read, as the sound one";
  const flagAt = flagsOf(conversion);
  const isSaid = conversion.report === null || differ.every(([pointer]) => flagAt(pointer).severity !== null);
  return isSaid ? "read, differences flagged" : "!read otherwise without a word";
}

function repacked(
  files: Readonly<Record<string, Uint8Array>>,
  part: string,
  int: (first: number, last: number) => number,
): Uint8Array {
  const changed = mutantText(strFromU8(files[part]!), int);
  return zipSync({ ...files, [part]: strToU8(changed) }, { level: 0 });
}

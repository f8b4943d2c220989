/**
 * Documents per second and peak memory of a batch over generated reports of each format, with 1 and 2 workers, compared
 * with the same conversions in this process; the difference is the price of isolation. The time of a batch includes
 * everything: planning, starting children, merging into JSON Lines, CSV and Parquet.
 * Run: npm run build && npx tsx bench/batch.ts [documents of each format].
 *
 * One worker, by CPU, reaches 71 % of bare conversions at 840 reports as text, HTML or DOCX and 84 % as PDF (quiet machine);
 * as pasted text (busy machine) 99 % at 300
 * and 54 % at 3,360. A child spends less on optimizing (`late-optimizing.ts`), which pays for the rest only while it is
 * young. Once it is warm, and with a bare conversion counted as 100, a document also costs: its mark 2, packing 10,
 * unpacking 9 (more than half of that is JSON.parse, a fifth inflating), its place 2, rows of the long tables 4, CSV 6,
 * Parquet 9; JSON Lines are the stored bytes. All but the first three are the outputs themselves.
 * Two workers on two processors take 1.33 times the CPU of one at 1,500 pasted reports (11.9 ms a document and 8.9, on a
 * quiet machine), because each child compiles for itself. A child
 * gets faster for its first 3,000 documents: with V8's flags as here 7.5 ms of CPU each over the first 1,500, 6.2 by
 * 2,250, then 5. So it is replaced after 20,000 documents and not after 2,000. One worker keeps 1.17 processors busy with
 * its parent and V8's own threads, which leaves a factor of 1.7 on two. A plain process that converts in a row keeps 1.45
 * busy, and two side by side give 1.2 (text), 1.4 (HTML), 1.6 (DOCX) and 1.7 (PDF) times as many documents as one, where two
 * workers give 1.4, 1.1, 1.3 and 1.3; that is what the column of two workers is to be held against. Tried without gain, each beside the present
 * settings in the same minute: interrupt budgets of 66,000, 300,000, 400,000 and 3,000,000, also changed after 300 or 600
 * documents; larger young generations; one thread for collections; no lazy feedback; baseline code at once (5 %).
 * `npx tsx bench/batch.ts sizes 20000` measures how much space the outputs of that many reports take, and the parent's
 * memory over them. `npx tsx bench/batch.ts flat 100000` instead watches the parent's memory over that many small
 * documents, all different.
 */
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { convert } from "../src/index.ts";
import { drawReport, plain, renderings } from "../test/support/factory/index.ts";
import { out, root, runBatch, runPlain } from "./batch-run.ts";

if (process.argv[2] === "flat") await flat(Number(process.argv[3] ?? 100_000));
else if (process.argv[2] === "sizes") await sizes(Number(process.argv[3] ?? 20_000));
else await speed(Number(process.argv[2] ?? 300));

async function speed(count: number): Promise<void> {
  console.log(`${count} documents of each format`);
  console.log(
    "CPU ms a document: in process, batch with 1 and 2 workers; the first in % of the second; documents a second with 1 and 2; so many times as many with 2, and so many times as many in two plain processes side by side as in one; a second run with nothing to do, in % of the first; peak memory",
  );
  for (const id of ["tabbed", "html", "docx-word"]) {
    const rendering = renderings.find((it) => it.id === id)!;
    const folder = join(root, id);
    mkdirSync(folder);
    for (let seed = 1; seed <= count; seed++)
      writeFileSync(
        join(folder, `${seed}.${rendering.extension}`),
        rendering.render(drawReport(seed, plain)),
      );
    await line(id, folder, count);
  }
  const pdf = fileURLToPath(new URL("../../shared/corpus/2024-huaian/report.pdf", import.meta.url));
  if (!existsSync(pdf)) return console.log("pdf         not measured: no corpus here");
  // The same report each time, made different by a comment after its end.
  mkdirSync(join(root, "pdf"));
  const bytes = readFileSync(pdf);
  const some = Math.ceil(count / 10);
  for (let index = 0; index < some; index++)
    writeFileSync(join(root, "pdf", `${index}.pdf`), Buffer.concat([bytes, Buffer.from(`\n% ${index}\n`)]));
  await line(`pdf (${some})`, join(root, "pdf"), some);
}

async function line(name: string, folder: string, count: number): Promise<void> {
  const sources = readdirSync(folder).map((it) => ({
    name: it,
    bytes: new Uint8Array(readFileSync(join(folder, it))),
  }));
  await convert(sources[0]!);
  const before = process.cpuUsage();
  for (const source of sources) await convert(source);
  const { user, system } = process.cpuUsage(before);
  const one = await runBatch(folder, 1);
  const two = await runBatch(folder, 2);
  const again = await runBatch(folder, 2, { again: true });
  const given = (2 * (await runPlain(folder, 1))) / (await runPlain(folder, 2));
  const numbers = [(user + system) / 1e6, one.cpuSeconds, two.cpuSeconds].map((it) => (1000 * it) / count);
  const rates = [one, two].map(({ seconds }) => count / seconds);
  const [bare, isolated] = numbers as [number, number];
  const [single, double] = rates as [number, number];
  const kept = `${((100 * bare) / isolated).toFixed(0)} %`.padStart(7);
  const times = (factor: number): string => `×${factor.toFixed(2)}`.padStart(8);
  const shown = (values: readonly number[]) => values.map((it) => it.toFixed(1).padStart(8)).join("");
  const columns = `${shown(numbers)}${kept}${shown(rates)}${times(double / single)}${times(given)}`;
  const memory = [two.parent, ...two.children].map((it) => it.toFixed(0)).join(", ");
  const share = ((100 * again.seconds) / two.seconds).toFixed(1);
  console.log(`${name.padEnd(10)}${columns}${share.padStart(8)} %   ${memory} MB`);
}

/** One document in ten is a report that lacks a table; what the others cost is planning, isolation and the ledger. */
async function flat(count: number): Promise<void> {
  const rendering = renderings.find((it) => it.id === "tabbed")!;
  const shortened = (seed: number): string => {
    const lines = new TextDecoder().decode(rendering.render(drawReport(seed, plain))).split("\n");
    const [first, fourth] = ["一、", "四、"].map((ordinal) =>
      lines.findIndex((it) => it.startsWith(ordinal)),
    ) as [number, number];
    return [...lines.slice(0, first), ...lines.slice(fourth)].join("\n");
  };
  const reports = Array.from({ length: 20 }, (_, seed) => shortened(seed + 1));
  for (let index = 0; index < count; index++) {
    const folder = join(root, "flat", String(index % 1000));
    if (index < 1000) mkdirSync(folder, { recursive: true });
    const text = index % 10 === 0 ? reports[(index / 10) % reports.length]! : "今天天气很好。";
    writeFileSync(join(folder, `${index}.txt`), `${text}\n${index}\n`);
  }
  await watched(join(root, "flat"), count);
}

/**
 * Measures reports that all differ: the parent's memory over them, and how much disk each output takes, plain and
 * packed.
 */
async function sizes(count: number): Promise<void> {
  const rendering = renderings.find((it) => it.id === "tabbed")!;
  for (let index = 0; index < count; index++) {
    const folder = join(root, "reports", String(index % 100));
    if (index < 100) mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${index}.txt`), rendering.render(drawReport(index, plain)));
  }
  await watched(join(root, "reports"), count);
  const plainSizes = filesOf(out);
  const again = await runBatch(join(root, "reports"), 2, { again: true });
  console.log(`a second run with nothing to do: ${again.seconds.toFixed(1)} s`);
  const packedSizes: (readonly [string, number])[] = [];
  for (const packing of ["--gzip", "--zstd"]) {
    await runBatch(join(root, "reports"), 2, { again: true, more: [packing] });
    packedSizes.push(...filesOf(out));
  }
  for (const [name, bytes] of [...new Map([...plainSizes, ...packedSizes])].sort())
    console.log(`${name.padEnd(24)}${(bytes / 1000 / count).toFixed(2).padStart(8)} kB a report`);
}

/** The size in bytes of each file of a dataset and of its working folder. */
function filesOf(folder: string): Map<string, number> {
  const bytesIn = (path: string): number =>
    statSync(path).isDirectory()
      ? readdirSync(path).reduce((sum, name) => sum + bytesIn(join(path, name)), 0)
      : statSync(path).size;
  return new Map(readdirSync(folder).map((name) => [name, bytesIn(join(folder, name))]));
}

async function watched(folder: string, count: number): Promise<void> {
  const seen: number[] = [];
  const { seconds, cpuSeconds, parent } = await runBatch(folder, 2, { watch: (it) => void seen.push(it) });
  const tenths = Array.from({ length: 10 }, (_, tenth) =>
    Math.max(...seen.slice((tenth * seen.length) / 10, ((tenth + 1) * seen.length) / 10)).toFixed(0),
  );
  console.log(
    `${count} documents in ${seconds.toFixed(0)} s, ${cpuSeconds.toFixed(0)} s of CPU; parent ${parent.toFixed(0)} MB at most; by tenths of the time: ${tenths.join(" ")} MB`,
  );
}

/**
 * Seconds that `gongkai panel` takes over a dataset of as many issuers and years as given, from its records and from
 * its cells alone (CSV, Parquet). The dataset is written from generated reports of each year, each issuer under a name
 * of its own; converting them is not measured.
 * Run: npm run build && npx tsx bench/panel.ts [issuers] [years]
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { dataPackage } from "../src/batch/outputs/datapackage.ts";
import { fileSink } from "../src/batch/outputs/file-sink.ts";
import { ledgerRow, ledgerWriter } from "../src/batch/outputs/ledger.ts";
import { openOutputs } from "../src/batch/outputs/outputs.ts";
import { descriptionName } from "../src/batch/outputs/names.ts";
import { markOf } from "../src/batch/store/report-mark.ts";
import { copyOf } from "../src/batch/copies/reports.ts";
import { convert, templates } from "../src/index.ts";
import { drawReport, plain, renderings } from "../test/support/factory/index.ts";

const main = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));
if (!existsSync(main)) throw new Error("run npm run build first");
const [issuers, years] = [Number(process.argv[2] ?? 300), Number(process.argv[3] ?? 10)];
const root = mkdtempSync(join(tmpdir(), "gongkai-panel-"));
process.on("exit", () => rmSync(root, { recursive: true, force: true }));

const out = join(root, "dataset");
await writeDataset();
console.log(`${issuers} issuers × ${years} years`);
for (const [from, gone] of [
  ["records", null],
  ["cells.csv", "conversions.jsonl"],
  ["cells.parquet", "cells.csv"],
] as const) {
  if (gone) rmSync(join(out, gone));
  const began = performance.now();
  const argv = [main, "panel", out, "--out", join(root, `panel-${from}`)];
  const { status, stderr } = spawnSync(process.execPath, argv, { encoding: "utf8" });
  if (status === null || status > 1) throw new Error(stderr);
  const seconds = (performance.now() - began) / 1000;
  console.log(
    `${from.padEnd(14)}${seconds.toFixed(1).padStart(7)} s   ${stderr.split("\n").find((line) => /issuers?,/u.test(line)) ?? ""}`,
  );
}

/** Writes a dataset as a merge does: records, cells and ledger, with one copy of every report. */
async function writeDataset(): Promise<void> {
  const outputs = await openOutputs(
    { out, aside: join(root, "aside") },
    { formats: ["jsonl", "csv", "parquet"], bom: false, language: "en" },
    templates,
  );
  const [csv, jsonl] = [fileSink(join(out, "ledger.csv")), fileSink(join(out, "ledger.jsonl"))];
  const ledger = ledgerWriter(csv, jsonl, []);
  const rendering = renderings.find(({ id }) => id === "tabbed")!;
  for (let year = 0; year < years; year += 1) {
    const truth = drawReport(year + 1, { ...plain, year: 2015 + year });
    const model = await convert({ name: "a.txt", bytes: rendering.render(truth) });
    for (let issuer = 0; issuer < issuers; issuer += 1) {
      const sha256 = (issuer * years + year).toString(16).padStart(64, "0");
      const conversion = {
        ...model,
        source: { ...model.source, name: `${issuer}/${year}.txt`, sha256 },
        report: { ...model.report!, issuer: `第${issuer}县人民政府`, year: 2015 + year },
      };
      const entry = { key: sha256, name: conversion.source.name, sha256, bytes: 1, location: null };
      const group = { key: sha256, entries: [entry] as const };
      const dataset = { reportId: copyOf(group, markOf(conversion, templates)!, []).id, preferred: true };
      const row = ledgerRow(entry, group, conversion, dataset.reportId);
      ledger.add({ ...row, preferred: true }, undefined);
      for (const output of outputs) {
        const drafted = await output.draft({ ...conversion, dataset }, null);
        await output.settle(drafted, { preferred: true, changed: null });
      }
    }
  }
  const files = [csv.finish(), jsonl.finish()];
  for (const output of outputs) files.push(...(await output.finish()));
  const file = fileSink(join(out, descriptionName));
  file.write(dataPackage(files, []));
  file.finish();
}

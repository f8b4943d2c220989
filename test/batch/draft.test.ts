import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { Held, merge, readSettings, Unfinished } from "../../src/batch/index.ts";
import { drawReport, plain, renderings } from "../support/factory/index.ts";
import { fingerprint, folder, lines, put, reports, runBatch } from "./support.ts";

const root = folder();
afterAll(() => rmSync(root, { recursive: true }));

/** Reports of one office and year; those of two seeds have other numbers. */
const page = (seed: number): string => {
  const office = { issuer: "青石市人民政府", seat: "青石市", self: "本市" };
  const drawn = drawReport(seed, { ...plain, fill: "unique", year: 2023, office });
  return new TextDecoder().decode(renderings.find(({ id }) => id === "html")!.render(drawn));
};

test("a record that copies change and that was damaged after it was drafted ends the run, and the next one mends it", async () => {
  const [input, out, whole] = ["in", "out", "whole"].map((name) => join(root, name)) as [
    string,
    string,
    string,
  ];
  put(input, { "a.html": page(5), "b.html": page(6) });
  await runBatch([input], whole);
  const results = () =>
    readdirSync(join(out, ".gongkai/results"), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".log"))
      .map((name) => join(out, ".gongkai/results", name));
  let isDamaged = false;
  const damage = ({ stage }: { readonly stage: string }): void => {
    // The last byte of a log is one of a packed record.
    for (const path of stage === "merge" && !isDamaged ? results() : []) {
      const bytes = readFileSync(path);
      bytes[bytes.length - 1]! ^= 255;
      writeFileSync(path, bytes);
      isDamaged = true;
    }
  };
  put(input, { "0.txt": "今天天气很好。", ...reports(6) });
  await expect(runBatch([input], out, { onProgress: damage })).rejects.toThrow(Unfinished);
  expect([isDamaged, existsSync(join(out, "datapackage.json"))]).toEqual([true, false]);
  expect(readdirSync(join(out, ".gongkai")).sort()).toEqual(["plan", "results", "settings.json"]);
  await runBatch([input], out);
  await runBatch([input], whole);
  expect(fingerprint(out)).toEqual(fingerprint(whole));
}, 120_000);

test("nobody else merges while documents are converted", async () => {
  const [input, out] = [join(root, "one"), join(root, "held")];
  put(input, { "a.html": page(5) });
  const others: Promise<unknown>[] = [];
  const other = ({ stage }: { readonly stage: string }): void => {
    if (stage === "run") others.push(merge(out, readSettings(out)!).catch((error: unknown) => error));
  };
  await runBatch([input], out, { onProgress: other });
  expect(await Promise.all(others)).toEqual([expect.any(Held)]);
}, 60_000);

test("a character that Unicode reserves for programs stays what it is", async () => {
  const [input, out] = [join(root, "reserved"), join(root, "reserved-out")];
  put(input, { "a.html": page(5).replace(/(<td[^>]*>\d+)(?=<)/u, "$1\ufdd0") });
  await runBatch([input], out, { formats: ["csv"] });
  expect(lines(join(out, "cells.csv")).filter((line) => line.includes("\ufdd0"))).toHaveLength(1);
}, 60_000);

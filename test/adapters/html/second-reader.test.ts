import { existsSync, readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { html } from "../../../src/adapters/html/index.ts";
import { defaultLimits } from "../../../src/limits.ts";
import type { Reading } from "../../../src/model/index.ts";
import { grids } from "../docx/grids.ts";
import { cheerioGrids } from "./cheerio.ts";

/** Tables that cheerio has and our reader leaves out, by what they begin with, and why. */
const leftOut: Readonly<Record<string, string>> = {
  索引号: "what the site says of the document above the report is metadata here, not a table of the report",
};

/** The tables of one reader that the other does not have, but for those that differ for a reason. */
function differences(page: Uint8Array): readonly string[] {
  const { tokens } = html.read({ name: "report.html", bytes: page }, defaultLimits) as Reading;
  const ours = grids(tokens).map((table) => JSON.stringify(table));
  const theirs = cheerioGrids(page)
    .filter((table) => !Object.keys(leftOut).some((start) => table[0]?.[0]?.startsWith(start)))
    .map((table) => JSON.stringify(table));
  if (theirs.length === 0) return ["no table to compare"];
  return [
    ...theirs.filter((table) => !ours.includes(table)).map((table) => `only cheerio: ${table}`),
    ...ours.filter((table) => !theirs.includes(table)).map((table) => `only here: ${table}`),
  ];
}

function pagesBelow(folder: URL): readonly string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return names.filter((name) => name.endsWith(".html")).sort();
}

const own = new URL("../../../corpus/", import.meta.url);
const shared = new URL("../../../../shared/corpus/", import.meta.url);

it.each(pagesBelow(own))("cheerio has the same tables, or it is said why not: %s", (path) => {
  expect(differences(readFileSync(new URL(path, own)))).toEqual([]);
});

describe.skipIf(!existsSync(shared))("real reports (skipped without ../shared)", () => {
  it.each(pagesBelow(shared))("cheerio has the same tables, or it is said why not: %s", (path) => {
    expect(differences(readFileSync(new URL(path, shared)))).toEqual([]);
  });
});

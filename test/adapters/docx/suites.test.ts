import { existsSync, readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { DocumentRule, Limits } from "../../../src/model/index.ts";
import { read } from "./build.ts";
import { consensusDifferences, mammothDifferences } from "./differences.ts";
import { compareTables, grids } from "./grids.ts";
import { mammothGrids } from "./mammoth.ts";

const shared = new URL("../../../../shared/", import.meta.url);
const here = existsSync(shared);
const inShared = (path: string): Uint8Array => readFileSync(new URL(path, shared));
const list = (folder: string, pattern: RegExp): string[] =>
  here ? readdirSync(new URL(folder, shared)).filter((name) => pattern.test(name)) : [];

const limits: Limits = {
  maximumBytes: 50_000_000,
  maximumInflatedBytes: 100_000_000,
  maximumPages: 1000,
  maximumCells: 200_000,
  maximumDepth: 256,
};

const known = (differences: Readonly<Record<string, string>>, file: string): string[] =>
  Object.keys(differences).filter((key) => key.startsWith(`${file} `));

describe.skipIf(!here)("other readers' documents (skipped without ../shared)", () => {
  const suite = list("suites/docx/", /\.docx$/).map((file) => ({ file, path: `suites/docx/${file}` }));
  const corpus = [{ file: "blank-2021-form", path: "corpus/blank-2021-form/report.docx" }];

  it.each(suite)("equals two of three readers, or says why not: $file", ({ file, path }) => {
    const ours = grids(read(inShared(path), limits).tokens);
    const agreed = new URL(`${path}.consensus.json`, shared);
    if (!existsSync(agreed)) return;
    const { tables } = JSON.parse(readFileSync(agreed, "utf8")) as { tables: string[][][] };
    const differences = compareTables(tables, ours).map(({ table }) => `${file} ${table}`);
    expect(differences).toEqual(known(consensusDifferences, file));
  });

  it.each([...corpus, ...suite])("equals mammoth, or says why not: $file", async ({ file, path }) => {
    const bytes = inShared(path);
    const differences = compareTables(await mammothGrids(bytes), grids(read(bytes, limits).tokens));
    expect(differences.map(({ table }) => `${file} ${table}`)).toEqual(known(mammothDifferences, file));
  });
});

describe.skipIf(!here)("the official form of 2021 (skipped without ../shared)", () => {
  it("has the grids of its template, spans and labels", () => {
    const templates = JSON.parse(readFileSync(new URL("templates.json", shared), "utf8")) as {
      families: { id: string; tables: { grid: { t: string; rs: number; cs: number; role: string }[][] }[] }[];
    };
    const form = templates.families.find(({ id }) => id === "f4")!;
    const expected = form.tables.map(({ grid }) =>
      grid.map((row) =>
        row.map(({ t, rs, cs, role }) => `${rs}x${cs} ${role === "value" ? "" : t.replace(/\s/g, "")}`),
      ),
    );
    const tables: string[][][] = [];
    for (const token of read(inShared("corpus/blank-2021-form/report.docx"), limits).tokens) {
      if (token.kind === "table-start") tables.push([]);
      else if (token.kind === "row") tables.at(-1)!.push([]);
      else if (token.kind === "cell") {
        tables
          .at(-1)!
          .at(-1)!
          .push(`${token.rowSpan}x${token.colSpan} ${token.text.replace(/\s/g, "")}`);
      }
    }
    expect(tables).toEqual(expected);
  });
});

describe.skipIf(!here)("hostile files (skipped without ../shared)", () => {
  const outcomes: Readonly<Record<string, DocumentRule>> = {
    "gen__empty.docx": "truncated",
    "gen__nested-tables-5000.docx": "too-large",
    "gen__truncated-half.docx": "truncated",
    "gen__zipbomb-1GiB.docx": "too-large",
    "officeParser__large_size_archive.docx": "too-large",
    "officeParser__oversized_archive.docx": "too-large",
    "poi__51921-Word-Crash067.docx": "empty",
    "poi__bug53475-password-is-pass.docx": "encrypted",
    "poi__clusterfuzz-testcase-minimized-POIXWPFFuzzer-4791943399604224.docx": "damaged",
    "poi__clusterfuzz-testcase-minimized-POIXWPFFuzzer-5166796835258368.docx": "damaged",
    "poi__clusterfuzz-testcase-minimized-POIXWPFFuzzer-5564805011079168.docx": "truncated",
    "poi__clusterfuzz-testcase-minimized-POIXWPFFuzzer-6061520554164224.docx": "truncated",
    "poi__clusterfuzz-testcase-minimized-POIXWPFFuzzer-6442791109263360.docx": "damaged",
    "poi__crash-517626e815e0afa9decd0ebb6d1dee63fb9907dd.docx": "truncated",
    "poi__poc-xmlbomb.xlsx": "unsupported",
    "tika__protected_upper_case.docx": "encrypted",
    "tika__testWORD_protected_passtika.docx": "encrypted",
    "tika__testWORD_truncated.docx": "truncated",
    "tika__testZIP_corrupted_oom.zip": "unsupported",
  };

  it.each(list("suites/hostile/", /\.(docx|xlsx|zip)$/))("%s", (file) => {
    const { tokens, diagnostics } = read(inShared(`suites/hostile/${file}`), limits);
    const error = diagnostics.find(({ severity }) => severity === "error")?.rule;
    expect(error).toBe(outcomes[file]);
    // What is not refused is readable: the editing restrictions of a document do not hide its text.
    expect(tokens.length > 0).toBe(error === undefined);
  });
});

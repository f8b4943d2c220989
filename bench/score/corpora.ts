import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AnnualReport, Tables } from "../../src/model/index.ts";
import type { ScoredDocument } from "./documents.ts";
import type { Expected } from "./expected.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The reports this project wrote itself, each in several formats, against the one record they share in `golden/`. */
export function* ownCorpus(): Generator<ScoredDocument> {
  for (const folder of foldersWith(join(root, "golden"), "record.json")) {
    const record = JSON.parse(readFileSync(join(root, "golden", folder, "record.json"), "utf8")) as AnnualReport;
    const { title, issuer, year, period, contact, publicationDate, indexNumber } = record;
    const fields = { title, issuer, year, period, ...contact, publicationDate, indexNumber } as Expected["fields"];
    const expected = { ...unknown, values: flatten(record.tables), fields };
    yield* reportsIn(join(root, "corpus", folder), "corpus", expected);
  }
}

/** Real reports kept beside the repository, where someone read them by eye; nothing where they are absent. */
export function* realCorpus(): Generator<ScoredDocument> {
  const corpus = join(root, "..", "shared", "corpus");
  for (const folder of foldersWith(corpus, "truth.json")) {
    const { year, values, layout } = JSON.parse(readFileSync(join(corpus, folder, "truth.json"), "utf8")) as RealTruth;
    const layouts = Object.fromEntries(Object.entries(layout).map(([table, ids]) => [table, ids.split("/")]));
    yield* reportsIn(join(corpus, folder), `real ${folder}`, { ...unknown, values, layouts, fields: { year } });
  }
}

interface RealTruth {
  readonly year: number;
  readonly layout: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, number | null>>;
}

const unknown: Expected = { values: {}, optional: {}, layouts: {}, fields: {}, sections: null, signature: [], broken: null };

function* reportsIn(folder: string, group: string, expected: Expected): Generator<ScoredDocument> {
  for (const name of readdirSync(folder).sort()) {
    if (!name.startsWith("report.")) continue;
    const bytes = new Uint8Array(readFileSync(join(folder, name)));
    const format = extname(name).slice(1);
    yield { group, format, clean: false, profile: "corpus", source: { name: join(folder, name).slice(root.length), bytes }, expected };
  }
}

/** Folders below `from` that hold the file, in name order. */
function foldersWith(from: string, file: string, below = ""): string[] {
  if (!existsSync(join(from, below))) return [];
  const entries = readdirSync(join(from, below), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    if (entry.isDirectory()) return foldersWith(from, file, join(below, entry.name));
    return entry.name === file ? [below] : [];
  });
}

function flatten(tables: Tables, above = ""): Record<string, number | null> {
  return Object.fromEntries(
    Object.entries(tables).flatMap(([key, value]) =>
      typeof value === "object" && value !== null
        ? Object.entries(flatten(value, `${above}${key}.`))
        : [[above + key, value] as const],
    ),
  );
}

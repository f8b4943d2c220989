import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { DrawOptions, ReportTruth } from "../../test/support/factory/index.ts";
import type { ScoredDocument } from "./documents.ts";
import { acceptedLayouts, extraRow } from "./expected.ts";
import { nothingKnown } from "./expected.ts";
import type { Expected } from "./expected.ts";
import { expectedOfNeighbour } from "./neighbours.ts";
import type { StatedTruth } from "./neighbours.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The reports of this repository, each in several forms, against what its `about.json` says. */
export function* ownCorpus(): Generator<ScoredDocument> {
  for (const folder of foldersWith(join(root, "corpus"), "about.json")) {
    const about = JSON.parse(readFileSync(join(root, "corpus", folder, "about.json"), "utf8")) as
      About | StatedTruth;
    if (!("options" in about)) {
      yield* reportsIn(join(root, "corpus", folder), "corpus beside", expectedOfNeighbour(about));
      continue;
    }
    const { values, layouts, options, plantedErrors, title, issuer, year, period, contact } = about;
    yield* reportsIn(join(root, "corpus", folder), "corpus", {
      ...nothingKnown,
      values,
      optional: options.extraRow ? extraRow : {},
      layouts: acceptedLayouts(layouts),
      fields: { title, issuer, year, period, ...contact },
      broken: options.fill === "unique" ? null : plantedErrors,
    });
  }
}

type About = Pick<
  ReportTruth,
  "values" | "layouts" | "plantedErrors" | "title" | "issuer" | "year" | "period" | "contact"
> & {
  readonly options: DrawOptions;
};

/** Real reports kept beside the repository that someone read by eye; empty where they are absent. */
export function* realCorpus(): Generator<ScoredDocument> {
  const corpus = join(root, "..", "shared", "corpus");
  for (const folder of foldersWith(corpus, "truth.json")) {
    const { year, values, layout } = JSON.parse(
      readFileSync(join(corpus, folder, "truth.json"), "utf8"),
    ) as RealTruth;
    const layouts = Object.fromEntries(Object.entries(layout).map(([table, ids]) => [table, ids.split("/")]));
    yield* reportsIn(join(corpus, folder), `real ${folder}`, {
      ...nothingKnown,
      values,
      layouts,
      fields: { year },
    });
  }
}

interface RealTruth {
  readonly year: number;
  readonly layout: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, number | null>>;
}

function* reportsIn(folder: string, group: string, expected: Expected): Generator<ScoredDocument> {
  for (const name of readdirSync(folder).sort()) {
    if (!name.startsWith("report.")) continue;
    const bytes = new Uint8Array(readFileSync(join(folder, name)));
    const format = extname(name).slice(1);
    yield {
      group,
      format,
      form: Object.values(expected.layouts)[0]?.[0] ?? "unknown",
      clean: false,
      profile: "corpus",
      source: { name: join(folder, name).slice(root.length), bytes },
      expected,
    };
  }
}

/** Folders below `from` that hold the file, in name order. */
function foldersWith(from: string, file: string, below = ""): string[] {
  if (!existsSync(join(from, below))) return [];
  const entries = readdirSync(join(from, below), { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  );
  return entries.flatMap((entry) => {
    if (entry.isDirectory()) return foldersWith(from, file, join(below, entry.name));
    return entry.name === file ? [below] : [];
  });
}

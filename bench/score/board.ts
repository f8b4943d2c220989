import { convert } from "../../src/index.ts";
import type { Correction } from "../../src/model/index.ts";
import { decided } from "./decided.ts";
import type { ConvertOptions } from "../../src/index.ts";
import type { ScoredDocument } from "./documents.ts";
import { emptyCounts, addDocument } from "./counts.ts";
import type { Counts } from "./counts.ts";
import { failuresOf } from "./failures.ts";
import type { Failure } from "./failures.ts";
import { scoreDocument } from "./score.ts";

/** Everything counted in one run. */
export interface Board {
  /** One line for every group, form and profile. */
  readonly lines: readonly BoardLine[];
  /** A few examples of every class of failure, and how often that class occurred. */
  readonly failures: readonly FailureClass[];
}

export interface BoardLine {
  readonly group: string;
  readonly format: string;
  readonly form: string;
  readonly profile: string;
  readonly clean: boolean;
  readonly counts: Counts;
}

export interface FailureClass {
  readonly name: string;
  readonly silent: boolean;
  readonly documents: number;
  readonly cells: number;
  readonly examples: readonly Failure[];
}

const examplesKept = 3;

/**
 * Converts and scores documents one by one, so that memory does not grow with their number. What people decided about a
 * document counts as what it says.
 */
export async function scoreAll(
  documents: AsyncIterable<ScoredDocument> | Iterable<ScoredDocument>,
  options: ConvertOptions = {},
  progress: (done: number) => void = () => undefined,
  decisions: readonly Correction[] = [],
): Promise<Board> {
  const lines = new Map<string, BoardLine>();
  const classes = new Map<string, FailureClass>();
  let done = 0;
  for await (const document of documents) {
    const started = process.cpuUsage();
    const conversion = await convert(document.source, options);
    const { user, system } = process.cpuUsage(started);
    const score = scoreDocument(decided(document.expected, conversion, decisions), conversion);

    const { group, format, form, profile, clean } = document;
    const key = [group, format, form, profile].join("\n");
    const line = lines.get(key) ?? { group, format, form, profile, clean, counts: emptyCounts() };
    lines.set(key, line);
    addDocument(line.counts, score, (user + system) / 1000);

    for (const failure of failuresOf(document, score, conversion)) {
      const { name, silent } = failure;
      const old = classes.get(name) ?? { name, silent, documents: 0, cells: 0, examples: [] };
      classes.set(name, {
        ...old,
        documents: old.documents + 1,
        cells: old.cells + failure.count,
        examples: old.examples.length < examplesKept ? [...old.examples, failure] : old.examples,
      });
    }
    progress((done += 1));
  }
  const failures = [...classes.values()].sort(
    (a, b) => Number(b.silent) - Number(a.silent) || b.cells - a.cells || (a.name < b.name ? -1 : 1),
  );
  return { lines: [...lines.values()], failures };
}

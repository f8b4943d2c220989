/**
 * How much of what reports say comes back right, and what is wrong without a finding. It exits with 1 where anything
 * is, or where a break across years is missed or made up. `--documents` are drawn half in the forms of 2019 and 2021,
 * half in all earlier ones; in addition, an archive of two to six years is drawn for every 20 of them, unless some kind
 * of document was asked for.
 * Run: npm run score -- [--documents 500] [--seed 1] [--only docx] [--profile plain] [--form fujian] [--no-corpora]
 * [--skip 1000] [--no-pdf] [--corrections corrections.jsonl] [--out out/score]; what people decided counts as what the
 * documents say.
 * A long drawing runs in slices, each with the next `--skip` and an `--out` of its own; `npm run score:add -- FOLDER …`
 * adds up their boards.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { parseCorrections } from "../../src/index.ts";
import type { Correction } from "../../src/index.ts";
import { scoreAll } from "./board.ts";
import { ownCorpus, realCorpus } from "./corpora.ts";
import { factoryDocuments } from "./documents.ts";
import { neighbourDocuments } from "./neighbours.ts";
import type { Choice, ScoredDocument } from "./documents.ts";
import { boardPage } from "./page.ts";
import { passes, printBoard, printYears, yearsPass } from "./print.ts";
import { scoreArchives } from "./years.ts";

const { values } = parseArgs({
  options: {
    documents: { type: "string", default: "500" },
    seed: { type: "string", default: "1" },
    skip: { type: "string", default: "0" },
    "no-pdf": { type: "boolean", default: false },
    only: { type: "string" },
    profile: { type: "string" },
    form: { type: "string" },
    corrections: { type: "string" },
    "no-corpora": { type: "boolean", default: false },
    out: { type: "string", default: "out/score" },
  },
});

const choice: Choice = {
  count: Number(values.documents),
  from: Number(values.seed),
  skip: Number(values.skip),
  pdf: !values["no-pdf"],
  ...(values.only !== undefined && { only: values.only }),
  ...(values.profile !== undefined && { profile: values.profile }),
  ...(values.form !== undefined && { form: values.form }),
};
/** Neighbours and archives are not drawn in rounds, so a later slice needs only new seeds for them. */
const firstSeed = choice.from + Number(values.skip);

async function* everything(): AsyncGenerator<ScoredDocument> {
  if (!values["no-corpora"]) {
    yield* ownCorpus();
    yield* realCorpus();
  }
  yield* factoryDocuments(choice);
  if (values.profile === undefined || values.profile === "plain")
    yield* neighbourDocuments(Math.ceil(choice.count / 10), firstSeed, choice);
}

const board = await scoreAll(
  everything(),
  {},
  (done) => {
    if (done % 100 === 0)
      process.stderr.write(`\r${done} documents, ${(process.memoryUsage.rss() / 1e6).toFixed(0)} MB`);
  },
  values.corrections === undefined ? [] : decisionsIn(values.corrections),
);
process.stderr.write("\r\x1b[K");
const narrowed = [values.only, values.profile, values.form].some((value) => value !== undefined);
const years = await scoreArchives(narrowed ? 0 : Math.ceil(choice.count / 20), firstSeed);
console.log(printBoard(board));
if (!narrowed) console.log(`\n${printYears(years)}`);
mkdirSync(values.out, { recursive: true });
writeFileSync(join(values.out, "score.json"), JSON.stringify({ ...board, years }, null, 1));
writeFileSync(join(values.out, "score.html"), boardPage(board, years));
console.log(`\nwritten: ${join(values.out, "score.json")}, ${join(values.out, "score.html")}`);
if (!passes(board) || !yearsPass(years)) {
  console.log("Something is wrong and nothing says so.");
  process.exitCode = 1;
}

function decisionsIn(path: string): readonly Correction[] {
  const { corrections, problems } = parseCorrections(readFileSync(path, "utf8"));
  for (const { line, key } of problems) console.error(`${path}, line ${line}, is no correction: ${key}`);
  return corrections;
}

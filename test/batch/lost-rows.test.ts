import { readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { zipSync } from "fflate";
import { afterAll, expect, test } from "vitest";
import {
  Damaged,
  Held,
  ManifestError,
  MissingInput,
  merge,
  readSettings,
  Unfinished,
} from "../../src/batch/index.ts";
import { readBucket } from "../../src/batch/store/buckets.ts";
import { drawReport, plain, renderings } from "../support/factory/index.ts";
import { fingerprint, folder, ledger, outcomes, put, report, runBatch } from "./support.ts";

const root = folder();
afterAll(() => rmSync(root, { recursive: true }));
const at = (name: string): string => join(root, name);
const jsonl = { formats: ["jsonl"] } as const;
const said = (error: unknown): unknown => error;

test("a run of another cut is refused while one is at work, and a plan that is replaced all the same ends the merge", async () => {
  put(at("cut"), { "a.html": report(1), "b.html": report(2) });
  const others: Promise<unknown>[] = [];
  await runBatch([at("cut")], at("cut-out"), {
    ...jsonl,
    onProgress: ({ stage }) => {
      if (stage !== "run") return;
      const shard = { index: 1, count: 2 };
      others.push(runBatch([at("cut")], at("cut-out"), { ...jsonl, shard, only: "plan" }).catch(said));
    },
  });
  expect(await Promise.all(others)).toEqual([expect.any(Held), expect.any(Held)]);
  expect(ledger(at("cut-out"))).toHaveLength(2);

  const plan = at("cut-out/.gongkai/plan/1-of-1");
  const lose = {
    ...jsonl,
    onProgress: ({ stage }: { readonly stage: string }) =>
      void (stage === "merge" && rmSync(plan, { recursive: true, force: true })),
  };
  put(at("cut"), { "c.html": report(3) });
  expect(await runBatch([at("cut")], at("cut-out"), lose).catch(said)).toBeInstanceOf(Unfinished);
  await runBatch([at("cut")], at("cut-out"), jsonl);
  expect(ledger(at("cut-out"))).toHaveLength(3);
});

test("a plan that is gone while its buckets are read is no empty plan", () => {
  put(at("plan"), { "00.jsonl": "" });
  expect(readBucket([at("plan")], "01")).toEqual([]);
  expect(() => readBucket([at("no-plan")], "01")).toThrow("ENOENT");
});

test("where the first of two copies is gone, the other is converted", async () => {
  put(at("copies"), { "a.html": report(1), "b.html": report(1), "c.html": report(2) });
  await runBatch([at("copies")], at("copies-out"), { ...jsonl, only: "plan" });
  rmSync(at("copies/a.html"));
  rmSync(at("copies/c.html"));
  await runBatch([at("copies")], at("copies-out"), { ...jsonl, only: "run" });
  expect(outcomes(at("copies-out"), root)).toEqual([
    "copies/a.html: converted",
    "copies/b.html: converted",
    "copies/c.html: unreadable",
  ]);
});

test("a file that changes, grows or goes after it was planned is told, and read by the next run", async () => {
  const [input, out] = [at("changes"), at("changes-out")];
  put(input, { "a.html": report(1), "b.html": report(2), "c.html": report(3), "d.html": report(4) });
  await runBatch([input], out, { ...jsonl, only: "plan" });
  put(input, { "a.html": report(5), "b.html": Buffer.concat([report(2), Buffer.from(" ")]) });
  rmSync(join(input, "c.html"));
  await runBatch([input], out, { ...jsonl, only: "run" });
  const told = ledger(out).map(
    ({ name, status, retryable, detail }) => `${name.at(-6)} ${status} ${retryable} ${String(detail)}`,
  );
  expect(told.sort()).toEqual([
    "a unreadable true changed since it was planned",
    "b unreadable true changed since it was planned",
    "c unreadable true ENOENT",
    "d converted false null",
  ]);
  await runBatch([input], out, jsonl);
  expect(outcomes(out, root)).toEqual(["a", "b", "d"].map((name) => `changes/${name}.html: converted`));
});

test("a file that was moved after it was planned is read by the next run, though its content is known as unreadable", async () => {
  put(at("there"), { "a.html": report(1) });
  await runBatch([at("there")], at("moved-out"), { ...jsonl, only: "plan" });
  renameSync(at("there"), at("here"));
  await runBatch([at("here")], at("moved-out"), { ...jsonl, only: "run" });
  expect(outcomes(at("moved-out"), root)).toEqual(["there/a.html: unreadable"]);
  await runBatch([at("here")], at("moved-out"), jsonl);
  expect(outcomes(at("moved-out"), root)).toEqual(["here/a.html: converted"]);
});

test("an archive written anew after it was planned: its members are changed, not damaged, and read by the next run", async () => {
  const written = (members: Record<string, Uint8Array>) => writeFileSync(at("anew.zip"), zipSync(members));
  written({ "a.html": report(1), "b.html": report(2) });
  await runBatch([at("anew.zip")], at("anew-out"), { ...jsonl, only: "plan" });
  written({ "0.html": report(3), "a.html": report(1), "b.html": report(2) });
  await runBatch([at("anew.zip")], at("anew-out"), { ...jsonl, only: "run" });
  expect(outcomes(at("anew-out"), root)).toEqual(
    ["a", "b"].map((name) => `anew.zip!/${name}.html: unreadable`),
  );
  await runBatch([at("anew.zip")], at("anew-out"), jsonl);
  expect(outcomes(at("anew-out"), root)).toEqual(
    ["0", "a", "b"].map((name) => `anew.zip!/${name}.html: converted`),
  );
});

test("two archives joined end to end: the members of one, and a row that says there is another", async () => {
  const [one, other] = [zipSync({ "a.html": report(1) }), zipSync({ "b.html": report(2) })];
  writeFileSync(at("joined.zip"), Buffer.concat([one, other]));
  writeFileSync(at("padded.zip"), Buffer.concat([one, Buffer.alloc(99)]));
  await runBatch([at("joined.zip"), at("padded.zip")], at("joined-out"), jsonl);
  expect(outcomes(at("joined-out"), root)).toEqual([
    "joined.zip!/a.html: converted",
    "joined.zip: damaged",
    "padded.zip!/a.html: converted",
  ]);
});

test.each([
  ['a.txt,"x\nb.txt,y\n', 1],
  ['a.txt,x\nb.txt,"y\na.txt,"z"\n', 2],
])("rows that an open quotation mark swallows: wrong use: %j", async (rows, line) => {
  put(at("quotes"), { "m.csv": `path,issuer\n${rows}`, "a.txt": "1", "b.txt": "2" });
  const error = await runBatch([at("quotes/m.csv")], at("quotes-out"), jsonl).catch(said);
  expect(error).toBeInstanceOf(ManifestError);
  expect(error).toMatchObject({ reason: "open-quote", line });
});

test.each(["*.docx", "[z-a]*.txt", "{a,{b,c}}.txt"])(
  "a pattern that matches nothing is no input: %s",
  async (glob) => {
    put(at("globs"), { "a.txt": "1" });
    await expect(runBatch([at(`globs/${glob}`)], at("globs-out"), jsonl)).rejects.toThrow(MissingInput);
  },
);

test("what an earlier batch left within the input is no document, and is named", async () => {
  put(at("within"), { "a.html": report(1), "old/conversions.jsonl": "{}", "records.jsonl": "{}" });
  await runBatch([at("within/a.html")], at("within/out"), { formats: ["jsonl", "xlsx"] });
  await runBatch([at("within")], at("within-out"), jsonl);
  expect(outcomes(at("within-out"), root)).toEqual(["within/a.html: converted"]);
  expect(readFileSync(at("within-out/summary.html"), "utf8")).toContain("<li>" + at("within/out/"));
});

/** Reports of one office and year with other numbers. */
const page = (seed: number): string => {
  const office = { issuer: "青石市人民政府", seat: "青石市", self: "本市" };
  const drawn = drawReport(seed, { ...plain, fill: "unique", year: 2023, office });
  return new TextDecoder().decode(renderings.find(({ id }) => id === "html")!.render(drawn));
};
const logs = (out: string): string[] =>
  readdirSync(join(out, ".gongkai/results"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".log"))
    .map((name) => join(out, ".gongkai/results", name));
const spoil = (path: string): void => {
  const bytes = readFileSync(path);
  bytes[bytes.length - 1]! ^= 1;
  writeFileSync(path, bytes);
};

test("copies whose results are damaged before they are compared do not agree; the run ends, and the next one mends it", async () => {
  const [input, out] = [at("compared"), at("compared-out")];
  put(input, { "a.html": page(5), "b.html": page(6) });
  await runBatch([input], out);
  const before = fingerprint(out);
  for (const path of logs(out)) spoil(path);
  expect(await merge(out, readSettings(out)!).catch(said)).toBeInstanceOf(Unfinished);
  const late = ({ stage }: { readonly stage: string }): void => {
    if (stage === "run") for (const path of logs(out)) spoil(path);
  };
  put(input, { "c.html": report(7) });
  const error = await runBatch([input], out, { onProgress: late }).catch(said);
  expect([Damaged, Unfinished].some((it) => error instanceof it)).toBe(true);
  rmSync(join(input, "c.html"));
  await runBatch([input], out);
  expect(fingerprint(out)).toEqual(before);
});

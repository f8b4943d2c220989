import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it, test } from "vitest";
import {
  aboutNeighbour,
  neighbourForms,
  neighbourReports,
  neighbourTruth,
} from "../scripts/corpus-neighbours.ts";
import { convert, templates, writers, type Conversion } from "../src/index.ts";
import { cellsOf } from "../src/record/index.ts";
import { expectGolden, expectNoOthers } from "./support/golden.ts";
import { complaints } from "./support/schema.ts";

const corpus = new URL("../corpus/neighbours/", import.meta.url);
const notes = writers.find((it) => it.id === "notes")!;

/** Words of a page have gaps, not spaces. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value).replace(/\s+/gu, ""));

// The reports of our own making that stand beside the annual report in the same archives.
describe.each(neighbourReports)("$form", (report) => {
  const { form } = report;
  const truth = neighbourTruth(report);
  const folder = new URL(`${form}/`, corpus);
  const read = (name: string): Promise<Conversion> =>
    convert({ name, bytes: new Uint8Array(readFileSync(new URL(name, folder))) });
  let word: Conversion;
  beforeAll(async () => {
    word = await read("report.docx");
  });

  test("record", () => {
    expectGolden(`neighbours/${form}/record.json`, `${JSON.stringify(word.report, null, 2)}\n`);
    expect(readFileSync(new URL("about.json", folder), "utf8")).toBe(aboutNeighbour(truth));
  });

  it.each(readdirSync(folder).filter((name) => name.startsWith("report.")))("%s", async (name) => {
    const conversion = name === "report.docx" ? word : await read(name);
    const found = new Map(cellsOf(conversion.report!).map(({ path, value }) => [path, value]));
    const wrong = Object.entries(truth.values).filter(
      ([path, value]) => JSON.stringify(plain(found.get(path) ?? null)) !== JSON.stringify(plain(value)),
    );
    expect(wrong.map(([path, value]) => [path, value, found.get(path)])).toEqual([]);
    expect(conversion.report).toMatchObject({ year: truth.year, issuer: truth.issuer });
    // One record for all: whatever else the Word document gives, this form gives as well.
    expect(plain(conversion.report)).toEqual(plain(word.report));
    // Nothing of it is read as a form of another family.
    expect([...new Set(Object.values(conversion.layouts))]).toEqual([form]);
    expectGolden(
      `neighbours/${form}/notes.${name.slice("report.".length)}.txt`,
      notes.piece(conversion, templates),
    );
    expect(complaints(JSON.parse(JSON.stringify(conversion)))).toEqual([]);
  });

  it("nothing else", () => {
    const named = readdirSync(folder).filter((name) => name.startsWith("report."));
    const goldens = named.map((name) => `notes.${name.slice("report.".length)}.txt`);
    expectNoOthers(`neighbours/${form}`, ["record.json", ...goldens]);
  });

  it("is what `npm run corpus` writes", () => {
    for (const [name, bytes] of Object.entries(neighbourForms(truth)))
      expect(readFileSync(new URL(name, folder)).equals(bytes), name).toBe(true);
  });
});

import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { correctionSchemaText } from "../scripts/correction-schema.ts";
import { schemaText } from "../scripts/conversion-schema.ts";
import { correction, draft, received } from "./corrections/drafts.ts";
import { ajv, committedSchema, complaints } from "./support/schema.ts";
import { conversion, unusable } from "./writers/example.ts";

/** Files below a folder of the repository, none where it does not exist. */
function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

test("the committed schema is the generated one (npm run schema)", () => {
  expect(committedSchema).toBe(schemaText());
});

test("the committed schema of corrections is the generated one, and takes what the reader takes", () => {
  const text = readFileSync(new URL("../schema/correction.schema.json", import.meta.url), "utf8");
  expect(text).toBe(correctionSchemaText());
  const isCorrection = ajv.compile(JSON.parse(text));
  const made = correction(draft, received, 17, 16);
  expect([made, correction(draft, received, 17)].map((it) => isCorrection(it))).toEqual([true, true]);
  expect(
    [
      { ...made, confirmed: true },
      { ...made, was: undefined },
    ].map((it) => isCorrection(it)),
  ).toEqual([false, false]);
});

test("conversions with and without a report are valid", () => {
  expect(complaints(conversion)).toEqual([]);
  expect(complaints(unusable)).toEqual([]);
});

test.each<[string, object]>([
  ["an unknown key", { ...conversion, extra: 1 }],
  ["a truth value as a cell", { ...conversion, report: { ...conversion.report, tables: { a: true } } }],
  [
    "a rule id that is not kebab-case",
    { ...conversion, diagnostics: [{ rule: "A b", severity: "error", message: "" }] },
  ],
  [
    "a place that counts from 0",
    { ...conversion, evidence: { "/a": { raw: "", status: "blank", at: { row: 0 } } } },
  ],
  ["evidence without a pointer", { ...conversion, evidence: { a: { raw: "", status: "blank", at: null } } }],
])("%s is not valid", (_, broken) => {
  expect(complaints(broken)).not.toEqual([]);
});

const records = filesBelow("golden").filter((path) => path.endsWith("record.json"));
// golden.test.ts and formats-neighbours.test.ts hold every conversion of the corpus against the schema.
describe.skipIf(records.length === 0)("golden records (skipped: there is no golden/)", () => {
  test.each(records)("%s is valid", (path) => {
    expect(complaints(JSON.parse(readFileSync(path, "utf8")))).toEqual([]);
  });
});

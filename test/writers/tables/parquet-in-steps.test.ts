import { expect, test } from "vitest";
import { parquetFile } from "../../../src/writers/tables/parquet-file.ts";
import { parquetInSteps } from "../../../src/writers/tables/parquet-in-steps.ts";

type Row = readonly [name: string, value: number | null, preferred: boolean, rules: string | null];

const columns = [
  { name: "preferred", type: "boolean", late: true, of: (row: Row) => row[2] },
  { name: "name", type: "string", of: (row: Row) => row[0] },
  { name: "value", type: "number", of: (row: Row) => row[1] },
  { name: "rules", type: "string", late: true, of: (row: Row) => row[3] },
] as const;

const documents: readonly (readonly Row[])[] = Array.from({ length: 9 }, (_, document) =>
  Array.from({ length: document }, (_, row) => [
    `青石市${document}`,
    row === 1 ? null : row / 4,
    document % 2 === 0,
    row === 2 ? "row-missing" : null,
  ]),
);

function atOnce(): Buffer {
  const bytes: Uint8Array[] = [];
  const file = parquetFile(columns, (it) => void bytes.push(it), 7);
  for (const rows of documents) file.add(rows);
  file.finish();
  return Buffer.concat(bytes);
}

function inSteps(table: typeof columns | readonly (typeof columns)[number][]): Buffer {
  const bytes: Uint8Array[] = [];
  const keep = (kept: Uint8Array) => () => kept;
  const file = parquetInSteps(table, { take: (it) => void bytes.push(it), keep }, 7);
  for (const late of documents.map((rows) => file.draft(rows))) file.settle(late);
  file.finish();
  return Buffer.concat(bytes);
}

test("a table written in two steps has the bytes of one written at once", () => {
  expect(inSteps(columns).equals(atOnce())).toBe(true);
  expect(inSteps(columns.map((it) => ({ ...it, late: true }))).equals(atOnce())).toBe(true);
});

test("late columns are kept as runs of rows with the same values", () => {
  const file = parquetInSteps(columns, { take: () => undefined, keep: (it) => () => it }, 7);
  expect(file.draft(documents[4]!)).toBe('[[2,[true,null]],[1,[true,"row-missing"]],[1,[true,null]]]');
});

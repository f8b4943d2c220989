import { createReadStream, readFileSync, rmSync } from "node:fs";
import type { ReadStream } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, beforeAll, expect, test } from "vitest";
import { drawReport, plain, renderings } from "../support/factory/index.ts";
import { folder, lines, put, runBatch } from "./support.ts";

const root = folder();
const out = join(root, "dataset");
const readme = readFileSync(fileURLToPath(new URL("../../README.md", import.meta.url)), "utf8");
/** Three reports of three offices, two of one year. */
const truths = [
  [51, 2021],
  [52, 2021],
  [53, 2022],
].map(([seed, year]) => drawReport(seed!, { ...plain, year: year! }));

beforeAll(async () => {
  const files: Record<string, Uint8Array> = {};
  for (const [at, truth] of truths.entries())
    for (const id of ["html", "docx-word", "odt"]) {
      const { extension, render } = renderings.find((it) => it.id === id)!;
      files[`${at}/report.${extension}`] = render(truth);
    }
  put(join(root, "in"), files);
  await runBatch([join(root, "in")], out);
});
afterAll(() => rmSync(root, { recursive: true }));

async function ask(sql: string): Promise<unknown> {
  const database = await DuckDBInstance.create(":memory:");
  const connection = await database.connect();
  try {
    return (await connection.runAndReadAll(sql)).getRowsJson();
  } finally {
    connection.closeSync();
    database.closeSync();
  }
}

/** The question as a shell hands it on. */
function question(): string {
  const [, quoted = ""] = /duckdb -c "((?:[^"\\]|\\.)*)"/su.exec(readme) ?? [];
  return quoted.replace(/\\(.)/gsu, "$1");
}

test("the README's question, asked of DuckDB: what the reports say, not their copies together", async () => {
  const sums = new Map<number, number>();
  for (const { year, values } of truths)
    sums.set(year, (sums.get(year) ?? 0) + values["applications.total.newlyReceived"]!);
  const sql = question().replace("dataset/", `${out}/`);
  const rows = (await ask(sql)) as [unknown, unknown][];
  expect(rows.map(([year, sum]) => [Number(year), Number(sum)])).toEqual([...sums]);
  const csv = `read_csv('${out}/cells.csv', quote = '"', sample_size = -1)`;
  const fromCsv = (await ask(sql.replace(/'[^']*cells\.parquet'/u, () => csv))) as typeof rows;
  expect(fromCsv.map(([year, sum]) => [Number(year), Number(sum)])).toEqual([...sums]);
  const [[all]] = (await ask(
    `SELECT count(*) FROM '${out}/cells.csv' WHERE "row" = 'newlyReceived' AND "column" = 'total'`,
  )) as [[unknown]];
  expect(Number(all)).toBe(9);
});

test("DuckDB's ledger has every row, whatever names and columns are called", async () => {
  const names = ["a\nb.txt", 'a",b.txt', "'c.txt", "a\r\nd.txt"];
  put(join(root, "odd"), Object.fromEntries(names.map((name, at) => [name, `${at}`])));
  const rows = names.map((name) => `"odd/${name.replaceAll('"', '""')}","e,""f"""`);
  put(root, { "odd.csv": ['path,"od,d ""col""\n name"', ...rows].join("\r\n") });
  await runBatch([join(root, "odd.csv")], join(root, "odd-out"), { formats: ["duckdb"] });
  const found = await ask(
    `ATTACH '${join(root, "odd-out/gongkai.duckdb")}' AS dataset; SELECT count(DISTINCT name) FROM dataset.ledger`,
  );
  expect(found).toEqual([["4"]]);
});

interface Resource {
  readonly name: string;
  readonly tabular: boolean;
  readonly schema: { readonly foreignKeys: readonly unknown[] };
  readonly read: (options: { relations: boolean }) => Promise<readonly unknown[]>;
}

test("Frictionless' own library takes the data package for valid and reads every table, keys and all", async () => {
  const { Package } = createRequire(import.meta.url)("datapackage") as {
    readonly Package: {
      readonly load: (path: string) => Promise<{
        readonly valid: boolean;
        readonly errors: readonly unknown[];
        readonly resources: readonly Resource[];
      }>;
    };
  };
  const { valid, errors, resources } = await Package.load(join(out, "datapackage.json"));
  expect([valid, errors.map(String)]).toEqual([true, []]);
  const counts: Record<string, number> = {};
  for (const resource of resources.filter(({ tabular }) => tabular)) {
    const rows = await resource.read({ relations: resource.schema.foreignKeys.length > 0 });
    counts[resource.name] = rows.length;
  }
  expect(counts).toEqual({
    "reports-csv": 3,
    "cells-csv": lines(join(out, "cells.csv")).length - 1,
    "findings-csv": expect.any(Number),
    "ledger-csv": 9,
  });
});

test("with a byte order mark the encoding is one that IANA registers, and the tables are those of the package", async () => {
  const marked = join(root, "marked");
  await runBatch([join(root, "in")], marked, { bom: true, formats: ["csv"] });
  const { Table, Schema } = createRequire(import.meta.url)("tableschema") as TableSchema;
  const { resources } = JSON.parse(readFileSync(join(marked, "datapackage.json"), "utf8")) as Described;
  const tables = resources.filter(({ format }) => format === "csv");
  expect(tables.map(({ name }) => name).sort()).toEqual([
    "cells-csv",
    "findings-csv",
    "ledger-csv",
    "reports-csv",
  ]);
  for (const { path, encoding, schema } of tables) {
    const bytes = readFileSync(join(marked, path));
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    // A decoder knows registered names alone, and takes the mark away.
    const text = new TextDecoder(encoding).decode(bytes);
    expect(text.split(",")[0]).toBe(schema.fields[0]!.name);
    // This library never takes a mark away, so it begins behind it.
    const table = await Table.load(createReadStream(join(marked, path), { start: 3 }), {
      schema: await Schema.load(schema),
    });
    expect((await table.read()).length).toBeGreaterThan(0);
  }
});

interface Described {
  readonly resources: readonly {
    readonly name: string;
    readonly path: string;
    readonly format: string;
    readonly encoding: string;
    readonly schema: { readonly fields: readonly { readonly name: string }[] };
  }[];
}

interface TableSchema {
  readonly Schema: { readonly load: (descriptor: object) => Promise<object> };
  readonly Table: {
    readonly load: (
      source: ReadStream,
      options: { schema: object },
    ) => Promise<{ readonly read: () => Promise<readonly unknown[]> }>;
  };
}

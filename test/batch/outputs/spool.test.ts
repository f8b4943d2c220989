import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { shelf, spool } from "../../../src/batch/outputs/spool.ts";
import { folder } from "../support.ts";

const root = folder();
afterAll(() => rmSync(root, { recursive: true }));

test.each([false, true])(
  "texts and bytes come back in order, and their files go as they are read; packed: %s",
  (packed) => {
    const place = join(root, `spool-${packed}`);
    const { add, read } = spool(place, packed);
    const records = Array.from({ length: 40 }, (_, at) => [
      "青".repeat(at * 10_000),
      "",
      Buffer.from(`${at}`),
    ]);
    for (const record of records) add(record);
    expect(readdirSync(place).length).toBeGreaterThan(3);
    expect([...read()].map((record) => record.map(String))).toEqual(records.map((it) => it.map(String)));
    expect(readdirSync(place)).toEqual([]);
  },
);

test("bytes put aside come back in any order", () => {
  const keep = shelf(join(root, "shelf"));
  const [first, second] = [keep(Buffer.from("青石市")), keep(Buffer.from("青石县"))];
  expect([second, first].map((back) => Buffer.from(back()).toString())).toEqual(["青石县", "青石市"]);
});

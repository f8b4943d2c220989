import { readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { shelf, spool } from "../../../src/batch/outputs/spool.ts";
import { surveyPlace } from "../../../src/batch/copies/place.ts";
import { dealCopies } from "../../../src/batch/copies/deal.ts";
import { gatherSurveyed } from "../../../src/batch/copies/gather.ts";
import type { FoundCopy } from "../../../src/batch/copies/reports.ts";
import { Damaged } from "../../../src/batch/index.ts";
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

describe("what has changed on disk since is not taken", () => {
  const spoil = (path: string): void => {
    const bytes = readFileSync(path);
    bytes[bytes.length - 1]! ^= 1;
    writeFileSync(path, bytes);
  };

  test.each([false, true])("texts; packed: %s", (packed) => {
    const place = join(root, `spoilt-${packed}`);
    const { add, read } = spool(place, packed);
    add(["青".repeat(2_000_000)]);
    spoil(join(place, "0"));
    expect(() => [...read()]).toThrow(Damaged);
  });

  test("bytes put aside", () => {
    const [back] = [shelf(join(root, "spoilt-shelf"))(Buffer.from("青石市"))];
    spoil(join(root, "spoilt-shelf"));
    expect(back).toThrow(Damaged);
  });

  test("the copies of reports", async () => {
    const place = surveyPlace(join(root, "survey"), 1);
    const { add, finish } = dealCopies(place);
    add({ id: "a:2023", copy: { key: "ab", packed: [] }, placement: {} } as unknown as FoundCopy);
    const checksums = finish();
    spoil(join(root, "survey/by-report/00.jsonl"));
    await expect(gatherSurveyed(place, (it) => it, checksums)).rejects.toThrow(Damaged);
  });
});

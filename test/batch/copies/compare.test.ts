import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { crc32, deflateRawSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { compareCopies } from "../../../src/batch/copies/compare.ts";
import type { Copy } from "../../../src/batch/copies/reports.ts";
import type { CellValue, Conversion } from "../../../src/model/index.ts";
import { folder } from "../support.ts";

const root = folder();
afterAll(() => rmSync(root, { recursive: true }));

type Cells = Readonly<Record<string, CellValue>>;

/** A stored copy with these cells; a `!` before a key puts a warning on the cell. */
function copy(name: string, cells: Cells): Copy {
  const keys = Object.keys(cells);
  const conversion = {
    report: { tables: { t: Object.fromEntries(keys.map((key) => [key.replace("!", ""), cells[key]!])) } },
    diagnostics: keys
      .filter((key) => key.startsWith("!"))
      .map((key) => ({ severity: "warning", rule: "r", path: `/report/tables/t/${key.slice(1)}` })),
  };
  const packed = deflateRawSync(JSON.stringify(conversion));
  const path = join(root, name);
  writeFileSync(path, packed);
  const mark = { values: JSON.stringify(cells) } as Copy["mark"];
  return {
    key: name,
    name,
    mark,
    packed: [{ path, start: 0, length: packed.length, checksum: crc32(packed) }],
  };
}

/** What the copies `a`, `b`, `c` say; `a` is preferred: `name: cells that differ from other`. */
function compared(first: Cells, ...others: readonly Cells[]) {
  const copies = others.map((cells, at) => copy("bcd"[at]!, cells));
  const { agrees, differences } = compareCopies([copy("a", first), ...copies], (it: Conversion) => it);
  const said = [...differences].flatMap(([key, found]) =>
    found.map(
      ({ other, paths }) => `${key}: ${paths.map((path) => path.split("/").at(-1)).join(" ")} as ${other}`,
    ),
  );
  return [agrees, ...said.sort()];
}

test("every copy that differs is held against the preferred one, whose cells are named once each", () => {
  expect(
    compared({ x: 1, y: 2, z: 3 }, { x: 9, y: 2, z: 3 }, { x: 8, y: 7, z: 3 }, { x: 9, y: 2, z: 3 }),
  ).toEqual([false, "a: x as b", "a: y as c", "b: x as a", "c: x y as a", "d: x as a"]);
});

test("what another copy leaves empty is no difference; what only the preferred one leaves empty is", () => {
  expect(compared({ x: 1 }, { x: null })).toEqual([true]);
  expect(compared({ x: null, y: 1 }, { x: 3, y: 1 })).toEqual([false, "a: x as b", "b: x as a"]);
  expect(compared({ x: null, y: 1 }, { x: 0, y: 1 })).toEqual([false, "a: x as b", "b: x as a"]);
});

test("an empty cell in doubt already, as of a table that is not there, is no difference", () => {
  expect(compared({ "!x": null, y: 1 }, { x: 3, y: 1 })).toEqual([true]);
  expect(compared({ "!x": 4, y: 1 }, { x: 3, y: 1 })).toEqual([false, "a: x as b", "b: x as a"]);
});

test("words, dates and ticks are compared, too, but not where their lines end", () => {
  expect(compared({ x: "2023-01-31", y: ["a", "b"] }, { x: "2023-02-01", y: ["a"] })).toEqual([
    false,
    "a: x y as b",
    "b: x y as a",
  ]);
  expect(compared({ x: "依法 公开", y: "（一）" }, { x: "依法公开\n", y: "(一)" })).toEqual([true]);
});

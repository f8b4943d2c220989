import { expect, it } from "vitest";
import { doc } from "../../../src/adapters/doc/index.ts";
import { defaultLimits } from "../../../src/index.ts";
import type { Reading } from "../../../src/model/index.ts";
import { packWord, word16 } from "../../support/factory/doc/word.ts";
import type { WordParagraph } from "../../support/factory/doc/word.ts";
import { printReading } from "../../support/print-cells.ts";
import { anchor, long, options, overText, record } from "./art.ts";

type Option = readonly [name: number, value: number];

const inTable = [...word16(0x2416), 1];
const definition = [1, ...word16(0), ...word16(900), ...new Array<number>(20).fill(0)];
const table: readonly WordParagraph[] = [
  { runs: [{ text: "3" }], mark: "\u0007", changes: inTable },
  {
    runs: [],
    mark: "\u0007",
    changes: [
      ...inTable,
      ...word16(0x2417),
      1,
      ...word16(0xd608),
      ...word16(definition.length + 1),
      ...definition,
    ],
  },
];
const drawn: WordParagraph = { runs: [{ text: "\u0008", changes: [...word16(0x0855), 1] }], mark: "\r" };

const shape = (number: number, pairs: readonly Option[]): number[] =>
  record(0xf004, [...record(0xf00a, [...long(number), ...long(0)]), ...options(...pairs)]);

/** Whether a shape that is anchored below a table, or in its cell, is said to lie over the table. */
function isOver(
  [top, bottom, flags = overText]: readonly [number, number, number?],
  content: readonly number[] = [],
  isInCell = false,
): boolean {
  const paragraphs = isInCell
    ? [{ ...table[0]!, runs: [...drawn.runs, ...table[0]!.runs] }, table[1]!]
    : [...table, drawn];
  const position = isInCell ? 0 : 3;
  const drawings = [...record(0xf000, []), 0, ...record(0xf002, record(0xf003, content))];
  const bytes = packWord(paragraphs, {
    structures: { 40: [...long(position), ...long(9), ...anchor(7, top, bottom, flags)], 50: drawings },
  });
  const lines = printReading(doc.read({ name: "a.doc", bytes }, defaultLimits) as Reading);
  return lines.some((line) => line.startsWith("! covered-table"));
}

/** Flags of an anchor: the text runs around, the place counts from the page, the shape lies behind the text. */
const [around, fromPage, behind] = [(2 << 3) | (2 << 5), (1 << 3) | (3 << 5), overText | 0x4000];

it.each<[string, ...Parameters<typeof isOver>, boolean]>([
  ["reaches up", [-900, -300], [], false, true],
  ["reaches down", [100, 900], [], false, false],
  ["is placed on the page", [100, 900, fromPage], [], false, true],
  ["is kept clear of", [-900, -300, around], [], false, false],
  ["lies behind", [-900, -300, behind], [], false, false],
  ["reaches out of its cell", [0, 900], [], true, true],
  ["stays in its cell", [0, 300], [], true, false],
  ["is aligned to the page", [100, 900], shape(7, [[0x391, 1]]), false, true],
  ["is turned", [100, 900], shape(7, [[0x4, 90 << 16]]), false, true],
  ["is hidden", [-900, -300], shape(7, [[0x3bf, 0x20002]]), false, false],
  [
    "has neither ground nor line",
    [-900, -300],
    shape(7, [
      [0x1bf, 0x100000],
      [0x1ff, 0x80000],
    ]),
    false,
    false,
  ],
  ["has a line", [-900, -300], shape(7, [[0x1bf, 0x100000]]), false, true],
  [
    "is a group",
    [-900, -300],
    record(
      0xf003,
      shape(7, [
        [0x1bf, 0x100000],
        [0x1ff, 0x80000],
      ]),
    ),
    false,
    true,
  ],
])("a shape that %s", (_, place, content, isInCell, expected) => {
  expect(isOver(place, content, isInCell)).toBe(expected);
});

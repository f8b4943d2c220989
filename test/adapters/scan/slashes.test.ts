import { expect, test } from "vitest";
import { readScan } from "../../support/read-scan.ts";
import type { LineReader } from "../../../src/model/index.ts";
import { sheet } from "./draw.ts";

/** What is said of cells that each hold a slanting stroke, `rising` to the right or falling, when it is read as `read`. */
async function strokesReadAs(read: string, rising: boolean, count = 6): Promise<string> {
  const { scan, box } = sheet();
  for (const y of [100, 160]) box(100, y, 723, 3);
  for (let at = 0; at <= 6; at++) box(100 + 120 * at, 100, 3, 63);
  for (let cell = 0; cell < count; cell++)
    for (let row = 0; row < 24; row++) box(150 + 120 * cell + (rising ? 23 - row : row), 120 + row, 3, 1);
  const reader: LineReader = {
    recognize: async (lines) => lines.map(() => [{ text: read, probability: 0.8, at: 0.5 }]),
  };
  const { glyphs } = await readScan(scan, reader);
  return [...new Set(glyphs.map(({ text, doubt }) => `${text} ${doubt ?? "sure"}`))].join();
}

test("slashes in several cells are slashes, though a recognizer says backslash", async () => {
  expect(await strokesReadAs("\\", true)).toBe("/ sure");
  expect(await strokesReadAs("/", true)).toBe("/ sure");
});

test("strokes that fall, that are few, or that are read as a digit are doubted", async () => {
  expect(await strokesReadAs("\\", false)).toBe("\\ scan");
  expect(await strokesReadAs("\\", true, 2)).toBe("\\ scan");
  expect(await strokesReadAs("1", true)).toBe("1 scan");
});

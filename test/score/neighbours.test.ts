import { describe, expect, it } from "vitest";
import { scoreAll } from "../../bench/score/board.ts";
import { sum } from "../../bench/score/counts.ts";
import { neighbourDocuments } from "../../bench/score/neighbours.ts";
import { convert, formCells } from "../../src/index.ts";
import { cellsOf } from "../../src/record/index.ts";
import { neighbours } from "../support/factory/index.ts";

const formats = ["markdown-pipe-blank-header", "html", "docx-wps", "rtf", "ofd", "xlsx", "odt"];
/** The other wordings of a form are drawn in one format each. */
const isWording = (form: string) => form.startsWith("enforcement-data-") && form !== "enforcement-data-2021";

/** The cells that a form always has; rows that a report lists itself come on top. */
const cellsIn = (form: string) =>
  neighbours.filter(({ id }) => id === form).flatMap(({ tables }) => tables.flatMap(formCells)).length;

describe.each(neighbours.map(({ id }, index) => [id, index] as const))("%s", (form, index) => {
  it.each(isWording(form) ? [formats[index % formats.length]!] : formats)(
    "drawn in its own rules is read whole from %s, by its family alone",
    async (only) => {
      const board = await scoreAll(neighbourDocuments(1, only.length, { only, form }));
      const counts = sum(board.lines.map((line) => line.counts));
      expect(board.failures).toEqual([]);
      expect(counts.cells).toBeGreaterThanOrEqual(Math.min(12, cellsIn(form)));
      expect(counts.right).toBe(counts.cells);
      expect(counts.falseAlarms).toBe(0);
    },
  );
});

// Text shows headings of three levels without their borders, and lists of two columns as lines with one stroke.
it.each([
  ["enforcement-data-shandong", "leading-tab"],
  ["enforcement-data-shandong", "tabbed"],
  ["department-accounts", "tabbed"],
  ["department-accounts", "markdown-pipe-no-edges"],
])("%s is read whole from %s", async (form, only) => {
  const [document] = neighbourDocuments(1, 41, { only, form });
  const { report, diagnostics } = await convert(document!.source);
  const found = new Map(cellsOf(report!).map(({ path, value }) => [path, value]));
  expect([...found.keys()].length).toBeGreaterThan(100);
  expect(Object.fromEntries(found)).toMatchObject(document!.expected.values);
  expect(diagnostics).toEqual([]);
});

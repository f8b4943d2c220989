import { describe, expect, it } from "vitest";
import { scoreAll } from "../../bench/score/board.ts";
import { sum } from "../../bench/score/counts.ts";
import { neighbourDocuments } from "../../bench/score/neighbours.ts";
import { neighbours } from "../support/factory/index.ts";

const formats = ["markdown-pipe-blank-header", "html", "docx-wps", "rtf", "ofd", "xlsx", "odt"];
/** The other wordings of a form are drawn in one format each. */
const isWording = (form: string) => form.startsWith("enforcement-data-") && form !== "enforcement-data-2021";

describe.each(neighbours.map(({ id }, index) => [id, index] as const))("%s", (form, index) => {
  it.each(isWording(form) ? [formats[index % formats.length]!] : formats)(
    "drawn in its own rules is read whole from %s, by its family alone",
    async (only) => {
      const board = await scoreAll(neighbourDocuments(1, only.length, { only, form }));
      const counts = sum(board.lines.map((line) => line.counts));
      expect(board.failures).toEqual([]);
      expect(counts.cells).toBeGreaterThanOrEqual(12);
      expect(counts.right).toBe(counts.cells);
      expect(counts.falseAlarms).toBe(0);
    },
  );
});

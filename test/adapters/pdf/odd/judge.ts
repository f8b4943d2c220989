import type { Finding } from "../../../../src/model/index.ts";
import { foldDigits } from "../../../../src/printed/folding.ts";
import { readValue } from "../../../../src/printed/numbers.ts";
import { pdf } from "../../../../src/adapters/pdf/index.ts";
import { LIMITS, gridsOf } from "../support.ts";
import type { OddTable } from "./draw.ts";

/** `lost`: a row of a table without lines was taken for text, which is told of the row. */
export type Verdict = "right" | "doubted" | "noise" | "silent" | "lost";

/** What became of each cell: a value other than what is seen, and no word about it, is silent. */
export async function judge({
  bytes,
  cells,
}: OddTable): Promise<{ trait: string; verdict: Verdict; got: string; seen: string }[]> {
  const { tokens, diagnostics } = await pdf.read({ name: "odd.pdf", bytes }, LIMITS);
  const named = namedRows(diagnostics);
  const read = gridsOf(tokens).flatMap((grid, table) =>
    grid.flatMap((row, index) => row.map((cell) => ({ ...cell, isNamed: named(table, index) }))),
  );
  const told = diagnostics.some(({ rule }) => rule === "needs-ocr" || rule === "pdf-digits-differ");
  return cells.flatMap((row) =>
    row.map(({ trait, seen, ordinary, x, y }) => {
      const cell = read.find(({ at }) => {
        const [left, top, right, bottom] = at.box!;
        return left <= x && x <= right && top <= y && y <= bottom;
      });
      const got = cell && foldDigits(cell.text).replace(/\s/g, "");
      // Text that is no number is no silent one: letters, and digits apart, which no value is read from without a word.
      const isNumber = readValue(cell?.text ?? "").status !== "unreadable";
      const doubted = cell?.doubt !== undefined || cell?.isNamed === true || told || !isNumber;
      // What is blank need be no cell where no lines make cells.
      const right = (got ?? "") === seen;
      const wrong = cell === undefined ? "lost" : "silent";
      const noise = ordinary === true && cell?.doubt !== undefined;
      const verdict = noise ? "noise" : right ? "right" : doubted ? "doubted" : wrong;
      const reason = doubted ? (JSON.stringify(cell?.doubt) ?? "told") : "";
      return { trait, verdict, got: (got ?? "(no cell)") + reason, seen };
    }),
  );
}

/** Whether a table without lines is told to have values of a row that may belong to another column: its cells are doubted. */
function namedRows(diagnostics: readonly Finding[]): (table: number, row: number) => boolean {
  const unruled = diagnostics.filter(({ rule }) => rule === "pdf-table-unruled");
  return (table, row) =>
    unruled.some(({ at, args }) => {
      const rows = args?.["rows"];
      return (
        at?.table === table + 1 &&
        (rows === undefined ||
          String(rows)
            .split(" ")
            .includes(`${row + 1}`))
      );
    });
}

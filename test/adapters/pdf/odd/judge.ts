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
  const read = gridsOf(tokens).flat(2);
  const told = diagnostics.some(({ rule }) => rule === "needs-ocr" || rule === "pdf-digits-differ");
  return cells.flatMap((row) =>
    row.map(({ trait, seen, ordinary, x, y }) => {
      const cell = read.find(({ at }) => {
        const [left, top, right, bottom] = at.box!;
        return left <= x && x <= right && top <= y && y <= bottom;
      });
      const got = cell?.text.replace(/\s/g, "");
      // Text that is no number is no silent one: letters, and digits apart, which no value is read from without a word.
      const isNumber = readValue(cell?.text ?? "").status !== "unreadable";
      const doubted = cell?.doubt !== undefined || told || !isNumber;
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

import { hasDigits } from "../../printed/numbers.ts";
import { isUnit } from "../../printed/units.ts";
import type { PlacedRow } from "./place.ts";

/**
 * Puts cells together whose text wraps over the lines around their row: `105（含自然失效 52` above 行政规范性文件 and
 * `件）` below it. A line without a label belongs to the labelled row beside it only where the two certainly make one
 * cell: pieces above and below a row that is blank between them, or the rest of a bracket.
 */
export function joinWrapped(rows: readonly PlacedRow[]): readonly PlacedRow[] {
  const joined = [...rows];
  const gone = new Set<number>();
  for (const [index, row] of rows.entries()) {
    if (!row.numeric || isUnlabelled(row)) continue;
    const [above, below] = [fragment(rows[index - 1]), fragment(rows[index + 1])];
    const texts = [...row.texts];
    const takes = (side: PlacedRow | null) =>
      side !== null && columnsOf(side).every((c) => fits(c, texts[c]!, side));
    const both =
      above !== null &&
      below !== null &&
      columnsOf(above).join() === columnsOf(below).join() &&
      columnsOf(above).every((column) => texts[column] === "");
    const [up, down] = [both || takes(above) ? above : null, both || takes(below) ? below : null];
    if (!up && !down) continue;
    for (const column of new Set([up, down].flatMap((side) => (side ? columnsOf(side) : []))))
      texts[column] = [up?.texts[column], texts[column], down?.texts[column]].filter(Boolean).join("\n");
    joined[index] = { ...row, texts };
    if (up && !gone.has(index - 1)) gone.add(index - 1);
    if (down) gone.add(index + 1);
  }
  return joined.filter((_, index) => !gone.has(index));

  /** The row itself if it has pieces but no label and no other row has taken them already; otherwise null. */
  function fragment(row: PlacedRow | undefined): PlacedRow | null {
    return row && isUnlabelled(row) && !gone.has(rows.indexOf(row)) ? row : null;
  }
}

/** Whether a piece beside a cell's text can only be the rest of it: its unit, or an open bracket's other half. */
function fits(column: number, text: string, side: PlacedRow): boolean {
  const piece = side.texts[column]!;
  if (!hasDigits(text)) return false;
  return opens(text) + opens(piece) === 0 && (opens(text) !== 0 || isUnit(piece));
}

function opens(text: string): number {
  return (text.match(/[（(]/gu)?.length ?? 0) - (text.match(/[）)]/gu)?.length ?? 0);
}

function isUnlabelled({ texts }: PlacedRow): boolean {
  return texts[0] === "";
}

function columnsOf({ texts }: PlacedRow): readonly number[] {
  return texts.flatMap((text, column) => (column > 0 && text !== "" ? [column] : []));
}

import type { SheetPlace } from "./formula-references.ts";
import type { DraftCell } from "./marks.ts";
import { isWithin } from "./sheet.ts";
import type { Range } from "./sheet.ts";

/** A cell with a formula. */
export interface FormulaCell extends SheetPlace {
  /** The ranges of its sheet that it is worked out from; null where that may be any cell. */
  readonly uses: () => readonly Range[] | null;
}

/** At most so many formulas of a sheet, and cells that change, are looked at. */
export const mostFormulas = 20_000;
const mostChanging = 50;

/**
 * Casts doubt on numbers that are worked out from cells which give another result each time the file is opened
 * (`changing`), also through further cells of the sheet.
 */
export function markDependent(
  cells: readonly DraftCell[],
  formulas: readonly FormulaCell[],
  changing: readonly FormulaCell[],
): void {
  if (changing.length === 0 || formulas.length === 0) return;
  const used = formulas.map(({ uses }) => uses());
  const found = new Set<number>();
  const queue: SheetPlace[] = changing.slice(0, mostChanging);
  for (const { row, column } of queue)
    for (const [index, formula] of formulas.entries()) {
      const ranges = used[index]!;
      if (found.has(index) || ranges?.some((range) => isWithin(range, row, column)) === false) continue;
      found.add(index);
      if (queue.length < mostChanging) queue.push(formula);
    }
  const places = new Set([...found].map((index) => placeOf(formulas[index]!)));
  for (const cell of cells) if (/\d/.test(cell.text) && places.has(placeOf(cell))) cell.doubt ??= "formula";
}

const placeOf = ({ row, column }: SheetPlace): string => `${row}:${column}`;

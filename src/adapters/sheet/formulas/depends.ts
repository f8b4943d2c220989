import type { SheetPlace } from "./formula-references.ts";
import type { DraftCell } from "../marks.ts";
import { lastColumn, lastRow } from "../reference.ts";
import type { Range } from "../sheet.ts";
import { isPlainSum, staleSums } from "./stale-sums.ts";
import { isVolatile } from "./volatile.ts";

/** Cells of a sheet, by the sheet's key in its book; undefined for the formula's own sheet. */
export interface BookRange extends Range {
  readonly sheet: string | undefined;
}

/** What a formula is worked out from. */
export interface References {
  readonly ranges: readonly BookRange[];
  /** Keys of names and tables that the book defines. */
  readonly names: readonly string[];
}

/** A cell with a formula. */
export interface FormulaCell extends SheetPlace {
  /** It adds up what it refers to, and does nothing else. */
  readonly isSum?: boolean;
  /** What it is worked out from; null where that may be any cell. */
  readonly uses: () => References | null;
}

/** A name that a book defines. */
export interface DefinedName {
  /** Its own formula gives another result each time. */
  readonly changes: boolean;
  readonly uses: () => References | null;
}

/** The formulas of a sheet, hidden ones included. */
export interface SheetFormulas {
  readonly key: string;
  readonly cells: readonly DraftCell[];
  readonly formulas: readonly FormulaCell[];
  /** Places whose formulas give another result each time the file is opened. */
  readonly changing: readonly (Range | SheetPlace)[];
}

/** The formulas of a sheet as they are read. */
export interface FormulaLists {
  /** Those that give the same result each time. */
  readonly formulas: readonly FormulaCell[];
  readonly changing: readonly FormulaCell[];
  /** Says whether the formula, as it is written, gives another result each time. */
  readonly add: (formula: string, place: SheetPlace, uses: FormulaCell["uses"]) => boolean;
}

export function formulaLists(): FormulaLists {
  const [formulas, changing]: [FormulaCell[], FormulaCell[]] = [[], []];
  return {
    formulas,
    changing,
    add(formula, { row, column }, uses) {
      const isChanging = isVolatile(formula);
      const list = isChanging ? changing : formulas;
      if (list.length < mostFormulas) list.push({ row, column, uses, isSum: isPlainSum(formula) });
      return isChanging;
    },
  };
}

/**
 * What a hidden sheet means for formulas of other sheets: where one of its formulas changes, all of it counts as
 * changing. A sheet whose formulas may only depend on what changes is left out, so references to it are not resolved.
 */
export function ofHiddenSheet(
  key: string,
  { hasFormula, changes }: { readonly hasFormula: boolean; readonly changes: boolean },
): readonly SheetFormulas[] {
  if (hasFormula && !changes) return [];
  return [{ key, cells: [], formulas: [], changing: changes ? [wholeSheet] : [] }];
}

/** Every cell of a sheet of which only this is known, that one of its cells changes. */
const wholeSheet: Range = { top: 1, left: 1, bottom: lastRow, right: lastColumn };

/** At most so many formulas of a sheet, and comparisons of formulas with cells that change, are looked at. */
export const mostFormulas = 20_000;
const mostCompared = 4_000_000;
/** Names that stand for names that stand for names: no book needs more. */
const deepestName = 8;

/**
 * Casts doubt on numbers that are worked out from cells which give another result each time the file is opened, also
 * through further cells, other sheets and names. Where one cell of the book changes, what cannot be resolved counts as
 * worked out from it. A sum that is not what it adds up, as programs leave it that change cells and work nothing out
 * anew, is as doubtful: some programs show it, others work it out.
 */
export function markDependent(
  sheets: readonly SheetFormulas[],
  names: ReadonlyMap<string, DefinedName> = new Map(),
): void {
  const queue: BookRange[] = sheets.flatMap((sheet) =>
    [...sheet.changing, ...staleSums(sheet)].map((one) => placed(one, sheet.key)),
  );
  const hasChangingName = [...names.values()].some(({ changes }) => changes);
  if (queue.length === 0 && !hasChangingName) return;
  const known: ReadonlySet<string> = new Set(sheets.map(({ key }) => key));
  let open = sheets.flatMap(({ key, formulas, cells }) =>
    formulas.map((formula) => ({ key, formula, cells, used: resolved(formula.uses(), key, names, known) })),
  );
  const doubted = new Map<readonly DraftCell[], Set<string>>();
  const take = (isMet: (one: (typeof open)[number]) => boolean): void => {
    const left: typeof open = [];
    for (const one of open) {
      if (!isMet(one)) {
        left.push(one);
        continue;
      }
      queue.push(placed(one.formula, one.key));
      const places = doubted.get(one.cells) ?? new Set();
      doubted.set(one.cells, places.add(placeOf(one.formula)));
    }
    open = left;
  };
  take(({ used }) => used === "any");
  let compared = 0;
  for (let at = 0; at < queue.length && open.length > 0; at++) {
    const range = queue[at]!;
    compared += open.length;
    // Past the limit, every formula that refers to a cell counts as one that may change.
    take(
      ({ used }) =>
        used !== "any" && (compared > mostCompared ? used.length > 0 : used.some((one) => meet(one, range))),
    );
  }
  for (const [cells, places] of doubted)
    for (const cell of cells) if (/\d/.test(cell.text) && places.has(placeOf(cell))) cell.doubt ??= "formula";
}

function resolved(
  uses: References | null,
  own: string,
  names: ReadonlyMap<string, DefinedName>,
  sheets: ReadonlySet<string>,
  depth = 0,
): readonly BookRange[] | "any" {
  if (uses === null || depth > deepestName) return "any";
  const found: BookRange[] = [];
  for (const range of uses.ranges) {
    const sheet = range.sheet ?? own;
    if (!sheets.has(sheet)) return "any";
    found.push({ ...range, sheet });
  }
  for (const name of uses.names) {
    const defined = names.get(`${own} ${name}`) ?? names.get(name);
    const inner =
      defined === undefined || defined.changes
        ? "any"
        : resolved(defined.uses(), own, names, sheets, depth + 1);
    if (inner === "any") return "any";
    found.push(...inner);
  }
  return found;
}

function placed(place: Range | SheetPlace, sheet: string): BookRange {
  if ("top" in place) return { ...place, sheet };
  const { row, column } = place;
  return { top: row, bottom: row, left: column, right: column, sheet };
}

function meet(a: BookRange, b: BookRange): boolean {
  return (
    a.sheet === b.sheet && a.top <= b.bottom && a.bottom >= b.top && a.left <= b.right && a.right >= b.left
  );
}

const placeOf = ({ row, column }: SheetPlace): string => `${row}:${column}`;

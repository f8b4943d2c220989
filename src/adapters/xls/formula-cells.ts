import { mostFormulas } from "../sheet/formulas/depends.ts";
import type { FormulaCell, References } from "../sheet/formulas/depends.ts";
import type { SheetPlace } from "../sheet/formulas/formula-references.ts";
import type { Range } from "../sheet/sheet.ts";
import { xlsBookReferences } from "./book-references.ts";
import type { XlsBookReferences } from "./book-references.ts";
import { formulaTokens } from "./formula-tokens.ts";
import type { FormulaTokens } from "./formula-tokens.ts";
import { shortAt } from "./records.ts";
import type { BiffRecord } from "./records.ts";

/** The formulas of a sheet. Functions that take a row and a column count both from 0. */
export interface XlsFormulas {
  readonly read: (record: BiffRecord) => void;
  readonly isFormula: (row: number, column: number) => boolean;
  /** The cell's formula gives another result whenever the file is opened. */
  readonly isWorkedOutAnew: (row: number, column: number) => boolean;
  /** What is stored is not the cell's result: nothing worked the formula out, or it is stored as what it cannot be. */
  readonly isUnworked: (row: number, column: number) => boolean;
  /** The cells of which a formula is the sum; undefined where it is something else. */
  readonly sumOf: (row: number, column: number) => readonly Range[] | undefined;
  /** Cells whose formulas give the same result each time, and those whose do not. */
  readonly steady: () => readonly FormulaCell[];
  readonly changing: () => readonly FormulaCell[];
}

/** Where the parts of a formula state their length, before the parts themselves. */
const lengths: ReadonlyMap<number, number> = new Map([
  // FORMULA (MS-XLS 2.4.127), SHRFMLA (2.4.277), ARRAY (2.4.4)
  [0x06, 20],
  [0x4bc, 8],
  [0x221, 12],
]);
const [formula] = lengths.keys();
/** UNCALCED (2.4.331): the formulas of the sheet were not worked out before it was saved. */
const uncalculated = 0x5e;
/** FORMULA: the formula is still to be worked out, always or when the file is opened. */
const [flagsAt, isToBeWorkedOut] = [14, 3];
/** FormulaValue (2.5.133): the result is a text without letters. Writers that work no formula out store this. */
const [resultAt, blankText, notNumber] = [6, 3, 0xffff];
const keyOf = (row: number, column: number): number => row * 256 + column;

interface FormulaRecord {
  readonly place: SheetPlace;
  readonly tokens: Uint8Array;
  /** The stored result is a blank text. */
  readonly isBlank: boolean;
  readonly isPending: boolean;
}

export function xlsFormulas(references: Pick<XlsBookReferences, "uses"> = xlsBookReferences()): XlsFormulas {
  const cells = new Map<number, FormulaRecord>();
  const shared = new Map<number, Uint8Array>();
  let last = 0;
  let isUncalculated = false;
  let worksNothingOut: boolean | undefined;
  const known = new Map<number, FormulaTokens>();
  const readAt = (key: number): FormulaTokens | undefined => {
    const found = known.get(key);
    const cell = cells.get(key);
    if (found !== undefined || cell === undefined) return found;
    const own = formulaTokens(cell.tokens, cell.place);
    const first = own.shared === null ? undefined : shared.get(keyOf(own.shared.row, own.shared.column));
    const read = first === undefined ? own : formulaTokens(first, cell.place);
    known.set(key, read);
    return read;
  };
  /** Whether some formula of the sheet that gives a number has a blank text for its result. */
  const hasUnworkedBlanks = (): boolean =>
    [...cells].slice(0, mostFormulas).some(([key, { isBlank }]) => isBlank && readAt(key)!.givesNumber);
  const where = (isChanging: boolean): readonly FormulaCell[] =>
    [...cells].slice(0, mostFormulas).flatMap(([key, { place }]) => {
      const read = readAt(key)!;
      const { row, column } = place;
      const uses = (): References | null => references.uses(read);
      const { isVolatile, isSum } = read;
      return isVolatile === isChanging ? [{ row: row + 1, column: column + 1, uses, isSum }] : [];
    });
  return {
    read({ kind, body }) {
      if (kind === uncalculated) isUncalculated = true;
      const lengthAt = lengths.get(kind);
      if (lengthAt === undefined) return;
      const tokens = body.subarray(lengthAt + 2, lengthAt + 2 + shortAt(body, lengthAt));
      if (kind !== formula) return void shared.set(last, tokens);
      const place = { row: shortAt(body, 0), column: shortAt(body, 2) };
      last = keyOf(place.row, place.column);
      const isBlank = body[resultAt] === blankText && shortAt(body, resultAt + 6) === notNumber;
      const isPending = (shortAt(body, flagsAt) & isToBeWorkedOut) !== 0;
      cells.set(last, { place, tokens, isBlank, isPending });
    },
    isFormula: (row, column) => cells.has(keyOf(row, column)),
    isWorkedOutAnew: (row, column) => readAt(keyOf(row, column))?.isVolatile === true,
    isUnworked: (row, column) => {
      const read = readAt(keyOf(row, column));
      const cell = cells.get(keyOf(row, column));
      if (read === undefined || cell === undefined) return false;
      // A formula may give a blank text, but where one that gives a number seems to, nothing was worked out.
      if (cell.isBlank) return isUncalculated || cell.isPending || (worksNothingOut ??= hasUnworkedBlanks());
      return isUncalculated || cell.isPending || read.givesText;
    },
    sumOf: (row, column) => {
      const read = readAt(keyOf(row, column));
      return read?.isSum === true ? read.ranges : undefined;
    },
    steady: () => where(false),
    changing: () => where(true),
  };
}

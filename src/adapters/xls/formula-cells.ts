import { mostFormulas } from "../sheet/depends.ts";
import type { FormulaCell, References } from "../sheet/depends.ts";
import type { SheetPlace } from "../sheet/formula-references.ts";
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
  /** The stored number is not the cell's result: nothing worked the formula out, or it gives a text. */
  readonly isUnworked: (row: number, column: number) => boolean;
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
const keyOf = (row: number, column: number): number => row * 256 + column;

export function xlsFormulas(references: Pick<XlsBookReferences, "uses"> = xlsBookReferences()): XlsFormulas {
  const cells = new Map<number, { readonly place: SheetPlace; readonly tokens: Uint8Array }>();
  const shared = new Map<number, Uint8Array>();
  let last = 0;
  let isUncalculated = false;
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
  const where = (isChanging: boolean): readonly FormulaCell[] =>
    [...cells].slice(0, mostFormulas).flatMap(([key, { place }]) => {
      const read = readAt(key)!;
      const { row, column } = place;
      const uses = (): References | null => references.uses(read);
      return read.isVolatile === isChanging ? [{ row: row + 1, column: column + 1, uses }] : [];
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
      cells.set(last, { place, tokens });
    },
    isFormula: (row, column) => cells.has(keyOf(row, column)),
    isWorkedOutAnew: (row, column) => readAt(keyOf(row, column))?.isVolatile === true,
    isUnworked: (row, column) => {
      const read = readAt(keyOf(row, column));
      return read !== undefined && (isUncalculated || read.givesText);
    },
    steady: () => where(false),
    changing: () => where(true),
  };
}

import type { DefinedName, References } from "./depends.ts";
import { referencesIn, sheetKey } from "./formula-references.ts";
import type { Range } from "../sheet.ts";
import { isVolatile } from "./volatile.ts";

/** The names that a book defines, by their keys: in lower case, after the key of the sheet for which they hold. */
export interface DefinedNames {
  readonly names: ReadonlyMap<string, DefinedName>;
  /** `formula` is what the name stands for, in the language of A1 references; `read` reads it in another. */
  readonly add: (
    name: string,
    formula: string,
    sheet?: string | undefined,
    read?: (formula: string) => References | null,
  ) => void;
  /** Adds a table, whose name stands for all of its cells. */
  readonly addTable: (name: string, over: Range, sheet: string) => void;
}

/** At most so many names of a book are looked at; formulas with further ones count as not resolved. */
const mostNames = 5_000;
const corner = { row: 1, column: 1 };

export function definedNames(): DefinedNames {
  const names = new Map<string, DefinedName>();
  return {
    names,
    add(name, formula, sheet, read = (text) => referencesIn(text, corner, corner)) {
      const key = `${sheet === undefined ? "" : `${sheetKey(sheet)} `}${name.toLowerCase()}`;
      if (names.size < mostNames) names.set(key, { changes: isVolatile(formula), uses: () => read(formula) });
    },
    addTable(name, over, sheet) {
      const uses = (): References => ({ ranges: [{ ...over, sheet: sheetKey(sheet) }], names: [] });
      if (names.size < mostNames) names.set(name.toLowerCase(), { changes: false, uses });
    },
  };
}

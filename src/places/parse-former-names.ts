import type { FormerName } from "./former-names.ts";
import { nameTable } from "./name-table.ts";
import { divisionTree } from "./tree.ts";

/**
 * Reads a table of former names: CSV of name, code of the successor, year and, where the division was merged into it,
 * `merged`; with or without a header. Never throws. `wrong` is the first line that is none of these, counted from 1; 0
 * where there is none.
 */
export function parseFormerNames(text: string): {
  readonly formerNames: readonly FormerName[];
  readonly wrong: number;
} {
  const { byCode } = divisionTree();
  const formerNames: FormerName[] = [];
  for (const { line, text: printed, fields } of nameTable(text)) {
    if (line === 1 && !/\d/u.test(printed)) continue;
    const [name = "", code = "", year = "", fate = "", ...more] = fields ?? [];
    const isMerged = fate === "merged";
    const isRow = name !== "" && byCode.has(code) && /^\d{4}$/u.test(year) && (isMerged || fate === "");
    if (!isRow || more.length > 0) return { formerNames: [], wrong: line };
    formerNames.push(isMerged ? [name, code, Number(year), "merged"] : [name, code, Number(year)]);
  }
  return { formerNames, wrong: 0 };
}

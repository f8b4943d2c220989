import { tablePointer } from "../../arithmetic/paths.ts";
import { finding } from "../../findings/finding.ts";
import type { Block, Finding } from "../../model/index.ts";
import { foldDigits } from "../../printed/folding.ts";
import { everyMatch } from "../../printed/matches.ts";
import type { Fit } from "../match/fit/fit.ts";

/** A heading that is a year: 2017年度, alone or among the words of a head in text. */
const YEAR = /(?:^|\s|单位|名称|代码)(20\d{2})\s?年度(?=\s|$|历年|累计)/gu;
/** Over so many lines a head in text may run. */
const HEAD = 6;

/**
 * Reports a list whose head names another year than the report's, as 2017年度 | 历年累计 in a report on 2018: its
 * numbers may be those of the other year. A heading of the report's own year beside it settles that.
 */
export function headedByOtherYear(
  { known: { table }, rowFits }: Fit,
  blocks: readonly Block[],
  year: number | null,
): readonly Finding[] {
  const printed = rowFits.find((one) => one.printed !== null)?.printed;
  if (!printed || year === null || table.optional !== true) return [];
  const block = blocks[printed.block];
  const texts =
    block?.kind === "grid"
      ? block.grid.cells.filter(({ row }) => row < (printed.at.row ?? 1)).map(({ text }) => text.trim())
      : blocks
          .slice(Math.max(0, printed.block - HEAD), printed.block + 1)
          .flatMap((one) => (one.kind === "line" ? [one.text] : []));
  const years = texts.flatMap((text) => everyMatch(foldDigits(text), YEAR).map((match) => match[1]!));
  const [other] = years;
  if (other === undefined || years.includes(String(year))) return [];
  const args = { label: table.title, heading: `${other}年度` };
  return [finding("table-of-another", { path: tablePointer(table.id), at: printed.at, args })];
}

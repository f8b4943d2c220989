import type { AnnualReport, Diagnostic } from "../model/index.ts";
import type { CheckContext } from "./context.ts";

/** Words that mean another population than the tables': a figure beside one is compared with nothing. */
const OTHER_POPULATION = /备案|代表[^，。；]{0,6}(?:政府|办)|本级|累计|同比|自20\d{2}年以来|历年/u;

/** The report's prose by sentence, spaces gone, sentences about another population or without a figure left out. */
export function sentencesOf(report: AnnualReport): readonly string[] {
  return report.sections.flatMap(({ paragraphs }) =>
    paragraphs
      .join("")
      .replace(/\s+/gu, "")
      .replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
      .split(/(?<=[。！？])/u)
      .filter((text) => /\d/u.test(text) && !OTHER_POPULATION.test(text)),
  );
}

/** Compares a figure of the text with the sum of cells; a finding only where every cell has a value and the two differ. */
export function compareFigure(context: CheckContext, rule: string, figure: number, pointers: readonly string[], quote: string): Diagnostic[] {
  const values = pointers.map((pointer) => context.value(pointer));
  if (values.includes(null) || pointers.length === 0) return [];
  const actual = (values as number[]).reduce((sum, value) => sum + value, 0);
  if (actual === figure) return [];
  const at = context.at(pointers[0]!);
  return [{ rule, severity: "notice", path: pointers[0]!, paths: pointers, ...(at ? { at } : {}), expected: figure, actual, args: { quote: quote.slice(0, 80) } }];
}

/** Pointers of the 总计 column of table 3 whose row key is `key` or lies below it. */
export function totals(context: CheckContext, key: string): readonly string[] {
  const stem = `/report/tables/applications/total/${key.replaceAll(".", "/")}`;
  return context.cells.map((cell) => cell.pointer).filter((pointer) => pointer === stem || pointer.startsWith(`${stem}/`));
}

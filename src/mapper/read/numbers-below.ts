import { finding } from "../../findings/finding.ts";
import type { Finding } from "../../model/index.ts";
import { isNumber } from "../../printed/numbers.ts";
import type { Fit, RowFit } from "../match/fit/fit.ts";
import { isBlankValue, printedRow, type FormRow } from "../rows/form-row.ts";

/** A page has no greater number. */
const LARGEST_PAGE = 999;

/**
 * Reports rows below which numbers stand on a line of their own that no row took: the row was cut behind its label, or
 * within a number. A small number alone that counts on from another one is the page's.
 */
export function numbersBelow({ laidOver, rowFits }: Fit, taken: ReadonlySet<FormRow>): readonly Finding[] {
  const alone = laidOver.filter(isAlone);
  if (alone.length === 0) return [];
  const pages = new Set(alone.map(({ values }) => Number(values[0]!.text)));
  const owners = new Map<FormRow, RowFit[]>();
  for (const rowFit of rowFits) {
    if (!rowFit.printed) continue;
    const printed = printedRow(rowFit.printed);
    owners.set(printed, [...(owners.get(printed) ?? []), rowFit]);
  }
  return laidOver.flatMap((row, index): readonly Finding[] => {
    const above = laidOver[index - 1];
    const cut = above && owners.get(above);
    if (!cut || taken.has(row) || !isAlone(row)) return [];
    const isPage = isPageOf(row, pages) && !above.values.some(isBlankValue);
    if (isPage) return [];
    return cut.map(({ known }) =>
      finding("row-split", { paths: known.pointers, at: row.at, args: { label: known.row.label } }),
    );
  });
}

/** Whether nothing but numbers stands in a row without borders. */
function isAlone({ kind, labels, context, values }: FormRow): boolean {
  return (
    (kind === "listed" || kind === "run") &&
    labels.length === 0 &&
    context === "" &&
    values.length > 0 &&
    values.every(({ text }) => isNumber(text))
  );
}

function isPageOf({ values }: FormRow, pages: ReadonlySet<number>): boolean {
  const number = Number(values[0]!.text);
  const isSmall = values.length === 1 && number > 0 && number <= LARGEST_PAGE;
  return isSmall && (pages.has(number - 1) || pages.has(number + 1));
}

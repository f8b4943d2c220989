import { UNCERTAIN } from "../weights.ts";
import type { Finding } from "../../../model/index.ts";
import { tablePointer } from "../../../arithmetic/paths.ts";
import { coversYear } from "../../form/years.ts";
import type { Fit } from "../fit/fit.ts";
import { isStrangeYear } from "./strange-year.ts";
import type { KnownRow } from "../../form/known.ts";
import { finding } from "../../../findings/finding.ts";
import { countedShare } from "./better-fit.ts";

/**
 * Reports two layouts that score nearly alike when the better one does not fit completely: its values may belong to the
 * other's labels.
 */
export function doubtBetween([best, second, ...others]: readonly Fit[], year: number | null): Finding[] {
  if (!best || !second) return [];
  const alike = [second, ...others].find((fit) => isAlikeWithoutHeadings(fit, best));
  if (!alike) {
    const isNear = best.rowsMatched < best.rows && best.score - second.score <= UNCERTAIN;
    const differ = best.rows !== second.rows || best.columns !== second.columns;
    if (!differ || !((isNear && !hasDecidingRow(best, second)) || isStrangeYear(best, second, year)))
      return [];
  }
  return [
    finding("layout-uncertain", {
      path: tablePointer(best.table),
      args: { layout: best.layout, other: (alike ?? second).layout },
    }),
  ];
}

/**
 * Whether two layouts with the same rows cannot be told apart, because neither the headings nor the number of cells
 * could be read.
 */
function isAlikeWithoutHeadings(other: Fit, best: Fit): boolean {
  const isRun = best.rowFits.some(({ printed }) => printed?.kind === "run");
  return (
    best.columnsMatched === 0 &&
    other.rowsMatched === best.rowsMatched &&
    other.columns !== best.columns &&
    (isRun || countedShare(best) < 1)
  );
}

/**
 * Whether a row was found that tells two layouts apart: one that the other layout does not have, or has with other
 * columns, provided that the header names all columns of this one.
 */
function hasDecidingRow(best: Fit, second: Fit): boolean {
  const others = new Map(second.known.rows.map((known) => [known.row.key, columnKeys(known)]));
  return best.rowFits.some(({ known, printed, header }) => {
    if (!printed) return false;
    const other = others.get(known.row.key);
    if (other === undefined) return true;
    return other !== columnKeys(known) && header?.matched === known.block.columns.length;
  });
}

function columnKeys({ block }: KnownRow): string {
  return block.columns.map(({ column }) => column.key).join("\t");
}

export function doubtYear(fits: readonly Fit[], year: number | null): Finding[] {
  if (year === null) return [];
  return fits.flatMap((fit): Finding[] => {
    if (coversYear(fit.known.template, year)) return [];
    const [from, to] = fit.known.template.years;
    const years = to === null ? `${from}–` : `${from}–${to}`;
    return [
      finding("layout-year-mismatch", {
        path: tablePointer(fit.table),
        args: { layout: fit.layout, years, year },
      }),
    ];
  });
}

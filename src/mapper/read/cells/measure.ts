import type { Finding } from "../../../model/index.ts";
import type { RowFit } from "../../match/fit/fit.ts";
import type { PrintedValue } from "../../rows/form-row.ts";
import type { KnownColumn } from "../../form/known.ts";
import type { ReadValue } from "../../../printed/numbers.ts";
import { isMoney, statedMoney, toYuan } from "../../../printed/units.ts";
import { rowUnit, unitAgainstCount, unitOfAmount, type RowUnits } from "./units.ts";
import { finding } from "../../../findings/finding.ts";

/** Yuan: fees of a year that reach this are rather printed in 元 than in the 万元 of a heading that leaves it out. */
const LARGE = 10_000_000;

interface Measure {
  readonly unit: string | undefined;
  /** The form's own unit. */
  readonly usual: string | undefined;
  readonly yuan: number | null;
  /** A unit that is not one of money, or that cannot be that of a count of single things. */
  readonly odd: string | undefined;
  /** Another unit of money printed above or below the table, where the cell itself has none. */
  readonly rival?: string | undefined;
  /** Whether the heading leaves out the form's unit, which makes a large amount. */
  readonly isAssumed?: boolean;
}

/** The unit of a number, by what is printed nearest to it or else by the form, and an amount in yuan. */
export function measureOf(
  rowFit: RowFit,
  known: KnownColumn,
  { value, unit: inCell }: ReadValue,
  isAmount: boolean,
  units: RowUnits,
): Measure {
  const usual = rowFit.known.row.unit ?? known.column.unit;
  if (!isAmount || value === null) {
    const unit = inCell ?? rowUnit(rowFit) ?? usual;
    return { unit, usual, yuan: null, odd: unitAgainstCount(rowFit, known, inCell) };
  }
  const stated = unitOfAmount(rowFit, known, inCell, units);
  const unit = stated ?? usual;
  const yuan = unit === undefined ? null : toYuan(value, unit);
  // Forms that say their unit once for all may state it anywhere; this one says it in the heading.
  const isLeftOut = stated === undefined && known.label.some(({ text }) => statedMoney(text) !== undefined);
  const isAssumed = isLeftOut && yuan !== null && yuan !== value && yuan >= LARGE;
  const above = inCell === undefined ? rowFit.printed!.unitAbove : undefined;
  const rival = above !== undefined && isMoney(above) && above !== unit ? above : undefined;
  return { unit, usual, yuan, odd: yuan === null ? unit : undefined, rival, isAssumed };
}

/** Reports what is odd about the unit of a number other than zero; an empty cell or a zero needs no unit. */
export function unitFindings(
  { unit, usual, yuan, odd, rival, isAssumed }: Measure,
  value: number,
  isAmount: boolean,
  about: { readonly path: string; readonly at: PrintedValue["at"] },
  printed: { readonly raw: string; readonly label: string },
): readonly Finding[] {
  const found: Finding[] = [];
  if (yuan !== null && usual !== undefined && toYuan(value, usual) !== yuan)
    found.push(finding("unit-differs", { ...about, args: { ...printed, unit: unit!, usual } }));
  if (rival !== undefined && yuan !== null && toYuan(value, rival) !== yuan)
    found.push(finding("units-disagree", { ...about, args: { ...printed, unit: unit!, other: rival } }));
  // The form's own unit may be days or kilometres.
  if (odd && odd !== usual)
    found.push(finding("unit-unknown", { ...about, args: { ...printed, unit: odd } }));
  if (isAssumed) found.push(finding("unit-assumed", { ...about, args: { ...printed, usual: usual! } }));
  if (isAmount && unit === undefined) found.push(finding("unit-missing", { ...about, args: printed }));
  return found;
}

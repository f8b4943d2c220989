import type { RowFit } from "../../match/fit/fit.ts";
import type { KnownColumn } from "../../form/known.ts";
import { unitAtEnd } from "../../match/row/match-row.ts";
import { isOfCount, statedMoney, unitNamed } from "../../../printed/units.ts";

/** The units printed for all amounts of a row. */
export interface RowUnits {
  /** Beside its label. */
  readonly beside: string | undefined;
  /** In the caption of its block, or above the table. */
  readonly above: string | undefined;
}

/** Of a row without amounts. */
export const NO_UNITS: RowUnits = { beside: undefined, above: undefined };

export function rowUnits(rowFit: RowFit): RowUnits {
  const { unitAbove, headers, context } = rowFit.printed!;
  return {
    beside: labelUnit(rowFit) ?? rowUnit(rowFit),
    above: unitAbove ?? (headers.length === 0 ? statedMoney(context) : undefined),
  };
}

/**
 * The unit of an amount, by what is printed nearest to it: in its cell, beside its row's label, in its column's
 * heading, in the caption of its block, above the table. Undefined where no unit is printed. A unit that is not
 * understood is returned as printed.
 */
export function unitOfAmount(
  rowFit: RowFit,
  known: KnownColumn,
  inCell: string | undefined,
  { beside, above }: RowUnits,
): string | undefined {
  return inCell ?? beside ?? headerUnit(rowFit, known) ?? above;
}

/** A unit beside a count that cannot be that of single things: 万条, 元. */
export function unitAgainstCount(
  rowFit: RowFit,
  known: KnownColumn,
  inCell: string | undefined,
): string | undefined {
  if (inCell !== undefined && !isOfCount(inCell)) return inCell;
  const beside = rowFit.printed?.unit;
  if (beside !== undefined && !isOfCount(beside)) return beside;
  const leaf = headingOf(rowFit, known)?.leaf ?? "";
  const bracket = leaf.endsWith(")") ? /\(([^()]{1,12})\)$/u.exec(leaf)?.[1] : undefined;
  const inHeading = bracket === undefined ? undefined : unitNamed(bracket);
  return inHeading === undefined || isOfCount(inHeading) ? undefined : inHeading;
}

function headingOf({ known, header }: RowFit, column: KnownColumn) {
  return header?.columns[known.block.columns.indexOf(column)] ?? undefined;
}

/** The unit in the row's own label, or at the end of the text before its values: 行政事业性收费(元), 行政事业性收费/元. */
function labelUnit({ printed }: RowFit): string | undefined {
  const text = printed!.labels.at(-1) ?? /[^()]{0,40}\([^()]{1,16}\)$/u.exec(printed!.context)?.[0] ?? "";
  const behind = text.includes("/") ? /\/([^/]{1,4})$/u.exec(text)?.[1] : undefined;
  return statedMoney(text) ?? unitNamed(behind ?? "");
}

/** The unit in a column's heading, 采购总金额(万元) or 采购总金额/万元, or in the caption above. */
function headerUnit(rowFit: RowFit, known: KnownColumn): string | undefined {
  const heading = headingOf(rowFit, known);
  if (heading)
    return statedMoney(heading.leaf) ?? restOfLabel(heading.leaf, known) ?? statedMoney(heading.text);
  const { context, headers } = rowFit.printed!;
  // 本年收费金额[单位:元] may stand above the only column, in words that the form does not have.
  if (headers.length > 0 && rowFit.known.block.columns.length === 1) {
    const stated = headers[0]!.columns
      .map(({ leaf }) => statedMoney(leaf))
      .filter((unit) => unit !== undefined);
    if (stated.length === 1) return stated[0];
  }
  const [own] = known.label;
  const at = own === undefined || own.bare === "" ? -1 : context.lastIndexOf(own.bare);
  if (at < 0) return undefined;
  const [, bracket, words] = BEHIND.exec(context.slice(at + own!.bare.length)) ?? [];
  return bracket === undefined ? unitNamed(words ?? "") : statedMoney(bracket);
}

/** The rest of a heading behind the form's own words, where it is a unit. */
function restOfLabel(leaf: string, { label }: KnownColumn): string | undefined {
  const own = label.find(({ bare }) => bare !== "" && leaf.startsWith(bare));
  return own === undefined ? undefined : unitNamed(leaf.slice(own.bare.length).replace(/^[/:,.-]/u, ""));
}

/** A unit printed between label and values, which may differ from the form's. */
export function rowUnit({ known, printed }: RowFit): string | undefined {
  if (!printed) return undefined;
  return (
    printed.unit ??
    (known.row.unit === undefined ? undefined : unitAtEnd(known.row, printed.context) || undefined)
  );
}

/** What may follow a column's heading in running text: a unit in brackets, or behind a stroke. */
const BEHIND = /^(?:(\([^()]{1,16}\))|[/:,]([^()/:,行政收费采购金额]{0,3}元|[￥¥]))/u;

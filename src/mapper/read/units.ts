import type { RowFit } from "../match/fit.ts";
import type { KnownColumn } from "../form/form.ts";
import { unitAtEnd } from "../match/match-row.ts";

/** A unit the report's own header states: 采购总金额(万元). */
export function headerUnit(rowFit: RowFit, known: KnownColumn): string | undefined {
  const index = rowFit.known.block.columns.indexOf(known);
  const text =
    rowFit.header?.columns[index]?.leaf ??
    known.label
      .map((label) => textAfter(rowFit.printed!.context, label.text))
      .find((found) => found !== "") ??
    "";
  return /\((?:单位:)?(元|万元|亿元)\)/u.exec(text)?.[1];
}

/** A unit printed between label and values, which may be another than the form's. */
export function rowUnit({ known, printed }: RowFit): string | undefined {
  if (known.row.unit === undefined || !printed) return undefined;
  return printed.unit ?? (unitAtEnd(known.row, printed.context) || undefined);
}

/** What follows a column label in running text, up to the end of a bracket. */
function textAfter(context: string, label: string): string {
  const index = context.indexOf(`${label}(`);
  return index < 0 ? "" : context.slice(index + label.length, index + label.length + 12);
}

import { readValue } from "../../printed/numbers.ts";
import type { Fit, RowFit } from "../match/fit/fit.ts";
import { headerFinder } from "../match/header/header-finder.ts";
import { isForms, listedHeaders } from "../match/header/listed-header.ts";
import type { HeaderOf } from "../match/header/header-match.ts";
import type { KnownBlock } from "../form/known.ts";
import { printedRow, type FormHeader, type FormRow } from "../rows/form-row.ts";
import { balance, sumsOf, type WeightedSum } from "./sums/equations.ts";

/** So many rows whose sums hold under one header and not under another choose between the two. */
const TELLING = 3;
/** An office's own mistakes break the sums of no more than this share of the rows. */
const EXCEPTION = 0.1;

/**
 * Puts rows under the headings in the lines above them where these are not the form's: each row that has as many values
 * as there are headings is read as a row of cells. Where two orders of the headings are possible, the sums of the rows
 * choose.
 */
export function underListedHeaders(fits: readonly Fit[], year: number | null): readonly Fit[] {
  return fits.map((fit) => {
    if (!fit.rowFits.some(({ printed }) => printed?.above !== undefined)) return fit;
    const headerOf = headerFinder(new Set(fit.known.headings), year);
    const blocks = new Map<KnownBlock, RowFit[]>();
    for (const rowFit of fit.rowFits) {
      if (rowFit.printed?.kind !== "listed" && rowFit.printed?.above === undefined && !isRagged(rowFit))
        continue;
      blocks.set(rowFit.known.block, [...(blocks.get(rowFit.known.block) ?? []), rowFit]);
    }
    const moved = new Map(
      [...blocks.values()].flatMap((rowFits) => underHeader(rowFits, headerOf, fit, year)),
    );
    if (moved.size === 0) return fit;
    return { ...fit, rowFits: fit.rowFits.map((rowFit) => moved.get(rowFit) ?? rowFit) };
  });
}

function isRagged({ printed }: RowFit): boolean {
  return printed?.ragged === true;
}

/** A row as it was found, and under its heading. */
type Moved = readonly [found: RowFit, headed: RowFit];

/** The rows of a block under the one header that the lines above leave; none where the header is the form's. */
function underHeader(
  rowFits: readonly RowFit[],
  headerOf: HeaderOf,
  fit: Fit,
  year: number | null,
): readonly Moved[] {
  const { known, printed } = rowFits[0]!;
  const headers = listedHeaders(printed!.above ?? [], known, year);
  if (headers.length === 0) return [];
  const header = headers.length > 1 ? likelier(headers, rowFits, headerOf, fit) : headers[0];
  const isOpen = header === undefined && !headers.some((one) => isForms(one, known.block));
  if (isOpen) return rowFits.map(uneven);
  if (header === undefined || isForms(header, known.block)) return [];
  const moved = rowsUnder(rowFits, header, headerOf);
  // A row with as many values as the form has columns lacks one of these headings' cells, and nobody can say which.
  const found = new Set(moved.map(([rowFit]) => rowFit));
  const short = moved.length === 0 ? [] : rowFits.filter((rowFit) => !found.has(rowFit));
  return [...moved, ...short.map(uneven)];
}

function uneven(rowFit: RowFit): Moved {
  const row: FormRow = { ...rowFit.printed!, uneven: true, from: printedRow(rowFit.printed!) };
  return [rowFit, { ...rowFit, printed: row }];
}

/** The header under which nearly all sums of the rows hold, and not under any other. */
function likelier(
  headers: readonly FormHeader[],
  rowFits: readonly RowFit[],
  headerOf: HeaderOf,
  { known }: Fit,
): FormHeader | undefined {
  const sums = sumsOf(known);
  const holding = headers.map((header) =>
    rowsUnder(rowFits, header, headerOf).map(([, rowFit]) =>
      agree(rowFit, sums.get(rowFit.known)!.equations),
    ),
  );
  return headers.find((_, at) => {
    const own = holding[at]!;
    const broken = own.filter((holds) => !holds).length;
    const tells = (other: readonly boolean[]) =>
      own.filter((holds, row) => holds && other[row] === false).length >= TELLING;
    const others = holding.filter((other, index) => index !== at && other.length > 0);
    return own.length > 0 && broken <= own.length * EXCEPTION && others.every(tells);
  });
}

function rowsUnder(rowFits: readonly RowFit[], header: FormHeader, headerOf: HeaderOf): readonly Moved[] {
  return rowFits.flatMap((rowFit): readonly Moved[] => {
    const printed = rowFit.printed!;
    if (header.columns.length !== printed.values.length) return [];
    const values = printed.values.map((value, at) => ({ ...value, column: at + 1, columnSpan: 1 }));
    const row: FormRow = { ...printed, kind: "cells", values, headers: [header], from: printedRow(printed) };
    const match = headerOf(row, rowFit.known);
    return match?.matched === rowFit.known.block.columns.length
      ? [[rowFit, { ...rowFit, printed: row, header: match }]]
      : [];
  });
}

/** Whether the row's sums hold, as far as its cells are numbers. */
function agree({ printed, header }: RowFit, equations: readonly WeightedSum[]): boolean {
  const numbers = header!.columns.map((column) =>
    column === null ? null : readValue(printed!.values[column.column - 1]!.text).value,
  );
  return equations.every(
    (equation) =>
      equation.some(({ index }) => numbers[index] === null) ||
      balance(
        equation,
        numbers.map((number) => number ?? 0),
      ) === 0,
  );
}

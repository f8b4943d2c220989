import { finding, word } from "../../findings/index.ts";
import type { Language } from "../../findings/index.ts";
import type { Conversion, Template, WordedDiagnostic } from "../../model/index.ts";
import { cellsOf, valueAt } from "../../record/index.ts";
import { conversionAt } from "../store/results.ts";
import type { Copy, GatheredReport } from "./reports.ts";

/** For each content that differs from another copy of its report: that copy, and the cells that differ. */
export type Differences = ReadonlyMap<string, Difference>;

export interface Difference {
  readonly other: string;
  readonly paths: readonly string[];
}

/** A difference, with whether the issuer is known to be a single office and not one of several with the same name. */
export interface JudgedDifference extends Difference {
  readonly isOneOffice: boolean;
}

/**
 * Compares every other copy of a report with the preferred one, and the preferred one with the first that differs.
 * Copies with equal numbers are not opened. `agrees` is null where there is only one copy.
 */
export function compareCopies(
  [preferred, ...others]: GatheredReport["copies"],
  correct: (conversion: Conversion) => Conversion,
): { readonly agrees: boolean | null; readonly differences: Differences } {
  const load = ({ packed }: Copy): Conversion | null => {
    const conversion = conversionAt(packed);
    return conversion && correct(conversion);
  };
  const differences = new Map<string, Difference>();
  const unlike = others.filter(({ mark }) => mark.values !== preferred.mark.values);
  const own = unlike.length > 0 ? load(preferred) : null;
  for (const other of unlike) {
    const theirs = load(other);
    const paths = own && theirs ? differingCells(own, theirs) : [];
    if (paths.length === 0) continue;
    differences.set(other.key, { other: preferred.name, paths });
    if (!differences.has(preferred.key)) differences.set(preferred.key, { other: other.name, paths });
  }
  return { agrees: others.length === 0 ? null : differences.size === 0, differences };
}

/**
 * Cells whose numbers differ between a record and another copy's. A cell that is empty in one of them is no difference.
 */
function differingCells(own: Conversion, other: Conversion): readonly string[] {
  if (own.report === null || other.report === null) return [];
  const { report } = other;
  return cellsOf(own.report).flatMap(({ pointer, value }) => {
    const there = valueAt(report, pointer);
    return value !== null && typeof there === "number" && there !== value ? [pointer] : [];
  });
}

/**
 * The finding that another copy differs, naming every cell that does. If the two copies may be from two offices, cells
 * that agree are in doubt as well, because the numbers of one office are not counted.
 */
export function copiesDiffer(
  conversion: Conversion,
  difference: JudgedDifference | undefined,
  { language, templates }: { readonly language: Language; readonly templates: readonly Template[] },
): readonly WordedDiagnostic[] {
  if (!difference) return [];
  const { other, paths, isOneOffice } = difference;
  const found = [
    finding("copies-differ", { paths, args: { count: paths.length, other } }),
    ...(isOneOffice ? [] : [finding("offices-may-differ", { path: "/report/tables", args: { other } })]),
  ];
  return found.map((it) => ({
    ...it,
    message: word(it, { language, templates, layouts: conversion.layouts }),
  }));
}

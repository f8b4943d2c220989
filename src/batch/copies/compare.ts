import { finding, word } from "../../findings/index.ts";
import type { Language } from "../../findings/index.ts";
import type { CellValue, Conversion, Template, WordedDiagnostic } from "../../model/index.ts";
import { cellsOf, flagsOf, numberOf, textOf, valueAt } from "../../record/index.ts";
import { Damaged } from "../store/damaged.ts";
import { conversionAt } from "../store/results.ts";
import type { Copy, GatheredReport } from "./reports.ts";

/** For each content that differs from other copies of its report: those copies, and the cells that differ. */
export type Differences = ReadonlyMap<string, readonly Difference[]>;

export interface Difference {
  readonly other: string;
  /** Empty where only the offices may differ. */
  readonly paths: readonly string[];
}

/** A difference, with whether the issuer is known to be a single office and not one of several with the same name. */
export interface JudgedDifference extends Difference {
  readonly isOneOffice: boolean;
}

/**
 * Compares every other copy of a report with the preferred one. A cell of the preferred copy is named once, with the
 * first copy that says something else there. Copies that hold the same are not opened. `agrees` is null where there is
 * only one copy. Throws Damaged.
 */
export function compareCopies(
  [preferred, ...others]: GatheredReport["copies"],
  correct: (conversion: Conversion) => Conversion,
): { readonly agrees: boolean | null; readonly differences: Differences } {
  const load = ({ name, packed }: Copy): Conversion => {
    const conversion = conversionAt(packed);
    if (conversion === null) throw new Damaged(packed[0]?.path ?? name);
    return correct(conversion);
  };
  const differences = new Map<string, readonly Difference[]>();
  const ofPreferred: Difference[] = [];
  const named = new Set<string>();
  const unlike = others.filter(({ mark }) => mark.values !== preferred.mark.values);
  const own = unlike.length > 0 ? load(preferred) : null;
  for (const other of unlike) {
    const paths = own ? differingCells(own, load(other)) : [];
    if (paths.length === 0) continue;
    differences.set(other.key, [{ other: preferred.name, paths }]);
    const others = paths.filter((path) => !named.has(path));
    for (const path of others) named.add(path);
    if (others.length > 0) ofPreferred.push({ other: other.name, paths: others });
  }
  if (ofPreferred.length > 0) differences.set(preferred.key, ofPreferred);
  return { agrees: others.length === 0 ? null : differences.size === 0, differences };
}

/**
 * Cells of the preferred copy where another says something else. A cell that the other leaves empty is no difference,
 * as in a page beside its attachment. One that the preferred copy leaves empty without a doubt is, because the other's
 * number would be missing from every sum.
 */
function differingCells(preferred: Conversion, other: Conversion): readonly string[] {
  if (preferred.report === null || other.report === null) return [];
  const { report } = other;
  const flagAt = flagsOf(preferred);
  return cellsOf(preferred.report).flatMap(({ pointer, value }) => {
    const there = plain(valueAt(report, pointer));
    if (there === "" || there === plain(value)) return [];
    return value === null && flagAt(pointer).severity !== null ? [] : [pointer];
  });
}

/** A value as it is compared: words without white space, which depends on where the lines of a document end. */
function plain(value: CellValue | undefined): string {
  return String(numberOf(value) ?? textOf(value) ?? "")
    .normalize("NFKC")
    .replace(/\s+/gu, "");
}

/**
 * The findings that other copies differ, naming every cell that does. If the copies may be from several offices, cells
 * that agree are in doubt as well, because only the numbers of one office are counted.
 */
export function copiesDiffer(
  conversion: Conversion,
  differences: readonly JudgedDifference[],
  { language, templates }: { readonly language: Language; readonly templates: readonly Template[] },
): readonly WordedDiagnostic[] {
  const found = [
    ...differences
      .filter(({ paths }) => paths.length > 0)
      .map(({ other, paths }) => finding("copies-differ", { paths, args: { count: paths.length, other } })),
    ...differences
      .filter(({ isOneOffice }) => !isOneOffice)
      .slice(0, 1)
      .map(({ other }) => finding("offices-may-differ", { path: "/report/tables", args: { other } })),
  ];
  return found.map((it) => ({
    ...it,
    message: word(it, { language, templates, layouts: conversion.layouts }),
  }));
}

import { finding, word } from "../../findings/index.ts";
import type { Language } from "../../findings/index.ts";
import type { Conversion, Template, WordedDiagnostic } from "../../model/index.ts";
import { cellsOf, valueAt } from "../../record/index.ts";
import type { Copy, DatasetReport } from "./reports.ts";

/** For each content that says something else than another copy of its report: which copy, and the cells. */
export type Differences = ReadonlyMap<string, Difference>;

export interface Difference {
  readonly other: string;
  readonly paths: readonly string[];
}

/**
 * Compares every copy with the preferred one, and that one with the first that differs. Copies of equal numbers are not
 * opened.
 */
export function compareCopies(
  reports: readonly Omit<DatasetReport, "agrees">[],
  correct: (conversion: Conversion) => Conversion,
): { readonly reports: readonly DatasetReport[]; readonly differences: Differences } {
  const load = ({ conversion }: Copy): Conversion | null => {
    const stored = conversion();
    return stored && correct(stored);
  };
  const differences = new Map<string, Difference>();
  const compared = reports.map((report): DatasetReport => {
    const [preferred, ...others] = report.copies;
    const unlike = others.filter(({ mark }) => mark.values !== preferred.mark.values);
    const own = unlike.length > 0 ? load(preferred) : null;
    for (const other of unlike) {
      const theirs = load(other);
      const paths = own && theirs ? differingCells(own, theirs) : [];
      if (paths.length === 0) continue;
      differences.set(other.key, { other: preferred.name, paths });
      if (!differences.has(preferred.key)) differences.set(preferred.key, { other: other.name, paths });
    }
    return { ...report, agrees: others.length === 0 ? null : !differences.has(preferred.key) };
  });
  return { reports: compared, differences };
}

/** Cells whose numbers differ between a record and another copy's; what one of them leaves empty is no difference. */
function differingCells(own: Conversion, other: Conversion): readonly string[] {
  if (own.report === null || other.report === null) return [];
  const { report } = other;
  return cellsOf(own.report).flatMap(({ pointer, value }) => {
    const there = valueAt(report, pointer);
    return value !== null && typeof there === "number" && there !== value ? [pointer] : [];
  });
}

/** The finding that a copy says something else, where one does; it names every cell that differs. */
export function copiesDiffer(
  conversion: Conversion,
  difference: Difference | undefined,
  { language, templates }: { readonly language: Language; readonly templates: readonly Template[] },
): readonly WordedDiagnostic[] {
  if (!difference) return [];
  const { other, paths } = difference;
  const found = finding("copies-differ", { paths, args: { count: paths.length, other } });
  return [{ ...found, message: word(found, { language, templates, layouts: conversion.layouts }) }];
}

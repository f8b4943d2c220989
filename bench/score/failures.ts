import type { Conversion } from "../../src/model/index.ts";
import { pointerOf } from "./cells.ts";
import type { ScoredDocument } from "./documents.ts";
import { assessed } from "./score.ts";
import type { DocumentScore } from "./score.ts";

/** What went wrong in one document, in one way. */
export interface Failure {
  /** The class: the group and what failed. */
  readonly name: string;
  readonly silent: boolean;
  readonly count: number;
  readonly document: string;
  readonly profile: string;
  readonly seed?: number;
  readonly options?: unknown;
  readonly details: readonly unknown[];
  /** Rules that named one of the cells, or the document. */
  readonly diagnostics: readonly string[];
}

const detailsKept = 6;

export function failuresOf(
  document: ScoredDocument,
  score: DocumentScore,
  conversion: Conversion,
): Failure[] {
  const { group, profile, seed, options, source } = document;
  const failure = (
    what: string,
    details: readonly unknown[],
    paths: readonly string[] = [],
    silent = false,
  ): Failure[] =>
    details.length === 0
      ? []
      : [
          {
            name: `${group}: ${what}`,
            silent,
            count: details.length,
            document: source.name,
            profile,
            ...(seed !== undefined && { seed }),
            ...(options !== undefined && { options }),
            details: details.slice(0, detailsKept),
            diagnostics: rulesAbout(paths.slice(0, detailsKept), conversion),
          },
        ];
  const cells = (["wrong-silent", "missing-silent", "wrong-flagged", "missing-flagged"] as const).flatMap(
    (verdict) => {
      const some = score.cells.filter((cell) => cell.verdict === verdict);
      const tables = [...new Set(some.map(({ path }) => path.split(".")[0]!))];
      return tables.flatMap((table) => {
        const inTable = some.filter(({ path }) => path.startsWith(table));
        const details = inTable.map(({ path, expected, actual }) => ({
          path,
          expected,
          actual: actual === undefined ? "no such cell" : actual,
          raw: conversion.evidence[pointerOf(path)]?.raw,
        }));
        return failure(
          `${verdict}, ${table}`,
          details,
          inTable.map(({ path }) => path),
          verdict.endsWith("silent"),
        );
      });
    },
  );
  return [
    ...cells,
    ...(["layouts", "fields", "sections"] as const).flatMap((part) => {
      const wrong = score[part].filter(({ right }) => !right);
      return wrong.flatMap((one) => failure(`${part}, ${one.name}`, [one]));
    }),
    ...needlessFlags(score, conversion).flatMap(([rule, paths]) =>
      failure(`right, but named by ${rule}`, paths),
    ),
    ...failure(
      "planted error not found",
      score.planted.filter(({ found }) => !found).map(({ rule }) => rule),
    ),
    ...failure("false alarm", score.falseAlarms),
  ];
}

/**
 * Right cells that a finding of the reading doubts, grouped by rule. Findings of the form's arithmetic are scored
 * elsewhere.
 */
function needlessFlags(
  { cells }: DocumentScore,
  { diagnostics, evidence }: Conversion,
): [rule: string, cells: unknown[]][] {
  const right = cells.filter(({ verdict, flagged }) => verdict === "right" && flagged);
  const doubts = diagnostics.filter(({ severity, rule }) => severity !== "notice" && !assessed.has(rule));
  const rules = [...new Set(doubts.map(({ rule }) => rule))];
  return rules.map((rule) => {
    const named = doubts
      .filter((one) => one.rule === rule)
      .flatMap(({ path, paths }) => [path, ...(paths ?? [])]);
    const about = right.filter(({ path }) =>
      named.some((at) => at !== undefined && `${pointerOf(path)}/`.startsWith(`${at}/`)),
    );
    return [rule, about.map(({ path, actual }) => ({ path, actual, raw: evidence[pointerOf(path)]?.raw }))];
  });
}

function rulesAbout(paths: readonly string[], { diagnostics }: Conversion): string[] {
  const about = diagnostics.filter(({ path, paths: all }) => {
    const named = [...(path === undefined ? [] : [path]), ...(all ?? [])];
    return (
      named.length === 0 || paths.some((one) => named.some((at) => `${pointerOf(one)}/`.startsWith(`${at}/`)))
    );
  });
  return [...new Set(about.map(({ rule, severity }) => `${rule} (${severity})`))];
}

import { asPrinted } from "../../arithmetic/open-rows.ts";
import { nameOf, placeWords, ruleEntry } from "../../findings/index.ts";
import type { Language } from "../../index.ts";
import type { Conversion, Severity, Template, WordedDiagnostic } from "../../model/index.ts";
import { cells } from "../../writers/tables/cells.ts";
import type { Cell } from "../../writers/tables/cells.ts";
import { countChecks } from "../wording/checks-count.ts";
import { wording } from "../wording/wording.ts";
import type { CheckedDraft } from "./check-page.ts";

/** What `check` says of one draft; `all` lists every notice. `templates` are the families that were looked for. */
export function checked(
  conversion: Conversion,
  all: boolean,
  templates: readonly Template[],
  language: Language,
): CheckedDraft {
  const words = wording[language];
  const { source, diagnostics } = conversion;
  const errors = countOf(conversion, "error");
  const warnings = countOf(conversion, "warning");
  const { held, notAssessable } = countChecks(conversion, templates);
  const printed = asPrinted(templates, conversion.report);
  const byPath = new Map([...cells(conversion, templates)].map((cell) => [cell.pointer, cell]));
  const shown = diagnostics.filter((it) => all || it.severity !== "notice" || ruleEntry(it.rule)?.inCheck);
  const isEmpty = [...byPath.values()].every(({ value }) => value === null);
  const heading = [
    ...(isEmpty ? [words.nothingFilledIn(source.name, byPath.size)] : []),
    ...(errors + warnings > 0
      ? [words.found(source.name, errors, warnings)]
      : isEmpty
        ? []
        : [words.clean(source.name, held, notAssessable)]),
    ...(isEmpty ? [] : blankTables([...byPath.values()]).map((title) => words.blankTable(title))),
  ];
  const findings = severities.flatMap((severity) =>
    shown
      .filter((it) => it.severity === severity)
      .map((it) => ({
        severity,
        word: words.severity[severity],
        message: it.message,
        rule: it.rule,
        lines: about(it, byPath, conversion, printed, language),
      })),
  );
  const hidden = diagnostics.length - shown.length;
  return {
    title: conversion.report?.title ?? source.name,
    heading,
    findings,
    hidden: hidden > 0 ? words.hiddenNotices(hidden) : null,
  };
}

/**
 * The tables in which nothing at all is printed, not even that there is nothing to report: somebody may have forgotten
 * them.
 */
function blankTables(all: readonly Cell[]): readonly string[] {
  const titles = new Set(all.map(({ labels: [title = ""] }) => title));
  for (const { labels, value, evidence } of all)
    if (value !== null || (evidence?.raw ?? "") !== "") titles.delete(labels[0] ?? "");
  return [...titles];
}

/** How many findings of a severity there are. */
export function countOf({ diagnostics }: Conversion, severity: Severity): number {
  return diagnostics.filter((it) => it.severity === severity).length;
}

const severities: readonly Severity[] = ["error", "warning", "notice"];

/** The sign for how the cell must compare with the other side; empty where the two must be equal. */
function bound({ path, relation }: WordedDiagnostic): string {
  if (!relation || relation.operator === "==") return "";
  const onRight = relation.right.terms.length === 1 && relation.right.terms[0]?.pointers[0] === path;
  return `${SIGNS[onRight ? TURNED[relation.operator] : relation.operator]} `;
}

const TURNED = { "==": "==", "!=": "!=", "<=": ">=", ">=": "<=", "<": ">", ">": "<" } as const;
const SIGNS = { "==": "", "!=": "≠", "<=": "≤", ">=": "≥", "<": "<", ">": ">" } as const;

const shownCells = 12;

/**
 * The lines that explain a finding: both sides, then the cells it is about with their labels and places. Cells that are
 * 0 share one line. `templates` are the families as the report fills them in.
 */
function about(
  it: WordedDiagnostic,
  byPath: ReadonlyMap<string, Cell>,
  { evidence, layouts }: Conversion,
  templates: readonly Template[],
  language: Language,
): readonly string[] {
  const words = wording[language];
  const paths = [...new Set([it.path, ...(it.paths ?? [])])].filter((path) => path !== undefined);
  const telling = paths.filter((path) => path === it.path || byPath.get(path)?.value !== 0);
  const shown = telling.slice(0, shownCells);
  const lines = shown.map((path) => {
    const cell = byPath.get(path);
    const { at, raw } = evidence[path] ?? { at: null, raw: null };
    const label = cell
      ? `${cell.labels.join(" / ")}: ${cell.value ?? "–"}`
      : nameOf(path, { templates, layouts });
    const printed = raw !== null && raw !== "" && raw !== String(cell?.value) ? words.printedAs(raw) : "";
    return [label, placeWords(at ?? undefined, language), printed].filter((part) => part !== "").join("; ");
  });
  if (telling.length > shown.length) lines.push(words.more(telling.length - shown.length));
  if (paths.length > telling.length) lines.push(words.zeros(paths.length - telling.length));
  // The sentence of a notice shown here already gives both sides, and says that neither is to blame.
  if (it.expected !== undefined && it.actual !== undefined && !ruleEntry(it.rule)?.inCheck)
    lines.unshift(words.sides(bound(it) + String(it.expected ?? "–"), String(it.actual ?? "–")));
  if (it.at && !shown.some((path) => evidence[path]?.at)) lines.push(placeWords(it.at, language));
  return lines;
}

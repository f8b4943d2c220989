import type { AnnualReport, Evidence, NarrativeFact, Template } from "../model/index.ts";
import { asPrinted } from "../arithmetic/open-rows.ts";
import { isOptional } from "./relation.ts";
import { formCells, type FormCell } from "../arithmetic/paths.ts";
import { numberOf, valueAtSteps } from "../record/index.ts";
import type { CheckContext } from "./check.ts";
import { statements } from "./narrative.ts";

export function makeContext(
  report: AnnualReport,
  evidence: Evidence,
  layouts: Readonly<Record<string, string>>,
  families: readonly Template[],
): CheckContext {
  const used = new Set(Object.values(layouts));
  const templates = asPrinted(
    families.filter(({ id }) => used.has(id)),
    report,
  );
  const tables = Object.entries(layouts).flatMap(([id, layout]) => {
    const template = templates.find((candidate) => candidate.id === layout);
    const table = template?.tables.find((candidate) => candidate.id === id);
    return template && table ? [{ table, template }] : [];
  });
  // Hundreds of cells: V8 joins whole lists at once, but looks every member up where `flatMap` unpacks them.
  const cells = ([] as FormCell[]).concat(...tables.map(({ table }) => formCells(table)));
  const values = new Map<string, number | null>();
  const lacking = new Set<string>();
  const uncounted: FormCell[] = [];
  for (const cell of cells) {
    const { pointer, steps } = cell;
    const value = valueAtSteps(report, steps);
    const number = numberOf(value);
    values.set(pointer, number);
    if (number !== null && (number < 0 || !Number.isInteger(number))) uncounted.push(cell);
    if (value === undefined && isOptional(cell)) lacking.add(pointer);
  }
  const factPointer = (fact: NarrativeFact) =>
    `/report/facts/${report.facts.findIndex((other) => isSame(other, fact))}`;
  return {
    report,
    factPointer,
    tables,
    cells,
    uncounted,
    statements: statements(report),
    quote: (fact) => (evidence[factPointer(fact)]?.raw ?? fact.sentence).slice(0, 80),
    value: (pointer) => values.get(pointer) ?? null,
    has: lacking.size === 0 ? () => true : (pointer) => !lacking.has(pointer),
    unit: (pointer) => evidence[pointer]?.unit,
    at: (pointer) => evidence[pointer]?.at ?? undefined,
    status: (pointer) => evidence[pointer]?.status,
  };
}

function isSame(a: NarrativeFact, b: NarrativeFact): boolean {
  return (
    a.fact === b.fact &&
    a.value === b.value &&
    a.section === b.section &&
    a.paragraph === b.paragraph &&
    a.sentence === b.sentence
  );
}

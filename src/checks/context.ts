import type { AnnualReport, Evidence, NarrativeFact, Template } from "../model/index.ts";
import { asPrinted } from "../arithmetic/open-rows.ts";
import { formCells } from "../arithmetic/paths.ts";
import { numberOf, valueAt } from "../record/index.ts";
import type { CheckContext } from "./check.ts";
import { statements } from "./narrative.ts";

export function makeContext(
  report: AnnualReport,
  evidence: Evidence,
  layouts: Readonly<Record<string, string>>,
  families: readonly Template[],
): CheckContext {
  const templates = asPrinted(families, report);
  const tables = Object.entries(layouts).flatMap(([id, layout]) => {
    const template = templates.find((candidate) => candidate.id === layout);
    const table = template?.tables.find((candidate) => candidate.id === id);
    return template && table ? [{ table, template }] : [];
  });
  const cells = tables.flatMap(({ table }) => formCells(table));
  const values = new Map(cells.map(({ pointer }) => [pointer, valueAt(report, pointer)]));
  const lacking = new Set(
    cells.flatMap(({ pointer, row, column }) =>
      (row.optional || column.optional) && valueAt(report, pointer) === undefined ? [pointer] : [],
    ),
  );
  const factPointer = (fact: NarrativeFact) =>
    `/report/facts/${report.facts.findIndex((other) => isSame(other, fact))}`;
  return {
    report,
    factPointer,
    tables,
    cells,
    statements: statements(report),
    quote: (fact) => (evidence[factPointer(fact)]?.raw ?? fact.sentence).slice(0, 80),
    value: (pointer) => numberOf(values.get(pointer)),
    has: (pointer) => !lacking.has(pointer),
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

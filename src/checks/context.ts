import type {
  AnnualReport,
  Evidence,
  NarrativeFact,
  Place,
  TableTemplate,
  Tables,
  Template,
} from "../model/index.ts";
import { statements } from "./narrative.ts";
import { formCells, type FormCell } from "../arithmetic/paths.ts";

/** A report as checks see it: its values by pointer, and the form of each of its tables. */
export interface CheckContext {
  readonly report: AnnualReport;
  readonly tables: readonly { readonly table: TableTemplate; readonly template: Template }[];
  readonly cells: readonly FormCell[];
  /** Figures of the prose that can be compared with the tables, by sentence. */
  readonly statements: readonly (readonly NarrativeFact[])[];
  /** The words that state a figure, as printed. */
  readonly quote: (fact: NarrativeFact) => string;
  /** The number at a pointer; null where it is blank, unreadable, or not part of the form. */
  readonly value: (pointer: string) => number | null;
  readonly at: (pointer: string) => Place | undefined;
}

export function makeContext(
  report: AnnualReport,
  evidence: Evidence,
  layouts: Readonly<Record<string, string>>,
  templates: readonly Template[],
): CheckContext {
  const tables = Object.entries(layouts).flatMap(([id, layout]) => {
    const template = templates.find((candidate) => candidate.id === layout);
    const table = template?.tables.find((candidate) => candidate.id === id);
    return template && table ? [{ table, template }] : [];
  });
  const cells = tables.flatMap(({ table }) => formCells(table));
  const values = new Map(cells.map(({ pointer, steps }) => [pointer, lookUp(report.tables, steps)]));
  return {
    report,
    tables,
    cells,
    statements: statements(report),
    quote: (fact) =>
      (
        evidence[`/report/facts/${report.facts.findIndex((other) => isSame(other, fact))}`]?.raw ??
        fact.sentence
      ).slice(0, 80),
    value: (pointer) => values.get(pointer) ?? null,
    at: (pointer) => evidence[pointer]?.at ?? undefined,
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

function lookUp(tables: Tables, steps: readonly string[]): number | null {
  let node: Tables | number | null | undefined = tables;
  for (const step of steps) {
    if (node === null || typeof node !== "object") return null;
    node = Object.hasOwn(node, step) ? node[step] : undefined;
  }
  return typeof node === "number" ? node : null;
}

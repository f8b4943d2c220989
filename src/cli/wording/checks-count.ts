import { parseExpression } from "../../arithmetic/expression.ts";
import { laidOutAsPrinted } from "../../arithmetic/open-rows.ts";
import { idsSeenFrom, otherTablesOf } from "../../arithmetic/other-tables.ts";
import { cellKey, formCells } from "../../arithmetic/paths.ts";
import { cellsOf } from "../../record/index.ts";
import type { Conversion, RuleTemplate, TableTemplate, Template } from "../../model/index.ts";

export interface ChecksCount {
  /** Instances of the form's rules without a contradiction; a rule whose condition is not met is counted here. */
  readonly held: number;
  /** Instances that could not be decided because a cell is blank or unreadable. */
  readonly notAssessable: number;
}

/**
 * Counts how many of the form's own rules were tried on a report. The findings name those that failed; this counts the
 * others.
 */
export function countChecks(conversion: Conversion, templates: readonly Template[]): ChecksCount {
  let tried = 0;
  const ids = new Set<string>();
  const families = laidOutAsPrinted(templates, conversion);
  const printed = new Set(
    (conversion.report ? cellsOf(conversion.report) : []).flatMap(({ path, value }) =>
      typeof value === "number" ? [path.split(".")[0]!] : [],
    ),
  );
  const hasFigures = (id: string) => printed.has(id.split("/")[0]!);
  for (const [id, layout] of Object.entries(conversion.layouts)) {
    const template = families.find((it) => it.id === layout);
    const table = template?.tables.find((it) => it.id === id);
    for (const rule of template && table ? template.rules.filter((it) => it.table === id) : []) {
      tried += instances(rule, table as TableTemplate, hasFigures);
      ids.add(rule.id);
    }
  }
  const broken = conversion.diagnostics.filter(({ rule }) => ids.has(rule)).length;
  const notAssessable = conversion.diagnostics
    .filter(({ rule }) => rule === "not-assessable")
    .reduce((sum, { args }) => sum + Number(args?.["count"] ?? 1), 0);
  return { held: tried - broken - notAssessable, notAssessable };
}

function instances(
  { each, expression }: RuleTemplate,
  table: TableTemplate,
  hasFigures: (id: string) => boolean,
): number {
  if (each !== "once")
    return table.blocks.reduce((sum, { rows, columns }) => sum + (each === "row" ? rows : columns).length, 0);
  const own = formCells(table).map(({ row, column }) => cellKey(table, row.key, column.key));
  const others = otherTablesOf(parseExpression(expression), own);
  // A rule across tables is tried only where each of its tables has values.
  const seen = others.map((other) => idsSeenFrom(table.id, other));
  return others.length === 0 || [[table.id], ...seen].every((ids) => ids.some(hasFigures)) ? 1 : 0;
}

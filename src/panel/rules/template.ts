import { evaluate } from "../../arithmetic/evaluate.ts";
import { keysOf, parseExpression } from "../../arithmetic/expression.ts";
import type { Expression } from "../../arithmetic/expression.ts";
import { cellKey, cellPointer, formCells, tablePointer } from "../../arithmetic/paths.ts";
import type { AcrossYearsTemplate, TableTemplate, Template } from "../../model/index.ts";
import type { Break, CrossYearRule, Outcome, YearReport } from "./rule.ts";
import { layoutOf } from "./rule.ts";

const LAST_YEAR = "lastYear.";

/** The rules across years that forms themselves state; one id serves all the forms that have it. */
export function crossYearTemplateRules(templates: readonly Template[]): readonly CrossYearRule[] {
  const instances = templates.flatMap((template) =>
    (template.acrossYears ?? []).map((rule) => ({ rule, compare: comparer(template, rule) })),
  );
  return [...new Set(instances.map(({ rule }) => rule.id))].map((id) => {
    const own = instances.filter(({ rule }) => rule.id === id);
    return {
      id,
      severity: own[0]!.rule.severity,
      compare: (before, after) => summed(own.map(({ compare }) => compare(before, after))),
    };
  });
}

function comparer(template: Template, rule: AcrossYearsTemplate): CrossYearRule["compare"] {
  const table = template.tables.find(({ id }) => id === rule.table)!;
  const expression = parseExpression(rule.expression);
  const instances = instancesOf(table, rule.each);
  return (before, after) => {
    const lastForms = [template.id, ...(rule.lastForms ?? [])];
    const applies =
      layoutOf(after, table.id) === template.id && lastForms.includes(layoutOf(before, table.id) ?? "");
    return summed(
      (applies ? instances : []).map((pointers) => judged({ expression, pointers, table }, before, after)),
    );
  };
}

/** The cells an operand stands for in each instance: the row's columns, the column's rows, or every cell. */
function instancesOf(
  table: TableTemplate,
  each: AcrossYearsTemplate["each"],
): readonly ReadonlyMap<string, string>[] {
  if (each === "once")
    return [
      new Map(
        formCells(table).map(({ row, column, pointer }) => [cellKey(table, row.key, column.key), pointer]),
      ),
    ];
  return table.blocks.flatMap(({ rows, columns }) => {
    const pointer = (row: string, column: string) => cellPointer(table, row, column);
    return each === "row"
      ? rows.map((row) => new Map(columns.map(({ key }) => [key, pointer(row.key, key)])))
      : columns.map((column) => new Map(rows.map(({ key }) => [key, pointer(key, column.key)])));
  });
}

function judged(
  {
    expression,
    pointers,
    table,
  }: {
    readonly expression: Expression;
    readonly pointers: ReadonlyMap<string, string>;
    readonly table: TableTemplate;
  },
  before: YearReport,
  after: YearReport,
): Outcome {
  const own = [...pointers.keys()];
  const keys = [...own, ...own.map((key) => LAST_YEAR + key)];
  const pointerOf = (key: string) =>
    pointers.get(key.startsWith(LAST_YEAR) ? key.slice(LAST_YEAR.length) : key);
  const used = keysOf(expression, keys);
  // A row that one of the years does not print belongs to another edition of the form.
  const printed = used.every((key) =>
    (key.startsWith(LAST_YEAR) ? before : after).cells.has(pointerOf(key) ?? ""),
  );
  if (used.length === 0 || !printed) return { breaks: [], held: 0, notAssessable: 0 };
  const verdict = evaluate(expression, keys, (key) => {
    const year = key.startsWith(LAST_YEAR) ? before : after;
    return year.cells.get(pointerOf(key) ?? "")?.value ?? null;
  });
  if (verdict.kind === "not-assessable") return { breaks: [], held: 0, notAssessable: 1 };
  if (verdict.kind !== "broken")
    return { breaks: [], held: verdict.kind === "holds" ? 1 : 0, notAssessable: 0 };
  return { breaks: [broken(verdict, expression, pointers, table)], held: 0, notAssessable: 0 };
}

/**
 * A rule is about the single cell of the later year that stands alone on a side, the right one before the left, so that
 * `actual` is what that cell prints; or else about the table, with the sums of both sides.
 */
function broken(
  { left, right }: { readonly left: number; readonly right: number },
  { comparison }: Expression,
  pointers: ReadonlyMap<string, string>,
  table: TableTemplate,
): Break {
  const alone = ([term, ...others]: typeof comparison.left): string | undefined =>
    term?.kind === "key" && term.sign === 1 && others.length === 0 ? pointers.get(term.key) : undefined;
  const onRight = alone(comparison.right);
  const onLeft = onRight === undefined ? alone(comparison.left) : undefined;
  if (onLeft !== undefined) return { path: onLeft, expected: right, actual: left };
  return { path: onRight ?? tablePointer(table.id), expected: left, actual: right };
}

function summed(outcomes: readonly Outcome[]): Outcome {
  return {
    breaks: outcomes.flatMap(({ breaks }) => breaks),
    held: outcomes.reduce((sum, { held }) => sum + held, 0),
    notAssessable: outcomes.reduce((sum, { notAssessable }) => sum + notAssessable, 0),
  };
}

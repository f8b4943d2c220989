import { resolve, type ResolvedExpression } from "../arithmetic/evaluate.ts";
import {
  expandKey,
  parseExpression,
  withoutKeys,
  type Expression,
  type Sum,
  type Term,
} from "../arithmetic/expression.ts";
import { otherTablesOf } from "../arithmetic/other-tables.ts";
import { cellKey, formCells, isWorded, type FormCell } from "../arithmetic/paths.ts";
import { prepared } from "../arithmetic/prepared.ts";
import { cellName } from "../findings/index.ts";
import type {
  Relation,
  RelationOperator,
  RelationSide,
  RelationTerm,
  RuleTemplate,
  TableTemplate,
  Template,
} from "../model/index.ts";

/** One application of a rule: the keys it may name, each with its cell. */
export interface Instance {
  /** Label of the column or row it is evaluated in; empty for a rule that is evaluated once. */
  readonly within: string;
  readonly operands: ReadonlyMap<string, Operand>;
  /** Set where it compares cells of several tables. */
  readonly isAcrossTables?: true;
}

export interface Operand {
  readonly pointer: string;
  readonly label: string;
  /** Label of its group; empty where it belongs to none. */
  readonly group: string;
  /** Whether a report may lack its row or column. */
  readonly optional: boolean;
}

/** The places where a table's rules are evaluated: every column, every row, or once over all its cells. */
export const instances = prepared(
  (table: TableTemplate): Readonly<Record<RuleTemplate["each"], readonly Instance[]>> => {
    const blocks = table.blocks.map((block) =>
      formCells(table).filter((cell) => cell.block === block && !isWorded(cell.type)),
    );
    return {
      once: [
        {
          within: "",
          operands: new Map(
            formCells(table).map((cell) => [
              cellKey(table, cell.row.key, cell.column.key),
              {
                pointer: cell.pointer,
                label: cell.row.label === "" ? cell.column.label : cellName(cell),
                group: groupOf(cell),
                optional: isOptional(cell),
              },
            ]),
          ),
        },
      ],
      column: blocks.flatMap((cells) =>
        grouped(cells, ({ column }) => column).map((own) => ({
          within: own[0]!.column.label,
          operands: new Map(
            own.map((cell) => {
              const { row, pointer } = cell;
              const label = row.enumerator + row.label;
              return [row.key, { pointer, label, group: row.group.at(-1) ?? "", optional: isOptional(cell) }];
            }),
          ),
        })),
      ),
      row: blocks.flatMap((cells) =>
        grouped(cells, ({ row }) => row).map((own) => ({
          within: own[0]!.row.enumerator + own[0]!.row.label,
          operands: new Map(
            own.map((cell) => {
              const { column, pointer } = cell;
              const group = column.group.at(-1) ?? "";
              return [column.key, { pointer, label: column.label, group, optional: isOptional(cell) }];
            }),
          ),
        })),
      ),
    };
  },
);

/** A rule at one of the places where it is evaluated, ready for the values of any report. */
export interface Trial {
  readonly instance: Instance;
  readonly expression: Expression;
  /** The keys of its operands, and the pointers of their cells in the same order. */
  readonly keys: readonly string[];
  readonly pointers: readonly string[];
  /** Those of them that a report may lack. */
  readonly optional: readonly string[];
  /** The rule over these pointers. */
  readonly resolved: ResolvedExpression;
}

/** A rule of a template, and the places where it is evaluated. */
export interface PreparedRule {
  readonly expression: Expression;
  readonly places: readonly Trial[];
  /** Ids of the other tables that it names. */
  readonly otherTables: readonly string[];
}

/** The rules of a template in its own tables. */
export const preparedRules = prepared(
  ({ rules, tables }: Template): ReadonlyMap<RuleTemplate, PreparedRule> =>
    new Map(
      rules.flatMap((rule) => {
        const table = tables.find(({ id }) => id === rule.table);
        if (!table) return [];
        const expression = parseExpression(rule.expression);
        const places = instances(table);
        const otherTables = otherTablesOf(expression, [...places.once[0]!.operands.keys()]);
        const own = places[rule.each].map((instance) => trialOf(expression, instance));
        return [[rule, { expression, places: own, otherTables }] as const];
      }),
    ),
);

export function trialOf(expression: Expression, instance: Instance): Trial {
  const { operands } = instance;
  const keys = [...operands.keys()];
  const pointerOf = (key: string) => operands.get(key)!.pointer;
  const resolved = resolve(expression, keys, pointerOf);
  const optional = [...operands.values()].flatMap((it) => (it.optional ? [it.pointer] : []));
  return { instance, expression, keys, pointers: keys.map(pointerOf), optional, resolved };
}

/** A rule without the rows that this report does not print; null where too little is left of it. */
export function printedPart(trial: Trial, has: (pointer: string) => boolean): Trial | null {
  if (trial.optional.every(has)) return trial;
  const absent = trial.keys.filter((_, index) => !has(trial.pointers[index]!));
  const known = parts(trial);
  const key = absent.join("\t");
  // The reports of one edition of a form lack the same rows.
  if (known.last?.key !== key) known.last = { key, part: partWithout(trial, new Set(absent)) };
  return known.last.part;
}

/** The part of a rule that was asked for last, by the keys that are absent. */
const parts = prepared<Trial, { last?: { readonly key: string; readonly part: Trial | null } }>(() => ({}));

function partWithout({ instance, expression }: Trial, absent: ReadonlySet<string>): Trial | null {
  const operands = new Map([...instance.operands].filter(([key]) => !absent.has(key)));
  const left = withoutKeys(expression, absent);
  return left && trialOf(left, { ...instance, operands });
}

/** A broken rule with both its sides written in the form's own labels. */
export function relationOf(
  text: string,
  { comparison }: Expression,
  sums: { readonly left: number; readonly right: number; readonly operator: RelationOperator },
  { within, operands }: Instance,
): Relation {
  const side = (sum: number, terms: Sum): RelationSide => ({
    sum,
    terms: terms.map((term) => relationTerm(term, operands)),
  });
  return {
    within,
    expression: text,
    left: side(sums.left, comparison.left),
    operator: sums.operator,
    right: side(sums.right, comparison.right),
  };
}

function relationTerm(term: Term, operands: Instance["operands"]): RelationTerm {
  if (term.kind === "number") return { sign: term.sign, label: String(term.value), pointers: [] };
  const keys = [...operands.keys()];
  const named = term.kind === "key" ? [term.key] : term.keys;
  const pointers = named.flatMap((key) => expandKey(key, keys)).map((key) => operands.get(key)!.pointer);
  const label = term.kind === "extreme" ? `${term.of}(…)` : labelOf(term.key, operands);
  return { sign: term.sign, label, pointers };
}

/** `results.denied.*` is named by the group that its cells belong to. */
function labelOf(key: string, operands: Instance["operands"]): string {
  const [first] = expandKey(key, [...operands.keys()]).map((one) => operands.get(one)!);
  return (key.endsWith(".*") ? first?.group : first?.label) || key;
}

export function isOptional({ row, column }: FormCell): boolean {
  return row.optional === true || column.optional === true;
}

function groupOf({ row, column }: FormCell): string {
  return row.group.at(-1) ?? column.group.at(-1) ?? "";
}

function grouped<Key>(cells: readonly FormCell[], keyOf: (cell: FormCell) => Key): readonly FormCell[][] {
  const groups = new Map<Key, FormCell[]>();
  for (const cell of cells) {
    const group = groups.get(keyOf(cell));
    if (group) group.push(cell);
    else groups.set(keyOf(cell), [cell]);
  }
  return [...groups.values()];
}

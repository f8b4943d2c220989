import { expandKey, withoutKeys, type Expression, type Sum, type Term } from "../arithmetic/expression.ts";
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
} from "../model/index.ts";

/** One application of a rule: the keys it may name, each with its cell. */
export interface Instance {
  /** Label of the column or row it is tried in; empty for a rule that is tried once. */
  readonly within: string;
  readonly operands: ReadonlyMap<string, Operand>;
  /** Where it compares cells of several tables. */
  readonly isAcrossTables?: true;
}

export interface Operand {
  readonly pointer: string;
  readonly label: string;
  /** Label of the group it belongs to; empty where it belongs to none. */
  readonly group: string;
}

/** Where the rules of a table are tried: in every column, in every row, or once over all its cells. */
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
              },
            ]),
          ),
        },
      ],
      column: blocks.flatMap((cells) =>
        grouped(cells, ({ column }) => column).map((own) => ({
          within: own[0]!.column.label,
          operands: new Map(
            own.map(({ row, pointer }) => [
              row.key,
              { pointer, label: row.enumerator + row.label, group: row.group.at(-1) ?? "" },
            ]),
          ),
        })),
      ),
      row: blocks.flatMap((cells) =>
        grouped(cells, ({ row }) => row).map((own) => ({
          within: own[0]!.row.enumerator + own[0]!.row.label,
          operands: new Map(
            own.map(({ column, pointer }) => [
              column.key,
              { pointer, label: column.label, group: column.group.at(-1) ?? "" },
            ]),
          ),
        })),
      ),
    };
  },
);

/** A rule and where it is tried, without the rows that this report does not print; null where too little is left of it. */
export function printedPart(
  whole: Expression,
  instance: Instance,
  has: (pointer: string) => boolean,
): { readonly instance: Instance; readonly expression: Expression | null } {
  const absent = new Set([...instance.operands].flatMap(([key, { pointer }]) => (has(pointer) ? [] : [key])));
  if (absent.size === 0) return { instance, expression: whole };
  const operands = new Map([...instance.operands].filter(([key]) => !absent.has(key)));
  return { instance: { ...instance, operands }, expression: withoutKeys(whole, absent) };
}

/** A broken rule with both its sides in the form's own labels. */
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

/** `results.denied.*` is said as the group its cells belong to. */
function labelOf(key: string, operands: Instance["operands"]): string {
  const [first] = expandKey(key, [...operands.keys()]).map((one) => operands.get(one)!);
  return (key.endsWith(".*") ? first?.group : first?.label) || key;
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

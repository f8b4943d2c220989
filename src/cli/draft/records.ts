import type { BlockTemplate, TableTemplate, ValueType } from "../../model/index.ts";

/** The fewest labels a form has; with fewer, small tables would pass for records of each other. */
const LABELS = 3;

/**
 * The one form that all tables of a report repeat, with types that hold in each of them; null where the tables differ
 * or there is only one.
 */
export function repeatedTable(tables: readonly TableTemplate[]): TableTemplate | null {
  const [first, ...others] = tables;
  if (!first || others.length === 0 || labelsOf(first).length < LABELS) return null;
  const shape = JSON.stringify(shapeOf(first));
  if (others.some((table) => JSON.stringify(shapeOf(table)) !== shape)) return null;
  const blocks = first.blocks.map((block, at): BlockTemplate => ({
    ...block,
    columns: block.columns.map((column, c) => {
      const type = widest(tables.map((table) => table.blocks[at]!.columns[c]!.type));
      return { ...column, type };
    }),
  }));
  const { section, ...table } = first;
  void section;
  return { ...table, blocks };
}

function labelsOf({ blocks }: TableTemplate): readonly string[] {
  return blocks
    .flatMap(({ rows, columns }) => [...rows, ...columns].map(({ label }) => label))
    .filter(Boolean);
}

function shapeOf({ blocks }: TableTemplate) {
  return blocks.map(({ caption, rows, columns, open }) => ({
    caption,
    open: open?.label,
    rows: rows.map(({ label, group }) => [label, group]),
    columns: columns.map(({ label, group }) => [label, group]),
  }));
}

const NUMBERS: readonly ValueType[] = ["count", "signed-change", "amount", "signed-amount"];

/** The type that all of them share: the narrowest type of number that holds every one, or else text. */
function widest(types: readonly ValueType[]): ValueType {
  const kinds = new Set(types);
  if (kinds.size === 1) return types[0]!;
  if (types.some((type) => !NUMBERS.includes(type))) return "text";
  const signed = types.some((type) => type.startsWith("signed"));
  const decimal = types.some((type) => type.endsWith("amount"));
  return signed ? (decimal ? "signed-amount" : "signed-change") : decimal ? "amount" : "count";
}

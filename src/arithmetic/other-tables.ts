import { expandKey, operandsOf, type Expression } from "./expression.ts";
import { partsOfTableId, recordTableId } from "./records.ts";

/**
 * First step of an operand that names a cell of another table: `tables.overall.income.sum`, followed by its path in the
 * record.
 */
const OTHER = "tables.";

/** Key under which a rule of another table names a cell of this one. */
export function keyFromOutside(table: string, key: string): string {
  return `${OTHER}${partsOfTableId(table).table}.${key}`;
}

/**
 * The other tables that a rule names, in its order, given the keys of its own table; a key of its own table is
 * preferred.
 */
export function otherTablesOf(expression: Expression, own: readonly string[]): readonly string[] {
  const named = operandsOf(expression).flatMap((operand) => {
    const table = expandKey(operand, own).length === 0 ? otherTableOf(operand) : null;
    return table === null ? [] : [table];
  });
  return [...new Set(named)];
}

/** The table in an operand that names another's cell; null for any other operand. */
export function otherTableOf(operand: string): string | null {
  return operand.startsWith(OTHER) ? (operand.slice(OTHER.length).split(".")[0] ?? null) : null;
}

/**
 * Ids that a table may have in a report for a rule of `from`: first the one of the same record, where there are several
 * records, then its own.
 */
export function idsSeenFrom(from: string, table: string): readonly string[] {
  const { record } = partsOfTableId(from);
  return record === null ? [table] : [recordTableId(table, record), table];
}

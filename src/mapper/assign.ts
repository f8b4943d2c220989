import type { KnownColumn } from "./form.ts";
import type { HeaderMatch } from "./headers.ts";
import type { FormRow, PrintedValue } from "./rows.ts";

/** Which printed value stands under which column of the form. */
export interface Assignment {
  /** One entry a column: its cell, or null where none could be told. */
  readonly values: readonly (PrintedValue | null)[];
  /**
   * - `counted`: as many values as columns, taken in order, the header agreeing
   * - `placed`: by the header's position
   * - `unheaded`: as many values as columns, but no header was readable
   * - `fused`: digits of several cells in one run
   * - `lost`: neither count nor position tells
   */
  readonly how: "counted" | "placed" | "unheaded" | "fused" | "lost";
}

/**
 * Values by header, then by ordinal, never by position alone: header and body spans disagree in real tables
 * (149|101×2|89 above 150×2|101|89), so equal counts go in order, and only unequal counts go by the columns covered.
 */
export function assignValues(row: FormRow, columns: readonly KnownColumn[], header: HeaderMatch | null): Assignment {
  const { values } = row;
  if (row.kind === "run" || (row.kind === "listed" && values.length < columns.length)) {
    return { values: columns.map(() => null), how: columns.length === 1 && values.length === 1 ? "fused" : row.kind === "run" ? "fused" : "lost" };
  }
  if (header?.reordered) return byPosition(values, header);
  if (values.length === columns.length) {
    const complete = header !== null && header.matched === columns.length;
    return { values, how: complete || row.kind === "listed" || columns.length === 1 ? "counted" : headed(header, columns) };
  }
  if (header && row.kind === "cells") {
    const placed = byPosition(values, header);
    if (placed.values.every((value) => value !== null)) return placed;
  }
  // Empty cells beyond the last column: a ragged pipe table.
  const surplus = values.slice(columns.length);
  if (surplus.length > 0 && surplus.every((value) => value.text.trim() === "")) return { values: values.slice(0, columns.length), how: "unheaded" };
  // One merged empty cell over all columns.
  if (values.length === 1 && values[0]!.text.trim() === "") return { values: columns.map(() => values[0]!), how: "counted" };
  return header && row.kind === "cells" ? byPosition(values, header) : { values: columns.map(() => null), how: "lost" };
}

/** Half of the labels in order leave the rest no other place. */
function headed(header: HeaderMatch | null, columns: readonly KnownColumn[]): "counted" | "unheaded" {
  return header !== null && header.matched * 2 > columns.length ? "counted" : "unheaded";
}

function byPosition(values: readonly PrintedValue[], header: HeaderMatch): Assignment {
  const reach = (from: { column: number; columnSpan: number }, value: PrintedValue) =>
    value.column! < from.column + from.columnSpan && value.column! + value.columnSpan! > from.column;
  const placed = header.columns.map((column) => {
    if (!column) return null;
    const under = values.filter((value) => reach(column, value));
    if (under.length !== 1) return null;
    const over = header.columns.filter((other) => other && reach(other, under[0]!));
    return over.length === 1 || under[0]!.text.trim() === "" ? under[0]! : null;
  });
  return { values: placed, how: placed.some((value) => value !== null) ? "placed" : "lost" };
}

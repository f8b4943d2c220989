import { reach } from "./leave-out.ts";
import type { HeaderMatch } from "../../match/header/header-match.ts";
import { isNumber } from "../../../printed/numbers.ts";
import { CODE_HEADING, UNIT_HEADING } from "./own-values.ts";
import type { HeaderColumn, PrintedValue } from "../../rows/form-row.ts";
import { type Assignment, lostRow, type AddedValue } from "./assignment.ts";

/** Takes for each column the only value under its heading. */
export function byPosition(values: readonly PrintedValue[], header: HeaderMatch): Assignment {
  if (header.foreign) return lostRow(header.columns.length);
  const placed = header.columns.map((column) => {
    if (!column) return null;
    const under = values.filter((value) => reach(column, value));
    if (under.length !== 1) return null;
    const over = header.columns.filter((other) => other && reach(other, under[0]!));
    return over.length === 1 || under[0]!.text.trim() === "" ? under[0]! : null;
  });
  // A value under no heading means that header and body disagree about the columns, so no position can be trusted.
  const orphaned = values.some((value) => value.text.trim() !== "" && !placed.includes(value));
  return orphaned || placed.every((value) => value === null)
    ? lostRow(placed.length)
    : { values: placed, how: "placed" };
}

/**
 * Assigns a row that has columns the form lacks. Positions can be trusted only if each cell stands exactly under one
 * heading; null where header and body disagree about a single column.
 */
export function besideAdded(values: readonly PrintedValue[], header: HeaderMatch): Assignment | null {
  const under = (column: HeaderColumn) => values.find((value) => isUnder(column, value)) ?? null;
  const placed = header.columns.map((column) => column && under(column));
  const added = header.added.flatMap((column) => {
    const value = under(column);
    return value ? [{ heading: column.text, value }] : [];
  });
  if (added.some((one) => isBesideHeading(one, values))) return lostRow(header.columns.length);
  const whole =
    !placed.includes(null) && new Set([...placed, ...added.map(({ value }) => value)]).size === values.length;
  return whole ? { values: placed, how: "counted", added } : null;
}

export function isUnder({ column, columnSpan }: HeaderColumn, value: PrintedValue): boolean {
  return value.column === column && value.columnSpan === columnSpan;
}

/**
 * Whether what stands under a heading of units or codes shows that the headings do not stand over the row's own cells:
 * a number for a unit, or a code that no other cell repeats. A header printed for two years may repeat 单位 and 代码,
 * too, while the rows below print them once.
 */
export function isBesideHeading(added: AddedValue, values: readonly PrintedValue[]): boolean {
  if (UNIT_HEADING.test(added.heading)) return isNumber(added.value.text);
  const code = added.value.text.trim();
  const again = values.some((value) => value !== added.value && value.text.trim() === code);
  return CODE_HEADING.test(added.heading) && code !== "" && !again;
}

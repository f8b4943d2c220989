import type { Place } from "../../../model/index.ts";
import { dateIn } from "../../../printed/dates.ts";
import type { ProseLine } from "../prose-line.ts";
import type { Found } from "./found.ts";
import { brokenDate, standingDates } from "./standing-date.ts";

export interface Publication {
  readonly found: Found | null;
  /** Null where what was found names no day. */
  readonly date: string | null;
  /** All days that the document gives for it. */
  readonly dates: readonly (string | null)[];
  /** The year before it, on which reports usually are. */
  readonly yearBefore: number | null;
  /** The day of the last change, if it was taken because no other date is printed. */
  readonly onlyUpdated: Found | null;
}

/**
 * When the report was published: what the page or its box states, else the date under its title or its signature, else
 * the day of the last change.
 */
export function publicationOf(
  stated: readonly (Found | null)[],
  updated: Found | null,
  lines: readonly ProseLine[],
  title: { readonly at: Place } | null,
): Publication {
  const printed = [...stated.filter((one) => one !== null), ...standingDates(lines, title)];
  const found = printed[0] ?? updated ?? brokenDate(lines);
  const date = found && dateIn(found.value);
  return {
    found,
    date,
    dates: printed.map(({ value }) => dateIn(value)),
    yearBefore: date === null ? null : Number(date.slice(0, 4)) - 1,
    onlyUpdated: found === updated ? updated : null,
  };
}

import { printedRow, type FormRow } from "../../rows/form-row.ts";
import type { Fit } from "./fit.ts";

/** The rows, as printed, that the tables took whole or in pieces. */
export function takenRows(fits: readonly Fit[]): readonly FormRow[] {
  const [only] = fits;
  if (fits.length === 1) return takenBy(only!);
  const taken = new Set<FormRow>();
  for (const fit of fits) for (const row of takenBy(fit)) taken.add(row);
  return [...taken];
}

function takenBy({ rowFits }: Fit): readonly FormRow[] {
  const taken = new Set<FormRow>();
  for (const { printed } of rowFits) {
    if (printed === null) continue;
    taken.add(printedRow(printed));
    for (const row of printed.covers ?? []) taken.add(row);
  }
  return [...taken];
}

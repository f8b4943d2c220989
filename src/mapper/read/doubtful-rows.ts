import { readValue } from "../../printed/numbers.ts";
import type { Fit } from "../match/fit.ts";
import type { FormRow } from "../rows/form-row.ts";

/** Whether a row of the same label was not found, and no row of a label of its own between the two tells which is printed. */
export function hasTwin({ rowFits }: Fit, index: number): boolean {
  const labelOf = (at: number) => rowFits[at]?.known.label[0]?.text;
  const bearers = (at: number) => rowFits.filter(({ known }) => known.label[0]?.text === labelOf(at)).length;
  if (labelOf(index) === undefined || bearers(index) === 1) return false;
  return [-1, 1].some((step) => {
    for (let other = index + step; rowFits[other]; other += step) {
      if (labelOf(other) === labelOf(index)) return rowFits[other]!.printed === null;
      if (rowFits[other]!.printed && bearers(other) === 1) return false;
    }
    return false;
  });
}

/** A row's own number may stand before its values; of more, some are values of a label further left. */
export function hasNumbersBefore({ labels }: FormRow): boolean {
  return labels.filter((label) => readValue(label).value !== null).length > 1;
}

import { onlyBest } from "./header-order.ts";
import type { FormHeader } from "../../rows/form-row.ts";
import type { HeaderMatch } from "./header-match.ts";
import { alignInOrder } from "./align-in-order.ts";

/**
 * The match where every label was found once, but not in the form's order. If several groups share a label (结果维持
 * under 行政复议 and 复议后起诉), the printed column under most of its own group headings counts.
 */
export function pairByNames(
  scores: readonly (readonly number[])[],
  header: FormHeader,
): Omit<HeaderMatch, "beside" | "added" | "others" | "odd"> | null {
  if (header.foreign) return null;
  const order = scores.map(onlyBest);
  if (
    order.includes(-1) ||
    order.every((index, i) => i === 0 || index > order[i - 1]!) ||
    new Set(order).size !== order.length
  )
    return null;
  return {
    columns: order.map((index) => header.columns[index]!),
    matched: order.length,
    reordered: true,
    crossed: false,
    foreign: false,
  };
}

/** The best pairing of the form's columns with the printed ones that keeps the order of both. */
export function pairInOrder(
  scores: readonly (readonly number[])[],
  header: FormHeader,
): Omit<HeaderMatch, "beside" | "added" | "others" | "odd"> | null {
  const pairs = alignInOrder(scores.length, header.columns.length, (i, j) => scores[i]![j]!);
  const matched = pairs.filter((index) => index !== null).length;
  return matched === 0
    ? null
    : {
        columns: pairs.map((index) => (index === null ? null : header.columns[index]!)),
        matched,
        reordered: false,
        crossed: scores.some(
          (row, i) => pairs[i] === null && row.some((score, j) => score > 0 && !pairs.includes(j)),
        ),
        foreign: header.foreign,
      };
}

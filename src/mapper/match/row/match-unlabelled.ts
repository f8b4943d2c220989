import { NO_MATCH, PARTIAL, UNDAMAGED } from "../weights.ts";
import { isGridRow, valueCount, type FormRow } from "../../rows/form-row.ts";
import type { KnownRow } from "../../form/known.ts";
import type { HeaderOf } from "../header/header-match.ts";
import { headingOf } from "./pieces.ts";
import { numbersRows } from "../../rows/column-numbers.ts";
import type { LabelMatch } from "../../../printed/labels.ts";

/**
 * Matches the only row of a block, which has no label, by its header or by the words before it and its count of values.
 */
export function matchUnlabelled(row: KnownRow, printed: FormRow, headerOf: HeaderOf): LabelMatch {
  const { columns, headerText } = row.block;
  const split = columns.length < row.block.block.columns.length;
  if (split && printed.heading !== undefined && printed.heading !== headingOf(row.block)) return NO_MATCH;
  const headed = columns[0]!.group.length > 0 && printed.context.includes(headingOf(row.block));
  const certain = !split || headed || printed.heading !== undefined;
  const header = headerOf(printed, row);
  if (header && header.matched === columns.length) return { score: certain ? 1 : PARTIAL, kind: "exact" };
  if (printed.labels.length > 0) return NO_MATCH;
  if (!isGridRow(printed) && headerText !== "" && printed.context.endsWith(headerText))
    return { score: certain ? UNDAMAGED : PARTIAL, kind: "exact" };
  if (printed.kind === "run" || columns.length < 5 || valueCount(printed) !== columns.length) return NO_MATCH;
  const groups = new Set(columns.flatMap((column) => column.group));
  const named = [...groups].filter((group) => group !== "" && printed.context.includes(group)).length;
  return groups.size > 0 && named === groups.size ? { score: PARTIAL, kind: "contained" } : NO_MATCH;
}

/**
 * Whether its only label, beside its number, stands under a corner heading (单位名称) or reaches down from the
 * headings.
 */
export function isNamed({ block }: KnownRow, { labels, headers }: FormRow): boolean {
  const [number = "", name] = labels;
  if (labels.length === 2 && /^\d+$/u.test(number) && numbersRows(headers[0]?.columns[0]?.leaf ?? ""))
    return name !== undefined && block.corner.has(headers[0]?.columns[1]?.leaf ?? "");
  const leaf = headers[0]?.columns[0]?.leaf;
  return labels.length === 1 && leaf !== undefined && (block.corner.has(leaf) || leaf === labels[0]);
}

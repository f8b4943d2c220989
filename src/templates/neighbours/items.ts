import type { ColumnTemplate, RowTemplate, ValueType } from "../../model/index.ts";

/** A row; what is not said is empty. */
export function itemRow(key: string, label: string, more: Partial<RowTemplate> = {}): RowTemplate {
  return { key, label, enumerator: "", group: [], aliases: [], ...more };
}

/** A column of counts, unless another type is given. */
export function column(
  key: string,
  label: string,
  more: Partial<ColumnTemplate> & { readonly type?: ValueType } = {},
): ColumnTemplate {
  return { key, label, group: [], aliases: [], type: "count", ...more };
}

/** What a box before 是 or 否 says. */
export const yesNo = { type: "choice", options: { yes: ["是"], no: ["否"] } } as const;

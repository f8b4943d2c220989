import type { ColumnTemplate, RowTemplate, ValueType } from "../../model/index.ts";

/** A row; fields that are not given are empty. */
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

/** The choice made by ticking the box before 是 or 否. */
export const yesNo = { type: "choice", options: { yes: ["是"], no: ["否"] } } as const;

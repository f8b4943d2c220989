import type { StringRun } from "../xlsx/cells/strings.ts";
import type { shownCell } from "../xlsx/cells/value.ts";

/** The content of a cell's Data element; null where the cell has none. */
export interface CellData {
  /** `Number`, `DateTime`, `Boolean`, `String` or `Error`. */
  readonly type: string;
  readonly runs: readonly StringRun[];
}

/** The types of Data, mapped to those of a cell in ISO 29500-1. */
const types: Readonly<Record<string, string>> = { Number: "n", Boolean: "b", Error: "e" };

/** The content as a cell of ISO 29500-1 would hold it. */
export function writtenOf(data: CellData | null): Omit<Parameters<typeof shownCell>[0], "hasFormula"> {
  if (data === null) return { type: "n", value: null, inline: [] };
  const value = data.runs.map(({ text }) => text).join("");
  if (data.type === "DateTime") return { type: "n", value: String(serialOf(value)), inline: [] };
  const type = types[data.type];
  return type === undefined
    ? { type: "inlineStr", value: null, inline: data.runs }
    : { type, value: value.trim(), inline: [] };
}

const millisecondsOfDay = 86_400_000;

/** `2021-12-31T00:00:00.000` as the number of days since 1899-12-30; NaN for anything else. */
function serialOf(date: string): number {
  return Date.parse(`${date}Z`) / millisecondsOfDay - Date.UTC(1899, 11, 30) / millisecondsOfDay;
}

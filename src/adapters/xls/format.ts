import { compoundFileNames, isCompoundFile } from "../compound/index.ts";
import type { Format } from "../format.ts";

export const xlsFormat: Format = {
  id: "xls",
  description: "Excel 97–2003 workbooks: .xls, and .et of WPS",
  sniff: ({ bytes }) => isCompoundFile(bytes) && workbookStreamOf(compoundFileNames(bytes)) !== undefined,
};

/** The stream that holds the workbook, of names in lower case. */
export function workbookStreamOf(names: readonly string[]): string | undefined {
  return ["workbook", "book"].find((name) => names.includes(name));
}

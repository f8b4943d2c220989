import { compoundFileNames, isCompoundFile } from "../compound/index.ts";
import type { Format } from "../format.ts";

export const xlsFormat: Format = {
  id: "xls",
  description: "Excel 97–2003 workbooks: .xls, and .et of WPS",
  sniff: ({ bytes }) => isCompoundFile(bytes) && workbookStreamOf(compoundFileNames(bytes)) !== undefined,
};

/** Which of these stream names, in lower case, is that of the workbook. */
export function workbookStreamOf(names: readonly string[]): string | undefined {
  return ["workbook", "book"].find((name) => names.includes(name));
}

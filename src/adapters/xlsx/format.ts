import { archiveNames } from "../package/zip-directory.ts";
import type { Format } from "../format.ts";

export const xlsxFormat: Format = {
  id: "xlsx",
  description: "spreadsheets: .xlsx and .xlsm, from Excel or WPS",
  sniff: ({ bytes }) => {
    const names = archiveNames(bytes);
    return names.includes("[content_types].xml") && names.some((name) => name.startsWith("xl/"));
  },
};

import type { Format } from "../format.ts";
import { beginsWithRoot } from "../package/root.ts";

export const excel2003XmlFormat: Format = {
  id: "excel-2003-xml",
  description: "Excel 2003 XML workbooks, often named .xls",
  sniff: (source) => beginsWithRoot(source, "urn:schemas-microsoft-com:office:spreadsheet", "Workbook"),
};

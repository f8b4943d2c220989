import type { Format } from "../format.ts";
import { valueRecords } from "./records.ts";

/** At most so many bytes are looked at; fewer than three records do not show a table. */
const [sniffed, leastRecords] = [65_536, 3];
/** Where the file's name announces a table, at least this part of its records must have more than one field. */
const leastWide = 1 / 3;

export const csvFormat: Format = {
  id: "csv",
  description: "comma-separated values, also under the name of a workbook: .csv, .xls",
  sniff: ({ name, bytes }) => {
    // Neither a comma nor a quote nor a line end is ever a byte of a Chinese character, in UTF-8 or in GB 18030.
    const start = bytes.subarray(0, sniffed);
    const isNamed = /\.(?:csv|xlsx?|et)$/i.test(name);
    if (!isNamed && !start.subarray(0, start.indexOf(0x0a) + 1).includes(0x2c)) return false;
    const head = new TextDecoder("latin1").decode(start).replace(/^\xef\xbb\xbf/, "");
    // A tab beside a comma only keeps a number from being turned into another notation; others part columns.
    if (/\0|[^,"\s]\t+[^,"\s]/.test(head) || /^\s{0,200}[<{[]/.test(head)) return false;
    // The last record is left out: it may be cut off, or be the blank one after the last line end.
    const widths = valueRecords(head)
      .slice(0, -1)
      .map(({ fields }) => fields.length);
    const wide = widths.filter((width) => width > 1).length;
    // A spreadsheet writes all records as wide as the widest; text that happens to have commas is not so regular.
    const isRectangular = wide > 0 && widths.every((width) => width === widths[0]);
    return widths.length >= leastRecords && (isRectangular || (isNamed && wide >= widths.length * leastWide));
  },
};

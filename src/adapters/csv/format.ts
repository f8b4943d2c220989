import type { Format } from "../format.ts";
import { valueRecords } from "./records.ts";

/** Bytes and records that are looked at; fewer records than three say nothing of a table. */
const [sniffed, leastRecords] = [65_536, 3];
/** Part of the records that have more than one field where the name says that it is a table. */
const leastWide = 1 / 3;

export const csvFormat: Format = {
  id: "csv",
  description: "comma-separated values, also under the name of a workbook: .csv, .xls",
  sniff: ({ name, bytes }) => {
    // Neither a comma nor a quote nor a line end is ever a byte of a Chinese character, in UTF-8 as in GB 18030.
    const head = new TextDecoder("latin1").decode(bytes.subarray(0, sniffed)).replace(/^\xef\xbb\xbf/, "");
    const isNamed = /\.(?:csv|xlsx?|et)$/i.test(name);
    const first = head.slice(0, head.indexOf("\n") + 1);
    if (!isNamed && !first.includes(",")) return false;
    if (/[\0\t]/.test(head) || /^\s{0,200}[<{[]/.test(head)) return false;
    // The last one may be cut off, or the blank behind the last line end.
    const widths = valueRecords(head)
      .slice(0, -1)
      .map(({ fields }) => fields.length);
    const wide = widths.filter((width) => width > 1).length;
    // What a spreadsheet writes is as wide in every record as its widest; text with commas in it is not.
    const isRectangular = wide > 0 && widths.every((width) => width === widths[0]);
    return widths.length >= leastRecords && (isRectangular || (isNamed && wide >= widths.length * leastWide));
  },
};

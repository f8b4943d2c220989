import { outlineLevel } from "../../printed/enumerators.ts";
import type { CsvRecord } from "./records.ts";

/**
 * How many columns the table of each record has, 0 for a record that stands alone. A record's own width does not show
 * it: a spreadsheet writes all records as wide as the widest, and the last cells of a row may be blank.
 */
export function tableWidths(records: readonly CsvRecord[]): readonly number[] {
  const widths = new Array<number>(records.length).fill(0);
  const kinds = records.map(kindOf);
  const labels = labelsOfTables(kinds);
  for (let start = 0; start < records.length;) {
    let end = start;
    let width = 0;
    for (; end < records.length && (kinds[end] === "row" || (end > start && labels[end])); end++)
      width = Math.max(width, records[end]!.fields.findLastIndex(isSaid) + 1);
    widths.fill(width, start, end);
    start = end + 1;
  }
  return widths;
}

/**
 * `label` and `last-label`: words alone that may be a row whose values are all blank; only a `last-label` may end a
 * table.
 */
type Kind = "row" | "blank" | "label" | "last-label" | "alone";

/** Longer words are not the label of a row. */
const LONGEST_LABEL = 40;

/**
 * Words alone on their line begin in the first column. After a blank first cell they belong to a row, beside a cell
 * that continues from above.
 */
function kindOf({ fields }: CsvRecord): Kind {
  const said = fields.filter(isSaid);
  const [text] = said;
  if (text === undefined) return "blank";
  if (said.length > 1 || !isSaid(fields[0]!)) return "row";
  if (fields.length === 1 || text.length > LONGEST_LABEL || /[\n。；;]/.test(text) || isTitle(text))
    return "alone";
  // Notes, dates and names below a table have digits or colons: such words do not end a table as its last row.
  return /[\d：:]/.test(text) ? "label" : "last-label";
}

/** 三、收到和处理政府信息公开申请情况 is a heading above a table; 一、本年新收政府信息公开申请数量 is a row of one. */
function isTitle(text: string): boolean {
  return outlineLevel(text) === 1 && /(?:情况|事项|表)$/.test(text.trim());
}

/** Which lone words are rows of the table above them: those that a row follows, and those above a blank line. */
function labelsOfTables(kinds: readonly Kind[]): readonly boolean[] {
  const labels = kinds.map(() => false);
  for (let at = kinds.length - 1; at >= 0; at--) {
    const next = kinds[at + 1] ?? "blank";
    const goesOn = next === "row" || labels[at + 1] === true;
    const isLast = next === "blank" && kinds[at] === "last-label";
    labels[at] = (kinds[at] === "label" || kinds[at] === "last-label") && (goesOn || isLast);
  }
  return labels;
}

const isSaid = (field: string): boolean => field.trim() !== "";

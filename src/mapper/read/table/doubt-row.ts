import type { Fit, RowFit } from "../../match/fit/fit.ts";
import type { FormRow } from "../../rows/form-row.ts";
import { hasTwin, oddHeadings } from "../cells/doubtful-rows.ts";
import { doubtLabel } from "../cells/doubtful-labels.ts";
import { labelBearers } from "../cells/label-bearers.ts";
import { isPlacedAlone } from "../../match/row/pieces.ts";
import { otherGroups, type OddHeading } from "./twin-columns.ts";
import { recalledGroups } from "./recalled-groups.ts";
import { finding } from "../../../findings/finding.ts";
import { type TableReading, wholeLabel } from "./table-reading.ts";

/** Reports what makes it doubtful that the printed row is the form's. */
export function doubtRow(reading: TableReading, printed: FormRow, rowFit: RowFit, index: number): void {
  const where = { paths: rowFit.known.pointers, at: printed.at };
  reading.diagnostics.push(...doubtLabel(printed, rowFit, reading.fit.known.rows));
  const grouped = printed.labels.slice(0, -1).includes(rowFit.known.group);
  const unnamed = isPlacedAlone(rowFit.known, printed);
  if (
    unnamed ||
    (!grouped && hasTwin(reading.fit, index)) ||
    bearsAnotherName(printed, rowFit, reading.fit)
  ) {
    const args = { label: unnamed ? rowFit.known.block.columns[0]!.column.label : wholeLabel(rowFit) };
    reading.diagnostics.push(finding("row-ambiguous", { ...where, args }));
  }
  if (rowFit.header?.reordered) reading.reordered.push(...where.paths);
  (rowFit.header?.odd ?? oddHeadings(reading.fit, rowFit)).forEach((heading, at) => {
    if (heading === null) return;
    const { label, basis } = rowFit.known.block.columns[at]!.column;
    // A wording that was not read in a source may differ. Words elsewhere may still be a heading of something else.
    const recalled = basis === "recall" && rowFit.header?.columns[at] ? { basis } : null;
    noteOddHeading(reading, { printed: heading, label, paths: [where.paths[at]!], ...recalled });
  });
  for (const group of [...otherGroups(printed, rowFit), ...recalledGroups(printed, rowFit)])
    noteOddHeading(reading, group);
}

/**
 * Whether a row also bears the name of another row that was not found under it: 总计 | 其他, where a blank cell took the
 * name above it.
 */
function bearsAnotherName({ labels }: FormRow, { known }: RowFit, { known: table, rowFits }: Fit): boolean {
  if (labels.length < 2) return false;
  const { ofAny } = labelBearers(table);
  const isElsewhere = (text: string, at: number) => {
    const { known: other, printed } = rowFits[at]!;
    return !known.groups.has(other.label[0]?.text ?? "") && !printed?.labels.includes(text);
  };
  return labels.some(
    (text) =>
      !known.label.some((own) => own.text === text) && ofAny.get(text)?.some((at) => isElsewhere(text, at)),
  );
}

function noteOddHeading({ odd }: TableReading, heading: OddHeading): void {
  const key = `${heading.printed}\t${heading.label}`;
  const kept = odd.get(key) ?? { ...heading, paths: [] };
  kept.paths.push(...heading.paths);
  odd.set(key, kept);
}

import { tablePointer } from "../../arithmetic/paths.ts";
import { finding } from "../../findings/finding.ts";
import type { CellValue, Finding, Place } from "../../model/index.ts";
import { withoutEndRemark } from "../../printed/labels.ts";
import { readValue } from "../../printed/numbers.ts";
import type { Fit, Rival, RowFit } from "../match/fit/fit.ts";
import { hasNumbers, isBlankValue, isGridRow, printedRow, type FormRow } from "../rows/form-row.ts";
import { againstAs, isDoubtfulStanding } from "../match/fit/against.ts";
import { assignValues } from "./assign/assign.ts";
import { readWorded } from "./cells/read-worded.ts";

/** If at least this many rows are printed twice, this is reported once for the table and not row by row. */
const TABLE = 4;

interface Other {
  readonly rowFit: RowFit;
  readonly printed: FormRow;
  /** Pointers of the cells whose value the other candidate prints differently. */
  readonly paths: readonly string[];
}

export interface OtherCandidates {
  readonly findings: readonly Finding[];
  /** Places of the rows that are reported one by one. */
  readonly places: readonly Place[];
}

/** Reports other candidates for the table's cells that were not taken and print another value. */
export function otherCandidates(
  fit: Fit,
  taken: ReadonlySet<FormRow>,
  values: ReadonlyMap<string, CellValue>,
): OtherCandidates {
  const rivals = fit.rowFits.flatMap((rowFit) =>
    rowFit.rivals.flatMap((rival) =>
      taken.has(printedRow(rival.printed)) || !bearsLabels(rowFit, rival.printed)
        ? []
        : [{ rowFit, rival, isComparable: isComparable(rowFit, rival) }],
    ),
  );
  // Where a block prints this many rows of the form again, its short labels are the form's, too.
  const comparable = rivals.filter((one) => one.isComparable).map(({ rival }) => rival.printed);
  const isAmongThem = isOneOfMany(comparable);
  const isInTable = isInCrowd(rivals.map(({ rival }) => rival.printed));
  const others = rivals.flatMap(({ rowFit, rival, isComparable }): readonly Other[] => {
    if (!isComparable && !isAmongThem(rival.printed) && !isInTable(rival.printed)) return [];
    const paths = differing(rowFit, rival, values);
    return paths.length === 0 ? [] : [{ rowFit, printed: rival.printed, paths }];
  });
  const { title } = fit.known.table;
  const blocks = [...new Set(others.map(({ printed }) => printed.block))].map((block) =>
    others.filter(({ printed }) => printed.block === block),
  );
  const rows = blocks.filter((found) => found.length < TABLE).flat();
  const tables = blocks.filter((found) => found.length >= TABLE);
  return {
    findings: [
      ...rows.map(({ rowFit, printed: { at }, paths }) =>
        finding("repeated-row", { paths, at, args: { label: rowFit.known.row.label || title } }),
      ),
      ...tables.map((found) =>
        finding("repeated-table", {
          paths: [...new Set([...found.flatMap(({ paths }) => paths), ...takenFrom(found[0]!.printed, fit)])],
          at: found[0]!.printed.at,
          args: { label: title, rows: found.length },
        }),
      ),
    ],
    places: rows.map(({ printed }) => printed.at),
  };
}

/**
 * The cells of rows that were taken from the table printed twice, because only it has them, or has them in the form's
 * order.
 */
function takenFrom({ block }: FormRow, { rowFits }: Fit): readonly string[] {
  const taken = rowFits.filter(({ printed }) => printed !== null);
  const inside = taken.filter(({ printed }) => printed!.block === block);
  return inside.length * 2 > taken.length ? [] : inside.flatMap(({ known }) => known.pointers);
}

/** Whether a row's block holds at least `TABLE` of these rows. */
function isOneOfMany(rows: readonly FormRow[]): (row: FormRow) => boolean {
  const counts = new Map<number, number>();
  for (const { block } of rows) counts.set(block, (counts.get(block) ?? 0) + 1);
  return ({ block }) => (counts.get(block) ?? 0) >= TABLE;
}

/**
 * Whether a row stands among at least `TABLE` of these rows that have a line for each cell: then they are a table,
 * whatever their labels.
 */
function isInCrowd(rows: readonly FormRow[]): (row: FormRow) => boolean {
  const lines = rows.flatMap(({ kind, block }) => (kind === "listed" ? [block] : [])).sort((a, b) => a - b);
  const around = new Set<number>();
  for (const [at, first] of lines.entries()) {
    const last = lines[at + TABLE - 1] ?? Infinity;
    for (let block = last - NEAR; block <= first + NEAR; block++) around.add(block);
  }
  return ({ kind, block }) => kind === "listed" && around.has(block);
}

/**
 * Whether another candidate bears all labels of the row that was taken. A form without numbers and an empty row are no
 * candidates.
 */
function bearsLabels({ known, printed }: RowFit, rival: Rival["printed"]): boolean {
  if (rival.labels.length === 0 && rival.values.every(({ text }) => text.trim() === "")) return false;
  if (rival.against?.some(({ kind }) => kind === "empty-form")) return false;
  // 上年 beside 本年 says whose numbers it has.
  if (isLabelledOtherYear(rival) && printed!.labels.length > 0 && !isLabelledOtherYear(printed!))
    return false;
  if (rival.kind === "run" || (!isGridRow(rival) && isGridRow(printed!))) return false;
  if (known.row.label === "") return true;
  // Where only spaces separate the columns, a piece of a group's name may stand beside one of the two rows.
  const [name, own] = [named(rival), named(printed!)];
  // In text the name of a group stands in its first row alone.
  const isOfGroup = rival.block === printed!.block && name !== "" && own.endsWith(name);
  return rival.kind === "spaced" || isOfGroup || areNamedAlike(name, own);
}

/** 行政处罚（简易程序） above 行政处罚（普通程序）: remarks part the form's row in two. */
function areNamedAlike(rival: string, taken: string): boolean {
  const bare = withoutEndRemark(taken);
  return rival === taken || (bare !== taken && withoutEndRemark(rival) === bare);
}

function isLabelledOtherYear({ against = [] }: FormRow): boolean {
  return against.some(({ kind, ofLabel }) => kind === "other-year" && ofLabel);
}

/** A row's labels without its number in the list. */
function named({ labels }: FormRow): string {
  return labels.filter((text) => !/^\d+$/u.test(text)).join("");
}

/**
 * Whether a candidate is likely to be the form's row. Short labels name rows of many tables, so it must stand under the
 * form's headings or near the row that was taken.
 */
function isComparable({ known, printed }: RowFit, { printed: rival, header }: Rival): boolean {
  if (known.row.label === "") return true;
  const near = rival.kind === "listed" && Math.abs(rival.block - printed!.block) <= NEAR;
  return header !== null || rival.block === printed!.block || near || known.row.label.length > 4;
}

/** Two rows of one table are at most this many lines apart where each cell has a line of its own. */
const NEAR = 60;

function differing(
  { known, printed: own }: RowFit,
  { printed, header }: Rival,
  values: ReadonlyMap<string, CellValue>,
): readonly string[] {
  const { columns } = known.block;
  const assignment = assignValues(printed, columns, header, { neighbours: undefined, agree: () => false });
  // With one more value than columns, one line holds the row's number, so it is unclear what the others say.
  if (printed.kind === "listed" && assignment.how === "lost" && printed.values.length > columns.length)
    return known.pointers;
  // A row of the same table that lacks a cell, or a number right below that may be a piece of one of the row's.
  if (isGridRow(printed) && printed.block === own?.block && assignment.how === "lost" && hasNumbers(printed))
    return known.pointers;
  const paths = known.pointers.filter((path, index) => {
    const other = assignment.values[index];
    if (!other) return false;
    const value = values.get(path) ?? null;
    if (typeof value === "number" || value === null) return readValue(other.text).value !== value;
    // Words that could not be read in the same way are not another value.
    const words = readWorded(path, known.row, columns[index]!, other).value;
    return words !== null && JSON.stringify(words) !== JSON.stringify(value);
  });
  // What the other lacks may as well differ, and what both rows of one table leave blank may be cut off from either.
  const isBeside = isGridRow(printed) && printed.block === own?.block;
  const lacking = known.pointers.filter((path, index) => {
    const other = assignment.values[index];
    return !other || (isBeside && isBlankValue(other) && values.get(path) === null);
  });
  return paths.length > 0 ? [...paths, ...lacking] : [];
}

/** Reports rows that were taken although a heading above them names another year, a sample or another office. */
export function doubtfulOrigin({ known: { table }, rowFits, table: id }: Fit): readonly Finding[] {
  const doubtful = rowFits.flatMap(({ known, printed }) => {
    const against = printed ? againstAs(table, known, printed).find(isDoubtfulStanding) : undefined;
    return against ? [{ known, printed: printed!, against }] : [];
  });
  if (doubtful.length === 0) return [];
  const { printed, against } = doubtful[0]!;
  const whole = doubtful.length === rowFits.filter((rowFit) => rowFit.printed).length;
  const paths = doubtful.flatMap(({ known }) => known.pointers);
  return [
    finding("table-of-another", {
      ...(whole ? { path: tablePointer(id) } : { paths }),
      at: printed.at,
      args: { heading: against.heading.slice(0, 60), label: table.title },
    }),
  ];
}

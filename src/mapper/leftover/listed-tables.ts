import { finding } from "../../findings/finding.ts";
import { enumeratorOf, withoutEnumerator } from "../../printed/enumerators.ts";
import { trailingUnit } from "../../printed/units.ts";
import { isGridRow, type FormRow } from "../rows/form-row.ts";
import type { Unknown } from "./labelled.ts";

/** A list of indicators in running text is a table of its own from this many rows on. */
const ROWS = 3;
const MAXIMUM_LABEL = 40;
/** Words of a list's head. The first label of the list begins behind the last of them. */
const HEAD = /^.*(?:指标名称|统计指标|指标|计[量算]单位|单位|年末统计|统计数|历年累计|本?年度数?|数量)/u;

/** The sentences before a label. */
const SENTENCES = /^.*\p{sc=Han}[.;]/u;

/**
 * Lists of indicators in text without cells (指标名称 计量单位 年末统计 …) that no form took: each row has a label, its
 * unit and numbers. A list that continues before or after a form's rows is kept however short it is.
 */
export function listedTables(rows: readonly FormRow[], taken: ReadonlySet<FormRow>): readonly Unknown[] {
  const first = rows.findIndex((row) => taken.has(row));
  const last = rows.findLastIndex((row) => taken.has(row));
  const found: Unknown[] = [];
  for (let start = 0; start < rows.length;) {
    let end = start;
    while (end < rows.length && !taken.has(rows[end]!) && isIndicator(rows[end]!)) end += 1;
    const own = rows.slice(start, end);
    const beside =
      (end === first || start - 1 === last) && first >= 0 && isIndicator(rows[end === first ? first : last]!);
    if (own.length >= ROWS || (own.length > 0 && beside)) found.push(tableOf(own));
    start = Math.max(end, start + 1);
  }
  return found;
}

/**
 * Whether a row has numbers right behind a unit that stands behind a label, which no sentence has. 附件1 has a number
 * but no unit.
 */
function isIndicator(row: FormRow): boolean {
  return (
    !isGridRow(row) &&
    row.labels.length === 0 &&
    trailingUnit(row.context) !== "" &&
    !/[附文信邮案事证稿条]件$/u.test(row.context) &&
    labelOf(row) !== ""
  );
}

function labelOf({ context }: FormRow): string {
  const text = context
    .slice(0, context.length - trailingUnit(context).length)
    .replace(HEAD, "")
    .replace(SENTENCES, "");
  const bare = withoutEnumerator(text);
  return (bare === text && enumeratorOf(text) === "" ? text : bare).slice(-MAXIMUM_LABEL);
}

function tableOf(rows: readonly FormRow[]): Unknown {
  const { at } = rows[0]!;
  return {
    table: {
      within: null,
      title: null,
      columns: [],
      rows: rows.map((row) => ({
        labels: [labelOf(row), trailingUnit(row.context)],
        values: row.values.map(({ text }) => text),
      })),
    },
    at,
    findings: (path) => [finding("unknown-table", { path, at, args: { title: "", rows: rows.length } })],
  };
}

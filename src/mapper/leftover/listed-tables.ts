import { finding } from "../../findings/finding.ts";
import { enumeratorOf, withoutEnumerator } from "../../printed/enumerators.ts";
import { trailingUnit } from "../../printed/units.ts";
import { isGridRow, type FormRow } from "../rows/form-row.ts";
import type { Unknown } from "./labelled.ts";

/** A list of indicators in running text is a table of its own from this many rows on. */
const ROWS = 3;
const MAXIMUM_LABEL = 40;
/** Words of a list's head. The first label of the list begins behind the last of them. */
const HEAD =
  /^.*(?:指标名称|统计指标|指标|计[量算]单位|单位|年末统计|统计数|历年累计|本?年度数?|数量|附[表件]:)/u;

/** A label that ends in such a word, perhaps with its unit, and with nothing of a head before it: 公开栏数量, 展板数量块. */
const COUNTED = /^(?!.*(?:指标|单位|统计|累计|附[表件])).+数量.{0,2}$/u;

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
    if (taken.has(rows[start]!) || isGridRow(rows[start]!)) {
      start++;
      continue;
    }
    const isListed = LIST_HEAD.test(rows[start]!.context) ? isItem : isIndicator;
    while (end < rows.length && !taken.has(rows[end]!) && isListed(rows[end]!)) end += 1;
    const own = rows.slice(start, end);
    const beside =
      (end === first || start - 1 === last) &&
      first >= 0 &&
      isIndicator(rows[end === first ? first : last]!) &&
      own.every((row) => unitOf(row) !== "");
    if (own.length >= ROWS || (own.length > 0 && beside)) found.push(tableOf(own));
    start = Math.max(end, start + 1);
  }
  return found;
}

/** The headings of a list, behind which its rows need no unit that is known: 展板 块 2. */
const LIST_HEAD = /指标(?:名称)?(?:代码)?计[量算]单位/u;
const LONGEST_ITEM = 60;

/** Whether words and numbers are a row of a list whose headings stand before it. */
function isItem(row: FormRow): boolean {
  const words = row.context.replace(HEAD, "");
  return isIndicator(row) || (row.kind === "run" && words.length <= LONGEST_ITEM && !/[.;]/u.test(words));
}

/** A label without a unit that names a count: 网站公开数, 申请总数：. No sentence between two numbers reads so. */
const COUNT = /(?:^|[。.；;:])(?![条件次个])[^，,。.；;:]{2,40}(?:[数量额]|人次):?$/u;

/**
 * Whether a row has numbers right behind a unit that stands behind a label, which no sentence has, or behind a label
 * that names a count. 附件1 has a number but neither.
 */
function isIndicator(row: FormRow): boolean {
  return (
    !isGridRow(row) &&
    row.labels.length === 0 &&
    (unitOf(row) !== "" || COUNT.test(row.context)) &&
    !/[附文信邮案事证稿条]件$/u.test(row.context) &&
    labelOf(row) !== ""
  );
}

/** The unit behind a label, also in brackets: 主动公开信息数（条）. */
function unitOf({ context }: FormRow): string {
  return trailingUnit(unbracketed(context));
}

function unbracketed(context: string): string {
  return context.replace(/\)?:?$/u, "");
}

function labelOf(row: FormRow): string {
  const whole = unbracketed(row.context);
  const named = whole.slice(0, whole.length - unitOf(row).length).replace(/\($/u, "");
  const text = (COUNTED.test(named) ? named : named.replace(HEAD, "")).replace(SENTENCES, "");
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
        labels: [labelOf(row), unitOf(row)],
        values: row.values.map(({ text }) => text),
      })),
    },
    at,
    findings: (path) => [finding("unknown-table", { path, at, args: { title: "", rows: rows.length } })],
  };
}

import { prepared } from "../../../arithmetic/prepared.ts";
import type { KnownBlock } from "../../form/known.ts";
import type { FormHeader, HeaderColumn } from "../../rows/form-row.ts";

/** A header without its columns of other years, and those columns. */
export interface OwnYear {
  readonly header: FormHeader;
  readonly others: readonly HeaderColumn[];
}

const COUNTED = "(?:决算数?|数量|件数|情况|统计数|完成数|合计|实际|数)?";
const THIS_YEAR = new RegExp(`^(?:[本今当]|本?报告)年度?${COUNTED}$`, "u");
const OTHER_YEAR = new RegExp(
  `^(?:(?:上一?|去|前)年度?(?:同期)?|上年同期|同期|历年(?:累计|合计)?|累计)${COUNTED}$`,
  "u",
);
/**
 * Headings of the cumulative column that may stand beside a list's only column, even where another form has such a
 * column of its own.
 */
const CUMULATIVE = /^(?:历年)?(?:累计|合计)数?$/u;
const NAMED_YEAR = new RegExp(`^(20\\d{2})年?度?${COUNTED}$`, "u");
/** Headings of figures that compare two years: 同比增减, 增长率. */
const COMPARED =
  /^(?:(?:同比|环比|(?:比|较)(?:上年|去年)(?:同期)?)(?:增减|增长|变化|升降|增加|减少)?|增减|增长|增幅|升降)(?:率|额|数|量|情况|幅度)?(?:\((?:%|±)\)|%)?$/u;

type Time = "this" | "other" | null;

/**
 * The columns of the report's own year under the form's headings, where columns of other years stand beside them: 本年
 * | 上年 or 2022年 | 2023年, below or above each heading. Null where no column names a year. A heading that some form
 * has, such as 历年累计, does not count as another year; `labels` are the headings of all forms.
 */
export function ownYearColumns(
  { columns, foreign }: FormHeader,
  block: KnownBlock,
  labels: ReadonlySet<string>,
  year: number | null,
): OwnYear | null {
  if (foreign || !namesYears(columns)) return null;
  let before: { time: Time; rest: readonly string[] } = { time: null, rest: [] };
  const read = columns.map((column) => {
    const times = column.texts.map((text) => {
      const time = timeOf(text, block, year);
      const foreign = labels.has(text) && !(block.columns.length === 1 && CUMULATIVE.test(text));
      return time === "other" && foreign ? null : time;
    });
    const blank = column.texts.includes("");
    // The cells that a merged heading covers may be written as empty cells.
    const time = times.findLast((one) => one !== null) ?? (blank ? before.time : null);
    const own = column.texts.filter((text, index) => text !== "" && times[index] === null);
    const rest = own.length === 0 && blank ? before.rest : own;
    before = { time, rest };
    return { column, time, rest };
  });
  const own = read.filter(({ time }) => time === "this");
  const others = read.filter(({ time }) => time === "other").map(({ column }) => column);
  // 本年处理决定数量 | 上年处理决定数量: the form's own heading counts as this year's if another year's stands beside
  // it.
  const known = read.some(
    ({ time, rest }) => time === null && rest.some((text) => block.columnTexts.has(text)),
  );
  if (others.length === 0 || (own.length === 0 && !known)) return null;
  const alone = own.length === 1 && block.columns.length === 1;
  const kept = read
    .filter(({ time }) => time !== "other")
    .map(({ column, time, rest }): HeaderColumn => {
      if (time === null) return column;
      const words = rest.filter((text) => !isCaption(text, block));
      // Where the form has one column, 2023年 may stand alone: the rows say what it counts.
      const leaf = words.at(-1) ?? (alone ? block.columns[0]!.label[0]!.text : "");
      return { ...column, texts: words, text: words.length === 0 ? leaf : words.join(""), leaf };
    });
  return { header: { columns: kept, foreign }, others };
}

/** Whether any heading may name the report's own year or another one. */
const namesYears = prepared((columns: FormHeader["columns"]) =>
  columns.some(({ texts }) =>
    texts.some((text) => NAMED_YEAR.test(text) || THIS_YEAR.test(text) || OTHER_YEAR_FIRST.test(text)),
  ),
);
const OTHER_YEAR_FIRST = /^(?:上|去|前|同|历|累|环|比|较|增|升|20\d\d)/u;
/** A year before the words of the form's heading, as in 上年处理决定数量. */
const YEAR_BEFORE = /^(上一?年度?|去年|同期|20\d{2}年度?)(?=\p{sc=Han}(?=\p{sc=Han}))/u;

function timeOf(text: string, { columnTexts }: KnownBlock, year: number | null): Time {
  if (columnTexts.has(text)) return null;
  const named = NAMED_YEAR.exec(text)?.[1];
  if (named !== undefined) return year === null ? null : Number(named) === year ? "this" : "other";
  if (THIS_YEAR.test(text)) return "this";
  const before = YEAR_BEFORE.exec(text)?.[1];
  const words = before === undefined ? "" : text.slice(before.length);
  if (before !== undefined && (columnTexts.has(words) || columnTexts.has(`本年${words}`)))
    return before.startsWith("20") && year !== null && Number(before.slice(0, 4)) === year ? null : "other";
  return OTHER_YEAR.test(text) || COMPARED.test(text) ? "other" : null;
}

/** Whether a heading says no more than a year, or how figures of years compare. */
export function namesTime(text: string, block: KnownBlock, year: number | null): boolean {
  return timeOf(text, block, year) !== null && YEAR_BEFORE.exec(text) === null;
}

function isCaption(text: string, { caption, corner }: KnownBlock): boolean {
  return caption.some((known) => known.text === text) || corner.has(text);
}

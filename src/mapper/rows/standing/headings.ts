import { normalizeLabel } from "../../../printed/folding.ts";
import { partNamed } from "../../../printed/qualified.ts";
import type { Own, Against } from "../against.ts";
import { coreOf, OFFICE, isOneOffice } from "./offices.ts";

/** A report's year, issuer and title, and the issuer's name as headings print it; empty where it is not known. */
export interface NamedOwn extends Own {
  readonly core: string;
}

export function named(own: Own): NamedOwn {
  return { ...own, core: own.issuer === null ? "" : coreOf(normalizeLabel(own.issuer)) };
}

/**
 * What a heading says against the rows below it; null where the line is not above a table, or does not say whose the
 * table is.
 */
export function standingOf(text: string, { year, issuer, title, core }: NamedOwn): readonly Against[] | null {
  if (
    text === "" ||
    text.length > LONGEST ||
    /[.;!?]./u.test(text) ||
    /,.{12}/u.test(text.replace(CHAPTER, ""))
  )
    return null;
  const says: Against[] = [];
  if (SAMPLE.test(text)) says.push({ kind: "sample", heading: text });
  const whoseYear = yearNamed(text, year);
  if (whoseYear === "other") says.push({ kind: "other-year", heading: text });
  if (isOfPart(text, title)) says.push({ kind: "part", heading: text });
  let about = whoseYear === "own";
  if (ABOUT_TABLES.test(text) && SOME.test(text)) says.push({ kind: "other-office", heading: text });
  if (WHOLE.test(text) || (core !== "" && text.split(/[(:]/u)[0] === core)) about = true;
  const office = OFFICE.exec(text)?.[1];
  if (office !== undefined && issuer !== null) {
    about = true;
    if (!isOneOffice(office, normalizeLabel(issuer))) says.push({ kind: "other-office", heading: text });
  }
  return says.length > 0 || about ? says : null;
}

/**
 * Whether a heading of tables names only a part of the year, or a part of the office when the report is not that part's
 * own.
 */
function isOfPart(text: string, title: string | null): boolean {
  if (!ABOUT_TABLES.test(text)) return false;
  const part = partNamed(text);
  return part === "year" || (part === "office" && title?.includes("本级") !== true);
}

/** Whether a heading of tables names the report's own year or another; null where it names none. */
function yearNamed(text: string, year: number | null): "own" | "other" | null {
  if (!ABOUT_TABLES.test(text)) return null;
  const years = new Set((text.match(YEARS) ?? []).map(Number));
  if (years.size > 0) {
    if (DAY.test(text)) return null;
    return year === null || years.has(year) ? "own" : "other";
  }
  if (LAST_YEAR.test(text)) return "other";
  return THIS_YEAR.test(text) ? "own" : null;
}

/** A heading above a table is short; a longer line is a sentence. */
export const LONGEST = 50;

const YEARS = /(?<!\d)20[0-3]\d(?=学?年|[-—~至]20|[)）]|$)/gu;

/** What a line above tables is about; a line may also be nothing but the year. */
export const ABOUT_TABLES = /情况|统计|数据|[表报]|20\d\d年度?[):]?$/u;

/** The year named by its relation to the report's own: 去年情况, 本年度情况. 上年结转 is a row about this year. */
const LAST_YEAR =
  /^[(]?(?:[一二三四五六七八九十\d]{1,2}[,.、)])?(?:上一?年度?|去年|前年|往年)(?!度?结转|项目)/u;

const THIS_YEAR = /^[(]?(?:[一二三四五六七八九十\d]{1,2}[,.、)])?(?:本年度?|今年|当年)/u;

/** The report's whole area (全县汇总, 清溪县), as opposed to only some of its offices. */
const WHOLE =
  /^(?:本|我|全)[省市区县州盟旗镇乡局委][\u4e00-\u9fff]{0,4}?(?=$|[(:]|政府信息|主动|收到|行政|统计|数据|情况|汇总|合计)|汇总|合计/u;

const SOME =
  /^(?:各|下属|[省市区县]直)?(?:部门|单位|科室|乡镇|镇街|街道)(?:分项)?(?:政府信息|主动|收到|行政|统计|数据|情况)/u;

const DAY = /年\d{1,2}月\d{1,2}日|日期|时间/u;

export const CHAPTER = /^[一二三四五六七八九十]{1,3}[,、]/u;

const SAMPLE = /样[表张本式例]|示例|示范|模板|填[报表写]样|式样|空表|填表说明/u;

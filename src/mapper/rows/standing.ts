import type { Block, Grid } from "../../model/index.ts";
import { normalizeLabel } from "../../printed/folding.ts";
import { partNamed } from "../../printed/qualified.ts";
import type { FormRow } from "./form-row.ts";

/** Why a row may not be one of the report's own, and the heading that says so. */
export interface Against {
  readonly kind: "other-year" | "sample" | "other-office" | "part" | "appendix" | "empty-form";
  readonly heading: string;
  /** Set where the heading is the row's own label. */
  readonly ofLabel?: true;
}

/** A heading above a table is short; a longer line is a sentence. */
const LONGEST = 50;
const YEARS = /(?<!\d)20[0-3]\d(?=学?年|[-—~至]20|[)）]|$)/gu;
/** What a line above tables is about; a line may also be nothing but the year. */
const ABOUT_TABLES = /情况|统计|数据|[表报]|20\d\d年度?[):]?$/u;
/** The year named by its relation to the report's own: 去年情况, 本年度情况. 上年结转 is a row about this year. */
const LAST_YEAR =
  /^[(]?(?:[一二三四五六七八九十\d]{1,2}[,.、)])?(?:上一?年度?|去年|前年|往年)(?!度?结转|项目)/u;
const THIS_YEAR = /^[(]?(?:[一二三四五六七八九十\d]{1,2}[,.、)])?(?:本年度?|今年|当年)/u;
/** The report's whole area (全县汇总, 清溪县), as opposed to only some of its offices. */
const WHOLE =
  /^(?:本|我|全)[省市区县州盟旗镇乡局委][\u4e00-\u9fff]{0,4}?(?=$|[(:]|政府信息|主动|收到|行政|统计|数据|情况|汇总|合计)|汇总|合计/u;
const SOME =
  /^(?:各|下属|[省市区县]直)?(?:部门|单位|科室|乡镇|镇街|街道)(?:分项)?(?:政府信息|主动|收到|行政|统计|数据|情况)/u;
const DIGIT = /[\d０-９]/u;
const DAY = /年\d{1,2}月\d{1,2}日|日期|时间/u;
const CHAPTER = /^[一二三四五六七八九十]{1,3}[,、]/u;
const APPENDIX = /^附(?:件|表|录|:|\d)/u;
const SAMPLE = /样[表张本式例]|示例|示范|模板|填[报表写]样|式样|空表|填表说明/u;
const OFFICE =
  /^(?:附[件表]\d*[:,.]?|填报单位[:]?|\(?[一二三四五六七八九十]+[,)])?([\u4e00-\u9fff]{2,20}?(?:局|委员会|委|办事处|街道办|街道|镇|乡|办公室|政府(?!信息)|中心|厅|法院|检察院))(?=$|[(:]|20\d\d|的?(?:年度)?(?:政府信息|政务|主动|依申请|信息公开|收到|行政|统计|数据|情况))/u;

export interface Own {
  readonly year: number | null;
  readonly issuer: string | null;
  readonly title: string | null;
}

/**
 * Adds to the rows what speaks against them: headings, captions and lines above their table that name another year, a
 * part of it, an appendix, a sample or another office; a label that is another year; a row without any number beside
 * one that has some. What a line says holds until the next chapter or heading of this kind, and what an appendix says
 * until another appendix.
 */
export function withStanding(
  rows: readonly FormRow[],
  blocks: readonly Block[],
  own: Own,
): readonly FormRow[] {
  const ofBlock = blockStandings(blocks, own);
  const fullest = fullestRows(rows);
  return rows.map((row) => {
    const sections = ofBlock.get(row.block) ?? [];
    const empty = row.kind === "cells" && isEmptied(row, fullest.get(labelOf(row))!);
    const whose = labelledOffice(row, own);
    const against = [
      ...(whose === "other"
        ? [{ kind: "other-office" as const, heading: row.labels[0]!, ofLabel: true as const }]
        : []),
      ...(sections.findLast(({ from }) => from <= (row.at.row ?? 1))?.against ?? []),
      ...yearLabel(row, own.year),
      ...(empty ? [{ kind: "empty-form" as const, heading: "" }] : []),
    ];
    return {
      ...row,
      ...(whose === null ? {} : { ofOffice: true }),
      ...(against.length === 0 ? {} : { against }),
    };
  });
}

/** The rows of a block that stand under one heading, from row `from` on. */
interface Section {
  readonly from: number;
  readonly against: readonly Against[];
}

function blockStandings(blocks: readonly Block[], own: Own): ReadonlyMap<number, readonly Section[]> {
  const found = new Map<number, readonly Section[]>();
  let appendix: readonly Against[] = [];
  let line: readonly Against[] = [];
  for (const [index, block] of blocks.entries()) {
    if (block.kind === "grid") {
      const sections = [{ from: 1, against: line }, ...captioned(block.grid, own)];
      // The word for a sample holds for one table; a year may stand above several.
      line = sections.at(-1)!.against.filter(({ kind }) => kind !== "sample");
      const all = sections.map(({ from, against }) => ({ from, against: unique([...appendix, ...against]) }));
      if (all.some(({ against }) => against.length > 0)) found.set(index, all);
      continue;
    }
    const text = normalizeLabel(block.text);
    const says = standingOf(text, own);
    if (APPENDIX.test(text) && text.length <= LONGEST) {
      const [samples, others] = [true, false].map((sample) =>
        (says ?? []).filter(({ kind }) => (kind === "sample") === sample),
      );
      appendix = [{ kind: "appendix", heading: block.text.trim() }, ...others!];
      line = samples!;
    } else if (says !== null) {
      // 合计 in a line of its own does not head another table, but it ends what was said about another office.
      const part = ABOUT_TABLES.test(text) ? [] : line.filter(({ kind }) => kind === "part");
      line = [...part, ...says];
    } else if (CHAPTER.test(text)) line = [];
    const against = unique([...appendix, ...line]);
    if (against.length > 0) found.set(index, [{ from: 1, against }]);
  }
  return found;
}

/**
 * Cuts a grid at rows of a single text that say whose the rows below are, because tables in text run on across
 * headings.
 */
function captioned({ cells }: Grid, own: Own): readonly Section[] {
  const texts = new Map<number, string | null>();
  for (const { row, text } of cells) {
    if (text.trim() !== "") texts.set(row, texts.has(row) ? null : text);
  }
  return [...texts].flatMap(([row, text]) => {
    if (text === null || text.length > LONGEST * 2) return [];
    const normalized = normalizeLabel(text);
    const says = standingOf(normalized, own) ?? (CHAPTER.test(normalized) ? [] : null);
    return says === null ? [] : [{ from: row, against: says }];
  });
}

/**
 * What a heading says against the rows below it; null where the line is not above a table, or does not say whose the
 * table is.
 */
function standingOf(text: string, { year, issuer, title }: Own): readonly Against[] | null {
  if (text.length > LONGEST || /[.;!?]./u.test(text) || /,.{12}/u.test(text.replace(CHAPTER, "")))
    return null;
  const says: Against[] = [];
  if (SAMPLE.test(text)) says.push({ kind: "sample", heading: text });
  const whoseYear = yearNamed(text, year);
  if (whoseYear === "other") says.push({ kind: "other-year", heading: text });
  if (isOfPart(text, title)) says.push({ kind: "part", heading: text });
  let about = whoseYear === "own";
  if (ABOUT_TABLES.test(text) && SOME.test(text)) says.push({ kind: "other-office", heading: text });
  const own = issuer === null ? "" : coreOf(normalizeLabel(issuer));
  if (WHOLE.test(text) || (own !== "" && text.split(/[(:]/u)[0] === own)) about = true;
  const office = OFFICE.exec(text)?.[1];
  if (office !== undefined && issuer !== null) {
    about = true;
    if (!sameOffice(office, normalizeLabel(issuer))) says.push({ kind: "other-office", heading: text });
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

/**
 * Whether two names are those of one issuer: 清溪县人民政府办公室 counts as 清溪县人民政府, but 县教育局 is another
 * office.
 */
function sameOffice(printed: string, issuer: string): boolean {
  const [a, b] = [coreOf(printed), coreOf(issuer)];
  return a === "" || b === "" || a.endsWith(b) || b.endsWith(a);
}

function coreOf(office: string): string {
  const whole = office.replace(/\([^()]*\)$/u, ""); // 水务局(本级)
  return whole.replace(/^(?:我|本|全)/u, "").replace(/(?:人民政府|政府|办公室|办公厅|办事处)+$/u, "");
}

const OWN_LABEL = /^(?:本(?:级|单位|机关|部门|[省市区县州盟旗镇乡局委办])|[我全][省市区县州盟旗镇乡局])$/u;
const PLACE_LABEL = /^[\u4e00-\u9fff]{2,9}[省市区县州盟旗镇乡]$/u;

/** Whose row it is, if its only label is the name of an office or a place; null for any other label. */
function labelledOffice({ labels }: FormRow, { issuer }: Own): "own" | "other" | null {
  const [label] = labels;
  if (label === undefined || labels.length > 1) return null;
  if (OWN_LABEL.test(label)) return "own";
  if (OFFICE.exec(label)?.[0] !== label && !PLACE_LABEL.test(label)) return null;
  return issuer !== null && sameOffice(label, normalizeLabel(issuer)) ? "own" : "other";
}

/** How a label that is a year begins. */
const LABELS_YEAR = /^[2上去同历]/u;

/** Reports a row called 2022年 or 上年 in a report of 2023. */
function yearLabel({ labels }: FormRow, year: number | null): readonly Against[] {
  if (!labels.some((label) => LABELS_YEAR.test(label))) return [];
  return labels.flatMap((label): Against[] => {
    const named = /^(20\d\d)年?度?(?:数量|件数|情况|数)?$/u.exec(label)?.[1];
    const other =
      named === undefined
        ? /^(?:上一?年度?|去年|同期|历年累?计?)(?:数量|件数|情况|数)?$/u.test(label)
        : year !== null && Number(named) !== year;
    return other ? [{ kind: "other-year", heading: label, ofLabel: true }] : [];
  });
}

/** For each set of rows with the same labels, the row with the most numbers. */
function fullestRows(rows: readonly FormRow[]): ReadonlyMap<string, FormRow> {
  const fullest = new Map<string, FormRow>();
  for (const row of rows) {
    const other = fullest.get(labelOf(row));
    if (!other || numbersIn(row) > numbersIn(other)) fullest.set(labelOf(row), row);
  }
  return fullest;
}

/** Whether another row of the same name has numbers and prints everything that this one prints, such as its code. */
function isEmptied({ values }: FormRow, other: FormRow): boolean {
  return (
    other.values.length === values.length &&
    values.every(({ text }, index) => text.trim() === "" || text === other.values[index]!.text) &&
    values.some(({ text }, index) => text.trim() === "" && DIGIT.test(other.values[index]!.text))
  );
}

function numbersIn({ values }: FormRow): number {
  return values.filter(({ text }) => DIGIT.test(text)).length;
}

function labelOf({ labels }: FormRow): string {
  return labels.join("\t");
}

function unique(all: readonly Against[]): readonly Against[] {
  return all.filter(({ kind }, index) => all.findIndex((other) => other.kind === kind) === index);
}

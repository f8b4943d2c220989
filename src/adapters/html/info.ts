import type { MetadataField } from "../../model/index.ts";
import { INFO_LABELS, OTHER_INFO_LABELS, SOURCE_LABELS } from "../../printed/info-labels.ts";
import type { HtmlElement } from "./tree/dom.ts";
import { flow } from "./text/flow.ts";
import type { PageSurvey } from "./text/measure.ts";

type Field = MetadataField["field"];

/** What else pages print in or beside the box. */
const ofPages: readonly string[] = [
  "是否有效",
  "时效",
  "阅读次数",
  "阅读量",
  "阅读",
  "字号",
  "字体",
  "字体大小",
  "责任编辑",
  "编辑",
  "审核",
  "审稿",
  "所属栏目",
  "栏目",
  "载体",
  "内容概述",
  "分享到",
  "分享",
  "打印",
];

const labels: readonly (readonly [Field | undefined, readonly string[]])[] = [
  ...Object.entries(INFO_LABELS).map(
    ([field, names]) => [field as Field, field === "issuer" ? [...names, ...SOURCE_LABELS] : names] as const,
  ),
  [undefined, [...OTHER_INFO_LABELS, ...ofPages]],
];

const fieldOf = new Map<string, { readonly field: Field | undefined; readonly rank: number }>();
for (const [field, names] of labels) names.forEach((name, rank) => fieldOf.set(name, { field, rank }));

const names = [...fieldOf.keys()]
  .sort((a, b) => b.length - a.length)
  .map((name) => [...name].join("[\\s\\u3000]{0,4}"));
const label = new RegExp(`[【[]?(${names.join("|")})[\\s\\u3000]{0,4}[】\\]]?[\\s\\u3000]{0,4}[:：]`, "g");
/** Words in which a name may stand. They are looked up, as an expression of all names takes long to compile. */
const words = String.raw`[^\s【[\]】:：|（(]{1,20}(?:\s{1,4}[^\s【[\]】:：|（(]{1,20}){0,9}`;
const lone = new RegExp(String.raw`^[【[]?(${words})[】\]]?[:：]?$`);
const first = new RegExp(String.raw`^[\s|【[（(]*(${words})\s{0,4}[】\]]?\s{0,4}[:：]`);

export interface InfoPair {
  /** Undefined for a label that names no field of ours: 主题分类, 浏览次数. */
  readonly field: Field | undefined;
  /** Rank of trust; 0 is the most trusted. */
  readonly rank: number;
  readonly value: string;
}

/** The label of a cell or line that holds nothing but a label: `索 引 号：`. */
export function loneLabel(text: string): InfoPair | undefined {
  const named = namedBy(lone.exec(text.trim())?.[1]);
  return named && { ...named, value: "" };
}

function namedBy(printed: string | undefined) {
  return printed === undefined ? undefined : fieldOf.get(printed.replace(/\s/g, ""));
}

/** `发布日期：2020-01-31 来源：办公室`: all pairs of a line that begins with a label; empty for any other line. */
export function infoPairs(text: string): readonly InfoPair[] {
  const line = text.trim();
  if (line.length > 300 || !/[:：]/.test(line) || !namedBy(first.exec(line)?.[1])) return [];
  const found = [...line.matchAll(label)];
  return found.map((match, i) => ({
    ...namedBy(match[1])!,
    value: line.slice(match.index + match[0].length, found[i + 1]?.index).trim(),
  }));
}

/** The part of a printed value that belongs to the field; undefined when no part does. */
export function cleanValue(field: Field, value: string): string | undefined {
  const text = value.replace(/[\s\u3000]+/g, " ").trim();
  if (field === "publicationDate" || field === "updated") return (date.exec(text) ?? figures.exec(text))?.[0];
  if (field === "issuer" && (text.length > 60 || /^(?:本站|本网站?|原创|网络|互联网|未知)$/.test(text)))
    return undefined;
  const end = text.search(/ ?(?:[|｜]|【|\[?字[号体]|浏览|打印|分享)/);
  const kept = end === -1 ? text : text.slice(0, end);
  return /^[\s\-—－/无]*$/.test(kept) ? undefined : kept;
}

const date =
  /(?:19|20)\d\d\s?[-年./]\s?\d{1,2}\s?[-月./]\s?\d{1,2}(?:\s?日)?|[二2][〇○零0Ｏ一二三四五六七八九]{3}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日/;

/** Figures that are meant for a date, whether they are one or not: 20240122, 24-1-22. */
const figures = /^\d{2,8}(?:[-./年月]\d{1,2}){0,2}日?(?=\s|$)/;

/** True for the box above a document that holds 索引号, 发布机构, 文号 … and nothing of the report. */
export function isInfoTable(element: HtmlElement, survey: PageSurvey): boolean {
  const { evidence, prose, paragraphs } = survey.of(element);
  if (evidence > 0 || prose > 0 || paragraphs > 60) return false;
  let labels = 0;
  flow(element, survey.styles, {
    paragraph: ({ text }) => {
      if (loneLabel(text) !== undefined || infoPairs(text).length > 0) labels++;
    },
  });
  return labels >= 2;
}

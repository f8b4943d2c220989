import { nameOf } from "../../findings/index.ts";
import type { Language } from "../../index.ts";
import type { Template } from "../../model/index.ts";
import type { Assessed, MergersProblem, PanelFinding, Unplaced } from "../../panel/index.ts";

/** The counts of a panel. */
export interface PanelCounts {
  readonly issuers: number;
  readonly reports: number;
  readonly gaps: number;
  readonly duplicates: number;
  readonly revised: number;
  readonly merged: number;
  /** Documents whose record was found among the JSON files. */
  readonly known: number;
  /** JSON objects that are not conversions. */
  readonly others: number;
  readonly unplaced: Readonly<Record<Unplaced | "unreadable", number>>;
  readonly rules: Readonly<Record<string, Assessed>>;
}

/** The sentences of `gongkai panel`. */
export interface PanelWording {
  readonly finding: (finding: PanelFinding, templates: readonly Template[]) => string;
  readonly mergers: (file: string, problem: MergersProblem) => string;
  readonly unplaced: Readonly<Record<Unplaced | "unreadable", string>>;
  readonly noDataset: (folder: string) => string;
  readonly outIsDataset: (folder: string) => string;
  readonly progress: (done: number, total: number) => string;
  readonly summary: (counts: PanelCounts, templates: readonly Template[]) => readonly string[];
}

type RuleWords = Readonly<Record<string, string>>;

/** What a rule asks, in a few words; a rule of a template has its own text. */
const ruleNames: Readonly<Record<Language, RuleWords>> = {
  en: {
    "x-carry": "applications carried over are those that last year carried forward",
    "x-inforce": "documents in force follow from last year's, those issued and those repealed",
    "x-items": "last year's items are those of last year's report and their change",
    "x-identical": "no table repeats last year's figures",
    "x-copied": "the text is not last year's",
    "x-place": "all reports of an issuer are of one office",
    "f2-cumulative": "the sum of all years is last year's and this year's figure together",
  },
  zh: {
    "x-carry": "上年结转应与上年报告的结转下年一致",
    "x-inforce": "现行有效件数应由上年数加制发、减废止得出",
    "x-items": "上一年项目数量应由上年报告的项目数与增减得出",
    "x-identical": "整张表不应与上年数值全同",
    "x-copied": "文字不应照抄上年",
    "x-place": "同一发布机构的报告应出自同一机关",
    "f2-cumulative": "历年累计应为上年历年累计与本年度数之和",
  },
};

/** The name of a rule, built-in or from one of these templates. */
function ruleName(rule: string, language: Language, templates: readonly Template[]): string {
  const own = templates.flatMap(({ acrossYears = [] }) => acrossYears).find(({ id }) => id === rule);
  return ruleNames[language][rule] ?? own?.meaning ?? own?.expression ?? rule;
}

const rules: Readonly<Record<Language, RuleWords>> = {
  en: {
    "x-place":
      "{issuer} is the name of several offices, and neither title, folder nor manifest says whose these are: the reports of {before} and {year} may be of two.",
    "x-carry": "{cell}: {before} carried {expected} forward, {year} carries {actual} over.",
    "x-inforce":
      "{cell}: with last year's stock, what was issued and what was repealed it should be {expected}, it is {actual}.",
    "x-items": "{cell}: last year's items and their change give {expected}, {year} prints {actual}.",
    "x-identical": "“{cell}” repeats all {cells} figures of {before} ({figures} different ones).",
    "x-copied": "{percent} % of the text is that of {before}, figures aside.",
    "f2-cumulative":
      "{cell}: the sum of all years up to {before} and the figure of {year} give {expected}, {year} prints {actual}.",
  },
  zh: {
    "x-place":
      "名为“{issuer}”的机关不止一个，标题、文件夹和清单均未写明属何地：{before} 年与 {year} 年的报告可能出自两个机关。",
    "x-carry": "{cell}：{before} 年结转下年 {expected}，{year} 年上年结转为 {actual}。",
    "x-inforce": "{cell}：按上年现行有效数加本年制发、减本年废止应为 {expected}，实为 {actual}。",
    "x-items": "{cell}：上年项目数加上年增减为 {expected}，{year} 年填为 {actual}。",
    "x-identical": "“{cell}”全部 {cells} 个数值与 {before} 年相同（含 {figures} 个不同数值）。",
    "x-copied": "除数字外，{percent}% 的文字与 {before} 年报告相同。",
    "f2-cumulative":
      "{cell}：至 {before} 年的历年累计加 {year} 年数应为 {expected}，{year} 年填为 {actual}。",
  },
};

/** Used for the rules of a user's own template. */
const ownRule: Readonly<Record<Language, string>> = {
  en: "{cell}: with the figures of {before} it should be {expected}, {year} prints {actual} ({meaning}).",
  zh: "{cell}：按 {before} 年数据应为 {expected}，{year} 年填为 {actual}（{meaning}）。",
};

function findingWords(language: Language): PanelWording["finding"] {
  return ({ rule, path, year, expected, actual, args, after }, templates) => {
    const values: Readonly<Record<string, unknown>> = {
      ...args,
      cell: nameOf(path, { templates, layouts: Object.fromEntries(after.layouts) }),
      year,
      before: year - 1,
      expected,
      actual,
      meaning: ruleName(rule, language, templates),
    };
    return (rules[language][rule] ?? ownRule[language]).replace(/\{(\w+)\}/gu, (_, name: string) =>
      String(values[name]),
    );
  };
}

export const panelWording: Readonly<Record<Language, PanelWording>> = {
  en: {
    finding: findingWords("en"),
    mergers: (file, { kind, line, name }) =>
      `${file}${line > 0 ? `:${line}` : ""}: ` +
      {
        syntax: 'a map of names is needed: {"printed name": "issuer"}',
        columns: `two columns are needed, printed name and issuer: ${name}`,
        twice: `${name} is given to two issuers`,
        circle: `${name} leads back to itself`,
      }[kind],
    unplaced: {
      "no-report": "no report in it",
      "no-issuer": "its issuer is not known",
      "no-year": "its year is not known",
      "unknown-layout": "its layout is not known: give its --template",
      unreadable: "not readable",
    },
    noDataset: (folder) =>
      `${folder}: a batch that is not finished, or has no table a panel is made from: run gongkai merge, with jsonl, csv or parquet among --to`,
    outIsDataset: (folder) =>
      `${folder} holds a dataset, of which files would be replaced: give another folder to --out`,
    progress: (done, total) => `${done} of ${total} files`,
    summary: (
      { issuers, reports, gaps, duplicates, revised, merged, known, others, unplaced, rules },
      templates,
    ) => [
      `${issuers} ${issuers === 1 ? "issuer" : "issuers"}, ${reports} ${reports === 1 ? "report" : "reports"}`,
      `${count(gaps)}  years without a report between others`,
      `${count(duplicates)}  years with the same report more than once`,
      `${count(revised)}  years with reports of different figures, one of which stands`,
      `${count(merged)}  years with reports of offices merged since`,
      ...Object.entries(unplaced).flatMap(([reason, number]) =>
        number === 0
          ? []
          : [`${count(number)}  not in the panel: ${panelWording.en.unplaced[reason as Unplaced]}`],
      ),
      ...(known > 0 ? [`${count(known)}  documents not read again: their records are there`] : []),
      ...(others > 0 ? [`${count(others)}  JSON objects that are no conversion`] : []),
      ...Object.entries(rules).map(
        ([rule, { held, broken, notAssessable }]) =>
          `${count(broken)}  broken: ${ruleName(rule, "en", templates)} (${rule}; ${held} held, ${notAssessable} could not be assessed)`,
      ),
    ],
  },
  zh: {
    finding: findingWords("zh"),
    mergers: (file, { kind, line, name }) =>
      `${file}${line > 0 ? `:${line}` : ""}：` +
      {
        syntax: '应为名称对照表：{"报告所印名称": "发布机构"}',
        columns: `每行应有两列：报告所印名称、发布机构：${name}`,
        twice: `${name} 对应两个发布机构`,
        circle: `${name} 的对应关系成环`,
      }[kind],
    unplaced: {
      "no-report": "文件中没有报告",
      "no-issuer": "发布机构不明",
      "no-year": "年度不明",
      "unknown-layout": "表式不明，请用 --template 给出",
      unreadable: "无法读取",
    },
    noDataset: (folder) =>
      `${folder}：批量转换尚未完成，或没有可用的表：请运行 gongkai merge，--to 须含 jsonl、csv 或 parquet`,
    outIsDataset: (folder) => `${folder} 中有数据集，其中的文件会被覆盖：请用 --out 指定另一个文件夹`,
    progress: (done, total) => `已处理 ${done} / ${total} 个文件`,
    summary: (
      { issuers, reports, gaps, duplicates, revised, merged, known, others, unplaced, rules },
      templates,
    ) => [
      `共 ${issuers} 个发布机构，${reports} 份报告`,
      `${count(gaps)}  个年度缺报告`,
      `${count(duplicates)}  个年度同一报告重复`,
      `${count(revised)}  个年度有数据不同的报告，取其一`,
      `${count(merged)}  个年度的报告来自后来合并的机构`,
      ...Object.entries(unplaced).flatMap(([reason, number]) =>
        number === 0 ? [] : [`${count(number)}  份未入面板：${panelWording.zh.unplaced[reason as Unplaced]}`],
      ),
      ...(known > 0 ? [`${count(known)}  份文件已有转换记录，未再读取`] : []),
      ...(others > 0 ? [`${count(others)}  个 JSON 对象不是转换记录`] : []),
      ...Object.entries(rules).map(
        ([rule, { held, broken, notAssessable }]) =>
          `${count(broken)}  处不符：${ruleName(rule, "zh", templates)}（${rule}；${held} 处相符，${notAssessable} 处无法核对）`,
      ),
    ],
  },
};

function count(number: number): string {
  return String(number).padStart(8);
}

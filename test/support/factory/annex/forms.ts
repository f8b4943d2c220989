import { dingxiLines, shanghaiLines } from "./lines-2008.ts";
import { annex2014Lines, fujianLines } from "./lines.ts";
import type { AnnexLine } from "./lines.ts";

/** `2008`: no list at all, only chapters. */
export type AnnexForm = "2014" | "2014-levels" | "fujian" | "shanghai" | "dingxi" | "2008";
export const annexForms: readonly AnnexForm[] = [
  "2014",
  "2014-levels",
  "fujian",
  "shanghai",
  "dingxi",
  "2008",
];

/** An older report: which list it prints, and whose chapters it has. */
export interface AnnexDescription {
  /** Layout id, and first step of every path; null where the report has no list. */
  readonly layout: string;
  readonly table: string | null;
  readonly years: readonly [first: number, last: number];
  /** Which of the two lists of chapters it has. */
  readonly chapters: "2008" | "2014";
  readonly lines: readonly AnnexLine[];
  /** Headings of indicator and unit, as printed together. */
  readonly heads: readonly (readonly [indicator: string, unit: string])[];
  /** What has a further column: the row's number, before the indicator, or its code, after the unit. */
  readonly counter: "number" | "code" | null;
  /** Value columns: last step of the path, empty for a single one, and headings seen; `{year}` is the year. */
  readonly columns: readonly (readonly [key: string, ...labels: string[]])[];
}

const of2014 = { table: "annex", years: [2014, 2018], chapters: "2014", lines: annex2014Lines } as const;
const of2008 = { layout: "2008", years: [2008, 2013], chapters: "2008" } as const;
const plainHeads = [
  ["统计指标", "单位"],
  ["指标名称", "计量单位"],
] as const;

export const describedForms: Readonly<Record<AnnexForm, AnnexDescription>> = {
  "2014": {
    ...of2014,
    layout: "2014",
    heads: plainHeads,
    counter: null,
    columns: [["", "统计数", "统计数量", "数量", "统计数据"]],
  },
  "2014-levels": {
    ...of2014,
    layout: "2014-levels",
    heads: [["统 计 指 标", "单位"]],
    counter: "number",
    columns: [
      ["government", "区政府统计数", "县政府统计数", "本级政府统计数"],
      ["departments", "区直单位统计数", "县直单位统计数", "部门统计数"],
      ["towns", "乡镇街道统计数", "乡镇（街道）统计数", "乡镇统计数"],
    ],
  },
  fujian: {
    layout: "fujian",
    table: "annexFujian",
    years: [2008, 2018],
    chapters: "2014",
    lines: fujianLines,
    heads: [
      ["指标名称", "计量单位"],
      ["指标", "单位"],
    ],
    counter: null,
    columns: [
      ["current", "{year}年度", "本年度", "本年度数"],
      ["cumulative", "历年累计", "历年累计数"],
    ],
  },
  shanghai: {
    ...of2008,
    table: "annexShanghai",
    lines: shanghaiLines,
    heads: [["指标名称", "计算单位"]],
    counter: "code",
    columns: [
      ["month", "本月累计", "本月"],
      ["year", "年度累计", "全年累计"],
    ],
  },
  dingxi: {
    ...of2008,
    table: "annexDingxi",
    lines: dingxiLines,
    heads: [["指标名称", "计量单位"]],
    counter: "code",
    columns: [
      ["period", "本期实际", "本期"],
      ["year", "本年累计", "年度累计"],
    ],
  },
  "2008": { ...of2008, table: null, lines: [], heads: [], counter: null, columns: [] },
};

/** Dotted path of a value below `report.tables`. */
export function annexPath({ table }: AnnexDescription, row: string, column: string): string {
  return [table, row, column].filter((step) => step !== "").join(".");
}

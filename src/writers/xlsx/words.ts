import type { Language } from "../../findings/index.ts";
import type { Severity } from "../../model/index.ts";

/** The workbook's own words; tables and labels come from the form. */
export interface WorkbookWords {
  /** Name of the first sheet. */
  readonly sheet: string;
  readonly title: string;
  readonly issuer: string;
  readonly year: string;
  readonly published: string;
  readonly forms: string;
  readonly source: string;
  readonly findings: readonly [severity: string, rule: string, finding: string, cell: string];
  readonly severity: Readonly<Record<Severity, string>>;
}

export const workbookWords: Readonly<Record<Language, WorkbookWords>> = {
  en: {
    sheet: "Report",
    title: "Title",
    issuer: "Issuer",
    year: "Year",
    published: "Published",
    forms: "Forms",
    source: "Source",
    findings: ["Severity", "Rule", "Finding", "Cell"],
    severity: { error: "error", warning: "warning", notice: "notice" },
  },
  zh: {
    sheet: "报告",
    title: "标题",
    issuer: "发布机关",
    year: "年度",
    published: "发布日期",
    forms: "表式",
    source: "文件",
    findings: ["级别", "规则", "说明", "单元格"],
    severity: { error: "错误", warning: "警告", notice: "提示" },
  },
};

import type { Language } from "../../findings/index.ts";

/** The sentences of an archive's index. */
export interface ArchiveWords {
  readonly title: string;
  readonly filters: string;
  readonly issuer: string;
  readonly year: string;
  readonly rule: string;
  readonly status: string;
  readonly all: string;
  readonly unknownYear: string;
  readonly unknownIssuer: string;
  readonly shown: (shown: number, matching: number, all: number) => string;
  readonly more: string;
  readonly licences: string;
  readonly report: string;
  readonly errors: string;
  readonly warnings: string;
  readonly file: string;
  readonly gone: string;
}

export const archiveWords: Readonly<Record<Language, ArchiveWords>> = {
  en: {
    title: "Annual reports",
    filters: "Filters",
    issuer: "Issuer, title or file",
    year: "Year",
    rule: "Rule",
    status: "Outcome",
    all: "all",
    unknownYear: "not read",
    unknownIssuer: "(issuer not read)",
    shown: (shown, matching, all) => `${shown} shown of ${matching} that match, of ${all}`,
    more: "Show more",
    licences: "Licences of the parts of this page",
    report: "Report",
    errors: "Errors",
    warnings: "Warnings",
    file: "File",
    gone: "original gone",
  },
  zh: {
    title: "年度报告",
    filters: "筛选",
    issuer: "发布机关、标题或文件名",
    year: "年度",
    rule: "规则",
    status: "处理结果",
    all: "全部",
    unknownYear: "未读出",
    unknownIssuer: "（未读出发布机关）",
    shown: (shown, matching, all) => `显示 ${shown} 份，符合条件 ${matching} 份，共 ${all} 份`,
    more: "显示更多",
    licences: "本页面所含第三方组件的许可",
    report: "报告",
    errors: "错误",
    warnings: "警告",
    file: "文件",
    gone: "原文件已不在",
  },
};

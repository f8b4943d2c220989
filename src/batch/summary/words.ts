import type { Language } from "../../findings/index.ts";
import type { Level } from "../../places/index.ts";
import type { Status } from "../store/status.ts";

/** The sentences on the pages that a batch writes. */
export interface BatchWords {
  readonly title: string;
  readonly counts: (inputs: number, contents: number, records: number) => string;
  readonly outcomes: string;
  readonly status: Readonly<Record<Status, string>>;
  readonly leftOut: (count: number) => string;
  readonly retryable: (count: number) => string;
  readonly files: string;
  readonly unusable: (count: number) => string;
  readonly moreUnusable: (count: number) => string;
  readonly divisions: string;
  readonly divisionsNote: string;
  readonly undecided: (reports: number) => string;
  readonly reports: (count: number) => string;
  readonly level: Readonly<Record<Level, string>>;
  readonly coverage: string;
  readonly coverageNote: (shown: number, all: number) => string;
  readonly issuer: string;
  readonly unknownIssuer: string;
  readonly unknownYear: string;
  readonly findings: string;
  readonly rule: string;
  readonly example: string;
  readonly documents: string;
  readonly inputs: string;
  readonly timings: string;
  readonly slowest: string;
  readonly milliseconds: string;
}

export const batchWords: Readonly<Record<Language, BatchWords>> = {
  en: {
    title: "Summary of the batch",
    counts: (inputs, contents, records) =>
      `${inputs} inputs, ${contents} different contents, ${records} records`,
    outcomes: "Outcomes",
    status: {
      converted: "converted, nothing to remark",
      "converted-with-findings": "converted, with findings",
      "needs-ocr": "a picture of a report: needs character recognition",
      "not-a-report": "not a report of this kind",
      unsupported: "a format that is not read",
      empty: "empty",
      damaged: "damaged",
      truncated: "cut off",
      encrypted: "encrypted",
      "too-large": "too large",
      unreadable: "could not be read from disk",
      timeout: "took too long",
      memory: "took too much memory",
      crash: "brought its converter down",
    },
    leftOut: (count) => `Symbolic links, pipes, folders of earlier batches and the like, not read (${count})`,
    retryable: (count) => `${count} of these may come out better with --retry.`,
    files: "Beside this page: ",
    unusable: (count) => `Inputs without a record (${count})`,
    moreUnusable: (count) => `${count} more are in ledger.csv.`,
    divisions: "Coverage by province and level",
    divisionsNote:
      "How many divisions of each level have a report, of how many there are. Offices count for the division they belong to.",
    undecided: (reports) =>
      `${reports} ${reports === 1 ? "report names" : "reports name"} no place, or one of several of that name.`,
    reports: (count) => `${count} ${count === 1 ? "report" : "reports"}`,
    level: { province: "province", prefecture: "prefectures", county: "counties", town: "towns" },
    coverage: "Records by issuer and year",
    coverageNote: (shown, all) =>
      `The ${shown} issuers with most records, of ${all}. A number is how many records there are; an empty cell is a year without one.`,
    issuer: "Issuer",
    unknownIssuer: "(issuer not read)",
    unknownYear: "year not read",
    findings: "Commonest findings",
    rule: "Rule",
    example: "For example",
    documents: "Documents",
    inputs: "Inputs",
    timings: "How long each took stands on a page of its own, timings.html: it differs from run to run.",
    slowest: "Slowest documents",
    milliseconds: "Milliseconds",
  },
  zh: {
    title: "批量转换汇总",
    counts: (inputs, contents, records) =>
      `输入 ${inputs} 份，内容不同者 ${contents} 份，得到记录 ${records} 条`,
    outcomes: "处理结果",
    status: {
      converted: "转换完成，无问题",
      "converted-with-findings": "转换完成，有问题提示",
      "needs-ocr": "报告为图片，需要文字识别",
      "not-a-report": "不是此类报告",
      unsupported: "不支持的格式",
      empty: "空文件",
      damaged: "文件损坏",
      truncated: "文件不完整",
      encrypted: "文件已加密",
      "too-large": "文件过大",
      unreadable: "无法从磁盘读取",
      timeout: "处理超时",
      memory: "占用内存过多",
      crash: "转换进程崩溃",
    },
    leftOut: (count) => `未读取的符号链接、管道、以往批处理的输出文件夹等（${count} 个）`,
    retryable: (count) => `其中 ${count} 份用 --retry 再运行一次可能成功。`,
    files: "同目录文件：",
    unusable: (count) => `没有记录的输入（${count} 份）`,
    moreUnusable: (count) => `另有 ${count} 份见 ledger.csv。`,
    divisions: "各省各级的覆盖情况",
    divisionsNote: "各级行政区中有报告的个数与总个数；部门计入其所属行政区。",
    undecided: (reports) => `另有 ${reports} 份报告未载明地区，或同名地区不止一个。`,
    reports: (count) => `${count} 份报告`,
    level: { province: "省级", prefecture: "地级", county: "县级", town: "乡级" },
    coverage: "各机关各年度的记录",
    coverageNote: (shown, all) =>
      `列出记录最多的 ${shown} 个机关，共 ${all} 个。数字为记录条数；空格表示该年度没有记录。`,
    issuer: "发布机关",
    unknownIssuer: "（未读出发布机关）",
    unknownYear: "未读出年度",
    findings: "最常见的问题",
    rule: "规则",
    example: "例如",
    documents: "文件数",
    inputs: "输入",
    timings: "各文件的耗时另见 timings.html：每次运行不同。",
    slowest: "最慢的文件",
    milliseconds: "毫秒",
  },
};

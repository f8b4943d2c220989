import { statuses } from "../store/status.ts";

/** A column of an output table, described in both languages. */
export interface DescribedColumn {
  readonly name: string;
  /** A type of Frictionless Table Schema. */
  readonly type: "string" | "integer" | "number" | "boolean";
  readonly en: string;
  readonly zh: string;
  /** All possible values, if there are few. */
  readonly among?: readonly string[];
}

const column = (name: string, type: DescribedColumn["type"], en: string, zh: string): DescribedColumn => ({
  name,
  type,
  en,
  zh,
});

export const ledgerColumns: readonly DescribedColumn[] = [
  column(
    "name",
    "string",
    "The input as it was given; an archive's entry after !/",
    "输入文件的名称；压缩包内的文件写在 !/ 之后",
  ),
  { ...column("status", "string", "What became of it", "处理结果"), among: statuses },
  column(
    "retryable",
    "boolean",
    "Whether another run with --retry may do better",
    "用 --retry 再运行一次是否可能成功",
  ),
  column(
    "sha256",
    "string",
    "Hash of its content; empty if it could not be read",
    "内容的 SHA-256；未能读取时为空",
  ),
  column("bytes", "integer", "Size of its content", "内容的字节数"),
  column(
    "duplicate_of",
    "string",
    "The input of the same content that was converted in its place",
    "内容相同、已代为转换的输入文件",
  ),
  column("format", "string", "Format found in the content", "按内容识别出的格式"),
  column(
    "encoding",
    "string",
    "Character encoding found, for text and HTML",
    "识别出的字符编码（文本和网页）",
  ),
  column("issuer", "string", "Body that issued the report, as read", "读出的发布机关"),
  column("year", "integer", "Year the report is about, as read", "读出的报告年度"),
  column("title", "string", "Title of the report", "报告标题"),
  column("layouts", "string", "Form recognised for each table", "各表识别出的表式"),
  column("errors", "integer", "Findings of severity error", "错误数"),
  column("warnings", "integer", "Findings of severity warning", "警告数"),
  column("notices", "integer", "Findings of severity notice", "提示数"),
  column("detail", "string", "Why there is no record", "没有记录的原因"),
  column("report_id", "string", "The report it is a copy of, see the reports", "所属报告，见报告表"),
  column(
    "preferred",
    "boolean",
    "Whether it is the copy that stands for the report",
    "是否为代表该报告的文件",
  ),
  column(
    "part_of",
    "string",
    "Of a report in several files: the hash that its record bears",
    "报告由多个文件组成时，其记录的 SHA-256",
  ),
];

import { fileURLToPath } from "node:url";
import { renderDocx, renderTextFile } from "../support/factory/index.ts";
import type { FormBlock, FormCell, FormRow } from "../support/factory/index.ts";

/** A file of the worked example. */
export function exampleFile(name: string): string {
  return fileURLToPath(new URL(`../../docs/examples/administrative-enforcement/${name}`, import.meta.url));
}

/** Its documents, but for the PDF, which no run prints alike. */
export function exampleDocuments(): Readonly<Record<string, Uint8Array>> {
  return { "report.docx": renderDocx(example), "report.txt": renderTextFile(example, "tabbed") };
}

/** The report of `docs/examples/administrative-enforcement`, to be written in any format. Office and figures are invented. */
export const example: readonly FormBlock[] = [
  heading(0, "霁溪市城市管理局"),
  heading(0, "2024年度行政执法数据年报"),
  paragraph("本年报统计期限自2024年1月1日起至2024年12月31日止。"),
  heading(1, "一、执法工作概况"),
  paragraph("全年开展联合检查，办理案件的各项数据见下列各表。"),
  heading(1, "二、行政处罚实施情况"),
  table("penalties", 2, [
    [label("执法领域", 2), header("处罚种类", 1, 4), header("合计", 2), header("罚没金额（万元）", 2)],
    ["警告", "罚款", "没收", "暂扣许可证件"].map((text) => header(text)),
    [label("市场监管"), ...values("12", "35", "4", "1", "52", "48.65")],
    [label("生态环境"), ...values("7", "19", "0", "2", "28", "136.2")],
    [label("交通运输"), ...values("31", "140", "0", "16", "187", "95.07")],
    [label("文化市场"), ...values("3", "2", "1", "/", "6", "1.5")],
    [label("合计"), ...values("53", "196", "5", "19", "273", "281.42")],
  ]),
  heading(1, "三、执法监督情况"),
  table("supervision", 1, [
    [header("监督事项", 1, 2), header("上年数"), header("本年数")],
    [group("一、行政复议", 4), label("（一）维持"), ...values("9", "11")],
    [label("（二）撤销或变更"), ...values("2", "1")],
    [label("（三）尚未审结"), ...values("0", "3")],
    [label("（四）复议总数"), ...values("11", "16")],
    [group("二、行政诉讼", 3), label("（一）胜诉"), ...values("5", "4")],
    [label("（二）败诉"), ...values("1", "0")],
    [label("（三）诉讼总数"), ...values("6", "4")],
    [label("三、持证执法人员数", 1, 2), ...values("214", "")],
  ]),
  heading(1, "四、问题与改进"),
  paragraph("案卷制作仍不够规范，下一步将开展案卷评查。"),
];

function heading(level: 0 | 1, text: string): FormBlock {
  return { kind: "heading", level, text };
}

function paragraph(text: string): FormBlock {
  return { kind: "paragraph", text };
}

/** The factory knows its own three tables by name; where a table stands is all that the name decides. */
function table(id: string, headerRows: number, rows: readonly FormRow[]): FormBlock {
  const width = rows[0]!.reduce((sum, { colSpan }) => sum + colSpan, 0);
  return { kind: "table", id: id as "applications", width, headerRows, rows };
}

function cell(role: FormCell["role"], text: string, rowSpan: number, colSpan: number): FormCell {
  return { role, text, rowSpan, colSpan };
}

function header(text: string, rowSpan = 1, colSpan = 1): FormCell {
  return cell("header", text, rowSpan, colSpan);
}

function group(text: string, rowSpan: number): FormCell {
  return cell("group", text, rowSpan, 1);
}

function label(text: string, rowSpan = 1, colSpan = 1): FormCell {
  return cell("label", text, rowSpan, colSpan);
}

function values(...texts: readonly string[]): FormCell[] {
  return texts.map((text) => cell("value", text, 1, 1));
}

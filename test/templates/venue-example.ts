import { fileURLToPath } from "node:url";
import { renderDocx, renderTextFile } from "../support/factory/index.ts";
import type { FormBlock, FormCell } from "../support/factory/index.ts";

/** A file of the worked example of a form with words and a list. */
export function venueFile(name: string): string {
  return fileURLToPath(new URL(`../../docs/examples/venue/${name}`, import.meta.url));
}

/** Its documents, but for the PDF, which no run prints alike. */
export function venueDocuments(): Readonly<Record<string, Uint8Array>> {
  return { "report.docx": renderDocx(venue), "report.txt": renderTextFile(venue, "tabbed") };
}

const cell = (role: FormCell["role"], text: string, colSpan = 1): FormCell => ({
  role,
  text,
  rowSpan: 1,
  colSpan,
});
const field = (label: string, value: string): readonly FormCell[] => [
  cell("label", label),
  cell("value", value),
];
const event = (name: string, ...values: readonly string[]): readonly FormCell[] => [
  cell("label", name),
  ...values.map((text) => cell("value", text)),
];

/** An invented venue and its figures, to be written in any format. */
export const venue: readonly FormBlock[] = [
  { kind: "heading", level: 0, text: "青石市文化馆" },
  { kind: "heading", level: 0, text: "2024年度文化场馆服务年报" },
  { kind: "heading", level: 1, text: "一、场馆情况" },
  {
    kind: "table",
    id: "applications",
    width: 2,
    headerRows: 0,
    rows: [
      field("场馆名称", "青石市文化馆"),
      field("统一编码", "0330021"),
      field("开放日期", "2012年5月18日"),
      field("是否免费开放", "☑是 □否"),
      field("服务项目", "☑讲解 □无线网络 ☑寄存"),
      field("服务人次（单位：人次）", "51200"),
    ],
  },
  { kind: "heading", level: 1, text: "二、活动情况" },
  {
    kind: "table",
    id: "applications",
    width: 4,
    headerRows: 1,
    rows: [
      ["活动名称", "场次", "参与人次", "经费（万元）"].map((text) => cell("header", text)),
      event("迎春书画展", "3", "1260", "2.5"),
      event("清溪流域民歌汇演", "2", "900", "6.8"),
      event("少儿剪纸课（第12期）", "24", "480", "1.2"),
      event("合计", "29", "2640", "10.5"),
    ],
  },
];

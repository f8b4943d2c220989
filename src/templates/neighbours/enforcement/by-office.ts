import type { ColumnTemplate, TableTemplate, Template } from "../../../model/index.ts";
import { column, itemRow } from "../items.ts";
import { everyKind, kindColumns } from "./kinds.ts";
import { enforcement, licencesAccepted, penaltiesTotal } from "./shared.ts";

const LICENSED = [
  ["applied", "申请数量"],
  ["accepted", "受理数量"],
  ["granted", "许可数量"],
  ["refused", "不予许可数量"],
] as const;

/** A table with one row for each office that reports to this one, and their sum. */
export function byOffice(
  id: string,
  section: number,
  title: string,
  columns: readonly ColumnTemplate[],
): TableTemplate {
  return {
    id,
    section,
    title,
    pathOrder: "row-column",
    blocks: [
      {
        corner: ["单位名称", "序号"],
        columns,
        rows: [itemRow("sum", "合计")],
        open: { key: "offices", label: "单位名称" },
      },
    ],
  };
}

const money = (key: string, label: string, group: readonly string[] = []): ColumnTemplate =>
  column(key, `${label}（万元）`, { aliases: [label], type: "amount", unit: "万元", group });

/** Shandong 2021: licences and penalties of each office, with the outcomes of reviews and court cases. */
export const byOffice2021: Template = {
  ...enforcement,
  id: "enforcement-data-shandong",
  name: "行政执法工作统计年报",
  years: [2021, null],
  tables: [
    byOffice("licences", 2, "行政许可情况统计表", [
      ...LICENSED.map(([key, label]) => column(key, label, { group: ["行政许可实施数量"], unit: "件" })),
      column("withdrawn", "撤销许可数量", { unit: "件" }),
    ]),
    byOffice("penalties", 1, "行政处罚情况统计表", [
      column("filed", "立案数量", { group: ["行政处罚实施情况"], unit: "件" }),
      column("closed", "结案数量", { group: ["行政处罚实施情况"], unit: "件" }),
      ...kindColumns(everyKind, "件", ["行政处罚实施情况", "行政处罚案件数量"]),
      money("amount", "罚没金额", ["行政处罚实施情况"]),
      column("spared.count", "不予处罚案件数量", { group: ["行政处罚实施情况"], unit: "件" }),
      money("spared.amount", "不罚金额", ["行政处罚实施情况"]),
      column("lightened.count", "减轻处罚的案件数量", { group: ["行政处罚实施情况"], unit: "件" }),
      money("lightened.amount", "轻罚金额", ["行政处罚实施情况"]),
      column("reviews.total", "被行政复议数量", { group: ["被复议应诉数量"], unit: "件" }),
      column("reviews.corrected", "被行政复议纠错数量", { group: ["被复议应诉数量"], unit: "件" }),
      column("lawsuits.total", "被行政诉讼数量", { group: ["被复议应诉数量"], unit: "件" }),
      column("lawsuits.lost", "行政诉讼败诉数量", { group: ["被复议应诉数量"], unit: "件" }),
      column("transferred", "移送司法机关数量", { unit: "件" }),
    ]),
  ],
  rules: [licencesAccepted],
};

/** Chongqing 2022: the same by office, with what the office's lawyers examined. */
export const byOffice2022: Template = {
  ...enforcement,
  id: "enforcement-data-chongqing",
  name: "行政执法年度数据统计公示",
  years: [2022, null],
  tables: [
    byOffice("licences", 2, "行政许可实施情况统计表", [
      ...LICENSED.map(([key, label]) =>
        column(key, label, { group: ["行政许可实施数量（件）"], unit: "件" }),
      ),
      column("withdrawn", "撤销行政许可数量（件）", { aliases: ["撤销行政许可数量"], unit: "件" }),
      column("examined.total", "审核数量", { group: ["法制审核数量（件）"], unit: "件" }),
      column("examined.corrected", "纠错数量", { group: ["法制审核数量（件）"], unit: "件" }),
    ]),
    byOffice("penalties", 1, "行政处罚实施情况统计表", [
      ...kindColumns(
        [
          "warning",
          "criticism",
          "fine",
          "confiscation",
          "suspension",
          "downgrade",
          "revocation",
          "restriction",
          "halt",
          "shutting",
          "exclusion",
          "detention",
          "other",
        ],
        "件",
        ["行政处罚实施数量（件）"],
      ),
      column("total", "合计", { group: ["行政处罚实施数量（件）"], unit: "件" }),
      money("amount", "罚没金额"),
      column("simple", "简易程序数量（件）", { aliases: ["简易程序数量"], unit: "件" }),
      column("ordinary", "一般程序数量（件）", { aliases: ["一般程序数量", "普通程序数量"], unit: "件" }),
      column("examined.total", "审核数量", { group: ["法制审核数量（件）"], unit: "件" }),
      column("examined.corrected", "纠错数量", { group: ["法制审核数量（件）"], unit: "件" }),
      column("transferred", "涉嫌犯罪移送案件数量（件）", { aliases: ["涉嫌犯罪移送案件数量"], unit: "件" }),
      column("takenUp", "司法机关受理案件数量（件）", { aliases: ["司法机关受理案件数量"], unit: "件" }),
    ]),
  ],
  rules: [penaltiesTotal, licencesAccepted],
};

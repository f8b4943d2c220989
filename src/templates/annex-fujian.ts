import type { Template } from "../model/index.ts";
import { chapters2014 } from "./annex-chapters.ts";
import { columnRules, indicatorRows, type Indicator } from "./annex-rows.ts";

const item = (
  enumerator: string,
  label: string,
  unit: string,
  key: string,
  more: Partial<Indicator> = {},
): Indicator => ({ enumerator, label, unit, key, ...more });

/** Fujian's short list, printed to 2018: this year's figures beside those since 2008. */
export const annexFujian: Template = {
  id: "fujian",
  name: "福建省政府信息公开情况统计表",
  years: [2008, 2018],
  basis: "",
  sections: chapters2014,
  tables: [
    {
      id: "annexFujian",
      section: 7,
      title: "政府信息公开情况统计表",
      pathOrder: "row-column",
      optional: true,
      blocks: [
        {
          corner: ["指标名称", "计量单位", "指标", "单位"],
          columns: [
            { key: "current", label: "本年度", group: [], aliases: ["本年度数", "本年"], type: "count" },
            {
              key: "cumulative",
              label: "历年累计",
              group: [],
              aliases: ["历年累计数", "累计"],
              type: "count",
            },
          ],
          rows: indicatorRows([
            item("", "主动公开文件数", "条", "disclosed.total", {
              below: [
                item("其中：1.", "政府网站公开数", "条", "disclosed.website"),
                item("2.", "政府公报公开数", "条", "disclosed.gazette"),
              ],
            }),
            item("", "受理依申请公开信息总数", "条", "applications.received.total", {
              below: [
                item("其中：1.", "当面申请数", "条", "applications.received.inPerson"),
                item("2.", "网上申请数", "条", "applications.received.online"),
                item("3.", "信函、传真申请数", "条", "applications.received.letterOrFax"),
              ],
            }),
            item("", "对申请的答复总数", "条", "applications.replied.total", {
              below: [
                item("其中：1.", "同意公开答复数", "条", "applications.replied.granted"),
                item("2.", "同意部分公开答复数", "条", "applications.replied.partiallyGranted"),
                item("3.", "不予公开答复数", "条", "applications.replied.denied"),
                item("4.", "其他类型答复数", "条", "applications.replied.other"),
              ],
            }),
            item("", "政府信息公开收费减免金额", "元", "feeReductions", { optional: true }),
            item("", "接受行政诉讼、举报数", "件", "litigationAndReports"),
            item("", "行政复议数", "件", "reconsideration"),
            item("", "行政诉讼数", "件", "litigation"),
          ]),
        },
      ],
    },
  ],
  // Ways of disclosure overlap: each is bounded by the total, and need not add up to it.
  rules: columnRules("annexFujian", [
    [
      "f2-received-sum",
      "error",
      "applications.received.inPerson + applications.received.online + applications.received.letterOrFax == applications.received.total",
    ],
    [
      "f2-replied-sum",
      "error",
      "applications.replied.granted + applications.replied.partiallyGranted + applications.replied.denied + applications.replied.other == applications.replied.total",
    ],
    ["f2-ofwhich", "error", "disclosed.website <= disclosed.total"],
    ["f2-ofwhich", "error", "disclosed.gazette <= disclosed.total"],
  ]),
};

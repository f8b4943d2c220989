import type { BlockTemplate, ColumnTemplate, Template } from "../model/index.ts";
import { layout2019 } from "./layout-2019.ts";
import { applicationsTable, group, reviewTable, row, sharedRules } from "./shared.ts";
import { carriedAcrossYears, sharedFacts } from "./shared-text.ts";

/** 国办公开办函〔2021〕30号, for report years from 2021. 10 + 175 + 15 cells. */
export const layout2021: Template = {
  id: "2021",
  name: "政府信息公开工作年度报告格式",
  years: [2021, null],
  basis: "国办公开办函〔2021〕30号",
  sections: layout2019.sections,
  tables: [
    {
      id: "proactiveDisclosure",
      section: 2,
      title: "主动公开政府信息情况",
      pathOrder: "row-column",
      blocks: [
        block(
          "第二十条第（一）项",
          [
            count("issued", "本年制发件数"),
            count("repealed", "本年废止件数"),
            count("inForce", "现行有效件数"),
          ],
          [
            row("regulations", "", "规章"),
            row("normativeDocuments", "", "行政规范性文件", [], ["规范性文件"]),
          ],
        ),
        block("第二十条第（五）项", [decisions()], [row("administrativeLicensing", "", "行政许可")]),
        block(
          "第二十条第（六）项",
          [decisions()],
          [row("administrativePenalties", "", "行政处罚"), row("administrativeCoercion", "", "行政强制")],
        ),
        block(
          "第二十条第（八）项",
          [
            {
              key: "amount",
              label: "本年收费金额（单位：万元）",
              group: [],
              aliases: ["本年收费金额"],
              type: "amount",
              unit: "万元",
            },
          ],
          [row("administrativeFees", "", "行政事业性收费", [], ["行政事业型收费"])],
        ),
      ],
    },
    applicationsTable(
      group("results.other", "（六）其他处理", [
        [
          "uncorrectedOverdue",
          "申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
          "逾期不补正",
        ],
        [
          "feeUnpaidOverdue",
          "申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
          "逾期不缴费",
        ],
        ["other", "其他", "其它"],
      ]),
    ),
    reviewTable,
  ],
  rules: [
    ...sharedRules,
    ...["regulations", "normativeDocuments"].map((key) => ({
      id: "f4-repealed-bound",
      severity: "error" as const,
      table: "proactiveDisclosure",
      each: "once" as const,
      expression: `min(${key}.issued, ${key}.repealed, ${key}.inForce) >= 0`,
    })),
  ],
  facts: sharedFacts,
  acrossYears: [
    carriedAcrossYears("2019"),
    // 现行有效件数 is last year's plus what was issued and minus what was repealed. 对外公开总数量 of 2019 counts something else.
    ...["regulations", "normativeDocuments"].map((key) => ({
      id: "x-inforce",
      severity: "warning" as const,
      table: "proactiveDisclosure",
      each: "once" as const,
      expression: `lastYear.${key}.inForce + ${key}.issued - ${key}.repealed == ${key}.inForce`,
    })),
  ],
};

function block(
  caption: string,
  columns: readonly ColumnTemplate[],
  rows: BlockTemplate["rows"],
): BlockTemplate {
  return {
    caption,
    captionAliases: [caption.replace("条第（", "条（")],
    corner: ["信息内容"],
    columns,
    rows,
  };
}

function count(key: string, label: string): ColumnTemplate {
  return { key, label, group: [], aliases: [], type: "count" };
}

function decisions(): ColumnTemplate {
  return { ...count("decisions", "本年处理决定数量"), aliases: ["处理决定数量"] };
}

import type { BlockTemplate, ColumnTemplate, SectionTemplate, Template } from "../model/index.ts";
import { applicationsTable, reviewTable, row, sharedRules } from "./shared.ts";
import { carriedAcrossYears, sharedFacts } from "./shared-text.ts";

/**
 * 国办公开办函〔2019〕60号, for the report years 2019 and 2020; some towns still print it in later years. 22 + 161 + 15
 * cells.
 */
export const layout2019: Template = {
  id: "2019",
  name: "政府信息公开工作年度报告格式（试行）",
  years: [2019, 2020],
  basis: "国办公开办函〔2019〕60号",
  sections: sections(),
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
            count("newlyMade", "本年新制作数量"),
            count("newlyDisclosed", "本年新公开数量"),
            count("totalDisclosed", "对外公开总数量"),
          ],
          [
            ["regulations", "规章"],
            ["normativeDocuments", "规范性文件"],
            ["otherDisclosedDocuments", "其他主动公开文件", "optional"], // printed in Hubei, 2020
          ],
        ),
        block("第二十条第（五）项", itemColumns(), [
          ["administrativeLicensing", "行政许可"],
          ["otherExternalServices", "其他对外管理服务事项"],
        ]),
        block("第二十条第（六）项", itemColumns(), [
          ["administrativePenalties", "行政处罚"],
          ["administrativeCoercion", "行政强制"],
        ]),
        block("第二十条第（八）项", itemColumns().slice(0, 2), [["administrativeFees", "行政事业性收费"]]),
        block(
          "第二十条第（九）项",
          [
            count("projects", "采购项目数量"),
            { key: "amount", label: "采购总金额", group: [], aliases: [], type: "amount" },
          ],
          [["centralizedProcurement", "政府集中采购"]],
        ),
      ],
    },
    applicationsTable([row("results.other.total", "（六）", "其他处理", ["三、本年度办理结果"])]),
    reviewTable,
  ],
  rules: [
    ...sharedRules,
    ...["regulations", "normativeDocuments"].map((key) => ({
      id: "f3-disclosed-le",
      severity: "warning" as const,
      table: "proactiveDisclosure",
      each: "once" as const,
      expression: `${key}.newlyDisclosed <= ${key}.totalDisclosed`,
    })),
    ...[
      "administrativeLicensing",
      "otherExternalServices",
      "administrativePenalties",
      "administrativeCoercion",
    ].map((key) => ({
      id: "f3-decisions-misfill",
      severity: "notice" as const,
      table: "proactiveDisclosure",
      each: "once" as const,
      expression: `when ${key}.itemsChange != 0: ${key}.priorYearItems + ${key}.itemsChange != ${key}.decisions`,
    })),
  ],
  facts: sharedFacts,
  acrossYears: [
    carriedAcrossYears("2021"),
    // 上一年项目数量 is last year's 上一年项目数量 plus its 本年增/减.
    ...[
      "administrativeLicensing",
      "otherExternalServices",
      "administrativePenalties",
      "administrativeCoercion",
      "administrativeFees",
    ].map((key) => ({
      id: "x-items",
      severity: "notice" as const,
      table: "proactiveDisclosure",
      each: "once" as const,
      expression: `lastYear.${key}.priorYearItems + lastYear.${key}.itemsChange == ${key}.priorYearItems`,
    })),
  ],
};

function sections(): SectionTemplate[] {
  return [
    {
      number: 1,
      title: "总体情况",
      aliases: [
        "概述",
        "政府信息公开工作的总体情况",
        "政府信息公开工作总体情况",
        "政府信息公开总体情况",
        "工作总体情况",
        "基本情况",
      ],
    },
    {
      number: 2,
      title: "主动公开政府信息情况",
      aliases: [
        "主动公开政府信息的情况",
        "行政机关主动公开政府信息情况",
        "主动公开政府政府情况",
        "政府信息主动公开情况",
        "主动公开情况",
      ],
    },
    {
      number: 3,
      title: "收到和处理政府信息公开申请情况",
      aliases: [
        "收到和处理政府信息公开申请的情况",
        "行政机关收到和处理政府信息公开申请情况",
        "政府信息公开申请情况",
      ],
    },
    {
      number: 4,
      title: "政府信息公开行政复议、行政诉讼情况",
      aliases: [
        "政府信息公开申请行政复议、行政诉讼的情况",
        "政府信息公开行政复议和行政诉讼情况",
        "政府信息公开行政复议和诉讼情况",
        "行政复议、行政诉讼情况",
        "行政复议和行政诉讼情况",
        "因政府信息公开工作被申请行政复议、提起行政诉讼情况",
        "因政府信息公开工作被申请行政复议和提起行政诉讼情况",
        "因政府信息公开申请行政复议、提起行政诉讼的情况",
      ],
    },
    {
      number: 5,
      title: "存在的主要问题及改进情况",
      aliases: [
        "存在的主要问题和改进情况",
        "政府信息公开工作存在的主要问题及改进情况",
        "存在问题及改进情况",
        "存在的主要问题及改进措施",
        "存在的主要问题和改进措施",
        "主要问题及改进情况",
        "存在的问题及改进情况",
        "存在的主要问题及下一步改进措施",
        "存在的主要问题及整改措施",
        "存在的主要问题及下一步工作打算",
        "存在的不足及改进措施",
      ],
    },
    {
      number: 6,
      title: "其他需要报告的事项",
      aliases: [
        "需要说明的事项与附表",
        "其他需要报告事项",
        "其他需报告的事项",
        "其它需要报告的事项",
        "需要报告的其他事项",
        "其他需要说明的事项",
        "其他事项",
      ],
    },
  ];
}

function block(
  caption: string,
  columns: readonly ColumnTemplate[],
  rows: readonly (readonly [key: string, label: string, optional?: "optional"])[],
): BlockTemplate {
  return {
    caption,
    captionAliases: [caption.replace("条第（", "条（")],
    corner: ["信息内容"],
    columns,
    rows: rows.map(([key, label, optional]) => ({
      ...row(key, "", label),
      ...(optional ? { optional: true } : {}),
    })),
  };
}

function count(key: string, label: string): ColumnTemplate {
  return { key, label, group: [], aliases: [], type: "count" };
}

function itemColumns(): ColumnTemplate[] {
  return [
    count("priorYearItems", "上一年项目数量"),
    { key: "itemsChange", label: "本年增/减", group: [], aliases: [], type: "signed-change" },
    count("decisions", "处理决定数量"),
  ];
}

import type { SectionTemplate } from "../model/index.ts";

/** The six contents of a report by Article 32 of the Regulations of 2008, and what agencies called them. */
export const chapters2008: readonly SectionTemplate[] = [
  {
    number: 1,
    title: "行政机关主动公开政府信息的情况",
    aliases: ["主动公开政府信息情况", "主动公开政府信息的情况", "政府信息主动公开情况", "主动公开情况", "主动公开信息情况"],
  },
  {
    number: 2,
    title: "行政机关依申请公开政府信息和不予公开政府信息的情况",
    aliases: [
      "依申请公开政府信息和不予公开政府信息的情况",
      "依申请公开政府信息情况",
      "依申请公开政府信息的情况",
      "政府信息依申请公开办理情况",
      "政府信息依申请公开情况",
      "政府信息依申请公开工作情况",
      "依申请公开情况",
      "依申请公开信息情况",
    ],
  },
  {
    number: 3,
    title: "政府信息公开的收费及减免情况",
    aliases: ["政府信息公开收费及减免情况", "依申请信息公开收费情况", "依申请公开政府信息收费情况", "收费及减免情况", "政府信息公开收费情况"],
  },
  {
    number: 4,
    title: "因政府信息公开申请行政复议、提起行政诉讼的情况",
    aliases: [
      "复议、诉讼情况",
      "复议、诉讼和申诉情况",
      "行政复议、诉讼和申诉情况",
      "行政复议、行政诉讼情况",
      "复议和诉讼情况",
      "政府信息公开申请行政复议、提起行政诉讼情况",
      "因政府信息公开申请行政复议、提起行政诉讼情况",
    ],
  },
  {
    number: 5,
    title: "政府信息公开工作存在的主要问题及改进情况",
    aliases: [
      "存在的主要问题及改进情况",
      "存在的主要问题和改进情况",
      "存在的主要问题和改进措施",
      "存在的主要问题及改进措施",
      "主要问题和改进措施",
      "主要问题及改进措施",
      "存在问题和改进措施",
      "存在问题及改进措施",
      "存在的问题及改进措施",
      "政府信息公开工作存在的主要问题和改进措施",
    ],
  },
  { number: 6, title: "其他需要报告的事项", aliases: ["其他需要报告事项", "其他需要说明的事项", "需要说明的事项", "附表", "需要说明的事项与附表", "相关指标统计表"] },
  { number: 7, title: "概述", aliases: ["基本情况", "工作概述", "概况", "总体情况", "政府信息公开工作概述", "工作概况"] },
  { number: 8, title: "咨询处理情况", aliases: ["咨询情况", "政府信息公开咨询处理情况"] },
];

/** Chapters of the reports with the annex of 2014. Agencies order them freely, some after the nine groups of the annex. */
export const chapters2014: readonly SectionTemplate[] = [
  {
    number: 1,
    title: "概述",
    aliases: ["主要工作概述", "基本工作情况", "政府信息公开工作要点落实情况", "主要任务落实情况", "基本情况", "工作概述", "总体情况", "引言"],
  },
  { ...chapters2008[0]!, number: 2, title: "主动公开政府信息情况" },
  { ...chapters2008[1]!, number: 3, title: "依申请公开政府信息情况" },
  { ...chapters2008[2]!, number: 4 },
  { ...chapters2008[3]!, number: 5 },
  { ...chapters2008[4]!, number: 6, title: "存在的主要问题和改进措施" },
  {
    number: 7,
    title: "需要说明的事项与附表",
    aliases: ["附表", "其他报告事项以及附表", "与附表", "相关说明和指标统计表", "政府信息公开情况统计表", "需要说明的事项", "其他需要报告的事项", "需要说明的事项和附表"],
  },
  { number: 8, title: "回应解读情况", aliases: ["政策解读和回应关切情况", "回应社会关切情况", "解读回应情况"] },
  { number: 9, title: "举报投诉情况", aliases: ["举报投诉数量"] },
  { number: 10, title: "机构建设和保障经费情况", aliases: ["机构建设和经费保障情况"] },
  { number: 11, title: "政府信息公开会议和培训情况", aliases: ["会议和培训情况"] },
];

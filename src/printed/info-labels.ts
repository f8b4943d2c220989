import type { MetadataField } from "../model/index.ts";

type Field = MetadataField["field"];

/** Labels of the day on which a document was published, the most trusted first. */
export const PUBLISHED = [
  "发布日期",
  "发布时间",
  "公开日期",
  "公开时间",
  "发文日期",
  "成文日期",
  "生成日期",
  "公文生成日期",
] as const;

/** Words that may as well name another day, or none. */
const LOOSE_DATES = ["发表日期", "发表时间", "日期", "时间"] as const;

/**
 * Labels of the box that government pages print above a document, by the field that each names; the first of a field is
 * trusted most.
 */
export const INFO_LABELS: Readonly<Partial<Record<Field, readonly string[]>>> = {
  title: ["信息名称", "文件名称", "信息标题", "名称", "标题"],
  issuer: [
    "发布机构",
    "发布机关",
    "发布单位",
    "发布部门",
    "公开机构",
    "公开单位",
    "公开主体",
    "公开部门",
    "制发机关",
    "发文机构",
    "发文机关",
    "发文单位",
  ],
  publicationDate: [...PUBLISHED, ...LOOSE_DATES],
  updated: ["更新时间", "更新日期", "修改时间", "修改日期", "最后更新", "最后修改"],
  indexNumber: ["信息索引号", "索引号", "索引码"],
  documentNumber: ["发文字号", "发文文号", "公文文号", "文件编号", "文号", "备注/文号"],
};

/** Where a text was taken from: on a page mostly its issuer, where nothing names one; elsewhere often another office. */
export const SOURCE_LABELS: readonly string[] = ["信息来源", "文章来源", "来源"];

/** Labels of the same box that name no field of ours. */
export const OTHER_INFO_LABELS: readonly string[] = [
  "公开方式",
  "公开形式",
  "公开范围",
  "公开目录",
  "公开类别",
  "公开类型",
  "公开属性",
  "公开时限",
  "主题分类",
  "信息分类",
  "体裁分类",
  "组配分类",
  "信息类别",
  "有效性",
  "信息有效性",
  "效力状态",
  "关键词",
  "主题词",
  "服务对象",
  "生效日期",
  "实施日期",
  "废止日期",
  "发布来源",
  "稿件来源",
  "作者",
  "点击数",
  "点击率",
  "点击量",
  "点击次数",
  "浏览量",
  "浏览次数",
  "访问量",
  "访问次数",
];

import type { RowTemplate } from "../../../model/index.ts";
import { itemRow } from "../items.ts";

/**
 * The expenditures of a form by function (政府收支分类科目, 支出功能分类). Several names changed with the
 * classification: 文化体育与传媒 became 文化旅游体育与传媒 in 2019, 医疗卫生与计划生育 became 卫生健康.
 */
const functions: readonly (readonly [key: string, label: string, aliases?: readonly string[]])[] = [
  ["publicServices", "一般公共服务支出"],
  ["foreignAffairs", "外交支出"],
  ["defence", "国防支出"],
  ["security", "公共安全支出"],
  ["education", "教育支出"],
  ["science", "科学技术支出"],
  ["culture", "文化旅游体育与传媒支出", ["文化体育与传媒支出"]],
  ["welfare", "社会保障和就业支出"],
  ["health", "卫生健康支出", ["医疗卫生与计划生育支出", "医疗卫生支出"]],
  ["environment", "节能环保支出"],
  ["communities", "城乡社区支出", ["城乡社区事务支出"]],
  ["agriculture", "农林水支出", ["农林水事务支出"]],
  ["transport", "交通运输支出"],
  ["industry", "资源勘探工业信息等支出", ["资源勘探信息等支出", "资源勘探电力信息等支出"]],
  ["commerce", "商业服务业等支出"],
  ["finance", "金融支出"],
  ["otherRegions", "援助其他地区支出"],
  ["resources", "自然资源海洋气象等支出", ["国土海洋气象等支出"]],
  ["housing", "住房保障支出"],
  ["reserves", "粮油物资储备支出"],
  ["capital", "国有资本经营预算支出"],
  ["emergencies", "灾害防治及应急管理支出"],
  ["other", "其他支出"],
  ["debtPrincipal", "债务还本支出"],
  ["debtInterest", "债务付息支出"],
  ["specialBonds", "抗疫特别国债安排的支出"],
];

/** Rows of the right half of forms 01 and 04; offices leave out functions for which they have no money. */
export function functionRows(prefix: string): readonly RowTemplate[] {
  const ordinals = "一二三四五六七八九十";
  return functions.map(([key, label, aliases = []], index) => {
    const [tens, ones] = [Math.floor((index + 1) / 10), (index + 1) % 10];
    const ordinal =
      (tens > 1 ? ordinals[tens - 1]! : "") + (tens > 0 ? "十" : "") + (ones > 0 ? ordinals[ones - 1]! : "");
    return itemRow(`${prefix}.${key}`, label, {
      enumerator: `${ordinal}、`,
      aliases: [...aliases],
      optional: true,
      basis: "recall",
    });
  });
}

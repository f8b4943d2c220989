import type { FormCell } from "./forms.ts";
import type { Random } from "./random.ts";

/** Other wordings that offices print for the same label; the meaning stays. */
const otherWordings: Readonly<Record<string, readonly string[]>> = {
  规章: ["规章（设区的市、自治州人民政府应提供相关数据）"],
  行政规范性文件: ["规范性文件"],
  行政事业性收费: ["行政事业型收费"],
  本年处理决定数量: ["处理决定数量"],
  "本年收费金额（单位：万元）": ["本年收费金额(单位:万元)"],
  "四、结转下年度继续办理": ["四、结转下一年度继续办理"],
  "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请": [
    "1.申请人无正当理由逾期不补正，行政机关不再处理其政府信息公开申请",
  ],
  // Labels of the annex of 2014, without those whose other wording is the label of another list.
  "（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）": ["（一）主动公开政府信息数"],
  "（一）回应公众关注热点或重大舆情数（不同方式回应同一热点或舆情计1次）": [
    "（一）回应公众关注热点或重大舆情数",
    "（一）回应公众关注热点或重大舆情",
  ],
  "3.网络申请数": ["3.网上申请数"],
  "（三）申请答复数": ["（三）对申请的答复总数"],
  "1.专职人员数（不包括政府公报及政府网站工作人员数）": ["1.专职人员数"],
  "2.兼职人员数": ["2.兼职人员"],
  "（四）政府信息公开专项经费（不包括用于政府公报编辑管理及政府网站建设维护等方面的经费）": [
    "（四）政府信息公开专项经费",
  ],
};

/** The cell's label in one of the forms seen in reports. Values are left alone. */
export function varyLabel(random: Random, cell: FormCell): FormCell {
  if (cell.role === "value") return cell;
  const variants = [...(otherWordings[cell.text] ?? []), ...spellings(random, cell)].filter(
    (text) => text !== cell.text,
  );
  return variants.length === 0 ? cell : { ...cell, text: random.pick(variants) };
}

function spellings(random: Random, { text, role }: FormCell): string[] {
  const middle = Math.ceil(text.length / 2);
  const spaced = random.int(1, text.length - 1);
  const common = [
    text.replaceAll("（", "(").replaceAll("）", ")"),
    text.replace(/[“”]/g, '"'),
    text.replace(/^(\d)\./, "$1、"),
    text.replace(/^(\d)\./, "$1．"),
    `${text.slice(0, spaced)} ${text.slice(spaced)}`,
  ];
  switch (role) {
    case "caption":
      return [...common, text.replace("第（", "(").replace("）", ")"), text.replace("第二十条", "第二十条 ")];
    case "header":
      return [`${text.slice(0, middle)}\n${text.slice(middle)}`, [...text].join(" "), ...common];
    case "group":
      return [`${text.slice(0, middle)}\n${text.slice(middle)}`, ...common];
    default:
      return common;
  }
}

/** A label with one character lost; only for labels long enough to stay recognisable. */
export function damageLabel(random: Random, cell: FormCell): FormCell {
  if (cell.role !== "label" || cell.text.length < 9) return cell;
  const lost = random.int(4, cell.text.length - 2);
  return { ...cell, text: cell.text.slice(0, lost) + cell.text.slice(lost + 1) };
}

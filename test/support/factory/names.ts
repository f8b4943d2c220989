import type { Contact } from "../../../src/model/index.ts";
import type { Scale } from "./figures.ts";
import type { Layout } from "./forms.ts";
import type { Random } from "./random.ts";

// Provinces that do not exist, and syllables that no place name begins with, so that no issuer is a real one.
const provinces = ["云泽省", "岚川省", "澜海省", "青漠省", "朔原省"] as const;
const first = ["霁", "苔", "笺", "萤", "瓷", "橡", "帆", "弦", "绀", "柠"] as const;
const second = ["溪", "岭", "泽", "湖", "渡", "坪", "塘", "堰", "岗", "湾"] as const;
const offices = ["教育局", "水利局", "民政局", "自然资源局", "卫生健康局", "市场监督管理局"] as const;

export interface Office {
  readonly issuer: string;
  readonly seat: string;
  readonly self: string;
}

/** An invented office: its name as issuer, the address of its seat, and how its report speaks of itself. */
export function drawOffice(random: Random, scale: Scale): Office {
  const name = (): string => random.pick(first) + random.pick(second);
  const province = random.pick(provinces);
  if (scale === "city") {
    const city = `${name()}市`;
    const issuer = random.pick([`${city}人民政府`, `${city}人民政府办公室`]);
    return { issuer, seat: `${province}${city}`, self: "我市" };
  }
  const county = `${name()}${random.pick(["县", "区"])}`;
  if (scale === "county") {
    const bureau = random.chance(0.4);
    return {
      issuer: county + (bureau ? random.pick(offices) : "人民政府"),
      seat: province + county,
      self: bureau ? "我局" : `我${county.at(-1)}`,
    };
  }
  const town = `${name()}${random.pick(["镇", "乡"])}`;
  const issuer = random.pick([`${county}${town}人民政府`, `${county}${town}`, `${town}人民政府`]);
  return { issuer, seat: `${province}${county}${town}`, self: `我${town.at(-1)}` };
}

export function drawTitle(random: Random, issuer: string, year: number): string[] {
  return random.pick([
    [`${issuer}${year}年政府信息公开工作年度报告`],
    [issuer, `${year}年政府信息公开工作年度报告`],
    [issuer, `${year} 年政府信息公开工作年度报告`],
    [`${issuer}政府信息公开工作`, `${year}年度报告`],
    [`${year}年${issuer}政府信息公开工作年度报告`],
    [`${year}年度${issuer}政府信息公开工作年度报告`],
    [`${issuer}${year}年信息公开年度报告`],
    [`${issuer}${year}年度政府信息公开年度工作报告`],
  ]);
}

const sectionTitles: readonly (readonly string[])[] = [
  ["总体情况"],
  ["主动公开政府信息情况", "主动公开政府信息的情况", "行政机关主动公开政府信息情况"],
  ["收到和处理政府信息公开申请情况", "收到和处理政府信息公开申请的情况"],
  [
    "政府信息公开行政复议、行政诉讼情况",
    "政府信息公开申请行政复议、行政诉讼的情况",
    "因政府信息公开工作被申请行政复议、提起行政诉讼情况",
  ],
  [
    "存在的主要问题及改进情况",
    "存在的主要问题和改进情况",
    "政府信息公开工作存在的主要问题及改进情况",
    "存在问题及改进情况",
  ],
  ["其他需要报告的事项", "需要说明的事项与附表"],
];

/** The six section titles with their ordinals; `share` of them in another wording than the notice's. */
export function drawSectionTitles(random: Random, share: number): string[] {
  return sectionTitles.map(([usual, ...others], index) => {
    const title = others.length > 0 && random.chance(share) ? random.pick(others) : usual!;
    return `${"一二三四五六"[index]}、${title}`;
  });
}

export function drawContact(random: Random, seat: string): Contact {
  const digits = (count: number): string => Array.from({ length: count }, () => random.int(0, 9)).join("");
  const street = `${random.pick(first)}${random.pick(second)}路${random.int(1, 400)}号`;
  const maybe = <T>(value: T): T | null => (random.chance(0.8) ? value : null);
  return {
    address: seat + street,
    postcode: maybe(`9${digits(5)}`),
    telephone: maybe(`0199-${random.int(2, 8)}${digits(6)}`),
    fax: random.chance(0.3) ? `0199-${random.int(2, 8)}${digits(6)}` : null,
    email: maybe(`xxgk${digits(3)}@example.cn`),
  };
}

export const basisOf: Readonly<Record<Layout, string>> = {
  "2019": "国办公开办函〔2019〕60号",
  "2021": "国办公开办函〔2021〕30号",
};

/** Units that things are counted in, longest first where one ends another. */
const COUNTS = ["人次", "件次", "件", "条", "次", "个", "人", "篇", "项", "起", "宗", "笔", "份", "批", "家"];
/** Units of money and what one of each is in yuan. */
const YUAN: Readonly<Record<string, number>> = {
  亿元: 100_000_000,
  千万元: 10_000_000,
  百万元: 1_000_000,
  十万元: 100_000,
  万元: 10_000,
  千元: 1_000,
  百元: 100,
  亿: 100_000_000,
  万: 10_000,
  元: 1,
};

/** Money that is no yuan: what such a number is in yuan nobody can tell. */
const FOREIGN = ["美元", "欧元", "港元", "港币", "日元", "韩元", "英镑", "澳元", "新元", "外币"];

/** Every unit a cell may carry, for patterns; whatever else follows a number makes it unreadable. */
export const UNITS = [...COUNTS, ...FOREIGN, ...Object.keys(YUAN)].join("|");
const UNIT = new RegExp(`(?:${UNITS})$`, "u");

/** Whether a text is nothing but a unit. */
export function isUnit(text: string): boolean {
  return text !== "" && trailingUnit(text) === text;
}

/** The unit a text ends with, the longest: 人次, not 次. Empty where there is none. */
export function trailingUnit(text: string): string {
  return UNIT.exec(text)?.[0] ?? "";
}

const RENMINBI = /人民币|RMB|CNY|[￥¥]/giu;
/** Said of money, whatever it means. */
const MONEY = /(?:元|币|镑|圆)$/u;

/**
 * The unit that a text names and nothing else: 千元 of （单位：人民币千元）, 元 of ￥. A unit of money that is not understood
 * is given as printed; undefined where the text is no unit.
 */
export function unitNamed(text: string): string | undefined {
  const words = text.replace(/[\s()（）]/gu, "").replace(/^(?:计量)?单位[:：]?/u, "");
  if (words === "" || words.length > 12) return undefined;
  const rest = words
    .replace(RENMINBI, "")
    .replaceAll("萬", "万")
    .replaceAll("仟", "千")
    .replaceAll("圆", "元");
  const plain = rest === "" ? "元" : rest;
  return plain in YUAN || COUNTS.includes(plain) || MONEY.test(plain) ? plain : undefined;
}

/** Whether a unit is one of money, understood or not. */
export function isMoney(unit: string): boolean {
  return unit in YUAN || MONEY.test(unit);
}

/** Whether a unit says that the number is to be multiplied. */
export function isScaled(unit: string): boolean {
  return (YUAN[unit] ?? 1) > 1;
}

/** Null where the unit is no money, or money that is not understood. */
export function toYuan(value: number, unit: string): number | null {
  const factor = YUAN[unit];
  return factor === undefined ? null : Math.round(value * factor * 100) / 100;
}

import { everyMatch } from "./matches.ts";

/** Units that things are counted in, longest first where one ends another. */
const COUNTS = [
  ...[
    "人次",
    "件次",
    "批次",
    "标段",
    "件",
    "条",
    "次",
    "个",
    "人",
    "篇",
    "项",
    "起",
    "宗",
    "笔",
    "份",
    "批",
    "家",
  ],
  ...["例", "单", "台"],
];
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

/** Money that is not yuan: what such a number is worth in yuan cannot be known. */
const FOREIGN = ["美元", "欧元", "港元", "港币", "日元", "韩元", "英镑", "澳元", "新元", "外币"];

const KNOWN: ReadonlySet<string> = new Set([...COUNTS, ...Object.keys(YUAN)]);

/** Every unit a cell may carry, for patterns; whatever else follows a number makes it unreadable. */
export const UNITS = [...COUNTS, ...FOREIGN, ...Object.keys(YUAN)].join("|");
const LONGEST_UNIT = 3;
const UNIT = new RegExp(`(?:${UNITS})$`, "u");

/** Whether a text is nothing but a unit. */
export function isUnit(text: string): boolean {
  return text.length <= LONGEST_UNIT && (KNOWN.has(text) || FOREIGN.includes(text));
}

/** The longest unit that a text ends with: 人次, not 次. Empty where there is none. */
export function trailingUnit(text: string): string {
  return UNIT.exec(text.slice(-LONGEST_UNIT))?.[0] ?? "";
}

/** What every text that names a unit ends with, before brackets and spaces. */
const ENDS_IN_UNIT = /[次件条个人篇项起宗笔份批家段例单台元圆币镑铢盾布郎比万萬亿￥¥BY][\s()（）]*$/iu;
const RENMINBI = /人民币|RMB|CNY|[￥¥]/giu;
/** Ends a unit of money, whether the unit is understood or not. */
const MONEY = /(?:元|币|镑|圆|铢|盾|卢布|法郎|卢比)$/u;
/** A count in tens of thousands: 万条. */
const SCALED_COUNT = new RegExp(`^[十百千万亿]+(?:${COUNTS.join("|")})$`, "u");

/**
 * The unit in a text that names nothing else: 千元 in （单位：人民币千元）, 元 in ￥. A unit of money that is not
 * understood is given as printed; undefined where the text is no unit.
 */
export function unitNamed(text: string): string | undefined {
  if (!ENDS_IN_UNIT.test(text)) return undefined; // nearly every label
  const words = text.replace(/[\s()（）]/gu, "").replace(/^(?:计量单位|金额单位|单位|金额)[:：]?/u, "");
  if (words === "" || words.length > 12) return undefined;
  const rest = words
    .replace(RENMINBI, "")
    .replaceAll("萬", "万")
    .replaceAll("仟", "千")
    .replaceAll("圆", "元");
  const plain = rest === "" ? "元" : rest;
  return isKnown(plain) || MONEY.test(plain) || SCALED_COUNT.test(plain) ? plain : undefined;
}

/** Whether a unit is one of money, understood or not. */
export function isMoney(unit: string): boolean {
  return unit in YUAN || MONEY.test(unit);
}

/** Whether a number with this unit can be a count as it stands: the unit is neither money nor one like 万条. */
export function isOfCount(unit: string): boolean {
  return COUNTS.includes(unit);
}

const STATED = /\(([^()]{1,16})\)/gu;
const STATEMENT =
  /(?<!填[报表]|报送|编制|制表|[主承]办|发布|公开|责任|申报|[附下所直]属|事业|预算|部门|[有相]关|成员|[省市县区州盟旗镇乡局委]直|[各本])(?:计量|金额|货币)?单位(?!名称|代码|负责人|公章|盖章|性质|统计|合计|小计|汇总|情况|总?数)(?:[均都]?[为是]|:)?([^()]{1,14})$/u;
/** 金额以元为单位. */
const IN_UNITS = /以([^()以]{1,10})为(?:计量|货币)?单位$/u;
/** 金额：元 on a line above the table. */
const AMOUNT = /^(?:收费|收取|计量)?金额:([^()\d:]{1,6})$/u;
/** The end of a line that names the reporting office rather than a unit: 单位：青石市财政局. */
const OFFICE = /[局委办府县市区镇乡厅处所院公司校会队站部心室]$/u;

/**
 * The unit of money that a normalized heading, label or caption states: 千元 of 本年收费金额(单位:千元). As printed where it is
 * not understood, or where several are named; undefined where none is.
 */
export function statedMoney(heading: string): string | undefined {
  if (!mayState(heading)) return undefined;
  const text = withoutCurrency(heading)
    .replace(/[[{【〔]/gu, "(")
    .replace(/[\]}】〕]/gu, ")");
  for (const [, words] of everyMatch(text, STATED).toReversed()) {
    const money = moneyIn(words!);
    if (money !== undefined) return money;
  }
  const statement = (STATEMENT.exec(text) ?? IN_UNITS.exec(text) ?? AMOUNT.exec(text))?.[1];
  return statement === undefined ? undefined : moneyIn(`单位:${statement.replace(/[.;]$/u, "")}`);
}

function mayState(text: string): boolean {
  return /[([{【〔]/u.test(text) || text.includes("单位") || text.includes("金额:");
}

const SAID_OF_ALL =
  /(?:本报告|本表|[表文][中内]|所列|涉及|收费|收取|采购)[^。；]{0,16}?(?:金额|费用|数额|款项)?[^。；]{0,8}?单位(?:[均都]?[为是]|[:：])[^。；，,()（）]{1,10}(?=[。；，,)）]|$)|(?:金额|费用)[^。；]{0,6}以[^。；，]{1,8}为单位/u;

/**
 * The unit of money that a sentence or a note states for the amounts of tables: 表中金额单位均为元; undefined where it
 * states none.
 */
export function moneyOfNote(text: string): string | undefined {
  const said = text.includes("单位") ? SAID_OF_ALL.exec(text.slice(0, LONGEST_NOTE))?.[0] : undefined;
  const unit = said === undefined ? undefined : statedMoney(said.replace(/\s+/gu, "").replaceAll("：", ":"));
  return unit !== undefined && isMoney(unit) ? unit : undefined;
}

const LONGEST_NOTE = 1_000;

/** A normalized caption without its statement of a unit. */
export function withoutStatedUnit(text: string): string {
  if (!mayState(text)) return text;
  return withoutCurrency(text)
    .replace(STATED, (whole, words: string) => (moneyIn(words) === undefined ? whole : ""))
    .replace(STATEMENT, "")
    .replace(AMOUNT, "");
}

/** 元(人民币): the currency stands in brackets of its own. */
/** Whether a normalized text says nothing but a unit of money: 单位:万元. */
export function isStatedUnit(text: string): boolean {
  return statedMoney(text) !== undefined && withoutStatedUnit(text) === "";
}

function withoutCurrency(text: string): string {
  return text.replace(/\((?:人民币|RMB|CNY)\)/giu, "");
}

function moneyIn(words: string): string | undefined {
  const inUnits = IN_UNITS.exec(words)?.[1];
  if (inUnits !== undefined) return moneyIn(`单位:${inUnits}`);
  const stated = /^(?:计量|金额|货币)?单位:?/u.exec(words)?.[0] ?? "";
  const named = words
    .slice(stated.length)
    .split(/[、,/;和或及]/u)
    .filter((word) => word !== "");
  const units = named.map(unitNamed);
  const money = [...new Set(units.filter((unit) => unit !== undefined && isMoney(unit)))];
  if (money.length > 0) return money.join("、");
  const [only] = named;
  const unknown =
    stated !== "" && named.length === 1 && only!.length <= 4 && units[0] === undefined && !OFFICE.test(only!);
  return unknown ? only : undefined;
}

function isKnown(unit: string): boolean {
  return KNOWN.has(unit);
}

/** The amount in yuan; null where the unit is no money, or money that is not understood. */
export function toYuan(value: number, unit: string): number | null {
  const factor = YUAN[unit];
  return factor === undefined ? null : Math.round(value * factor * 100) / 100;
}

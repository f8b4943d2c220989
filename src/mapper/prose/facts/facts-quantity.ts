import { chineseNumber } from "../../../printed/numerals.ts";

/** A number stated in prose. */
export interface Quantity {
  readonly value: number;
  /** Whether it is marked by 余, 多, 约 or 近, by 左右 behind its unit, as in 数十 or 三五, or rounded to 万. */
  readonly approximate: boolean;
}

const DIGITS = String.raw`\d+(?:,\d{3})*(?:\.\d+)?`;
const CHINESE = "[〇零一二三四五六七八九十百千两]+";
/** Behind a number: 数十 and 三五 stand before it, 左右 or 以上 behind its unit. */
const ROUGH =
  "(?<=[数几][十百千]|[^〇零一二三四五六七八九][一二三四五六七八两][二三四五六七八九])|(?=.{1,2}(?:左右|上下|以上|以内))";

/** Every character with which a quantity begins. A pattern that looks for one of them first takes half the code. */
const BEGINS = String.raw`(?=[共合总计达为是约近超逾\d〇零一二三四五六七八九十百千两])`;

/** The source of a pattern for a quantity: `约320`, `三百二十余`, `1.2万`. Its groups are named after `name`. */
export function quantity(name: string): string {
  return String.raw`${BEGINS}(?:共计|合计|总计|共|计|达到|达|为|是)?(?<${name}About>约|近|超过|逾)?(?<${name}>${DIGITS}|${CHINESE})(?<${name}Wan>万(?!元))?(?:(?<${name}Over>[余多])|(?<${name}Rough>${ROUGH})|)(?!\d)`;
}

/**
 * The quantity that a pattern with `quantity(name)` found; null where the group did not match or the numeral cannot be
 * read.
 */
export function quantityIn(
  groups: Readonly<Record<string, string | undefined>>,
  name: string,
): Quantity | null {
  const digits = groups[name];
  if (digits === undefined) return null;
  const value = /^\d/u.test(digits) ? Number(digits.replaceAll(",", "")) : chineseNumber(digits);
  if (value === null || !Number.isFinite(value) || value > Number.MAX_SAFE_INTEGER / 10_000) return null;
  const wan = groups[`${name}Wan`] !== undefined;
  const approximate = wan || ["About", "Over", "Rough"].some((mark) => groups[name + mark] !== undefined);
  return { value: wan ? Math.round(value * 10_000) : value, approximate };
}

import { everyMatch } from "../../../printed/matches.ts";
import type { ProseLine } from "../prose-line.ts";
import { hasAll, sign } from "../signs.ts";

const LAW = /《[^《》]{4,60}》(?:\s{0,4}[（(][^（）()〔[［]{0,40}[〔[［][^（）()号]{0,40}号[）)])?/gu;

/** Laws and notices named after 根据, 按照 or 依据, each with its number if one follows. */
export function basisOf(lines: readonly ProseLine[]): string[] {
  const found = new Set<string>();
  for (const { text } of lines) {
    if (!text.includes("《")) continue;
    for (const sentence of text.split(/[。；]/u)) {
      if (!/根据|按照|依据|依照/u.test(sentence)) continue;
      for (const [law] of everyMatch(sentence, LAW)) found.add(law.replace(/\s+/gu, ""));
    }
  }
  return [...found];
}

const SCOPE =
  /(?:数据|报告|统计)[^。]{0,12}(?:范围|涵盖|汇总|包括|包含)[^。]{0,40}(?:部门|单位|镇|乡|街道|办公室|机关)/u;

/** The lines that may name the scope of a report. */
export function mayNameScope({ signs }: ProseLine): boolean {
  return hasAll(signs, OF_SCOPE);
}

const OF_SCOPE = sign("数报统") | sign("围盖总括含");

export function scopeIn(text: string): string | null {
  if (!SCOPE.test(text)) return null;
  const sentence = text.split(/(?<=[。；])/u).find((part) => SCOPE.test(part));
  return sentence?.trim() ?? null;
}

import type { Place } from "../../../model/index.ts";
import { foldDigits } from "../../../printed/folding.ts";
import { everyMatch } from "../../../printed/matches.ts";
import type { ProseLine } from "../prose-line.ts";

/** A sentence that begins with the year it is about: 2023年，我局…; 2023年度全市…. */
const ABOUT_YEAR =
  /(?:^|[。；])(?:[（(][一二三四五六七八九十\d]{1,2}[）)]|\d{1,2}[.、．])?(20\d{2})年(?:度|以来)?[，,\u4e00-\u9fff]/gu;
const YEAR = /20\d{2}(?=年)/gu;
/** Words of a sentence about what is planned. */
const PLANS = /将|下一步|下步|继续|计划|打算|拟|要[进加着强]/u;
/** A year named only once may be a slip or a comparison. */
const FEWEST = 2;
const LONGEST = 20_000;
const LONGEST_RAW = 300;

/** The years that sentences are about, each with how often and where first; null where one of them names `year`. */
function yearsInText(
  lines: readonly ProseLine[],
  year: number | null,
): ReadonlyMap<number, { count: number; readonly raw: string; readonly at: Place }> | null {
  const counts = new Map<number, { count: number; raw: string; at: Place }>();
  let length = 0;
  for (const { text, at, section } of lines) {
    length += text.length;
    if (section !== undefined || !text.includes("。") || !text.includes("年") || length > LONGEST) continue;
    const plain = foldDigits(text).replace(/\s+/gu, "");
    const named: readonly string[] = plain.match(YEAR) ?? [];
    if (named.includes(String(year))) return null;
    for (const sentence of plain.split("。")) {
      if (PLANS.test(sentence)) continue;
      for (const [, other] of everyMatch(sentence, ABOUT_YEAR)) {
        const known = counts.get(Number(other));
        if (known) known.count += 1;
        else counts.set(Number(other), { count: 1, raw: sentence.slice(0, LONGEST_RAW), at });
      }
    }
  }
  return counts;
}

/**
 * The year that sentence after sentence is about, if none of them names the title's year: either the title or the text
 * was left over from another year. Null where the title's year is named, or where the sentences give none.
 */
export function otherYearInText(
  lines: readonly ProseLine[],
  year: number,
): { readonly year: number; readonly at: Place } | null {
  const counts = yearsInText(lines, year) ?? [];
  const [most] = [...counts].sort(([, one], [, other]) => other.count - one.count);
  return most && most[1].count >= FEWEST ? { year: most[0], at: most[1].at } : null;
}

/** The one year that sentences are about, for a report that names its year nowhere else; null where there are several. */
export function onlyYearInText(
  lines: readonly ProseLine[],
): { readonly value: number; readonly raw: string; readonly at: Place } | null {
  const [only, second] = yearsInText(lines, null) ?? [];
  return only === undefined || second !== undefined
    ? null
    : { value: only[0], raw: only[1].raw, at: only[1].at };
}

import { foldDigits } from "../../../printed/folding.ts";
import { FIGURES, ORDINALS, plainDates } from "../../../printed/numerals.ts";
import type { Place } from "../../../model/index.ts";
import { dateIn } from "../../../printed/dates.ts";
import type { ProseLine } from "../prose-line.ts";
import type { Found } from "./found.ts";

/** How many lines under the title, and at the end, are searched for a date that stands alone. */
const FIRST_LINES = 6;
const LAST_LINES = 3;
/** How many lines above a title that stands further down are searched. */
const ABOVE = 3;
const ALONE =
  /^[（(]?(?:(?:发布|公开|发文|成文|生成|公布|印发)(?:日期|时间)|日期)?[:：]?\s{0,9}(?:公元)?[\d０-９〇○零一二]/u;
const LONGEST = 30;

const DAY = String.raw`20\d{2}年[\d${ORDINALS}]{1,2}月[\d${ORDINALS}]{1,3}日`;
const OFFICE = String.raw`[\u4e00-\u9fff（）()]{2,30}(?:政府|办公[室厅]|局|委员会|厅|处|街道|镇|乡|中心|委|会|院|校|区)`;
/** An office and its date, or a date alone after a full stop, where the text ends or an annex begins. */
const CLOSING = new RegExp(
  String.raw`(?:[。；]|(?:^|[\d。；）)\]】〕”])${OFFICE})(${DAY})(?=$|印发|附[件表]|[^。，；\d]{0,40}统计表)`,
  "u",
);

const SIGNER = new RegExp(String.raw`(?:^|[\d。；）)\]】〕”])${OFFICE}$`, "u");

/**
 * The dates that stand alone under the title, or under the signature at the end or before an annex, the report's own
 * first.
 */
export function standingDates(
  lines: readonly ProseLine[],
  title: { readonly at: Place } | null,
): readonly Found[] {
  // A letter with which a report is sent or published may be longer; its date stands at its end, above the title.
  const titled = title === null ? -1 : lines.findIndex(({ at }) => at === title.at);
  const above = titled > FIRST_LINES ? lines.slice(titled - ABOVE, titled) : [];
  const ends = [...lines.slice(0, FIRST_LINES), ...above, ...lines.slice(-LAST_LINES)];
  const alone = ends.filter(({ text }) => isAlone(text));
  const signed = (): ProseLine | undefined =>
    lines.findLast(({ text }, index) => isAlone(text) && SIGNER.test(without(lines[index - 1]?.text ?? "")));
  const found = alone.length > 0 ? alone : [signed()].filter((line) => line !== undefined);
  if (found.length > 0) return found.map(({ text, at }) => ({ value: text, raw: text, at }));
  return [closing(lines)].filter((one) => one !== null);
}

function isAlone(text: string): boolean {
  return text.length <= LONGEST && ALONE.test(text) && dateIn(text) !== null && !/至|到|-.*-.*-/u.test(text);
}

const NUMERAL = `[\\d${ORDINALS}〇零正初]`;
/**
 * A month without a day, a day that no calendar has, or one printed as no other: 2013年1月, 2013年2月30日, 13年1月2日,
 * 二〇一四·一·十, 2014年1月10, 二千零一十四年一月十日.
 */
const BROKEN = new RegExp(
  String.raw`^[（(]?(?:(?:发布|公开|发文|成文|生成|公布|印发)(?:日期|时间)|日期)?[:：]?(?:公元)?(?:\d{2}年|(?:20\d{2}|[二两][千〇零]{1,2}[一二]?十?[${FIGURES}零]{1,2})[年.·/-])${NUMERAL}{1,2}(?:$|(?:月份?|[.·/-])[.·/-]?(?:${NUMERAL}{0,3}[日号]?)?)[)）]?$`,
  "u",
);

/** What may be a day in other notations where it stands below a signature: 13.1.20, 1/20/2013, January 20, 2013. */
const FOREIGN = /^(?=[^-./,]{1,15}[-./, ])[\dA-Za-z][\dA-Za-z ,./-]{4,28}\d$/u;

/** A date that stands where the report's own would stand, and names no day. */
export function brokenDate(lines: readonly ProseLine[]): Found | null {
  const ends = [...lines.slice(0, FIRST_LINES), ...lines.slice(-LAST_LINES)];
  const line =
    ends.find(({ text }) => text.length <= LONGEST && BROKEN.test(plainDates(foldDigits(without(text))))) ??
    lines.findLast(
      ({ text }, at) => FOREIGN.test(foldDigits(text)) && SIGNER.test(without(lines[at - 1]?.text ?? "")),
    );
  return line ? { value: line.text, raw: line.text, at: line.at } : null;
}

/** The last signature in text whose lines run together. */
function closing(lines: readonly ProseLine[]): Found | null {
  for (const { text, at } of lines.toReversed()) {
    if (!text.includes("月") || !text.includes("日")) continue;
    const date = CLOSING.exec(plainDates(foldDigits(without(text))))?.[1];
    if (date !== undefined && dateIn(date) !== null) return { value: date, raw: date, at };
  }
  return null;
}

function without(text: string): string {
  return text.replace(/\s+/gu, "");
}

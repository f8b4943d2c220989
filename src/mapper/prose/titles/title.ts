import type { Place } from "../../../model/index.ts";
import { yearIn } from "../../../printed/dates.ts";
import { isOffice, issuerOfTitle, REMARK, withoutCover, yearWords } from "./issuer.ts";
import { isTitle } from "./title-words.ts";
import { YEAR_LINE } from "./year-line.ts";

/** A title that the document prints, and what it says. */
export interface Title {
  readonly value: string;
  readonly raw: string;
  readonly at: Place;
  readonly issuer: string | null;
  readonly year: number | null;
}

/** What a title says: its words without what stands around them, the office and the year. */
export function readTitle(text: string, raw: string, at: Place, names: readonly string[]): Title {
  const named = bracketed(text, names);
  // 某局关于印发《2015年…年度报告》的通知 names the office before the brackets, while 某局【2015年…年度报告】 is one
  // title.
  const writer = named === null ? "" : withoutCover(text.slice(0, named.index));
  const owner = isOffice(writer) ? writer : null;
  const bare = named === null ? withoutMarks(text) : named.title;
  const whole = named !== null && owner === text.slice(0, named.index) && issuerOfTitle(bare, names) === null;
  // Marks and links behind the last word do not belong to the title.
  const value = /^.*[\u4e00-\u9fff\d）)]/u.exec(whole ? owner + bare : bare)?.[0] ?? "";
  const issuer = issuerOfTitle(value, names) ?? owner;
  return { value, raw, at, issuer, year: titleYear(value) };
}

/**
 * The title within brackets: 关于报送《…年度报告》的函 is about that report, and 【…年度报告】 is nothing but the
 * title.
 */
function bracketed(text: string, names: readonly string[]) {
  const found = IN_BRACKETS.exec(text);
  if (!found || !isTitle(found[1]!, names)) return null;
  // The column of a page may be called like a report: [政府信息公开年报]某局2012年政府信息公开年报.
  const rest = found.index === 0 ? text.slice(found[0].length) : "";
  return issuerOfTitle(found[1]!, names) === null &&
    isTitle(rest, names) &&
    issuerOfTitle(rest, names) !== null
    ? null
    : { title: found[1]!, index: found.index };
}

const IN_BRACKETS = /[《【〖［[「『“]([^《》【】〖〗［］[\]「」『』“”]{8,70})[》】〗］\]」』”]/u;

/**
 * Takes off marks such as ★ and — and the column's name 【年度报告】; 【某县】 and 【2023年】 are part of the title.
 */
export function withoutMarks(text: string): string {
  return text
    .replace(/^[★☆●■◆—–-]{1,6}/u, "")
    .replace(/^(?:字[号体])?[:：]?[【[（(]?(?:特大|超大)?(?:默认)?大中小[】\]）)]?/u, "") // a page's sizes of letters
    .replace(
      /^[【〖［[]([^【】〖〗［］[\]]{1,20})[】〗］\]](?=(.{0,20}))/u,
      (_, words: string, next: string) =>
        next !== "" && (YEAR_LINE.test(words) || (isOffice(words) && !next.startsWith(words))) ? words : "",
    )
    .replace(/[【〖［[][^【】〖〗［］[\]]{1,20}[】〗］\]]$/u, "");
}

/** The report's year is the last one named, not counting a remark: 2010年世博会事务局2012年…报告（2013年发布）. */
export function titleYear(title: string): number | null {
  const words = yearWords(title);
  return (
    yearIn(words) ??
    yearIn(title.replace(REMARK, "")) ??
    (/发布|公布|印发/u.test(title) ? null : yearIn(title))
  );
}

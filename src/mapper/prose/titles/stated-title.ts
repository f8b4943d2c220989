import type { Place } from "../../../model/index.ts";
import { isOffice, isPlace, issuerOfTitle } from "./issuer.ts";
import type { ProseLine } from "../prose-line.ts";
import { withoutSiteNames } from "./site-names.ts";
import { type Title, titleYear, readTitle, withoutMarks } from "./title.ts";
import { withoutSpaces, isTitle, SUBJECT } from "./title-words.ts";

/** What a page's box or its metadata gives as the title. */
export function statedTitle(
  found: { readonly value: string; readonly raw: string; readonly at: Place } | null,
  names: readonly string[],
): Title | null {
  if (!found) return null;
  const part = withoutSite(found.value, names, STATED_PARTS);
  const whole = withoutSpaces(found.value);
  // In a title that was broken over lines, the office and the year stand before the space.
  const broken =
    issuerOfTitle(part, names) === null && titleYear(withoutSpaces(part)) === null && isTitle(whole, names);
  const value = withoutMarks(broken ? whole : part);
  return { ...found, value, issuer: issuerOfTitle(value, names), year: titleYear(withoutSpaces(value)) };
}

/** What separates a title from its site in metadata: `某县政府网 …年度报告`, `【…年度报告】-某县政府网`. */
const STATED_PARTS = /[_|｜【】\s]|(?<=报告|年报)[-–—]/u;

/** Takes off the site's name, which a page's own title has after the report's: `…年度报告_某县人民政府门户网站`. */
export function withoutSite(
  text: string,
  names: readonly string[],
  parting = /[_|｜]|\s[-–—]+(?=\s)/u,
): string {
  if (text.length > 200) return text;
  const parts = text.split(parting).map((part) => part.trim());
  const titles = parts.filter((part) => isTitle(withoutSpaces(part), names) && !/^\d{1,3}年/u.test(part));
  // The site's column may be called like a report: 信息公开年报 - 某局2012年政府信息公开年度报告.
  const named = titles.find((part) => issuerOfTitle(withoutSpaces(part), names) !== null);
  return withoutSiteNames((parts.length > 1 && (named ?? titles[0])) || text, names);
}

/** In page text without line ends, the title is a stretch between spaces. */
export function findInlineTitle(lines: readonly ProseLine[], names: readonly string[]): Title | null {
  for (const { text, at } of lines.slice(0, 12)) {
    const value = inlineTitle(text);
    if (value !== null) return readTitle(value, value, at, names);
  }
  return null;
}

/** What is said of making reports, as in 关于做好2022年政府信息公开年度报告编制工作的通知, is no title of one. */
const INLINE =
  /(?<=^|[\s>》《])(?![^\s》]{0,20}关于(?:做好|编制|开展))[^\s。；：:，,>《]{2,60}?(?:年度报告|工作报告|年报)(?!格式|编制|编报|编写|编发|工作|有关|相关)(?:[（(][\d〇零一二三四五六七八九]{4} ?年度?[）)])?/gu;

function inlineTitle(text: string): string | null {
  if (text.length <= 50) return null;
  const plain = text.slice(0, 2000).replace(/(\d)\s{1,4}(?=年)/gu, "$1");
  for (const { 0: words, index } of plain.matchAll(INLINE))
    if (SUBJECT.test(words)) return broken(plain.slice(0, index), words) ?? words;
  return null;
}

/** The name of an office that says of which place it is. */
const PLACED = /[省市县区州盟旗镇乡]|街道/u;

/** The whole of a title whose place, office or year stands before a space: 橡溪学院2015-2016学年度 信息公开工作年度报告. */
function broken(before: string, words: string): string | null {
  const above = before.trim().split(/\s+/u).at(-1)!;
  if (!/^[\u4e00-\u9fff\d（）()\-－—–~～]{2,40}$/u.test(above)) return null;
  const issuer = issuerOfTitle(words, []);
  if (issuer !== null) return isPlace(above) && !PLACED.test(issuer) ? above + words : null;
  const isName =
    (/[\d〇零一二三四五六七八九]学?年/u.test(above) && !/报告|年报/u.test(above)) || isOffice(above);
  return isName && issuerOfTitle(above + words, []) !== null ? above + words : null;
}

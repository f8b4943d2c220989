import type { Place } from "../../../model/index.ts";
import { outlineLevel } from "../../../printed/enumerators.ts";
import { NAUGHTS } from "../../../printed/numerals.ts";
import { yearIn } from "./dates.ts";
import { BRANCH, isOffice, isPlace, issuerOfTitle, REMARK, withoutCover, yearWords } from "./issuer.ts";
import type { ProseLine } from "../prose-lines.ts";

/** A title that the document prints, and what it says. */
export interface Title {
  readonly value: string;
  readonly raw: string;
  readonly at: Place;
  readonly issuer: string | null;
  readonly year: number | null;
}

const SUBJECT = /(?:政府信息|政务信息|政务|信息)公开/u;
const KIND = /(?:报\s*告|年\s*报)/u;
/** Markdown's marks for headings and bold text. */
const MARKS = /^[#*_\s]{1,12}|[*_]{1,4}$/gu;
/** In how many lines a title is looked for, and over how many it may be broken. */
const HEAD = 60;
const MOST_LINES = 4;

/**
 * The titles among the first lines, the best first. A line that is a title by itself is preferred to one split over
 * several lines (托里县庙尔沟镇政府信息公开工作⏎2020年度报告); then counts whether the format calls it a heading,
 * whether it names the issuer and the year, and how near it stands to the text. `names` are the families': a form of
 * another kind is titled by its own name.
 */
export function findTitles(printed: readonly ProseLine[], names: readonly string[]): readonly Title[] {
  const head = printed.slice(0, HEAD);
  // A link leads to another report, unless nothing else is a title.
  const own = head.filter(({ linked }) => !linked);
  const found = own.length === head.length ? [] : titlesIn(own, names);
  return found.length > 0 ? found : titlesIn(head, names);
}

function titlesIn(head: readonly ProseLine[], names: readonly string[]): readonly Title[] {
  const lines = head.map((line) => ({ ...line, text: withoutSite(line.text.replace(MARKS, ""), names) }));
  const whole = lines.flatMap((_, start) => titleAt(lines, start, 1, names));
  const found = whole.length > 0 ? [...whole, ...brokenWithin(lines, whole, names)] : broken(lines, names);
  return [...found].sort((a, b) => rankOf(b, lines) - rankOf(a, lines));
}

interface Candidate extends Title {
  /** Index of its first line. */
  readonly start: number;
}

function broken(lines: readonly ProseLine[], names: readonly string[]): readonly Candidate[] {
  for (let count = 2; count <= MOST_LINES; count++) {
    for (let start = 0; start + count <= lines.length; start++) {
      const found = titleAt(lines, start, count, names);
      if (found.length > 0) return found;
    }
  }
  return [];
}

/**
 * Titles that several lines of one paragraph make. They are wanted even beside whole titles, which may be of other
 * years.
 */
function brokenWithin(
  lines: readonly ProseLine[],
  whole: readonly Candidate[],
  names: readonly string[],
): readonly Candidate[] {
  const taken = new Set(whole.map(({ start }) => start));
  return lines.flatMap((line, start) => {
    for (let count = 2; count <= MOST_LINES; count++) {
      const last = start + count - 1;
      if (taken.has(start) || taken.has(last) || lines[last]?.block !== line.block) return [];
      const [found] = titleAt(lines, start, count, names);
      if (found !== undefined) return found.issuer !== null && found.year !== null ? [found] : [];
    }
    return [];
  });
}

/**
 * Among lines that say equally much the last is preferred: it stands nearest to the report, below links and covering
 * letters.
 */
function rankOf({ start, issuer, year, value }: Candidate, lines: readonly ProseLine[]): number {
  return (
    (issuer === null ? 0 : 8) +
    (year === null ? 0 : 2) +
    (lines[start]!.heading ? 4 : 0) +
    (KIND.test(value.replace(REMARK, "").slice(-3)) ? 4 : 0) +
    start / HEAD
  );
}

/** Takes off the site's name, which a page's own title has after the report's: `…年度报告_某县人民政府门户网站`. */
function withoutSite(text: string, names: readonly string[], parting = /[_|｜]|\s[-–—]+(?=\s)/u): string {
  if (text.length > 200) return text;
  const parts = text.split(parting).map((part) => part.trim());
  return (
    (parts.length > 1 && parts.find((part) => isTitle(compact(part), names) && !/^\d{1,3}年/u.test(part))) ||
    text
  );
}

function compact(text: string): string {
  return text.replace(/\s+/gu, "");
}

function fitsTitle(text: string): boolean {
  return text.length <= 50 && !/[。；:：>＞»›]/u.test(text);
}

function titleAt(
  lines: readonly ProseLine[],
  start: number,
  count: number,
  names: readonly string[],
): readonly Candidate[] {
  const parts = lines.slice(start, start + count).map(({ text }) => text);
  const joined = parts.map(compact);
  // An entry in a list of links ends in its date.
  if (!joined.every(fitsTitle) || /\d{1,2}[-/.月]\d{1,2}日?[\])）】]?$/u.test(joined.at(-1)!)) return [];
  if (!isTitle(joined.join(""), names)) return [];
  const title = readTitle(joined.join(""), parts.join("\n"), lines[start]!.at, names);
  return [{ ...withLinesAbove(title, lines, start, names), start }];
}

function readTitle(text: string, raw: string, at: Place, names: readonly string[]): Title {
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

const IN_BRACKETS = /[《【〖［[「『“]([^《》【】〖〗［］[\]「」『』“”]{8,70})[》】〗］\]」』”]/u;

/**
 * The title within brackets: 关于报送《…年度报告》的函 is about that report, and 【…年度报告】 is nothing but the
 * title.
 */
function bracketed(text: string, names: readonly string[]) {
  const found = IN_BRACKETS.exec(text);
  return found && isTitle(found[1]!, names) ? { title: found[1]!, index: found.index } : null;
}

/**
 * Takes off marks such as ★ and — and the column's name 【年度报告】; 【某县】 and 【2023年】 are part of the title.
 */
function withoutMarks(text: string): string {
  return text
    .replace(/^[★☆●■◆—–-]{1,6}/u, "")
    .replace(/^[【〖［[]([^【】〖〗［］[\]]{1,20})[】〗］\]](?=.)/u, (_, words: string) =>
      isOffice(words) || YEAR_LINE.test(words) ? words : "",
    )
    .replace(/[【〖［[][^【】〖〗［］[\]]{1,20}[】〗］\]]$/u, "");
}

/** The report's year is the last one named, not counting a remark: 2010年世博会事务局2012年…报告（2013年发布）. */
function titleYear(title: string): number | null {
  const words = yearWords(title);
  return (
    yearIn(words) ??
    yearIn(title.replace(REMARK, "")) ??
    (/发布|公布|印发/u.test(title) ? null : yearIn(title))
  );
}

/** Adds what a title lacks from the lines above it: its office, its year, the first half of a word. */
function withLinesAbove(
  title: Title,
  lines: readonly ProseLine[],
  start: number,
  names: readonly string[],
  left = MOST_LINES,
): Title {
  const above = lines[start - 1];
  const text = above ? compact(above.text) : "";
  if (!above || left === 0 || !fitsTitle(text) || isTitle(text, names) || text.length < 2) return title;
  const sameBlock = left === MOST_LINES && above.block === lines[start]!.block && !/^[(（]/u.test(text);
  if (!sameBlock && !continues(text, title, names)) return title;
  const longer = readTitle(text + title.value, `${above.text}\n${title.raw}`, above.at, names);
  return withLinesAbove(longer, lines, start - 1, names, left - 1);
}

/** Whether a line continues in the title below it. */
function continues(above: string, title: Title, names: readonly string[]): boolean {
  // As in 清溪县教育局20 above 23年政府信息公开….
  if (/^\d{1,3}年/u.test(title.value)) return /\d$/u.test(above);
  if (YEAR_LINE.test(above)) return title.year === null;
  if (title.issuer === null)
    return (
      isOffice(above.replace(/^20\d{2}年度?/u, "")) || DEPARTMENT.test(above) || fragment(above, title, names)
    );
  if (BRANCH.test(title.issuer)) return isOffice(above);
  // The name of the office is broken: its place stands on the line above.
  return (
    !PLACED.test(title.issuer) &&
    (isPlace(above) ||
      (!isOffice(above) &&
        PLACED.test(above) &&
        /^[\u4e00-\u9fff]{3,20}$/u.test(above) &&
        title.issuer.length <= 6 &&
        !/网|公开|专栏|首页/u.test(above)))
  );
}

/** A department such as 教育局, below the name of its place. */
const DEPARTMENT = /^[\u4e00-\u9fff]{2}[局委办厅]$/u;

/** A year on a line of its own: （2023年度）, 二〇二三年. */
const YEAR_LINE = new RegExp(
  String.raw`^(?:[2２][0０][\d０-９]{2}年?[-－—–~～至])?(?:[${NAUGHTS}一二三四五六七八九]{4}|[2２][0０][\d０-９]{2})(?:学?年)?度?$`,
  "u",
);

/** The year on a line of its own, beside a title that names none. */
export function yearLine(text: string): number | null {
  const plain = compact(text).replace(/^[（(【[]|[)）】\]]$/gu, "");
  return YEAR_LINE.test(plain) ? yearIn(plain) : null;
}

const PLACED = /[省市县区州盟旗镇乡]/u;

/**
 * Whether two lines together name an office and a year: 青石市人民政府2016年 above 政府信息公开工作年度报告, or
 * 青石市人民政府2016年政府 above 信息公开….
 */
function fragment(above: string, title: Title, names: readonly string[]): boolean {
  if (!/[年度\d]$|20\d{2}年|关于$|政府$|信息$|政务$/u.test(above) || /[，,、]/u.test(above)) return false;
  const whole = above + title.value;
  return issuerOfTitle(whole, names) !== null && (title.year === null || titleYear(whole) === title.year);
}

/** In page text without line ends, the title is a stretch between spaces. */
export function findInlineTitle(lines: readonly ProseLine[], names: readonly string[]): Title | null {
  for (const { text, at } of lines.slice(0, 12)) {
    const value = inlineTitle(text);
    if (value !== null) return readTitle(value, value, at, names);
  }
  return null;
}

/** What separates a title from its site in metadata: `某县政府网 …年度报告`, `【…年度报告】-某县政府网`. */
const STATED_PARTS = /[_|｜【】\s]|(?<=报告|年报)[-–—]/u;

/** What a page's box or its metadata gives as the title. */
export function statedTitle(
  found: { readonly value: string; readonly raw: string; readonly at: Place } | null,
  names: readonly string[],
): Title | null {
  if (!found) return null;
  const part = withoutSite(found.value, names, STATED_PARTS);
  const whole = compact(found.value);
  // In a title that was broken over lines, the office and the year stand before the space.
  const broken =
    issuerOfTitle(part, names) === null && titleYear(compact(part)) === null && isTitle(whole, names);
  const value = broken ? whole : part;
  return { ...found, value, issuer: issuerOfTitle(value, names), year: titleYear(compact(value)) };
}

export function isTitle(text: string, names: readonly string[]): boolean {
  const known =
    (SUBJECT.test(text) && KIND.test(text.replace(REMARK, "").slice(-8))) || endsInName(text, names);
  return (
    text.length <= 70 &&
    known &&
    outlineLevel(text) !== 1 &&
    !/格式|(?<!机构)编制(?!委|办公)|公布如下|根据|^[、,，]|情况、|(?:专栏|专区|栏目)$/u.test(text)
  );
}

/**
 * Whether the name of a user's own family ends the title or stands before a remark: 政府网站工作年度报表（2023年度）.
 */
export function endsInName(text: string, names: readonly string[]): boolean {
  const bare = text.replace(REMARK, "");
  return names.some((name) => text.endsWith(compact(name)) || bare.endsWith(compact(name)));
}

const INLINE = /(?<=^|[\s>》《])[^\s。；：:，,>《]{2,60}(?:年度报告|工作报告|年报)(?!格式)/gu;

function inlineTitle(text: string): string | null {
  if (text.length <= 50) return null;
  const plain = text.slice(0, 2000).replace(/(\d)\s{1,4}(?=年)/gu, "$1");
  for (const [words] of plain.matchAll(INLINE)) if (SUBJECT.test(words)) return words;
  return null;
}

import { everyMatch } from "../../../printed/matches.ts";
import { FIGURES, NAUGHTS } from "../../../printed/numerals.ts";

/** How the name of an office ends; names of places are below. */
const OFFICE =
  /^[\u4e00-\u9fff（）()]{3,40}(?:政府|办公室|办公厅|局|署|海关|委员会|厅|处|街道|镇|乡|中心|委|(?<!社)会|院|校|学|社|团|所|站|馆|部|队|[分支]行|集团|公司)$/u;
/** A place alone, such as 某市 or 某镇; 信息公开专区 is a heading of the page. */
const PLACE =
  /^(?!各|.*(?:公开|专区|乡镇|镇街|区县|县区|市县))[\u4e00-\u9fff]{2,20}(?:[省市县区州盟旗镇乡]|街道|苏木)$/u;
/** The name of a branch, which stands only below that of another office: 办公室 of 清溪县人民政府. */
export const BRANCH = /^(?:办公室|办公厅|办事处|管理委员会|委员会|管委会|分局|支队|大队)/u;
/** A year (二〇二三年, 2023年, 2023), or 年度. */
const YEAR = new RegExp(
  String.raw`(?:20\d{2}年?[-－—–~～至])?(?:[${NAUGHTS}${FIGURES}0-9０-９]{4}学?年度?|(?<!\d)20\d{2}(?!\d))`,
  "gu",
);
/** A remark after a title, such as （2024年发布）. */
export const REMARK = /[（(][^（）()]*[)）]$/u;

/**
 * Where the fixed words of a title begin. 信息公开办公室 and 政务公开领导小组 are names of offices, and in
 * 人民政府信息公开 the 政府 belongs to the office's name.
 */
const PHRASE =
  /(?:关于)?(?:年度)?(?:的)?(?:(?<!人民)政府信息|政务信息|政务|信息)公开(?!(?:工作)?(?:[和与及、][\u4e00-\u9fff]{2,6}?)?(?:办公室|办公厅|办(?![理法件])|领导小组|管理|中心|处(?!理)|科|局|委员会|专班|大厅|服务))/u;

/** What a name that says of which place its office is has in it; 城市管理局 and 城乡建设局 do not say so. */
export const OWN_PLACE = /(?<!城)[市乡]|[省县区州盟旗镇]|街道/u;

export function isOffice(text: string): boolean {
  return OFFICE.test(text) || PLACE.test(text);
}

/** Whether an office's name says of which place it is; 县人民政府 or 市教育局 may be that of any. */
export function hasPlace(office: string): boolean {
  return !WITHOUT_PLACE.test(office);
}

const WITHOUT_PLACE =
  /^(?:自治区|地区|[省市县区州盟旗镇乡])(?:人民政府|政府|行署|行政公署|[^省市县区州盟旗镇乡]{1,20}(?:局|委|办|厅|室|中心|会)$)/u;

export function isPlace(text: string): boolean {
  return PLACE.test(text);
}

/**
 * Who issues the report, read from its title by taking away the year and the fixed phrase. The year separates the two
 * where it stands between them (某市人民政府 | 2023年 | 信息公开年度报告); elsewhere 政府信息公开 is taken as one word:
 * 庙尔沟镇政府信息公开工作 is the work of 庙尔沟镇. If two years are named, the last is the report's:
 * 2010年世博会事务局2012年….
 */
export function issuerOfTitle(title: string, names: readonly string[]): string | null {
  const plain = title.replace(/\s+/gu, "").replace(/[<《》>]/gu, "");
  const body = plain.replace(REMARK, "");
  const year = yearOf(plain);
  const before = year ? body.slice(0, year.index) : "";
  const after = year ? body.slice(year.index + year[0].length) : body;
  // The name of a user's own form may contain the phrase: 学校信息公开年度报表.
  const phraseAt = (text: string): number => {
    const own = names.map((name) => text.indexOf(name)).filter((at) => at >= 0);
    const phrase = PHRASE.exec(text)?.index;
    if (phrase === undefined) return Math.max(-1, ...own);
    return Math.min(phrase, ...own);
  };
  // A title without the phrase on either side, such as a page's, does not show where the name ends.
  const end = phraseAt(before + after);
  const whole = (before + after).slice(0, Math.max(0, end));
  const named = before.length >= 2 && (phraseAt(after) === 0 || isTopic(before, whole)) ? before : whole;
  const issuer = withoutTopic(
    withoutCover(named.replace(/^【[^】]*】|[上下]半年$|第?[一二三四]季度$|年度$|的$/gu, "")),
  )
    .replace(/[（(〔［[][)）〕］\]]$/u, "") // the year's brackets
    .replace(/^[（(]([^（）()]*)[)）]$/u, "$1") // its own
    .replace(/^关于|关于$/gu, "")
    .replace(/(?<=[省市县区州旗镇乡府厅局委会])(?:发布|公布|编制|印发)$/u, "") // the headline of a notice
    .replace(/^(?:附件?|附表)[一二三四五六七八九十\d]{0,2}[:：.、]?/u, "")
    // Links to other reports on the same line: 2011年年报 2012年年报 橡溪县水利局2013年….
    .replace(/^.*(?:公开年报|年度报告|年报-)/u, "");
  // A number may stand alone above a title, and a title need not say whose 政府 or 高校 is meant.
  if (issuer.length >= 2 && /\p{L}/u.test(issuer) && !NOBODY.test(issuer) && !BROKEN.test(issuer))
    return issuer;
  const remark = REMARK.exec(plain)?.[0].slice(1, -1) ?? "";
  return OFFICE.test(remark) ? remark : null;
}

/**
 * Whether the words between the year and the fixed phrase say what the information is about and do not end the name of
 * the office: 青石海关2012年海关信息公开, but 青石县2012年教育局信息公开.
 */
function isTopic(before: string, whole: string): boolean {
  const between = whole.slice(before.length);
  return between !== "" && (before.includes(between) || (isOffice(before) && !isOffice(whole)));
}

/** What is left of a year that was cut in two or cannot be read; no office is named so. */
const BROKEN = /\ufffd|(?:\d|(?<![青少成])年)$/u;

/** Words for any office. */
const NOBODY =
  /^(?:(?:人民|地方|本级|乡镇)?(?:人民)?政府|高等学校|高校|学校|大学|学院|机关|行政机关|部门|单位|[本我](?:级|单位|机关|部门|局|委|办|镇|乡|街道|区|县|市|校|院|处|厅))(?:[（(]机关[）)])?$/u;

/**
 * In 审计局法治政府建设暨 | 政府信息公开… another subject of the same report stands behind the office; it is not part
 * of its name.
 */
function withoutTopic(text: string): string {
  if (!/[\u4e00-\u9fff][暨及]$/u.test(text)) return text;
  const ends = Array.from({ length: text.length }, (_, i) => text.length - i);
  const end = ends.find(
    (length) => isOffice(text.slice(0, length)) && !/法治政府$/u.test(text.slice(0, length)),
  );
  return end === undefined ? text : text.slice(0, end);
}

const DOES = "印发|报送|上报|呈报|转发|发布|公布|公开|报告|提交|编制|做好|送审";
/** Between the names of two offices 关于 is not needed: 某县人民政府办公室转发县教育局…. */
const PASSES_ON = "(?<=[府室厅局委会])(?:转发|批转|印发)";
const COVER = new RegExp(`^(.*?)(?:(?:关于|^)(?:${DOES})|${PASSES_ON})(?:了)?(.*)$`, "u");

/**
 * Takes off what a covering letter does with the report (关于印发…的通知, 报送…的函). An office named behind those
 * words is preferred to the one that wrote the letter.
 */
export function withoutCover(text: string): string {
  const [, writer = text, named = ""] = COVER.exec(text) ?? [];
  return named.length >= 2 ? named : writer;
}

/** Where a title, without its remark, names the report's year; null where nothing names it, or only the remark does. */
function yearOf(title: string): RegExpExecArray | null {
  const body = title.replace(REMARK, "");
  const years = everyMatch(body, YEAR);
  const beside = years.findLast(({ 0: year, index }) => {
    const after = body.slice(index + year.length);
    return PHRASE.exec(after)?.index === 0 || PHRASE.test(body.slice(0, index));
  });
  // In 2022年冬奥会组织委员会…（2023年度） the year that stands away from the fixed words may belong to the office's
  // name.
  if (!beside && body !== title && YEAR_NAMED.test(title.slice(body.length))) return null;
  return beside ?? years.findLast(([year]) => year.includes("年")) ?? years.at(-1) ?? null;
}

/** A remark that is nothing but the report's year: （2023年度）. */
const YEAR_NAMED = new RegExp(`^[（(](?:[${NAUGHTS}${FIGURES}]{4}|[0-9０-９]{4})(?:年度?)?[）)]$`, "u");

/** The words of a title that name the report's year; a year that only belongs to the office's name is left out. */
export function yearWords(title: string): string {
  const plain = title.replace(/\s+/gu, "");
  return yearOf(plain)?.[0] ?? REMARK.exec(plain)?.[0] ?? "";
}

/** Whether two names may be those of one office: one is short for the other, or is the place that the other governs. */
export function sameOffice(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  let at = 0;
  for (const character of long) if (character === short[at]) at++;
  return at === short.length && (BRANCH.test(long.slice(short.length)) ? !long.startsWith(short) : true);
}

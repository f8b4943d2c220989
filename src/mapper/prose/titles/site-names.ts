import { hasPlace, isOffice, isPlace, issuerOfTitle } from "./issuer.ts";
import { everyMatch } from "../../../printed/matches.ts";
import { isTitle, withoutSpaces } from "./title-words.ts";

const SEPARATOR = String.raw`[\s_|｜·•:：>＞»\-—–]{1,6}`;
/** The name of a site before the report's title, with or without a space between them: 橡溪县人民政府网站 橡溪县水利局2012年…. */
const SITE = new RegExp(
  String.raw`^(?:[^\s_|｜]{0,24}?(?:(?:政府|政务|党政|公开|信息|服务|公众|官方|[市县区])(?:门户)?网站?(?!站)|门户(?:网站?(?!站))?|(?:公开|政务|服务)平台)|中国[·•][\u4e00-\u9fff]{1,6})(?:(${SEPARATOR})|(?=[\u4e00-\u9fff2]))`,
  "u",
);
/** The name of a column of the site, which a line or a space always parts from the title: 政务公开-橡溪县水利局2012年…. */
const COLUMN = new RegExp(
  String.raw`^[^\s_|｜]{0,20}?(?:公开|年报|年度报告|报告|专栏|栏目|目录|首页)${SEPARATOR}`,
  "u",
);
/** Column and site behind the last word of a title: …年度报告-政务公开-橡溪县政府网; a path of links ends in 正文. */
const BEHIND = new RegExp(
  String.raw`(?<=(?:报告|年报)(?:[（(][^（()）]{4,8}[）)])?)[_|｜\-—–·]{1,3}[\u4e00-\u9fff·\-—–_|｜]{2,40}$(?<!正文|内容|详情|列表)`,
  "u",
);
/** A site and its columns are at most so deep. */
const DEEPEST = 4;

/** Takes the names of a site and of its columns off a title, if what is left names its office. */
export function withoutSiteNames(text: string, names: readonly string[]): string {
  let title = behindTakenOff(text, names);
  for (let depth = 0; depth < DEEPEST; depth++) {
    const rest = restOf(title, names);
    if (rest === null) break;
    title = rest;
  }
  return title;
}

function behindTakenOff(text: string, names: readonly string[]): string {
  const title = text.replace(BEHIND, "");
  return title !== text && isTitle(withoutSpaces(title), names) ? title : text;
}

function restOf(title: string, names: readonly string[]): string | null {
  for (const part of [SITE, COLUMN]) {
    const match = part.exec(title);
    if (!match) continue;
    const rest = title.slice(match[0].length);
    const issuer = isTitle(withoutSpaces(rest), names) ? issuerOfTitle(withoutSpaces(rest), names) : null;
    // 政务服务平台 | 管理中心 is one office: without anything between them the second must begin with its place.
    const parted = part === COLUMN || match[1] !== undefined;
    if (issuer !== null && (parted || (PLACED.test(issuer) && isNamed(issuer)))) return rest;
  }
  return behindPlace(title, names);
}

const SEPARATED = new RegExp(SEPARATOR, "gu");

/** What stands behind another name of the same place: 橡溪县人民政府公报 | 橡溪县水利局2012年…; 橡溪市 | 橡溪县… is one place. */
function behindPlace(title: string, names: readonly string[]): string | null {
  for (const { 0: mark, index } of everyMatch(title, SEPARATED)) {
    const before = withoutSpaces(title.slice(0, index));
    const rest = withoutSpaces(title.slice(index + mark.length));
    const issuer = isTitle(rest, names) ? issuerOfTitle(rest, names) : null;
    if (issuer === null || !PLACED.test(issuer) || !isNamed(issuer)) continue;
    const isOne = isPlace(before) || (isOffice(before) && !before.endsWith("政府"));
    if (before.includes(issuer.slice(0, 2)) && !isOne) return title.slice(index + mark.length);
  }
  return null;
}

const PLACED = /^[\u4e00-\u9fff]{1,9}?(?:[省市县区州盟旗镇乡]|街道)/u;

function isNamed(issuer: string): boolean {
  return hasPlace(issuer) && (isOffice(issuer) || isPlace(issuer));
}

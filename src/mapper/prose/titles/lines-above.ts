import { BRANCH, isOffice, isPlace, issuerOfTitle } from "./issuer.ts";
import type { ProseLine } from "../prose-line.ts";
import { type Title, readTitle, titleYear } from "./title.ts";
import { COVER_END, withoutSpaces, isShortEnough, isTitle } from "./title-words.ts";
import { FIGURES, NAUGHTS } from "../../../printed/numerals.ts";
import { YEAR_LINE } from "./year-line.ts";

/** Adds what a title lacks from the lines above it: its office, its year, the first half of a word. */
export function withLinesAbove(
  title: Title,
  lines: readonly ProseLine[],
  start: number,
  names: readonly string[],
  left = MOST_LINES,
): Title {
  const above = lines[start - 1];
  const text = above ? withoutSpaces(above.text) : "";
  if (!above || left === 0 || !isShortEnough(text) || isTitle(text, names) || text.length < 2) return title;
  const sameBlock = left === MOST_LINES && above.block === lines[start]!.block && !/^[(（]/u.test(text);
  if (!sameBlock && !continues(text, title, names)) return title;
  const longer = readTitle(text + title.value, `${above.text}\n${title.raw}`, above.at, names);
  return withLinesAbove(longer, lines, start - 1, names, left - 1);
}

export const MOST_LINES = 4;

/** Whether a line continues in the title below it. */
function continues(above: string, title: Title, names: readonly string[]): boolean {
  if (COVER_END.test(above)) return false;
  // As in 清溪县教育局20 above 23年政府信息公开…, or 二〇 above 二三年….
  if (REST_OF_YEAR.test(title.value)) return BEGUN_YEAR.test(above);
  if (YEAR_LINE.test(above)) return title.year === null;
  if (title.issuer === null)
    return (
      isOffice(above.replace(/^20\d{2}年度?/u, "")) || DEPARTMENT.test(above) || fragment(above, title, names)
    );
  if (BRANCH.test(title.issuer))
    return isOffice(above) || (UNFINISHED.test(above) && isOffice(above + title.issuer));
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

const REST_OF_YEAR = new RegExp(String.raw`^(?:\d|[${NAUGHTS}${FIGURES}]){1,3}年`, "u");
const BEGUN_YEAR = new RegExp(String.raw`(?:\d|[${NAUGHTS}${FIGURES}])$`, "u");

/** A department such as 教育局, below the name of its place. */
const DEPARTMENT = /^[\u4e00-\u9fff]{2}[局委办厅]$/u;

/** A place's name; 市场, 乡村, 城市 and 城乡 begin the names of what an office looks after. */
const PLACED = /(?<=[\u4e00-\u9fff])(?<![城社])[省市县区州盟旗镇乡](?![场村])/u;

/** An office's name that is broken before 委员会 or 办公室. */
const UNFINISHED = /(?:管理|工作|建设|发展|服务|领导小组)$/u;

/**
 * Whether two lines together name an office and a year: 青石市人民政府2016年 above 政府信息公开工作年度报告, or
 * 青石市人民政府2016年政府 above 信息公开….
 */
function fragment(above: string, title: Title, names: readonly string[]): boolean {
  if (!/[年度\d]$|20\d{2}年|关于$|政府$|信息$|政务$/u.test(above) || /[，,、]/u.test(above)) return false;
  const whole = above + title.value;
  return issuerOfTitle(whole, names) !== null && (title.year === null || titleYear(whole) === title.year);
}

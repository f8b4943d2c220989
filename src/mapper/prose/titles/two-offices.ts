import { isOffice, isPlace, OWN_PLACE } from "./issuer.ts";

/** Where an office's name may end and another begin without a mark; with one, both are the issuer as printed. */
const BOUNDARY = /(?<=政府|[局委厅署]|委员会|办公[室厅])(?=[\u4e00-\u9fff]{3})(?!办公|员?会)/gu;
/** The main office of a place, by its own name: 清溪县审计局, 中共清溪县委办公室. A reserve (保护区) is no place. */
const OF_PLACE =
  /^(?:中共)?[\u4e00-\u9fff]{1,5}(?:[省县州旗]|(?<!城)市(?!场)|(?<![护灌胜发景库林矿园城社校厂])区)(?:委|人民政府|政府|[\u4e00-\u9fff]{2,12}(?:局|委员会|厅|署))(?:办公[室厅])?$/u;
/** A part of an office stands behind its name: 青石市公安局清溪区分局, 青石区人民政府清溪街道办事处. */
const PART = /(?:[分支]局|稽查局|街道办事处|[支大]队)$/u;
/** What a space parts is another office without its place, too: 青石县财政局 审计局. A room is one of the office before it. */
const WITHOUT_PLACE = /(?:政府|局|委员会|厅|署|政府办公[室厅])$/u;
/** Who governs a place has offices below it, whose names go on behind a space: 青石县人民政府 审计局, 青石县委 政法委员会. */
const GOVERNS = /(?:政府|行署|行政公署|[省市县区州旗]委)$/u;
/** Offices of the Party and of the state that are one: 中共青石县委 青石县人民政府信访局, 纪律检查委员会 监察委员会. */
const AS_ONE = [
  [/[省市县区州旗]委$/u, /政府(?:信访|督查|研究)/u],
  [/纪律检查委员会$/u, /监察委员会$/u],
  [/(?:党工委|工作委员会)$/u, /管理委员会(?:办公室)?$/u],
] as const;

/**
 * The two offices that one name joins, because a report is of both or one of them does not belong there. `raw` shows
 * whether a space stands between them.
 */
export function twoOffices(name: string, raw: string): readonly [string, string] | null {
  const pieces = raw.split(/\s+/u);
  for (const { index } of name.matchAll(BOUNDARY)) {
    const [one, other] = [name.slice(0, index), name.slice(index)];
    if (!OWN_PLACE.test(one) || !isOffice(one) || PART.test(other) || areOne(one, other)) continue;
    const isParted = pieces.some(
      (piece, i) => piece.endsWith(one.slice(-2)) && pieces[i + 1]?.startsWith(other.slice(0, 2)),
    );
    const isOther = isParted && !GOVERNS.test(one) ? WITHOUT_PLACE : OF_PLACE;
    if (isOther.test(other)) return [one, other];
  }
  return null;
}

/** Whether two names, in either order, are those of one office of the Party and of the state. */
export function areOne(one: string, other: string): boolean {
  return AS_ONE.some(
    ([first, second]) => (first.test(one) && second.test(other)) || (first.test(other) && second.test(one)),
  );
}

/**
 * Whether a text is the name of a department that says of which place it is. A government's may stand above that of
 * whoever it governs, and above every page.
 */
export function isDepartment(text: string): boolean {
  return isOffice(text) && !isPlace(text) && OWN_PLACE.test(text) && !/政府(?:办公[室厅])?$/u.test(text);
}

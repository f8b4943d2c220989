import { outlineLevel } from "../../../printed/enumerators.ts";
import { REMARK } from "./issuer.ts";

/** Whether a text without spaces is the title of a report, by its words or because it ends in the name of a family. */
export function isTitle(text: string, names: readonly string[]): boolean {
  return (
    text.length <= 70 &&
    ((SUBJECT.test(text) && REPORT.test(text.replace(REMARK, "").slice(-8))) || endsInName(text, names)) &&
    outlineLevel(text) !== 1 &&
    !/格式|(?<!机构)编制(?!委|办公)|公布如下|根据|^[、,，]|情况、|(?:专栏|专区|栏目)$/u.test(text)
  );
}

/** Whether any stretch of a text without spaces may be a title; few lines have the words of one. */
export function mayHoldTitle(text: string, names: readonly string[]): boolean {
  return (text.includes("公开") && text.includes("报")) || names.some((name) => text.includes(name));
}

/**
 * Whether the name of a user's own family ends the title or stands before a remark: 政府网站工作年度报表（2023年度）.
 */
export function endsInName(text: string, names: readonly string[]): boolean {
  const bare = text.replace(REMARK, "");
  return names.some((name) => text.endsWith(name) || bare.endsWith(name));
}

/** The end of a covering letter's own title, which does not go on in the report's below it. */
export const COVER_END = /的(?:函|通知|公告|请示|批复)$/u;

export const SUBJECT = /(?:政府信息|政务信息|政务|信息)公开/u;

export const REPORT = /(?:报\s*告|年\s*报)/u;

export function withoutSpaces(text: string): string {
  return text.replace(/\s+/gu, "");
}

/** Whether a line may be a title or a piece of one: it is short and has no marks of a sentence or of a path of links. */
export function isShortEnough(text: string): boolean {
  return text.length <= 50 && !/[。；:：>＞»›→]/u.test(text) && !PATH.test(text);
}

/** A path of links without such marks: 首页/政府信息公开/年度报告, 政务公开-年报-正文. */
const PATH =
  /^(?:网站|本站)?首页|^(?:当前|您的?|所在)[\u4e00-\u9fff]{0,4}位置|[/\\|｜][^/\\|｜]{2,20}[/\\|｜]|[-—－·][\u4e00-\u9fff]{2,12}[-—－·](?:正文|内容|详情|列表)$|[/\\|｜-](?:正文|内容|详情)$/u;

/** Words by which a report on 政府信息公开 is known, in Simplified and in Traditional characters. */

const TABLE_LABEL =
  /勾[稽嵇]|申[请請]人情[况況]|法人或其他[组組][织織]|信息[内內]容|[结結]果[维維]持|本年新收|上年[结結][转轉]|[结結][转轉]下年度|本年度[办辦]理[结結]果|[统統][计計]指[标標]|[统統][计計]期限|信息公[开開][条條]例|[资資][讯訊]公[开開][条條]例|第二十[条條]第/u;
const REPORT_TITLE =
  /(?:信息|[资資][讯訊]|政[务務])公[开開].*(?:年度|[报報]告|年[报報])|年度[报報]告|年[报報]/u;
const CHAPTER_END = /(?:情况|事项|问题|说明|概述)$/u;

/** Whether a text has words of the statutory tables. */
export function hasTableLabel(text: string): boolean {
  return TABLE_LABEL.test(text);
}

/** Whether a text has the words of such a report's title. */
export function hasReportTitle(text: string): boolean {
  return REPORT_TITLE.test(text);
}

/** Whether a text ends as the statutory chapters' titles do. */
export function endsLikeChapter(text: string): boolean {
  return CHAPTER_END.test(text.trimEnd());
}

/** 第二十条第（五）项: the article a block of the form reports under, printed over the whole block. */
export function isArticle(text: string): boolean {
  return /^第.{1,6}条.{0,20}项$/u.test(text.trim());
}

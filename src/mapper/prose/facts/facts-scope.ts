import { isPlace, sameOffice } from "../titles/issuer.ts";

/** The surroundings of a figure in the prose, from which its scope and its subject are read. */
export interface Stand {
  /** The sentence up to the words that state the figure. */
  readonly before: string;
  /** The words that state the figure. */
  readonly words: string;
  /** The sentence after them. */
  readonly after: string;
  /** The title of the chapter and the sub-heading above the figure. */
  readonly headings: string;
  /** Year of the report. */
  readonly year: number | null;
  /** Who issues the report. */
  readonly issuer: string | null;
}

const NUMERAL = "[一二三四1-4]";
const MONTHS = String.raw`\d{1,2}月?(?:份)?(?:—|－|–|-|~|～|至|到)+\d{1,2}月(?!\d)`;
/**
 * A part of the year, another year, or all years up to a day. 上年结转 is left out because it names a row about this
 * year.
 */
const SPAN = new RegExp(
  `[上下]半年|半年|第?${NUMERAL}(?:个)?季度|[上本]季度|${MONTHS}|前[一二三四五六七八九十\\d]{1,2}个?(?:季度|月)|(?<![\\d至到])(?:1[0-2]|[1-9])月份|(?<![\\d至到—－–~～-])(?:1[0-2]|[1-9])月(?![\\d份底末至到—－–~～-])|[本当每]月|每年|[年月日]均|平均|预计|去年|(?<!结转)(?:上一?年)度?(?!度?结转|度?末?结转)|截[至止]|(?<!今年|本年|本年度|年初|一年|20\\d{2}年)以来|历年|往年|(?!报告|统计|.?年)[\\u4e00-\\u9fff]{2}期间|近[一二三四五六七八九十\\d]{1,2}年|[二两三四五六七八九十\\d]年来`,
  "gu",
);
const WHOLE_YEAR = /^0?1月?(?:份)?\D+12月$/u;
/** Names for the report's own year. */
const THIS_YEAR = /全年|本年(?!度?末)|年内|今年|当年|(20\d{2})年/gu;
/** Words that say whose figure it is, if it is not the report's own office's. */
const OWNER = /代表[^，。；]{0,6}?(?:政府|办)|本级/gu;
/** The name of an office, such as 县公安局, before what it did. */
const OFFICE_DOES =
  /(?<![\u4e00-\u9fff])(?:其中由?|由)?(?:20\d{2}年度?|全年)?([\u4e00-\u9fff]{1,20}?(?:局|委|办|厅|镇|乡|街道|中心|政府|法院|办公室|科|股|大队))(?=(?:20\d{2}年度?)?(?:全年|共计?|总共|依法|累计|已|新|直接|分别|及时|按时|按期)*(?:受理|收到|新?收|接收|接到|主动公开|公开|发布|公布|答复|办结|办理|回复|被(?:提起|申请)|发生))/u;
/** The report's own office, or a whole whose parts are named elsewhere: 我局, 全县, 各部门. */
const OWN = /我[省市县区镇乡局委办厅院校站处]|全[省市县区镇乡局委系]|本[局委办单机部年]|[局委办厅]机关/u;
/** 全市, 全系统 or 全县各部门 before what they did, or before what they had of a kind. */
const ALL_DO =
  /(?<![\u4e00-\u9fff])(?:其中|据统计)?(?:20\d{2}年度?|全年|本年度?)?(全(?:[省市县区州盟旗]|系统)[\u4e00-\u9fff]{0,14}?)(?=(?:20\d{2}年度?)?(?:全年|共计?|总共|依法|累计|已|新|及时|按时|按期)*(?:受理|收到|新?收|接收|接到|主动公开|公开(?:各类)?(?:政府|政务)?信息(?!公开)|发布|公布|答复|办结|办理|处理|回复|(?:政府|政务)?信息公开(?:类)?(?:申请|行政)|依申请公开|行政复议|行政诉讼))/u;
/** The end of the name of an office that reports for a whole place; every other office reports for itself. */
const OF_A_PLACE = /(?:[省市县区州盟旗镇乡]|政府(?:办公[室厅])?|街道(?:办事处)?|管委会|区管理委员会)$/u;
const OTHER = /备案|累计/gu;
const CLAUSE_END = /[，,；;：:。]/u;

interface Scope {
  readonly span: string | null;
  readonly owner: string | null;
  /** The name of an office other than the report's. */
  readonly office: string | null;
}

/**
 * The words by which a figure is about another time or population than the report's year and office. They stand in the
 * figure's own clause before it or, where that names no time, in the clauses before that from which it continues.
 */
export function scopeOf({ before, words, year, issuer }: Stand, kind = ""): string | null {
  const clauses = before.split(/(?<=[，,；;：:。])/u);
  if (CLAUSE_END.test(before.at(-1) ?? "")) clauses.push("");
  let scope: Scope = { span: null, owner: null, office: null };
  for (const [index, clause] of clauses.entries()) {
    const ended = /[；;。]/u.test(clause.at(-1) ?? "");
    scope = {
      span: spanOf(index === clauses.length - 1 ? clause + kind : clause, year, scope.span),
      owner: last(clause, OWNER) ?? scope.owner,
      office: otherOffice(clause, issuer, scope.office),
    };
    if (ended) scope = { ...scope, span: null, office: null };
  }
  const office = otherOffice((clauses.at(-1) ?? "") + words, issuer, scope.office);
  const own = clauses.slice(OF_YEAR.test(clauses.at(-2) ?? "") ? -2 : -1).join("");
  return scope.owner ?? office ?? scope.span ?? otherOf(own + kind);
}

/**
 * The office whose figure it is, if one is named that is not the report's own. A clause that names none continues the
 * clauses before it.
 */
function otherOffice(clause: string, issuer: string | null, inherited: string | null): string | null {
  if (issuer === null) return null;
  const all = OF_A_PLACE.test(issuer) ? undefined : ALL_DO.exec(clause)?.[1];
  if (all !== undefined) return all;
  const office = OFFICE_DOES.exec(clause)?.[1];
  if (OWN.test(clause)) return null;
  if (office === undefined) return inherited;
  return sameOffice(office, issuer) || (isPlace(issuer) && /政府$/u.test(office)) ? null : office;
}

/** A year that stands alone before the clause it belongs to: 2023年，累计公开41条. */
const OF_YEAR = /^(?:20\d{2}年(?:度|以来)?|全年|本年度?|今年(?:以来)?)[，,]$/u;
/** 全年累计 and 自2023年1月1日起累计 count one year, while 到2023年底累计 counts all years until then. */
const OF_ONE_YEAR =
  /(?:全年|年度|本年|今年|(?<![到至])20\d{2}年(?!度?[底末]))(?:度|以来)?，?[^，]{0,12}累计|[自从]20\d{2}年1月1日[^，]{0,20}累计/u;

/** 累计 counts all years, unless the clause says of which year. */
function otherOf(clause: string): string | null {
  const found = last(clause, OTHER);
  return found === "累计" && OF_ONE_YEAR.test(clause) ? null : found;
}

function spanOf(clause: string, year: number | null, inherited: string | null): string | null {
  let span = inherited;
  let end = -1;
  const marks = [...clause.matchAll(SPAN), ...clause.matchAll(THIS_YEAR)].sort((a, b) => a.index - b.index);
  for (const mark of marks) {
    const [text, named] = mark;
    // In 2022年全年 the 全年 belongs to the year before it.
    const isOfYearBefore = mark.index === end && /^(?:全年|年内)$/u.test(text);
    end = mark.index + text.length;
    if (isOfYearBefore) continue;
    if (named !== undefined) {
      // The year inside 截至2023年底 or after 上年 does not undo these words.
      if (span !== null && span !== inherited) continue;
      span = year === null || Number(named) === year ? null : `${named}年`;
    } else if (/^(?:全年|本年|年内|今年|当年)$/u.test(text)) span = null;
    else span = WHOLE_YEAR.test(text) ? null : text;
  }
  return span;
}

function last(text: string, words: RegExp): string | null {
  return [...text.matchAll(words)].at(-1)?.[0] ?? null;
}

/** Business of other kinds that offices report along with the disclosure of information. */
const OTHER_BUSINESS =
  /业务|审批|许可|提案|建议|议案|信访|热线|诉求|工单|咨询|来信|来访|来电|留言|投诉|举报|信箱|服务事项|办件|网上办|(?<!申请|公开|复议|诉讼)案件|政务服务|登记|网民|执法|报告事项|执行|仲裁|调解/gu;
const OWN_BUSINESS = /信息公开|政务公开|公开(?:的)?申请|申请公开|依申请/gu;

/** Whether the words nearest before a figure are about other business: 用水业务6120件，办结率98.7%. */
export function ofOtherBusiness({ before, words }: Stand): boolean {
  const text = before + words;
  return lastIndex(text, OTHER_BUSINESS) > lastIndex(text, OWN_BUSINESS);
}

const DOCUMENTS = /制发|制作|获取|形成|拟制|产生|印发|制定|公文|文件|发文|公开属性|定密/gu;
const REQUESTS = /答复|办结|办理|受理|收到|接到|收悉|新收|申请人|公开(?:的)?申请|(?<!依)申请公开|处理结果/gu;

/**
 * Whether the words before a figure count documents by how far they are disclosed, and not requests by their outcome.
 */
export function ofDocuments({ before }: Stand): boolean {
  const requests = lastIndex(before, REQUESTS);
  return lastIndex(before, DOCUMENTS) > requests || (requests < 0 && before.includes("主动公开"));
}

function lastIndex(text: string, words: RegExp): number {
  return [...text.matchAll(words)].at(-1)?.index ?? -1;
}

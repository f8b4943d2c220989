/** A line of an indicator list. */
export interface AnnexLine {
  readonly level: number;
  readonly number: string;
  readonly label: string;
  readonly unit: string;
  /** Empty for a heading, which has no value. */
  readonly path: string;
  /** Printed in some years only. */
  readonly optional: boolean;
}

/** One line each: level, number, label, unit, path, and whether it is optional. */
export const linesOf = (text: string): readonly AnnexLine[] =>
  text
    .trim()
    .split("\n")
    .map((line) => {
      const [level, number, label, unit, path, optional] = line.split("|") as [
        string,
        string,
        string,
        string,
        string,
        string?,
      ];
      return { level: Number(level), number, label, unit, path, optional: optional === "optional" };
    });

/**
 * The annex of 2014 and Fujian's list, written down a second time from descriptions of the printed forms and not from
 * `src/templates`, so that the two witness against each other.
 */
export const annex2014Lines = linesOf(`
0|一、|主动公开情况|——|
1|（一）|主动公开政府信息数（不同渠道和方式公开相同信息计1条）|条|proactive.total
2|其中：|主动公开规范性文件数|条|proactive.normativeDocumentsDisclosed
2||制发规范性文件总数|件|proactive.normativeDocumentsIssued
1|（二）|通过不同渠道和方式公开政府信息的情况|——|
2|1.|政府公报公开政府信息数|条|proactive.byChannel.gazette
2|2.|政府网站公开政府信息数|条|proactive.byChannel.website
2|3.|政务微博公开政府信息数|条|proactive.byChannel.weibo
2|4.|政务微信公开政府信息数|条|proactive.byChannel.wechat
2|5.|其他方式公开政府信息数|条|proactive.byChannel.other
0|二、|回应解读情况|——|
1|（一）|回应公众关注热点或重大舆情数（不同方式回应同一热点或舆情计1次）|次|responses.hotTopics
1|（二）|通过不同渠道和方式回应解读的情况|——|
2|1.|参加或举办新闻发布会总次数|次|responses.pressConferences
3|其中：|主要负责同志参加新闻发布会次数|次|responses.pressConferencesByPrincipal
2|2.|政府网站在线访谈次数|次|responses.onlineInterviews
3|其中：|主要负责同志参加政府网站在线访谈次数|次|responses.onlineInterviewsByPrincipal
2|3.|政策解读稿件发布数|篇|responses.policyInterpretations
2|4.|微博微信回应事件数|次|responses.weiboWechat
2|5.|其他方式回应事件数|次|responses.otherChannels
0|三、|依申请公开情况|——|
1|（一）|收到申请数|件|applications.received.total
2|1.|当面申请数|件|applications.received.inPerson
2|2.|传真申请数|件|applications.received.fax
2|3.|网络申请数|件|applications.received.online
2|4.|信函申请数|件|applications.received.letter
1|（二）|申请办结数|件|applications.closed.total
2|1.|按时办结数|件|applications.closed.onTime
2|2.|延期办结数|件|applications.closed.extended
1|（三）|申请答复数|件|applications.replied.total
2|1.|属于已主动公开范围数|件|applications.replied.alreadyPublic
2|2.|同意公开答复数|件|applications.replied.granted
2|3.|同意部分公开答复数|件|applications.replied.partiallyGranted
2|4.|不同意公开答复数|件|applications.replied.denied.total
3|其中：|涉及国家秘密|件|applications.replied.denied.stateSecret
3||涉及商业秘密|件|applications.replied.denied.tradeSecret
3||涉及个人隐私|件|applications.replied.denied.personalPrivacy
3||危及国家安全、公共安全、经济安全和社会稳定|件|applications.replied.denied.securityAndStability
3||不是《条例》所指政府信息|件|applications.replied.denied.notGovernmentInformation
3||法律法规规定的其他情形|件|applications.replied.denied.otherLegalGrounds
2|5.|不属于本行政机关公开数|件|applications.replied.notThisAgency
2|6.|申请信息不存在数|件|applications.replied.doesNotExist
2|7.|告知作出更改补充数|件|applications.replied.toldToAmend
2|8.|告知通过其他途径办理数|件|applications.replied.toldOtherChannel
0|四、|行政复议数量|件|reconsideration.total
1|（一）|维持具体行政行为数|件|reconsideration.upheld
1|（二）|被依法纠错数|件|reconsideration.corrected
1|（三）|其他情形数|件|reconsideration.other
0|五、|行政诉讼数量|件|litigation.total
1|（一）|维持具体行政行为或者驳回原告诉讼请求数|件|litigation.upheldOrDismissed
1|（二）|被依法纠错数|件|litigation.corrected
1|（三）|其他情形数|件|litigation.other
0|六、|举报投诉数量|件|complaints
0|七、|依申请公开信息收取的费用|万元|feesCollected
0|八、|机构建设和保障经费情况|——|
1|（一）|政府信息公开工作专门机构数|个|capacity.specializedOffices
1|（二）|设置政府信息公开查阅点数|个|capacity.readingPoints
1|（三）|从事政府信息公开工作人员数|人|capacity.staff.total
2|1.|专职人员数（不包括政府公报及政府网站工作人员数）|人|capacity.staff.fullTime
2|2.|兼职人员数|人|capacity.staff.partTime
1|（四）|政府信息公开专项经费（不包括用于政府公报编辑管理及政府网站建设维护等方面的经费）|万元|capacity.dedicatedFunds
0|九、|政府信息公开会议和培训情况|——|
1|（一）|召开政府信息公开工作会议或专题会议数|次|meetingsAndTraining.meetings
1|（二）|举办各类培训班数|次|meetingsAndTraining.trainingSessions
1|（三）|接受培训人员数|人次|meetingsAndTraining.trainees
`);

export const fujianLines = linesOf(`
0||主动公开文件数|条|disclosed.total
1|其中：1.|政府网站公开数|条|disclosed.website
1|2.|政府公报公开数|条|disclosed.gazette
0||受理依申请公开信息总数|条|applications.received.total
1|其中：1.|当面申请数|条|applications.received.inPerson
1|2.|网上申请数|条|applications.received.online
1|3.|信函、传真申请数|条|applications.received.letterOrFax
0||对申请的答复总数|条|applications.replied.total
1|其中：1.|同意公开答复数|条|applications.replied.granted
1|2.|同意部分公开答复数|条|applications.replied.partiallyGranted
1|3.|不予公开答复数|条|applications.replied.denied
1|4.|其他类型答复数|条|applications.replied.other
0||政府信息公开收费减免金额|元|feeReductions|optional
0||接受行政诉讼、举报数|件|litigationAndReports
0||行政复议数|件|reconsideration
0||行政诉讼数|件|litigation
`);

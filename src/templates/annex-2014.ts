import type { ColumnTemplate, TableTemplate, Template } from "../model/index.ts";
import { chapters2014 } from "./annex-chapters.ts";
import { columnRules, indicatorRows, type Indicator } from "./annex-rows.ts";

const group = (
  heading: string,
  ...indicators: readonly (Indicator | { heading: string; indicators: readonly Indicator[] })[]
) => ({ heading, indicators });
const nested = (heading: string, ...indicators: readonly Indicator[]) => ({ heading, indicators });
const read = (
  enumerator: string,
  label: string,
  unit: string,
  key: string,
  more: Partial<Indicator> = {},
): Indicator => ({ enumerator, label, unit, key, ...more });
const recall = (
  enumerator: string,
  label: string,
  unit: string,
  key: string,
  more: Partial<Indicator> = {},
): Indicator => read(enumerator, label, unit, key, { recall: true, ...more });

const denied = "applications.replied.denied";

/** The 56 indicators of the annex in nine groups; only the number and the indent show how they are nested. */
const rows = indicatorRows([
  group(
    "一、主动公开情况",
    read("（一）", "主动公开政府信息数（不同渠道和方式公开相同信息计1条）", "条", "proactive.total", {
      aliases: ["主动公开政府信息数"],
      below: [
        read("其中：", "主动公开规范性文件数", "条", "proactive.normativeDocumentsDisclosed"),
        // Printed under 其中, but with another unit and population, so that it is no part of the total.
        read("", "制发规范性文件总数", "件", "proactive.normativeDocumentsIssued"),
      ],
    }),
    nested(
      "（二）通过不同渠道和方式公开政府信息的情况",
      recall("1.", "政府公报公开政府信息数", "条", "proactive.byChannel.gazette"),
      recall("2.", "政府网站公开政府信息数", "条", "proactive.byChannel.website"),
      recall("3.", "政务微博公开政府信息数", "条", "proactive.byChannel.weibo"),
      recall("4.", "政务微信公开政府信息数", "条", "proactive.byChannel.wechat"),
      recall("5.", "其他方式公开政府信息数", "条", "proactive.byChannel.other"),
    ),
  ),
  group(
    "二、回应解读情况",
    read(
      "（一）",
      "回应公众关注热点或重大舆情数（不同方式回应同一热点或舆情计1次）",
      "次",
      "responses.hotTopics",
      { aliases: ["回应公众关注热点或重大舆情数", "回应公众关注热点或重大舆情"] },
    ),
    nested(
      "（二）通过不同渠道和方式回应解读的情况",
      read("1.", "参加或举办新闻发布会总次数", "次", "responses.pressConferences", {
        below: [
          recall("其中：", "主要负责同志参加新闻发布会次数", "次", "responses.pressConferencesByPrincipal"),
        ],
      }),
      read("2.", "政府网站在线访谈次数", "次", "responses.onlineInterviews", {
        below: [
          recall(
            "其中：",
            "主要负责同志参加政府网站在线访谈次数",
            "次",
            "responses.onlineInterviewsByPrincipal",
          ),
        ],
      }),
      read("3.", "政策解读稿件发布数", "篇", "responses.policyInterpretations"),
      read("4.", "微博微信回应事件数", "次", "responses.weiboWechat"),
      read("5.", "其他方式回应事件数", "次", "responses.otherChannels"),
    ),
  ),
  group(
    "三、依申请公开情况",
    recall("（一）", "收到申请数", "件", "applications.received.total", {
      below: [
        recall("1.", "当面申请数", "件", "applications.received.inPerson"),
        recall("2.", "传真申请数", "件", "applications.received.fax"),
        recall("3.", "网络申请数", "件", "applications.received.online", { aliases: ["网上申请数"] }),
        recall("4.", "信函申请数", "件", "applications.received.letter"),
      ],
    }),
    recall("（二）", "申请办结数", "件", "applications.closed.total", {
      below: [
        recall("1.", "按时办结数", "件", "applications.closed.onTime"),
        recall("2.", "延期办结数", "件", "applications.closed.extended"),
      ],
    }),
    recall("（三）", "申请答复数", "件", "applications.replied.total", {
      aliases: ["对申请的答复总数"],
      below: [
        read("1.", "属于已主动公开范围数", "件", "applications.replied.alreadyPublic"),
        read("2.", "同意公开答复数", "件", "applications.replied.granted"),
        read("3.", "同意部分公开答复数", "件", "applications.replied.partiallyGranted"),
        recall("4.", "不同意公开答复数", "件", `${denied}.total`, {
          below: [
            recall("其中：", "涉及国家秘密", "件", `${denied}.stateSecret`),
            recall("", "涉及商业秘密", "件", `${denied}.tradeSecret`),
            recall("", "涉及个人隐私", "件", `${denied}.personalPrivacy`),
            recall("", "危及国家安全、公共安全、经济安全和社会稳定", "件", `${denied}.securityAndStability`),
            recall("", "不是《条例》所指政府信息", "件", `${denied}.notGovernmentInformation`, {
              aliases: ["非《规定》所指政府信息数"],
            }),
            recall("", "法律法规规定的其他情形", "件", `${denied}.otherLegalGrounds`, {
              aliases: ["“法律法规规定的其他情形”数"],
            }),
          ],
        }),
        recall("5.", "不属于本行政机关公开数", "件", "applications.replied.notThisAgency"),
        read("6.", "申请信息不存在数", "件", "applications.replied.doesNotExist"),
        read("7.", "告知作出更改补充数", "件", "applications.replied.toldToAmend"),
        read("8.", "告知通过其他途径办理数", "件", "applications.replied.toldOtherChannel"),
      ],
    }),
  ),
  recall("四、", "行政复议数量", "件", "reconsideration.total", {
    below: [
      recall("（一）", "维持具体行政行为数", "件", "reconsideration.upheld"),
      recall("（二）", "被依法纠错数", "件", "reconsideration.corrected"),
      recall("（三）", "其他情形数", "件", "reconsideration.other"),
    ],
  }),
  recall("五、", "行政诉讼数量", "件", "litigation.total", {
    below: [
      recall("（一）", "维持具体行政行为或者驳回原告诉讼请求数", "件", "litigation.upheldOrDismissed"),
      recall("（二）", "被依法纠错数", "件", "litigation.corrected"),
      recall("（三）", "其他情形数", "件", "litigation.other"),
    ],
  }),
  recall("六、", "举报投诉数量", "件", "complaints"),
  recall("七、", "依申请公开信息收取的费用", "万元", "feesCollected"),
  group(
    "八、机构建设和保障经费情况",
    recall("（一）", "政府信息公开工作专门机构数", "个", "capacity.specializedOffices"),
    recall("（二）", "设置政府信息公开查阅点数", "个", "capacity.readingPoints"),
    recall("（三）", "从事政府信息公开工作人员数", "人", "capacity.staff.total", {
      below: [
        recall("1.", "专职人员数（不包括政府公报及政府网站工作人员数）", "人", "capacity.staff.fullTime", {
          aliases: ["专职人员数"],
        }),
        read("2.", "兼职人员数", "人", "capacity.staff.partTime", { aliases: ["兼职人员"] }),
      ],
    }),
    recall(
      "（四）",
      "政府信息公开专项经费（不包括用于政府公报编辑管理及政府网站建设维护等方面的经费）",
      "万元",
      "capacity.dedicatedFunds",
      { aliases: ["政府信息公开专项经费"] },
    ),
  ),
  group(
    "九、政府信息公开会议和培训情况",
    recall("（一）", "召开政府信息公开工作会议或专题会议数", "次", "meetingsAndTraining.meetings"),
    recall("（二）", "举办各类培训班数", "次", "meetingsAndTraining.trainingSessions"),
    recall("（三）", "接受培训人员数", "人次", "meetingsAndTraining.trainees"),
  ),
]);

/**
 * The rules require only sums that must hold: channels overlap (不同渠道和方式公开相同信息计1条), so they need not add
 * up; 制发规范性文件总数 is part of no total; and the form has no cases carried over, so there is no balance.
 */
const rules = columnRules("annex", [
  ["f2-received-sum", "error", sum("applications.received", "inPerson fax online letter")],
  ["f2-closed-sum", "error", sum("applications.closed", "onTime extended")],
  [
    "f2-replied-sum",
    "error",
    sum(
      "applications.replied",
      "alreadyPublic granted partiallyGranted denied.total notThisAgency doesNotExist toldToAmend toldOtherChannel",
    ),
  ],
  [
    "f2-denied-sum",
    "warning",
    sum(
      denied,
      "stateSecret tradeSecret personalPrivacy securityAndStability notGovernmentInformation otherLegalGrounds",
    ),
  ],
  ["f2-recon-sum", "error", sum("reconsideration", "upheld corrected other")],
  ["f2-litig-sum", "error", sum("litigation", "upheldOrDismissed corrected other")],
  ["f2-staff-sum", "error", sum("capacity.staff", "fullTime partTime")],
  ["f2-channels-bound", "warning", "max(proactive.byChannel.*) <= proactive.total"],
  [
    "f2-channels-bound",
    "warning",
    "proactive.byChannel.gazette + proactive.byChannel.website + proactive.byChannel.weibo + proactive.byChannel.wechat + proactive.byChannel.other >= proactive.total",
  ],
  ["f2-ofwhich", "error", "proactive.normativeDocumentsDisclosed <= proactive.total"],
  ["f2-ofwhich", "error", "responses.pressConferencesByPrincipal <= responses.pressConferences"],
  ["f2-ofwhich", "error", "responses.onlineInterviewsByPrincipal <= responses.onlineInterviews"],
  ["f2-normative", "notice", "proactive.normativeDocumentsDisclosed <= proactive.normativeDocumentsIssued"],
  ["f2-closed-replied", "notice", "applications.closed.total == applications.replied.total"],
]);

/** The annex of 国办发〔2014〕32号 with one column of values. Labels marked `recall` have not been read in a source. */
export const annex2014: Template = family("2014", "政府信息公开情况统计表", [
  {
    key: "",
    label: "统计数",
    group: [],
    aliases: ["统计数量", "数量", "统计数据", "数值", "本年度", "本年"],
    type: "count",
  },
]);

/** The same list with a column for each level of government, as a district printed it. */
export const annex2014Levels: Template = family("2014-levels", "政府信息公开情况统计表（分级）", [
  {
    key: "government",
    label: "区政府统计数",
    group: [],
    aliases: ["县政府统计数", "市政府统计数", "本级政府统计数"],
    type: "count",
  },
  {
    key: "departments",
    label: "区直单位统计数",
    group: [],
    aliases: ["县直单位统计数", "市直单位统计数", "部门统计数"],
    type: "count",
  },
  {
    key: "towns",
    label: "乡镇街道统计数",
    group: [],
    aliases: ["乡镇（街道）统计数", "街道统计数", "乡镇统计数"],
    type: "count",
  },
]);

function family(id: string, name: string, columns: readonly ColumnTemplate[]): Template {
  return {
    id,
    name,
    years: [2014, 2018],
    basis: "国办发〔2014〕32号",
    sections: chapters2014,
    tables: [table(columns)],
    rules,
  };
}

function table(columns: readonly ColumnTemplate[]): TableTemplate {
  const corner = ["统计指标", "单位", "序号", "指标", "指标名称", "计量单位"];
  return {
    id: "annex",
    section: 7,
    title: "政府信息公开情况统计表",
    pathOrder: "row-column",
    blocks: [{ corner, columns, rows }],
  };
}

function sum(stem: string, parts: string): string {
  return `${parts
    .split(" ")
    .map((part) => `${stem}.${part}`)
    .join(" + ")} == ${stem}.total`;
}

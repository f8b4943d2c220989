import type { Template } from "../../model/index.ts";
import { column, itemRow, yesNo } from "./items.ts";

/**
 * 政府网站工作年度报表 (国办函〔2018〕12号): numbers, texts, ticks and dates, with one table for each site. Labels
 * known only by recollection are marked.
 */
export const governmentSite: Template = {
  id: "government-site",
  name: "政府网站工作年度报表",
  years: [2017, null],
  basis: "国办函〔2018〕12号，国办发〔2017〕47号",
  named: true,
  records: "many",
  sections: [],
  tables: [
    {
      id: "site",
      title: "政府网站工作年度报表",
      pathOrder: "row-column",
      blocks: [
        {
          corner: [],
          columns: [column("", "")],
          rows: [
            itemRow("name", "网站名称", { type: "text", basis: "recall" }),
            itemRow("homepage", "首页网址", { type: "text" }),
            itemRow("host", "主办单位", { type: "text", basis: "recall" }),
            itemRow("kind", "网站类型", {
              type: "choice",
              options: { portal: ["政府门户网站"], department: ["部门网站"], special: ["专项网站"] },
              basis: "recall",
            }),
            itemRow("code", "政府网站标识码", { type: "text", basis: "recall" }),
            itemRow("icp", "ICP备案号", { aliases: ["ICP备案编号"], type: "text", basis: "recall" }),
            itemRow("police", "公安机关备案号", { type: "text", basis: "recall" }),
            itemRow("visitors", "独立用户访问总量", { unit: "个", basis: "recall" }),
            itemRow("visits", "网站总访问量", { unit: "次", basis: "recall" }),
            itemRow("published.total", "总数", { group: ["信息发布"], unit: "条" }),
            itemRow("published.overview", "概况类信息更新量", { group: ["信息发布"], unit: "条" }),
            itemRow("published.news", "政务动态信息更新量", { group: ["信息发布"], unit: "条" }),
            itemRow("published.catalogue", "信息公开目录信息更新量", { group: ["信息发布"], unit: "条" }),
            itemRow("topics.kept", "维护数量", { group: ["专栏专题"], unit: "个" }),
            itemRow("topics.opened", "新开设数量", { group: ["专栏专题"], unit: "个", basis: "recall" }),
            itemRow("explained.total", "总数", { group: ["解读回应", "解读信息发布"], unit: "条" }),
            itemRow("explained.materials", "解读材料数量", {
              group: ["解读回应", "解读信息发布"],
              unit: "条",
              basis: "recall",
            }),
            itemRow("explained.products", "解读产品数量", {
              group: ["解读回应", "解读信息发布"],
              unit: "个",
              basis: "recall",
            }),
            itemRow("explained.comments", "媒体评论文章数量", {
              group: ["解读回应", "解读信息发布"],
              unit: "篇",
              basis: "recall",
            }),
            itemRow("responses", "回应公众关注热点或重大舆情数量", { group: ["解读回应"], unit: "次" }),
            itemRow("services.catalogue", "是否发布服务事项目录", { ...yesNo, group: ["办事服务"] }),
            itemRow("services.users", "注册用户数", { group: ["办事服务"], unit: "个", basis: "recall" }),
            itemRow("services.items", "政务服务事项数量", {
              group: ["办事服务"],
              unit: "项",
              basis: "recall",
            }),
            itemRow("services.online", "可全程在线办理政务服务事项数量", {
              group: ["办事服务"],
              unit: "项",
              basis: "recall",
            }),
            itemRow("services.handled.total", "总数", {
              group: ["办事服务", "办件量"],
              unit: "件",
              basis: "recall",
            }),
            itemRow("services.handled.persons", "自然人办件量", {
              group: ["办事服务", "办件量"],
              unit: "件",
              basis: "recall",
            }),
            itemRow("services.handled.legal", "法人办件量", {
              group: ["办事服务", "办件量"],
              unit: "件",
              basis: "recall",
            }),
            itemRow("exchange.platform", "是否使用统一平台", { ...yesNo, group: ["互动交流"] }),
            itemRow("exchange.messages.received", "收到留言数量", {
              group: ["互动交流", "留言办理"],
              unit: "条",
            }),
            itemRow("exchange.messages.closed", "办结留言数量", {
              group: ["互动交流", "留言办理"],
              unit: "条",
              basis: "recall",
            }),
            itemRow("exchange.messages.days", "平均办理时间", {
              group: ["互动交流", "留言办理"],
              type: "amount",
              unit: "天",
              basis: "recall",
            }),
            itemRow("exchange.messages.published", "公开答复数量", {
              group: ["互动交流", "留言办理"],
              unit: "条",
            }),
            itemRow("exchange.polls.held", "征集调查期数", {
              group: ["互动交流", "征集调查"],
              unit: "期",
              basis: "recall",
            }),
            itemRow("exchange.polls.opinions", "收到意见数量", {
              group: ["互动交流", "征集调查"],
              unit: "条",
              basis: "recall",
            }),
            itemRow("exchange.polls.published", "公布调查结果期数", {
              group: ["互动交流", "征集调查"],
              unit: "期",
              basis: "recall",
            }),
            itemRow("exchange.interviews.held", "访谈期数", { group: ["互动交流", "在线访谈"], unit: "期" }),
            itemRow("exchange.interviews.questions", "网民留言数量", {
              group: ["互动交流", "在线访谈"],
              unit: "条",
              basis: "recall",
            }),
            itemRow("exchange.interviews.answers", "答复网民提问数量", {
              group: ["互动交流", "在线访谈"],
              unit: "条",
              basis: "recall",
            }),
            itemRow("exchange.robot", "是否提供智能问答", { ...yesNo, group: ["互动交流"], basis: "recall" }),
            itemRow("security.checks", "安全检测评估次数", { group: ["安全防护"], unit: "次" }),
            itemRow("security.found", "发现问题数量", { group: ["安全防护"], unit: "个", basis: "recall" }),
            itemRow("security.fixed", "问题整改数量", { group: ["安全防护"], unit: "个", basis: "recall" }),
            itemRow("security.monitoring", "是否建立安全监测预警机制", {
              ...yesNo,
              group: ["安全防护"],
              basis: "recall",
            }),
            itemRow("security.drill", "是否开展应急演练", { ...yesNo, group: ["安全防护"], basis: "recall" }),
            itemRow("security.responsible", "是否明确网站安全责任人", {
              ...yesNo,
              group: ["安全防护"],
              basis: "recall",
            }),
            itemRow("media.any", "是否有移动新媒体", { ...yesNo, group: ["移动新媒体"] }),
            itemRow("media.weibo.name", "名称", {
              group: ["移动新媒体", "微博"],
              type: "text",
              basis: "recall",
            }),
            itemRow("media.weibo.published", "信息发布量", {
              group: ["移动新媒体", "微博"],
              unit: "条",
              basis: "recall",
            }),
            itemRow("media.weibo.followers", "关注量", {
              group: ["移动新媒体", "微博"],
              unit: "个",
              basis: "recall",
            }),
            itemRow("media.wechat.name", "名称", {
              group: ["移动新媒体", "微信"],
              type: "text",
              basis: "recall",
            }),
            itemRow("media.wechat.published", "信息发布量", {
              group: ["移动新媒体", "微信"],
              unit: "条",
              basis: "recall",
            }),
            itemRow("media.wechat.subscribers", "订阅数", {
              aliases: ["关注量"],
              group: ["移动新媒体", "微信"],
              unit: "个",
              basis: "recall",
            }),
            itemRow("media.others", "其他", {
              group: ["移动新媒体"],
              type: "text",
              optional: true,
              basis: "recall",
            }),
            itemRow("innovation", "创新发展", {
              type: "choice",
              several: true,
              options: {
                search: ["搜索即服务"],
                languages: ["多语言版本"],
                accessible: ["无障碍浏览"],
                personal: ["千人千网"],
                other: ["其他"],
              },
            }),
            itemRow("date", "填报日期", { type: "date", optional: true, basis: "recall" }),
          ],
        },
      ],
    },
  ],
  rules: [
    {
      id: "published-sum",
      severity: "warning",
      table: "site",
      expression: "published.overview + published.news + published.catalogue == published.total",
      each: "once",
    },
    {
      id: "explained-sum",
      severity: "warning",
      table: "site",
      expression: "explained.materials + explained.products + explained.comments == explained.total",
      each: "once",
    },
    {
      id: "online-part",
      table: "site",
      expression: "services.online <= services.items",
      severity: "error",
      each: "once",
    },
    {
      id: "handled-sum",
      severity: "warning",
      table: "site",
      expression: "services.handled.persons + services.handled.legal == services.handled.total",
      each: "once",
    },
    {
      id: "fixed-part",
      severity: "warning",
      table: "site",
      expression: "security.fixed <= security.found",
      each: "once",
    },
  ],
};

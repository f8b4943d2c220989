import type { RuleTemplate, Template, TableTemplate } from "../../../model/index.ts";
import { column, itemRow } from "../items.ts";

/**
 * What all versions of 行政执法统计年报 share. Each province designed its own form, but only the kinds of penalty
 * differ much.
 */
export const enforcement: Pick<Template, "basis" | "sections" | "named"> = {
  basis: "国办发〔2018〕118号（公示制度）；表式由省级制定",
  sections: [
    { number: 1, title: "行政处罚实施情况统计表", aliases: ["行政处罚情况"] },
    { number: 2, title: "行政许可实施情况统计表", aliases: ["行政许可情况"] },
    { number: 3, title: "行政强制实施情况统计表", aliases: ["行政强制情况"] },
    { number: 4, title: "其他行政执法行为实施情况统计表", aliases: ["其他行政执法行为情况"] },
  ],
  named: true,
};

export const licences: TableTemplate = {
  id: "licences",
  section: 2,
  title: "行政许可实施情况统计表",
  pathOrder: "row-column",
  blocks: [
    {
      caption: "行政许可实施数量（宗）",
      corner: [],
      columns: [
        column("applied", "申请数量", { unit: "宗" }),
        column("accepted", "受理数量", { unit: "宗" }),
        column("granted", "许可数量", { aliases: ["许可的数量"], unit: "宗" }),
        column("refused", "不予许可数量", { aliases: ["不予许可的数量"], unit: "宗" }),
        column("withdrawn", "撤销许可数量", { aliases: ["撤销许可的数量"], unit: "宗" }),
      ],
      rows: [itemRow("", "")],
    },
  ],
};

const MEASURES = "行政强制措施实施数量（宗）";
const ENFORCED = "行政强制执行实施数量（宗）";

/** A column that counts how often something was enforced. Its words have not been read in a report yet. */
const act = (key: string, label: string, group: readonly string[], aliases: readonly string[] = []) =>
  column(key, label, { aliases, group, unit: "宗", basis: "recall" });

export const coercion: TableTemplate = {
  id: "coercion",
  section: 3,
  title: "行政强制实施情况统计表",
  pathOrder: "row-column",
  blocks: [
    {
      corner: [],
      columns: [
        act("measures.sealing", "查封场所、设施或者财物", [MEASURES]),
        act("measures.seizure", "扣押财物", [MEASURES]),
        act("measures.freezing", "冻结存款、汇款", [MEASURES]),
        act("measures.other", "其他行政强制措施", [MEASURES]),
        act("enforcement.fine", "加处罚款或者滞纳金", [ENFORCED, "行政机关强制执行"]),
        act("enforcement.transfer", "划拨存款、汇款", [ENFORCED, "行政机关强制执行"]),
        act(
          "enforcement.auction",
          "拍卖或者依法处理",
          [ENFORCED, "行政机关强制执行"],
          ["拍卖或者依法处理查封、扣押的场所、设施或者财物"],
        ),
        act("enforcement.removal", "排除妨碍、恢复原状", [ENFORCED, "行政机关强制执行"]),
        act("enforcement.substitute", "代履行", [ENFORCED, "行政机关强制执行"]),
        act("enforcement.court", "申请法院强制执行", [ENFORCED]),
        column("total", "合计（宗）", { aliases: ["合计"], unit: "宗", basis: "recall" }),
      ],
      rows: [itemRow("", "")],
    },
  ],
};

const total = (key: string, act: string, group: readonly string[]) =>
  column(key, `${act}总金额（万元）`, { group, type: "amount", unit: "万元", basis: "recall" });

export const others: TableTemplate = {
  id: "others",
  section: 4,
  title: "其他行政执法行为实施情况统计表",
  pathOrder: "row-column",
  blocks: [
    {
      corner: [],
      columns: [
        column("levies.count", "次数", { aliases: ["行政征收次数"], group: ["行政征收"], unit: "次" }),
        total("levies.amount", "征收", ["行政征收"]),
        column("inspections", "行政检查次数", { unit: "次" }),
        column("rulings", "行政裁决次数", { unit: "次" }),
        column("grants.count", "次数", { aliases: ["行政给付次数"], group: ["行政给付"], unit: "次" }),
        total("grants.amount", "给付", ["行政给付"]),
        column("confirmations", "行政确认次数", { unit: "次" }),
        column("rewards.count", "次数", { aliases: ["行政奖励次数"], group: ["行政奖励"], unit: "次" }),
        total("rewards.amount", "奖励", ["行政奖励"]),
        column("other", "其他行政执法行为宗数", { aliases: ["其他行政执法行为"], unit: "宗" }),
      ],
      rows: [itemRow("", "")],
    },
  ],
};

export const penaltiesTotal: RuleTemplate = {
  id: "penalties-total",
  table: "penalties",
  each: "row",
  expression: "kinds.* == total",
  severity: "error",
};

export const licencesAccepted: RuleTemplate = {
  id: "licences-accepted",
  severity: "warning",
  table: "licences",
  each: "row",
  expression: "accepted <= applied",
};

export const enforcementRules: readonly RuleTemplate[] = [
  penaltiesTotal,
  licencesAccepted,
  {
    id: "coercion-total",
    severity: "warning",
    table: "coercion",
    each: "row",
    expression: "measures.* + enforcement.* == total",
  },
];

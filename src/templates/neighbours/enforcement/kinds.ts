import type { ColumnTemplate } from "../../../model/index.ts";
import { column } from "../items.ts";

/** The kinds of penalty in 行政处罚法 (2021), article 9, as each province combines or divides them. */
const labels = {
  warning: "警告",
  "warning+criticism": "警告、通报批评",
  criticism: "通报批评",
  fine: "罚款",
  confiscation: "没收违法所得、没收非法财物",
  gains: "没收违法所得",
  goods: "没收非法财物",
  "suspension+downgrade": "暂扣许可证、执照，降低资质等级",
  "suspension-2017": "暂扣许可证、执照",
  suspension: "暂扣许可证件",
  downgrade: "降低资质等级",
  "revocation-2017": "吊销许可证、执照",
  revocation: "吊销许可证件",
  restriction: "限制开展生产经营活动",
  closure: "责令停产停业、责令关闭、限制从业",
  halt: "责令停产停业",
  "shutting+exclusion": "责令关闭、限制从业",
  shutting: "责令关闭",
  exclusion: "限制从业",
  detention: "行政拘留",
  other: "其他行政处罚",
} as const;

export type EnforcementKind = keyof typeof labels;

/** All kinds, each by itself. */
export const everyKind: readonly EnforcementKind[] = [
  "warning",
  "criticism",
  "fine",
  "gains",
  "goods",
  "suspension",
  "downgrade",
  "revocation",
  "restriction",
  "halt",
  "shutting",
  "exclusion",
  "detention",
  "other",
];

/** A column for each kind, with a key under `kinds.` named after the first kind that it combines. */
export function kindColumns(
  kinds: readonly EnforcementKind[],
  unit: string,
  group: readonly string[] = [],
): readonly ColumnTemplate[] {
  return kinds.map((kind) =>
    column(`kinds.${/^[a-z]+/u.exec(kind)![0]}`, labels[kind], { unit, group: [...group] }),
  );
}

/** The sum and the money, which follow the kinds; most provinces print 万元. */
export const sums = (unit: string, money: "万元" | "元" = "万元"): readonly ColumnTemplate[] => [
  column("total", `合计（${unit}）`, { aliases: ["合计"], unit }),
  column("amount", `罚没金额（${money}）`, { aliases: ["罚没金额"], type: "amount", unit: money }),
];

import type { Language } from "../../index.ts";
import type { ChangeKind, Comparison, GoldenTally } from "../../golden/index.ts";

/** The sentences of `gongkai golden`. */
export interface GoldenWording {
  readonly exists: (path: string) => string;
  readonly missing: (path: string, folder: string) => string;
  readonly damaged: (path: string, line: number) => string;
  readonly notFolder: (path: string) => string;
  readonly inside: (path: string) => string;
  readonly recorded: (documents: number, path: string) => string;
  readonly accepted: (documents: number, path: string) => string;
  readonly notAccepted: (path: string) => string;
  readonly documents: (tally: GoldenTally) => string;
  readonly cells: (tally: GoldenTally) => string;
  readonly versions: (before: string, after: string) => string;
  readonly document: Readonly<Record<Comparison["kind"], string>>;
  readonly kinds: Readonly<Record<ChangeKind, string>>;
  readonly otherBytes: string;
  readonly outcome: (before: string | null, after: string | null) => string;
  readonly prose: string;
  readonly layout: string;
  readonly field: string;
  readonly doubted: string;
  readonly to: (path: string) => string;
  readonly from: (path: string) => string;
  readonly more: (count: number) => string;
}

export const goldenWording: Readonly<Record<Language, GoldenWording>> = {
  en: {
    exists: (path) =>
      `${path} exists already; see what changed with: gongkai golden check, and take it over with --accept`,
    missing: (path, folder) =>
      `no recorded snapshot at ${path}; make one with: gongkai golden record ${folder}`,
    damaged: (path, line) => `${path} is not a recorded snapshot, or was changed by hand (line ${line})`,
    notFolder: (path) => `${path} is not a folder`,
    inside: (path) => `the snapshot ${path} would stand among the documents it records`,
    recorded: (documents, path) => `${documents} documents recorded in ${path}`,
    accepted: (documents, path) => `${documents} documents accepted into ${path}`,
    notAccepted: (path) => `${path} is as it was; --accept takes the changes over`,
    documents: ({ documents: { same, changed, added, removed } }) =>
      `documents: ${same} same, ${changed} changed, ${added} added, ${removed} removed`,
    cells: ({ cells }) =>
      `cells: ${cells.exact} exact, ${cells.changed} changed, ${cells.moved} moved, ${cells.lost} lost, ${cells.new} new, ` +
      `${cells.flagged} flagged, ${cells.unflagged} no longer flagged`,
    versions: (before, after) => `recorded by gongkai ${before}, checked by gongkai ${after}`,
    document: { same: "same", changed: "changed", added: "added", removed: "removed" },
    kinds: {
      changed: "changed",
      moved: "moved",
      lost: "lost",
      new: "new",
      flagged: "flagged",
      unflagged: "unflagged",
    },
    otherBytes: "the file is another one",
    outcome: (before, after) => `outcome: ${before ?? "report"} → ${after ?? "report"}`,
    prose: "text of the sections changed",
    layout: "layout of",
    field: "field",
    doubted: "flagged",
    to: (path) => `now at ${path}`,
    from: (path) => `was at ${path}`,
    more: (count) => `… and ${count} more cells`,
  },
  zh: {
    exists: (path) => `${path} 已存在；请用 gongkai golden check 查看变化，用 --accept 接受`,
    missing: (path, folder) => `没有快照 ${path}；请先运行 gongkai golden record ${folder}`,
    damaged: (path, line) => `${path} 不是快照文件，或被改动过（第 ${line} 行）`,
    notFolder: (path) => `${path} 不是文件夹`,
    inside: (path) => `快照 ${path} 会混入它所记录的文件之中`,
    recorded: (documents, path) => `已将 ${documents} 份文件记录到 ${path}`,
    accepted: (documents, path) => `已接受 ${documents} 份文件的现状，写入 ${path}`,
    notAccepted: (path) => `${path} 未改动；用 --accept 接受变化`,
    documents: ({ documents: { same, changed, added, removed } }) =>
      `文件：${same} 份不变，${changed} 份有变化，${added} 份新增，${removed} 份消失`,
    cells: ({ cells }) =>
      `单元格：${cells.exact} 个不变，${cells.changed} 个改变，${cells.moved} 个移位，${cells.lost} 个丢失，${cells.new} 个新出现，` +
      `${cells.flagged} 个新存疑，${cells.unflagged} 个不再存疑`,
    versions: (before, after) => `记录时 gongkai ${before}，检查时 gongkai ${after}`,
    document: { same: "不变", changed: "有变化", added: "新增", removed: "消失" },
    kinds: {
      changed: "改变",
      moved: "移位",
      lost: "丢失",
      new: "新出现",
      flagged: "存疑",
      unflagged: "不再存疑",
    },
    otherBytes: "文件内容已不同",
    outcome: (before, after) => `结果：${before ?? "有报告"} → ${after ?? "有报告"}`,
    prose: "各部分文字有变化",
    layout: "表式",
    field: "字段",
    doubted: "存疑",
    to: (path) => `现位于 ${path}`,
    from: (path) => `原位于 ${path}`,
    more: (count) => `……另有 ${count} 个单元格`,
  },
};

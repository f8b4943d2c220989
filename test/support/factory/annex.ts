import type { FormBlock, TableBlock } from "./blocks.ts";
import { annex2014Lines, fujianLines } from "./annex-forms.ts";
import type { AnnexLine } from "./annex-forms.ts";
import { renderDocx } from "./docx/index.ts";
import type { FormCell, TableId } from "./forms.ts";
import { renderHtml } from "./html/index.ts";
import { seeded } from "./random.ts";
import type { Random } from "./random.ts";
import { renderTextFile } from "./text/index.ts";
import type { TextLayout } from "./text/index.ts";

export type AnnexForm = "2014" | "2014-levels" | "fujian";

/** A report with an indicator list: every value it prints, and every rule it breaks. */
export interface AnnexTruth {
  readonly form: AnnexForm;
  readonly year: number;
  readonly issuer: string;
  readonly title: string;
  /** By path below `report.tables`; null where the cell is blank. */
  readonly values: Readonly<Record<string, number | null>>;
  readonly broken: readonly string[];
  readonly blocks: readonly FormBlock[];
}

export interface AnnexOptions {
  readonly form?: AnnexForm;
  /** Share of blank cells. */
  readonly blanks?: number;
  /** A rule to break, by id. */
  readonly plant?: string;
}

/** Sums of the printed form: the whole, then its parts. */
const sums: Readonly<Record<string, readonly (readonly [rule: string, whole: string, parts: string])[]>> = {
  "2014": [
    ["f2-received-sum", "applications.received.total", "inPerson fax online letter"],
    ["f2-closed-sum", "applications.closed.total", "onTime extended"],
    ["f2-denied-sum", "applications.replied.denied.total", "stateSecret tradeSecret personalPrivacy securityAndStability notGovernmentInformation otherLegalGrounds"],
    ["f2-replied-sum", "applications.replied.total", "alreadyPublic granted partiallyGranted denied.total notThisAgency doesNotExist toldToAmend toldOtherChannel"],
    ["f2-recon-sum", "reconsideration.total", "upheld corrected other"],
    ["f2-litig-sum", "litigation.total", "upheldOrDismissed corrected other"],
    ["f2-staff-sum", "capacity.staff.total", "fullTime partTime"],
  ],
  fujian: [
    ["f2-received-sum", "applications.received.total", "inPerson online letterOrFax"],
    ["f2-replied-sum", "applications.replied.total", "granted partiallyGranted denied other"],
  ],
};

/** The rules that can be broken alone. */
export const plantableAnnexRules = [
  "f2-received-sum",
  "f2-replied-sum",
  "f2-recon-sum",
  "f2-litig-sum",
  "f2-staff-sum",
  "f2-denied-sum",
  "f2-channels-bound",
  "f2-ofwhich",
  "f2-normative",
  "f2-closed-replied",
] as const;

/** One report; the same seed and options give the same truth. */
export function drawAnnexReport(seed: number, options: AnnexOptions = {}): AnnexTruth {
  const random = seeded(seed);
  const form = options.form ?? random.pick(["2014", "2014", "2014-levels", "fujian"] as const);
  const year = random.int(2014, 2018);
  const issuer = `${random.pick(["青禾", "临溪", "石梁", "望川"])}${random.pick(["县人民政府", "区人民政府", "市水务局", "镇人民政府"])}`;
  const title = `${issuer}${year}年政府信息公开工作年度报告`;
  const lines = form === "fujian" ? fujianLines : annex2014Lines;
  const columns = columnsOf(form, year);
  const table = form === "fujian" ? "annexFujian" : "annex";
  const values: Record<string, number | null> = {};
  for (const [key] of columns) {
    const figures = drawFigures(random, form, lines);
    if (options.plant !== undefined) plantIn(figures, options.plant);
    for (const [path, value] of Object.entries(figures)) {
      values[key === "" ? `${table}.${path}` : `${table}.${path}.${key}`] = random.chance(options.blanks ?? 0) ? null : value;
    }
  }
  const broken = options.plant === undefined ? [] : columns.map(() => options.plant!);
  const rows = printRows(random, lines, columns, (path, key) => values[key === "" ? `${table}.${path}` : `${table}.${path}.${key}`]!);
  return { form, year, issuer, title, values, broken, blocks: report(title, year, rows) };
}

function columnsOf(form: AnnexForm, year: number): readonly (readonly [key: string, label: string])[] {
  if (form === "2014") return [["", "统计数"]];
  if (form === "fujian") {
    return [
      ["current", `${year}年度`],
      ["cumulative", "历年累计"],
    ];
  }
  return [
    ["government", "区政府统计数"],
    ["departments", "区直单位统计数"],
    ["towns", "乡镇街道统计数"],
  ];
}

function drawFigures(random: Random, form: AnnexForm, lines: readonly AnnexLine[]): Record<string, number> {
  const figures: Record<string, number> = {};
  for (const { path, unit } of lines) {
    if (path !== "") figures[path] = unit === "万元" ? random.int(0, 5_000) / 100 : random.chance(0.4) ? 0 : random.int(1, 400);
  }
  for (const [, whole, parts] of sums[form === "fujian" ? "fujian" : "2014"]!) {
    const stem = whole.replace(/total$/u, "");
    figures[whole] = parts.split(" ").reduce((sum, part) => sum + figures[stem + part]!, 0);
  }
  if (form === "fujian") {
    figures["disclosed.total"] = Math.max(figures["disclosed.website"]!, figures["disclosed.gazette"]!) + random.int(0, 9);
    return figures;
  }
  figures["applications.closed.extended"] = 0;
  figures["applications.closed.onTime"] = figures["applications.closed.total"] = figures["applications.replied.total"]!;
  const channels = Object.keys(figures).filter((path) => path.startsWith("proactive.byChannel."));
  figures["proactive.byChannel.website"] = 500 + random.int(0, 99);
  figures["proactive.total"] = Math.max(...channels.map((path) => figures[path]!));
  figures["proactive.normativeDocumentsDisclosed"] = random.int(0, 40);
  figures["proactive.normativeDocumentsIssued"] = 40 + random.int(0, 9);
  figures["responses.pressConferences"]! += figures["responses.pressConferencesByPrincipal"]!;
  figures["responses.onlineInterviews"]! += figures["responses.onlineInterviewsByPrincipal"]!;
  return figures;
}

/** Breaks one rule of the list of 2014 and no other. */
function plantIn(figures: Record<string, number>, rule: string): void {
  const add = (path: string, by: number) => {
    figures[path] = figures[path]! + by;
  };
  switch (rule) {
    case "f2-channels-bound":
      return add("proactive.total", 5_000);
    case "f2-ofwhich":
      return add("responses.pressConferencesByPrincipal", figures["responses.pressConferences"]! + 1);
    case "f2-normative":
      return add("proactive.normativeDocumentsDisclosed", 60);
    case "f2-closed-replied":
      add("applications.closed.onTime", 2);
      return add("applications.closed.total", 2);
    case "f2-denied-sum":
      return add("applications.replied.denied.stateSecret", 3);
    case "f2-replied-sum":
      return add("applications.replied.granted", 3);
    default: {
      const [, whole] = sums["2014"]!.find(([id]) => id === rule)!;
      add(whole, 3);
    }
  }
}

function printRows(
  random: Random,
  lines: readonly AnnexLine[],
  columns: readonly (readonly [key: string, label: string])[],
  value: (path: string, key: string) => number | null,
): FormCell[][] {
  const cell = (text: string, role: FormCell["role"]): FormCell => ({ text, role, rowSpan: 1, colSpan: 1 });
  const heads = columns.length > 1 ? ["统 计 指 标", "单位"] : random.pick([["统计指标", "单位"], ["指标名称", "计量单位"]]);
  const numbered = columns.length > 2;
  const dash = random.pick(["——", "----", ""]);
  const indent = random.pick(["", "　", "  "]);
  const comma = random.chance(0.3);
  const rows = lines.map(({ level, number, label, unit, path }, index) => {
    const printed = `${indent.repeat(level)}${comma ? number.replace(/(\d)\.$/u, "$1、") : number}${label}`;
    const head = [...(numbered ? [cell(String(index + 1), "label")] : []), cell(printed, path === "" ? "group" : "label"), cell(path === "" ? dash : unit, "label")];
    const values = columns.map(([key]) => cell(path === "" ? "" : (value(path, key)?.toString() ?? ""), "value"));
    return [...head, ...values];
  });
  return [[...(numbered ? ["序号"] : []), ...heads, ...columns.map(([, label]) => label)].map((text) => cell(text, "header")), ...rows];
}

function report(title: string, year: number, rows: FormCell[][]): FormBlock[] {
  const heading = (text: string): FormBlock => ({ kind: "heading", level: 1, text });
  const paragraph = (text: string): FormBlock => ({ kind: "paragraph", text });
  const table: TableBlock = { kind: "table", id: "annex" as TableId, width: rows[0]!.length, headerRows: 1, rows };
  return [
    { kind: "heading", level: 0, text: title },
    paragraph(`本报告根据《中华人民共和国政府信息公开条例》编制，统计期限自${year}年1月1日起至${year}年12月31日止。`),
    heading("一、概述"),
    paragraph("各科室按分工梳理文件目录，逐件标注公开属性。"),
    heading("二、主动公开政府信息情况"),
    paragraph("栏目按季度更新，旧目录移入存档页。"),
    heading("三、依申请公开政府信息情况"),
    paragraph("申请由一个窗口登记，答复由法制科室复核。"),
    heading("四、政府信息公开的收费及减免情况"),
    paragraph("申请人领取材料时一并办理手续。"),
    heading("五、存在的主要问题和改进措施"),
    paragraph("目录的分类仍嫌过粗，将按事项重新编排。"),
    heading("六、附表"),
    table,
  ];
}

/** Ways to write an annex down that keep its cells. */
export const annexRenderings: readonly { readonly id: string; readonly extension: string; readonly render: (truth: AnnexTruth) => Uint8Array }[] = [
  ...(["leading-tab", "tabbed", "markdown-pipe", "pandoc-grid", "pandoc-simple", "pandoc-multiline", "aligned", "cell-per-line", "fused"] as const satisfies readonly TextLayout[]).map((layout) => ({
    id: layout,
    extension: layout.startsWith("pandoc") || layout.startsWith("markdown") ? "md" : "txt",
    render: (truth: AnnexTruth) => renderTextFile(truth.blocks, layout),
  })),
  { id: "html", extension: "html", render: (truth) => renderHtml(truth.blocks) },
  { id: "docx", extension: "docx", render: (truth) => renderDocx(truth.blocks) },
  { id: "docx-wps", extension: "docx", render: (truth) => renderDocx(truth.blocks, { writer: "wps" }) },
];

import { writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { rules as listed, type Language } from "../src/findings/index.ts";
import type { RuleEntry } from "../src/findings/entry.ts";
import { ruleDefinitions } from "../src/findings/rules/index.ts";
import { contentRules } from "../src/findings/rules/contents.ts";
import { correctionRules } from "../src/findings/rules/corrections.ts";
import { documentRules } from "../src/findings/rules/document.ts";
import { fieldRules } from "../src/findings/rules/fields.ts";
import { formRules } from "../src/findings/rules/form-rules.ts";
import { neighbourRules } from "../src/findings/rules/neighbour-rules.ts";
import { ofdRules } from "../src/findings/rules/ofd.ts";
import { pdfRules } from "../src/findings/rules/pdf.ts";
import { proseRules } from "../src/findings/rules/prose.ts";
import { rowRules } from "../src/findings/rules/rows.ts";
import { tableRules } from "../src/findings/rules/tables.ts";
import { valueRules } from "../src/findings/rules/values.ts";

const THEMES: readonly (readonly [en: string, zh: string, rules: Readonly<Record<string, RuleEntry>>])[] = [
  ["The document", "文件", documentRules],
  ["What it holds beside text and tables", "文字与表格以外的内容", contentRules],
  ["OFD", "OFD", ofdRules],
  ["PDF", "PDF", pdfRules],
  ["Title, office, year and dates", "标题、机关、年度与日期", fieldRules],
  ["Tables and records", "表与记录", tableRules],
  ["Rows, columns and headings", "行、列与表头", rowRules],
  ["Single values", "单个数值", valueRules],
  ["Sums of the official forms (勾稽关系)", "法定表式的勾稽关系", formRules],
  ["Sums of the forms beside the annual report", "年度报告以外表式的勾稽关系", neighbourRules],
  ["Corrections by people", "人工更正", correctionRules],
  ["Text, and what cannot be judged", "正文，以及无法核对之处", proseRules],
];

const WORDS = {
  en: {
    title: "# Rules",
    intro:
      "Every finding that a conversion can hold. An error: the report contradicts itself, or a value could not be read. A warning: doubtful, inferred or repaired. A notice: worth knowing; it casts no doubt on a value. A form of one's own adds its rules under their own ids. This page is made by `npm run docs`.",
    columns: ["Rule", "Severity", "Sentence", "What it means", "What to do"],
    severity: { error: "error", warning: "warning", notice: "notice" },
    other: "中文：[rules.zh-CN.md](rules.zh-CN.md)",
  },
  zh: {
    title: "# 规则",
    intro:
      "转换结果中可能出现的全部问题。错误：报告自相矛盾，或数值无法读取；警告：存疑、推定或已修复；提示：供参考，不影响数值。自有表式的规则以其自身编号出现。本页由 `npm run docs` 生成。",
    columns: ["规则", "级别", "表述", "含义", "如何处理"],
    severity: { error: "错误", warning: "警告", notice: "提示" },
    other: "English: [rules.md](rules.md)",
  },
} as const;

/** `docs/rules.md` and its Chinese twin, from the table of rules. */
export function rulesPage(language: Language): string {
  const words = WORDS[language];
  const severities = new Map<string, RuleEntry["severity"]>(listed.map(({ id, severity }) => [id, severity]));
  const row = ([id, entry]: readonly [string, RuleEntry]): string => {
    const severity = severities.get(id) ?? entry.severity;
    const milder = entry.milder ? ` / ${words.severity[entry.milder]}` : "";
    const cells = [
      `\`${id}\``,
      words.severity[severity] + milder,
      entry[language],
      entry.means[language],
      entry.todo[language],
    ];
    return `| ${cells.join(" | ")} |`;
  };
  const themes = THEMES.map(([en, zh, own]) =>
    [
      `## ${language === "en" ? en : zh}`,
      "",
      `| ${words.columns.join(" | ")} |`,
      `| ${words.columns.map(() => "---").join(" | ")} |`,
      ...Object.entries(own).map(row),
    ].join("\n"),
  );
  return [words.title, words.other, words.intro, ...themes].join("\n\n") + "\n";
}

/** Rules that do not belong to exactly one theme of the pages; a new file of rules has to be added above. */
export function rulesWithoutTheme(): readonly string[] {
  const held = THEMES.flatMap(([, , own]) => Object.keys(own));
  return Object.keys(ruleDefinitions).filter((id) => held.filter((other) => other === id).length !== 1);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  writeFileSync(new URL("../docs/rules.md", import.meta.url), rulesPage("en"));
  writeFileSync(new URL("../docs/rules.zh-CN.md", import.meta.url), rulesPage("zh"));
}

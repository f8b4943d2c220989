import type { Diagnostic, Place, RuleTemplate, Scalar, Severity, Template } from "./model/index.ts";
import { formCells, tablePointer } from "./arithmetic/paths.ts";
import { parseExpression } from "./arithmetic/expression.ts";
import { templates as builtIn } from "./templates/index.ts";
import { REASONS, WORDS } from "./words.ts";

export type Language = "en" | "zh";

export interface WordingContext {
  readonly language: Language;
  readonly templates: readonly Template[];
  readonly layouts: Readonly<Record<string, string>>;
}

/** The sentence for a diagnostic: the rule's words filled with its values, its cells named by their labels. */
export function word(diagnostic: Diagnostic, context: WordingContext): string {
  const rule = formRule(diagnostic, context);
  const words = (rule && !isBuiltIn(rule.rule) ? WORDS["t3-balance"] : WORDS[diagnostic.rule])?.[
    context.language
  ];
  const values = fillings(diagnostic, context);
  if (!words) return `${diagnostic.rule} ${JSON.stringify(diagnostic.args ?? {})}`;
  return words.replace(/\{(\w+)\}/gu, (_, name: string) => values(name));
}

/** The rule of a form that a finding is about: the families share ids, so it is that of the layout chosen for the table. */
function formRule(
  { rule: id, path }: Diagnostic,
  { templates, layouts }: WordingContext,
): { readonly rule: RuleTemplate; readonly template: Template } | undefined {
  const all = templates.flatMap((template) =>
    template.rules.flatMap((rule) => (rule.id === id ? [{ rule, template }] : [])),
  );
  const chosen = all.filter(({ rule, template }) => layouts[rule.table] === template.id);
  return chosen.find(({ rule }) => path?.startsWith(`${tablePointer(rule.table)}/`)) ?? chosen[0] ?? all[0];
}

/** A rule that a user's form brings along is said as sums are, whatever the official forms call by its id. */
function isBuiltIn({ id, expression }: RuleTemplate): boolean {
  return builtIn.some(({ rules }) => rules.some((rule) => rule.id === id && rule.expression === expression));
}

/** Severity, place and short form of a rule, for lists. */
export function describeRule(rule: string, language: Language): string {
  const words = WORDS[rule];
  return words ? words[language].replace(/\{(\w+)\}/gu, "…") : rule;
}

/** Every rule the built-in wording knows, with the severity it usually has. */
export function ruleList(
  templates: readonly Template[],
): readonly { id: string; severity: Severity; description: { en: string; zh: string } }[] {
  const severities = new Map(
    templates.flatMap((template) => template.rules.map((rule) => [rule.id, rule.severity] as const)),
  );
  return Object.entries(WORDS).map(([id, { severity, about }]) => ({
    id,
    severity: severities.get(id) ?? severity,
    description: about,
  }));
}

function fillings(diagnostic: Diagnostic, context: WordingContext): (name: string) => string {
  return (name) => {
    if (name === "expected" || name === "actual") return show(diagnostic[name], context.language);
    if (name === "cell")
      return diagnostic.path ? nameOf(diagnostic.path, context) : namesOf(diagnostic.paths ?? [], context);
    if (name === "cells")
      return namesOf(diagnostic.paths ?? (diagnostic.path ? [diagnostic.path] : []), context);
    if (name === "place") return placeWords(diagnostic.at, context.language);
    if (name === "sum") return sumWords(diagnostic, context);
    if (name === "reason")
      return (
        REASONS[String(diagnostic.args?.reason)]?.[context.language] ??
        show(diagnostic.args?.reason, context.language)
      );
    return show(diagnostic.args?.[name], context.language);
  };
}

function show(value: Scalar | undefined, language: Language): string {
  if (value === null || value === undefined) return language === "zh" ? "空" : "blank";
  return String(value);
}

/** Labels of the cell at a pointer: 一、本年新收政府信息公开申请数量 / 总计. */
export function nameOf(
  pointer: string,
  { templates, layouts }: Pick<WordingContext, "templates" | "layouts">,
): string {
  for (const [id, layout] of Object.entries(layouts)) {
    const table = templates
      .find((template) => template.id === layout)
      ?.tables.find((candidate) => candidate.id === id);
    if (!table || !pointer.startsWith(tablePointer(id))) continue;
    if (pointer === tablePointer(id)) return table.title;
    const cell = formCells(table).find((candidate) => candidate.pointer === pointer);
    if (cell) {
      const group = cell.column.group.at(-1);
      const heading = cell.row.label === "" && group ? [group] : [];
      return [...heading, cell.row.enumerator + cell.row.label, cell.column.label]
        .filter((part) => part !== "")
        .join(" / ");
    }
  }
  return pointer.replace(/^\/report\//u, "");
}

/** The first of several cells, and how many more. */
function namesOf(pointers: readonly string[], context: WordingContext): string {
  const shown = pointers.slice(0, 1).map((pointer) => nameOf(pointer, context));
  const more = pointers.length - shown.length;
  if (more <= 0) return shown.join("");
  return context.language === "zh"
    ? `${shown.join("、")} 等 ${pointers.length} 格`
    : `${shown.join(", ")} and ${more} more`;
}

export function placeWords(at: Place | undefined, language: Language): string {
  if (!at) return "";
  const [page, table, row, column, line] =
    language === "zh"
      ? ["第$页", "表$", "行$", "列$", "第$行"]
      : ["page $", "table $", "row $", "column $", "line $"];
  const words = [
    [at.page, page],
    [at.table, table],
    [at.row, row],
    [at.column, column],
    [at.line, line],
  ] as const;
  return words
    .flatMap(([value, pattern]) => (value === undefined ? [] : [pattern.replace("$", String(value))]))
    .join(language === "zh" ? "，" : ", ");
}

/** A broken rule in the form's own labels: 自然人 + 商业企业 + … = 总计. */
function sumWords(diagnostic: Diagnostic, context: WordingContext): string {
  const found = formRule(diagnostic, context);
  if (!found) return "";
  const { rule, template } = found;
  const { left, right, operator } = parseExpression(rule.expression).comparison;
  const name = (term: (typeof left)[number]) =>
    term.kind === "key"
      ? labelOfKey(term.key, rule.table, template)
      : term.kind === "number"
        ? String(term.value)
        : `${term.of}(…)`;
  const joined = (terms: typeof left) =>
    terms.map((term, index) => (term.sign < 0 ? "− " : index > 0 ? "+ " : "") + name(term)).join(" ");
  const side = (terms: typeof left) =>
    terms.length > 3 ? (context.language === "zh" ? "各项之和" : "the sum of the parts") : joined(terms);
  return `${side(left)} ${operator === "==" ? "=" : operator} ${side(right)}`;
}

function labelOfKey(key: string, tableId: string, template: Template): string {
  const table = template.tables.find(({ id }) => id === tableId);
  const items = table?.blocks.flatMap((block) => [...block.rows, ...block.columns]) ?? [];
  const stem = key.replace(/\.\*$/u, "");
  const found =
    items.find((item) => item.key === key) ?? items.find((item) => item.key.startsWith(`${stem}.`));
  if (!found) return key;
  return key.endsWith(".*") ? (found.group.at(-1) ?? key) : found.label || key;
}

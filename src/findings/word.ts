import type { Diagnostic, RuleTemplate, Scalar, Template } from "../model/index.ts";
import { tablePointer } from "../arithmetic/paths.ts";
import { parseExpression } from "../arithmetic/expression.ts";
import { templates as builtIn } from "../templates/index.ts";
import type { RuleEntry } from "./entry.ts";
import { nameOf, namesOf, placeWords, type Language, type NamingContext } from "./names.ts";
import { REASONS } from "./reasons.ts";
import { brokenSum } from "./rules/form-rules.ts";
import { rules } from "./rules/index.ts";

export interface WordingContext extends NamingContext {
  readonly language: Language;
}

/** The sentence for a finding: the rule's words filled with its values, its cells named by their labels. */
export function word(diagnostic: Diagnostic, context: WordingContext): string {
  const rule = formRule(diagnostic, context);
  const words = rule && !isBuiltIn(rule.rule) ? brokenSum : entryOf(diagnostic.rule);
  const values = fillings(diagnostic, context);
  if (!words) return `${diagnostic.rule} ${JSON.stringify(diagnostic.args ?? {})}`;
  return words[context.language].replace(/\{(\w+)\}/gu, (_, name: string) => values(name));
}

function entryOf(rule: string): RuleEntry | undefined {
  return Object.hasOwn(rules, rule) ? rules[rule as keyof typeof rules] : undefined;
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

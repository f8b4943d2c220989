export type ProblemLanguage = "en" | "zh";

export type TemplateProblemKind = keyof typeof WORDS;

/** A problem before its line is known: the steps to it, and both sides. */
export interface Complaint {
  readonly kind: TemplateProblemKind;
  readonly steps: readonly PropertyKey[];
  readonly expected?: string;
  readonly actual?: string;
}

/** The sentence for a problem. `{expected}` and `{actual}` are its two sides, `{key}` is the last step to it. */
export function templateProblemWords(
  { kind, steps, expected, actual }: Complaint,
  language: ProblemLanguage,
): string {
  const side = (text = "") => (kind === "wrong-type" ? (typeNames[language].get(text) ?? text) : text);
  const values: Readonly<Record<string, string>> = {
    expected: side(expected),
    actual: side(actual),
    key: String(steps.findLast((step) => typeof step === "string") ?? ""),
  };
  return WORDS[kind][language].replace(/\{(\w+)\}/gu, (_, name: string) => values[name] ?? "");
}

const typeNames: Readonly<Record<ProblemLanguage, ReadonlyMap<string, string>>> = {
  en: new Map([
    ["string", "text"],
    ["int", "a whole number"],
    ["number", "a number"],
    ["boolean", "true or false"],
    ["array", "a list"],
    ["tuple", "a list"],
    ["object", "a map"],
    ["null", "nothing"],
  ]),
  zh: new Map([
    ["string", "文本"],
    ["int", "整数"],
    ["number", "数字"],
    ["boolean", " true 或 false"],
    ["array", "列表"],
    ["tuple", "列表"],
    ["object", "键值表"],
    ["null", "空值"],
  ]),
};

const WORDS = {
  syntax: both("this is neither YAML nor JSON: {actual}", "不是有效的 YAML 或 JSON：{actual}"),
  "too-large": both("`{key}` is over the limit of {expected}", "`{key}` 超出上限 {expected}"),
  "too-small": both(
    "`{key}` is too small or too short, the least is {expected}",
    "`{key}` 过小或过短，至少为 {expected}",
  ),
  "missing-key": both("`{expected}` is missing", "缺少 `{expected}`"),
  "unknown-key": both("`{actual}` means nothing here", "此处没有 `{actual}` 这一项"),
  "duplicate-key": both("`{actual}` is given twice in one map", "`{actual}` 在同一处重复出现"),
  "wrong-type": both(
    "`{key}` must be {expected}, this is {actual}",
    "`{key}` 应为{expected}，此处为 {actual}",
  ),
  "wrong-value": both(
    "`{key}` must be one of {expected}, not {actual}",
    "`{key}` 应为 {expected} 之一，而不是 {actual}",
  ),
  "illegal-key": both(
    "`{key}` may hold letters, digits and _ in steps joined by dots, no step beginning with a digit or named as JavaScript's own properties are: {actual}",
    "`{key}` 只能由字母（含汉字）、数字和 _ 组成，各级以点相连，不得以数字开头，也不得与 JavaScript 自带属性同名：{actual}",
  ),
  "illegal-id": both(
    "`id` may hold letters and digits, for rules in kebab-case, for tables with _: {actual}",
    "`id` 只能由字母和数字组成，规则用连字符（kebab-case），表格可用 _：{actual}",
  ),
  "duplicate-id": both("`{key}` {actual} is taken already", "`{key}` {actual} 已被使用"),
  "reserved-id": both(
    "{actual} names a finding of gongkai's own; a rule needs another id",
    "{actual} 是 gongkai 自身问题的名称，规则须另取 id",
  ),
  "duplicate-path": both(
    "the path {actual} leads to two cells, or runs through another cell",
    "路径 {actual} 指向两个单元格，或穿过另一单元格",
  ),
  "no-path": both(
    "row and column keys are both empty: the cell has no path",
    "行、列的 key 均为空，单元格没有路径",
  ),
  "unknown-section": both(
    "no section has the number {actual} (there are: {expected})",
    "没有编号为 {actual} 的章节（现有：{expected}）",
  ),
  "unknown-table": both(
    "no table has the id {actual} (there are: {expected})",
    "没有 id 为 {actual} 的表格（现有：{expected}）",
  ),
  "unknown-cell": both(
    "the rule names {actual}, which is no cell here (there are: {expected})",
    "规则中的 {actual} 不是此处的单元格（现有：{expected}）",
  ),
  "across-once": both(
    "{actual} names another table's cell, which only a rule tried once can do (`each: once`)",
    "{actual} 为另一张表的单元格，只有 `each: once` 的规则可以引用",
  ),
  "no-figure": both(
    "a phrase has {expected} once, where the figure stands, and two characters or more beside it: {actual}",
    "短语须含一次 {expected}（数字所在之处），其旁至少有两个字：{actual}",
  ),
  "no-across-years": both(
    "rules over years are not tried on a form with `records: many`: records have no fixed order",
    "`records: many` 的表不适用跨年规则：各份表没有固定次序",
  ),
  "no-choice": both("`{key}` is for `type: choice` only", "`{key}` 仅用于 `type: choice`"),
  "words-in-rule": both(
    "the rule names {actual}, which holds words; a rule sums numbers",
    "规则中的 {actual} 为文字类单元格，规则只能计算数值",
  ),
  expression: both("the rule does not parse: {actual}", "规则无法解析：{actual}"),
} as const;

function both(en: string, zh: string): Readonly<Record<ProblemLanguage, string>> {
  return { en, zh };
}

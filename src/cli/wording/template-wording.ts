import type { Language, TemplateProblem } from "../../index.ts";
import type { TemplateTraits } from "./template-traits.ts";

/** What the command line says about template files. */
export interface TemplateWording {
  /** A problem as one line that editors can jump to: `file:line:column: …`. */
  readonly problem: (problem: TemplateProblem) => string;
  readonly invalid: (problems: readonly string[], file: string) => string;
  readonly sameId: (file: string, id: string) => string;
  readonly valid: (file: string, id: string, tables: number, cells: number, rules: number) => string;
  /** The features of the template language that it uses beyond plain numbers, one a line. */
  readonly traits: (traits: TemplateTraits) => readonly string[];
  readonly noTables: (name: string) => string;
  /** The comments at the head of a draft. */
  readonly draftHead: (name: string) => readonly string[];
  readonly draftRules: string;
}

export const templateWording: Readonly<Record<Language, TemplateWording>> = {
  en: {
    problem,
    invalid: ([first = "", ...others], file) =>
      first + (others.length > 0 ? ` (${others.length} more: gongkai template check ${file})` : ""),
    sameId: (file, id) => `${file}: another template file has the id ${id} already`,
    valid: (file, id, tables, cells, rules) =>
      `${file}: ${id} is a valid family: ${tables} tables, ${cells} cells, ${rules} rules`,
    traits: ({ records, lists, types, optional, recalled, acrossTables }) => [
      ...(records ? ["several records: each table is a list in the record, told apart by `label`"] : []),
      ...lists.map((list) => `list of the report's own rows: ${list}, each with its name as \`label\``),
      ...(types.size > 0 ? [`rows and columns of other types: ${counted(types)}`] : []),
      ...(optional > 0 ? [`optional rows and columns, missing without a finding: ${optional}`] : []),
      ...(recalled > 0 ? [`known by recollection, other words are a notice: ${recalled}`] : []),
      ...acrossTables.map(
        ({ rule, tables }) =>
          `rule across tables: ${rule} compares ${tables.join(", ")}; a report that lacks one of them is not tried`,
      ),
    ],
    noTables: (name) => `${name} has no table to draft a template from`,
    draftHead: (name) => [
      `Drafted from ${name}: a proposal to edit, not a finished family.`,
      "Give the keys names, drop what is no table of the form, check types and units, then: gongkai template check",
    ],
    draftRules: "Sums that hold in this report. Take the # away from those the form means.",
  },
  zh: {
    problem,
    invalid: ([first = "", ...others], file) =>
      first + (others.length > 0 ? `（另有 ${others.length} 处，见 gongkai template check ${file}）` : ""),
    sameId: (file, id) => `${file}：id ${id} 已被另一个模板文件使用`,
    valid: (file, id, tables, cells, rules) =>
      `${file}：${id} 是有效的模板，共 ${tables} 张表、${cells} 个单元格、${rules} 条规则`,
    traits: ({ records, lists, types, optional, recalled, acrossTables }) => [
      ...(records ? ["同一格式有多份：每张表在记录中为列表，以 `label` 区分"] : []),
      ...lists.map((list) => `由报告自行命名各行的列表：${list}，各行名称为 \`label\``),
      ...(types.size > 0 ? [`其他类型的行、列：${counted(types)}`] : []),
      ...(optional > 0 ? [`可缺少而不作提示的行、列：${optional}`] : []),
      ...(recalled > 0 ? [`文字未见于来源、不同时仅作提示的行、列：${recalled}`] : []),
      ...acrossTables.map(
        ({ rule, tables }) => `跨表规则：${rule}，核对 ${tables.join("、")}；报告缺其中一张表时不核对`,
      ),
    ],
    noTables: (name) => `${name} 中没有可据以起草模板的表格`,
    draftHead: (name) => [
      `根据 ${name} 起草，供修改，并非定稿。`,
      "请为各 key 命名，删去不属于表式的表格，核对类型和单位，然后运行 gongkai template check",
    ],
    draftRules: "下列合计关系在本报告中成立。确属表式规定的，去掉行首的 #。",
  },
};

function counted(types: TemplateTraits["types"]): string {
  return [...types].map(([type, count]) => `${count} ${type}`).join(", ");
}

function problem({ source, line, column, message }: TemplateProblem): string {
  return `${source}:${line}:${column}: ${message}`;
}

import type { Template } from "../../model/index.ts";
import type { TemplateDraft } from "./index.ts";

/**
 * A draft as YAML, with one line for each row and column; `head` and `rulesHead` are comments. Strings are written as
 * JSON strings, which YAML reads too.
 */
export function draftText(
  { template, rules }: TemplateDraft,
  head: readonly string[],
  rulesHead: string,
): string {
  const { id, name, years, records, sections, tables } = template;
  const lines = [
    ...head.map(comment),
    `id: ${id}`,
    `name: ${JSON.stringify(name)}`,
    `years: ${JSON.stringify(years)}`,
    ...(records === undefined ? [] : [`records: ${records}`]),
    ...(sections.length === 0 ? [] : ["sections:"]),
    ...sections.map(({ number, title }) => `  - ${inline({ number, title })}`),
    "tables:",
    ...tables.flatMap(tableLines),
    ...(rules.length > 0
      ? ["", comment(rulesHead), comment("rules:"), ...rules.map((rule) => comment(`  - ${inline(rule)}`))]
      : []),
  ];
  return lines.map((line) => line + "\n").join("");
}

function tableLines({ id, section, title, blocks }: Template["tables"][number]): string[] {
  return [
    `  - id: ${id}`,
    ...(section === undefined ? [] : [`    section: ${section}`]),
    `    title: ${JSON.stringify(title)}`,
    "    blocks:",
    ...blocks.flatMap(({ caption, corner, columns, rows, open }) => {
      const items = [
        ...(caption === undefined ? [] : [`caption: ${JSON.stringify(caption)}`]),
        ...(corner.length === 0 ? [] : [`corner: ${JSON.stringify(corner)}`]),
        "columns:",
        ...columns.map((column) => `  - ${inline(column)}`),
        "rows:",
        ...(open === undefined ? [] : [`  open: ${inline({ label: open.label })}`]),
        ...(open === undefined || rows.length === 0 ? [] : ["  fixed:"]),
        ...rows.map((row) => `${open === undefined ? "" : "  "}  - ${inline(row)}`),
      ];
      return items.map((item, at) => `      ${at === 0 ? "- " : "  "}${item}`);
    }),
  ];
}

/** A flow map, without the keys that a template may leave out. */
function inline(item: object): string {
  const pairs = Object.entries(item).filter(
    ([, value]) => value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0),
  );
  const kept =
    "key" in item
      ? [...pairs, ...("label" in item && item.label === "" ? [["label", ""] as const] : [])]
      : pairs;
  return `{ ${kept.map(([key, value]) => `${key}: ${JSON.stringify(value)}`).join(", ")} }`;
}

/** Line ends in a report's text would end the comment. */
function comment(text: string): string {
  return `# ${text.replace(/\p{Cc}|[\u2028\u2029]/gu, " ")}`;
}

import { prepared } from "../../arithmetic/prepared.ts";
import type { Template } from "../../model/index.ts";
import { hasRelativeYear, inRelativeYears } from "../../printed/relative-years.ts";
import { knownTables } from "../form/form.ts";
import type { FormHeader, FormRow, FormRows } from "./form-row.ts";

/**
 * Reads a year in a label or heading as the word that a form has for it: 2022年 above a column of a report of 2023 is
 * the 上年 of a form. Whatever is no label of these forms then stays as printed.
 */
export function withRelativeYears(
  { rows, worded }: FormRows,
  templates: readonly Template[],
  year: number | null,
): FormRows {
  const forms = templates.map(relativeWords).filter((words) => words.size > 0);
  if (year === null || forms.length === 0) return { rows, worded };
  const named = (text: string): string => {
    if (!/(?:19|20)\d\d/u.test(text)) return text;
    const relative = inRelativeYears(text, year);
    return forms.some((words) => words.has(relative)) ? relative : text;
  };
  const headers = new Map<FormHeader, FormHeader>();
  const headerOf = (header: FormHeader): FormHeader => {
    const own = headers.get(header) ?? renamed(header, named);
    headers.set(header, own);
    return own;
  };
  const lists = new Map<FormRow["headers"], FormRow["headers"]>();
  const rowOf = (row: FormRow): FormRow => {
    const own = lists.get(row.headers) ?? unlessSame(row.headers, row.headers.map(headerOf));
    lists.set(row.headers, own);
    const printed = unlessSame(row.labels, row.labels.map(named));
    return own === row.headers && printed === row.labels ? row : { ...row, headers: own, labels: printed };
  };
  return { rows: rows.map(rowOf), worded: worded.map(rowOf) };
}

function renamed(header: FormHeader, named: (text: string) => string): FormHeader {
  const columns = header.columns.map((column) => {
    const texts = unlessSame(column.texts, column.texts.map(named));
    return texts === column.texts
      ? column
      : { ...column, texts, text: texts.join(""), leaf: named(column.leaf) };
  });
  return columns.every((column, at) => column === header.columns[at]) ? header : { ...header, columns };
}

function unlessSame<Item>(before: readonly Item[], after: readonly Item[]): readonly Item[] {
  return after.every((item, at) => item === before[at]) ? before : after;
}

/** The labels and headings of a form that name a year by its distance from the report's. */
const relativeWords = prepared(
  (template: Template): ReadonlySet<string> =>
    new Set(
      knownTables(template)
        .flat()
        .flatMap(({ headings, rows }) => [
          ...headings,
          ...rows.flatMap(({ label, groups }) => [...label.map(({ text }) => text), ...groups]),
        ])
        .filter(hasRelativeYear),
    ),
);

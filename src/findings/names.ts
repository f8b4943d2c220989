import { formCells, tablePointer, type FormCell } from "../arithmetic/paths.ts";
import type { Place, Template } from "../model/index.ts";

export type Language = "en" | "zh";

export interface NamingContext {
  readonly templates: readonly Template[];
  readonly layouts: Readonly<Record<string, string>>;
}

/** Labels of the cell at a pointer: 一、本年新收政府信息公开申请数量 / 总计. */
export function nameOf(pointer: string, { templates, layouts }: NamingContext): string {
  for (const [id, layout] of Object.entries(layouts)) {
    const table = templates
      .find((template) => template.id === layout)
      ?.tables.find((candidate) => candidate.id === id);
    if (!table || !pointer.startsWith(tablePointer(id))) continue;
    if (pointer === tablePointer(id)) return table.title;
    const cell = formCells(table).find((candidate) => candidate.pointer === pointer);
    if (cell) return cellName(cell);
  }
  return pointer.replace(/^\/report\//u, "");
}

/** Names a cell by the labels of its row, with the enumerator, and of its column: （七）总计 is not the column 总计. */
export function cellName({ row, column }: Pick<FormCell, "row" | "column">): string {
  const group = column.group.at(-1);
  const heading = row.label === "" && group ? [group] : [];
  return [...heading, row.enumerator + row.label, column.label].filter((part) => part !== "").join(" / ");
}

/** The name of the first of several cells, and how many more there are. */
export function namesOf(
  pointers: readonly string[],
  context: NamingContext & { readonly language: Language },
): string {
  const shown = pointers.slice(0, 1).map((pointer) => nameOf(pointer, context));
  const more = pointers.length - shown.length;
  if (more <= 0) return shown.join("");
  return context.language === "zh"
    ? `${shown.join("、")} 等 ${pointers.length} 格`
    : `${shown.join(", ")} and ${more} more`;
}

export function placeWords(at: Place | undefined, language: Language): string {
  if (!at) return "";
  const [file, page, table, row, column, line] =
    language === "zh"
      ? ["第$份文件", "第$页", "表$", "行$", "列$", "第$行"]
      : ["file $", "page $", "table $", "row $", "column $", "line $"];
  const words = [
    [at.file, file],
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

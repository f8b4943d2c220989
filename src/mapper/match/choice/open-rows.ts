import type { Finding, Template } from "../../../model/index.ts";
import { withRows } from "../../../arithmetic/open-rows.ts";
import { tablePointer } from "../../../arithmetic/paths.ts";
import { finding } from "../../../findings/finding.ts";
import { isMentioned } from "../../form/mentioned.ts";
import { sampledTables } from "../../form/form.ts";
import type { KnownTable } from "../../form/known.ts";
import type { SeenDocument } from "./choose.ts";
import { printedRows, inPrintedOrder, MAXIMUM_LISTED } from "./list-items.ts";

export interface ListedFamilies {
  readonly templates: readonly Template[];
  readonly diagnostics: readonly Finding[];
}

/**
 * The families, with the rows added that this document prints in their lists: rows that stand under all of a block's
 * headings and are no fixed row of the table. From here on they are rows like any other. A family stays the same object
 * if none of its lists is mentioned, so that whatever was prepared for it is found again.
 */
export function withListedRows(
  templates: readonly Template[],
  { rowsFor, has, turnsPage }: SeenDocument,
  year: number | null,
): ListedFamilies {
  const diagnostics: Finding[] = [];
  const filled = templates.map((template) => {
    const isSeen = ([whole]: readonly KnownTable[]) => isMentioned(whole!, has);
    const lists = sampledTables(template).filter(([whole]) => whole!.table.blocks.some(({ open }) => open));
    if (!lists.some(isSeen)) return template;
    return withRows(template, (block, { id }) => {
      const variants = sampledTables(template)[template.tables.findIndex((table) => table.id === id)]!;
      if (!isSeen(variants)) return block.rows;
      const at = template.tables.find((table) => table.id === id)!.blocks.indexOf(block);
      const { rows, doubtful, isWrapped } = printedRows(variants, at, rowsFor(variants[0]!), year, turnsPage);
      const listed = rows.filter((row) => row.fixed === null);
      if (doubtful)
        diagnostics.push(
          finding("row-or-numbers", {
            path: tablePointer(id),
            at: doubtful.at,
            args: { row: [...doubtful.labels, ...doubtful.values.map(({ text }) => text)].join(" | ") },
          }),
        );
      if (isWrapped) diagnostics.push(finding("names-wrapped", { path: tablePointer(id) }));
      if (listed.length > MAXIMUM_LISTED)
        diagnostics.push(
          finding("too-many-rows", { path: tablePointer(id), args: { limit: MAXIMUM_LISTED } }),
        );
      return inPrintedOrder(block, rows);
    });
  });
  // If no list has rows, the same array is returned, so that whatever was prepared for it is found again.
  const same = filled.every((template, index) => template === templates[index]);
  return { templates: same ? templates : filled, diagnostics };
}

import { partsOfTableId } from "../../arithmetic/records.ts";
import type { Conversion, EvidenceStatus } from "../../model/index.ts";
import { flagsOf, numberOf, textOf, type Flag } from "../../record/index.ts";
import { cells, type Cell } from "./cells.ts";
import { reportColumns, sourceColumns, type LongTable } from "../contract/long-table.ts";

export interface CellRow {
  readonly conversion: Conversion;
  readonly cell: Cell;
  readonly flag: Flag;
}

/** Every status. The schema of the conversion is made of them and does not compile when one is missing. */
export const evidenceStatuses = [
  "given",
  "blank",
  "dash",
  "not-applicable",
  "inferred",
  "recognized",
  "unreadable",
  "conflict",
  "corrected",
] as const satisfies readonly EvidenceStatus[];

/** One row for each cell of the form, blank ones included. */
export const cellTable: LongTable<CellRow> = {
  rows: function* (conversion, templates) {
    const flagAt = flagsOf(conversion);
    for (const cell of cells(conversion, templates)) yield { conversion, cell, flag: flagAt(cell.pointer) };
  },
  columns: [
    ...reportColumns,
    {
      name: "table",
      type: "string",
      en: "Table of the form",
      zh: "表",
      of: ({ cell }) => partsOfTableId(cell.table).table,
    },
    {
      name: "row",
      type: "string",
      en: "Key of the row; empty where the block has one row",
      zh: "行的键；只有一行时为空",
      of: ({ cell }) => cell.row.key,
    },
    {
      name: "column",
      type: "string",
      en: "Key of the column; empty where the block has one column",
      zh: "列的键；只有一列时为空",
      of: ({ cell }) => cell.column.key,
    },
    {
      name: "value",
      type: "number",
      en: "The number; empty if blank or unreadable, never zero for either",
      zh: "数值；空白或无法识读时为空，绝不以零代替",
      of: ({ cell }) => numberOf(cell.value),
    },
    {
      name: "unit",
      type: "string",
      en: "Unit as printed",
      zh: "原文所印单位",
      of: ({ cell }) => cell.evidence?.unit,
    },
    {
      name: "raw",
      type: "string",
      en: "Text of the cell as printed",
      zh: "单元格原文",
      of: ({ cell }) => cell.evidence?.raw,
    },
    {
      name: "status",
      type: "string",
      en: "given, blank, dash, not-applicable, inferred, recognized, unreadable, conflict or corrected",
      zh: "有数、空白、横线、不适用、推定、扫描识别、无法识读、互相矛盾或经人工更正",
      among: evidenceStatuses,
      of: ({ cell }) => cell.evidence?.status,
    },
    {
      name: "flag",
      type: "string",
      en: "error or warning where a finding names the cell, its row or its table; otherwise empty",
      zh: "有问题指向该单元格、其行或其表时为 error（错误）或 warning（警告），否则为空",
      among: ["error", "warning"],
      of: ({ flag }) => flag.severity,
    },
    {
      name: "rules",
      type: "string",
      en: "Rules of those findings, with spaces between; see the findings",
      zh: "所涉规则，以空格分隔，详见问题表",
      of: ({ flag }) => flag.rules.join(" "),
    },
    {
      name: "page",
      type: "integer",
      en: "Page it stands on",
      zh: "所在页",
      of: ({ cell }) => cell.evidence?.at?.page,
    },
    {
      name: "table_no",
      type: "integer",
      en: "Ordinal of the table in the source",
      zh: "原文中第几张表",
      of: ({ cell }) => cell.evidence?.at?.table,
    },
    {
      name: "row_no",
      type: "integer",
      en: "Row in that table",
      zh: "该表第几行",
      of: ({ cell }) => cell.evidence?.at?.row,
    },
    {
      name: "column_no",
      type: "integer",
      en: "Column in that table",
      zh: "该表第几列",
      of: ({ cell }) => cell.evidence?.at?.column,
    },
    {
      name: "text",
      type: "string",
      en: "The words of a cell that holds words: a text, an ISO date, the key of the option ticked, several with spaces between",
      zh: "文字类单元格的内容：文本、ISO 日期、所选项的键（多选以空格分隔）",
      of: ({ cell }) => textOf(cell.value),
    },
    {
      name: "file_no",
      type: "integer",
      en: "Of a report in several files: which of them, in the order of the manifest",
      zh: "报告由多个文件组成时，所在文件在清单中的次序",
      of: ({ cell }) => cell.evidence?.at?.file,
    },
    {
      name: "record_no",
      type: "integer",
      en: "Of a form of which the report has several records: which of them, from 0",
      zh: "报告有多份同一格式的表时，第几份（从 0 起）",
      of: ({ cell }) => partsOfTableId(cell.table).record,
    },
    ...sourceColumns,
  ],
};

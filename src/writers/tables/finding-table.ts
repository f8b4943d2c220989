import type { Conversion, Scalar } from "../../model/index.ts";
import { pointersOf } from "../../record/index.ts";
import { reportColumns, sourceColumns, type LongTable } from "../contract/long-table.ts";
import { placeText } from "./place-text.ts";

export interface FindingRow {
  readonly conversion: Conversion;
  readonly finding: Conversion["diagnostics"][number];
  /** Null for a finding about no cell. */
  readonly pointer: string | null;
}

/** One row for each finding and each cell it names; a finding about no cell has one row. */
export const findingTable: LongTable<FindingRow> = {
  rows: function* (conversion) {
    for (const finding of conversion.diagnostics) {
      const pointers = pointersOf(finding);
      for (const pointer of pointers.length === 0 ? [null] : pointers) yield { conversion, finding, pointer };
    }
  },
  columns: [
    ...reportColumns,
    { name: "rule", type: "string", en: "Id of the rule", zh: "规则", of: ({ finding }) => finding.rule },
    {
      name: "severity",
      type: "string",
      en: "error, warning or notice",
      zh: "error（错误）、warning（警告）或 notice（提示）",
      among: ["error", "warning", "notice"],
      of: ({ finding }) => finding.severity,
    },
    {
      name: "message",
      type: "string",
      en: "What is wrong, in a sentence",
      zh: "问题说明",
      of: ({ finding }) => finding.message,
    },
    {
      name: "pointer",
      type: "string",
      en: "JSON Pointer of the cell, row or table; empty for a finding about none",
      zh: "所指单元格、行或表的 JSON 指针；不指向单元格时为空",
      of: ({ pointer }) => pointer,
    },
    {
      name: "place",
      type: "string",
      en: "Where it stands in the source",
      zh: "在原文中的位置",
      of: ({ conversion, finding, pointer }) => {
        const at = (pointer === null ? null : conversion.evidence[pointer]?.at) ?? finding.at;
        return at ? placeText(at) : null;
      },
    },
    {
      name: "expected",
      type: "string",
      en: "What it should be; empty in the rows of other cells that the finding names",
      zh: "应有的值；同一问题所涉其他单元格的行中为空",
      of: (row) => side(row, row.finding.expected),
    },
    {
      name: "actual",
      type: "string",
      en: "What it is; empty in the rows of other cells that the finding names",
      zh: "实际的值；同一问题所涉其他单元格的行中为空",
      of: (row) => side(row, row.finding.actual),
    },
    ...sourceColumns,
  ],
};

/** The sides of a finding are those of the cell it is about; the sum of several cells is the value of none of them. */
function side({ finding: { path }, pointer }: FindingRow, value: Scalar | undefined): string | null {
  return value === null || value === undefined || pointer !== (path ?? null) ? null : String(value);
}

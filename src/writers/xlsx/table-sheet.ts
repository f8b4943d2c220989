import type { CellObject } from "write-excel-file/universal";
import { cellPointer } from "../../arithmetic/paths.ts";
import type { Conversion, TableTemplate, WordedDiagnostic } from "../../model/index.ts";
import { flagsOf, pointersOf, valueAt } from "../../record/index.ts";
import { formSheet } from "../layout/form-sheet.ts";
import type { Comment } from "./comments.ts";
import { bordered, doubtful, header, printable, textCell } from "./sheet.ts";
import type { WorkbookSheet } from "./sheet.ts";
import type { WorkbookWords } from "./words.ts";

/** A table in the form's own layout, its findings as comments on the cells they are about. */
export function tableSheet(
  table: TableTemplate,
  conversion: Conversion,
  { severity: severities }: WorkbookWords,
): WorkbookSheet {
  const { report, evidence, diagnostics } = conversion;
  const flagAt = flagsOf(conversion);
  const { height, width, labelColumns, headerRows, cells } = formSheet(table);
  const data: (CellObject | null)[][] = Array.from({ length: height }, () =>
    Array<CellObject | null>(width).fill(null),
  );
  const notes: Comment[] = [];
  const findings = byPointer(diagnostics);
  for (const { row, column, rowSpan, columnSpan, content } of cells) {
    const span = { rowSpan, columnSpan };
    if ("label" in content) {
      set(data, row, column, { ...header, ...span, ...textCell(content.label) });
      continue;
    }
    const pointer = cellPointer(table, content.row.key, content.column.key);
    const value = (report && valueAt(report, pointer)) ?? null;
    // A cell without a number shows what the report printed there, never a zero.
    const shown =
      typeof value === "number" ? { value, type: Number } : textCell(evidence[pointer]?.raw ?? "");
    const own = findings.get(pointer) ?? [];
    // Findings about a whole table are listed on the first sheet; here they colour the cells.
    const worst = flagAt(pointer).severity ?? (own.length > 0 ? "notice" : null);
    set(data, row, column, {
      ...bordered,
      align: typeof value === "string" || Array.isArray(value) ? "left" : "right",
      ...span,
      ...shown,
      ...(worst ? { backgroundColor: doubtful[worst] } : {}),
    });
    if (own.length > 0)
      notes.push({
        row,
        column,
        text: printable(own.map(({ severity, message }) => `${severities[severity]}: ${message}`).join("\n")),
      });
  }
  return {
    name: table.title,
    data,
    widths: Array.from({ length: width }, (_, at) => (at < labelColumns ? 18 : 13)),
    notes,
    repeated: headerRows === 0 ? null : [1, headerRows],
  };
}

function byPointer(diagnostics: readonly WordedDiagnostic[]): Map<string, WordedDiagnostic[]> {
  const found = new Map<string, WordedDiagnostic[]>();
  for (const diagnostic of diagnostics)
    for (const pointer of pointersOf(diagnostic))
      found.set(pointer, [...(found.get(pointer) ?? []), diagnostic]);
  return found;
}

function set(data: (CellObject | null)[][], row: number, column: number, cell: CellObject): void {
  const line = data[row];
  if (line) line[column] = cell;
}

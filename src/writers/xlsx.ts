import { unzipSync, zipSync } from "fflate";
import writeWorkbook from "write-excel-file/universal";
import type { CellObject, SheetData } from "write-excel-file/universal";
import { cellPointer } from "../arithmetic/paths.ts";
import type { Conversion, TableTemplate, Template, WordedDiagnostic } from "../model/index.ts";
import { flagsOf, pointersOf, valueAt } from "../record/index.ts";
import { formSheet } from "./form-sheet.ts";
import { comments } from "./xlsx-comments.ts";
import type { Comment } from "./xlsx-comments.ts";

/**
 * One report as a workbook: a sheet for each table in the form's own layout, findings as comments on the cells they are
 * about, and a first sheet with what the report says of itself and every finding. Same conversion, same bytes.
 * `templates` must hold every layout the conversion names.
 */
export async function xlsx(conversion: Conversion, templates: readonly Template[]): Promise<Uint8Array> {
  const tables = Object.entries(conversion.layouts).map(([id, layout]) => {
    const table = templates.find((it) => it.id === layout)?.tables.find((it) => it.id === id);
    if (table === undefined) throw new Error(`no template given for table ${id} of layout ${layout}`);
    return tableSheet(table, conversion);
  });
  const sheets = [overview(conversion), ...tables];
  const written = await writeWorkbook(
    sheets.map(({ name, data, widths }) => ({
      sheet: name,
      data,
      columns: widths.map((width) => ({ width })),
    })),
    { features: [comments(sheets.map(({ notes }) => notes))] },
  ).toBlob();
  return timeless(new Uint8Array(await written.arrayBuffer()));
}

interface Sheet {
  readonly name: string;
  readonly data: SheetData;
  readonly widths: readonly number[];
  readonly notes: readonly Comment[];
}

const bordered = { borderStyle: "thin", wrap: true, alignVertical: "center" } as const;
const header = { ...bordered, align: "center", backgroundColor: "#eeeeee" } as const;
const doubtful = { error: "#f8cbad", warning: "#ffe699", notice: "#ddebf7" } as const;

function tableSheet(table: TableTemplate, conversion: Conversion): Sheet {
  const { report, evidence, diagnostics } = conversion;
  const flagAt = flagsOf(conversion);
  const { height, width, labelColumns, cells } = formSheet(table);
  const data: (CellObject | null)[][] = Array.from({ length: height }, () =>
    Array<CellObject | null>(width).fill(null),
  );
  const notes: Comment[] = [];
  const findings = byPointer(diagnostics);
  for (const { row, column, rowSpan, columnSpan, content } of cells) {
    const span = { rowSpan, columnSpan };
    if ("label" in content) {
      set(data, row, column, { ...header, ...span, ...text(content.label) });
      continue;
    }
    const pointer = cellPointer(table, content.row.key, content.column.key);
    const value = (report && valueAt(report, pointer)) ?? null;
    // A cell without a number shows what the report printed there, never a zero.
    const shown = typeof value === "number" ? { value, type: Number } : text(evidence[pointer]?.raw ?? "");
    const own = findings.get(pointer) ?? [];
    // What is said of a whole table stands on the first sheet; here it colours the cells.
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
        text: printable(own.map(({ severity, message }) => `${severity}: ${message}`).join("\n")),
      });
  }
  return {
    name: sheetName(table.title),
    data,
    widths: Array.from({ length: width }, (_, at) => (at < labelColumns ? 18 : 13)),
    notes,
  };
}

function overview({ source, report, layouts, diagnostics }: Conversion): Sheet {
  const facts: readonly (readonly [string, string | number | null | undefined])[] = [
    ["标题 Title", report?.title],
    ["发布机关 Issuer", report?.issuer],
    ["年度 Year", report?.year],
    ["发布日期 Published", report?.publicationDate],
    [
      "表式 Forms",
      Object.entries(layouts)
        .map(([table, layout]) => `${table} ${layout}`)
        .join(", "),
    ],
    ["文件 Source", source.name],
    ["SHA-256", source.sha256],
  ];
  const heading = ["级别 Severity", "规则 Rule", "说明 Finding", "位置 Path"].map((label) => ({
    ...header,
    value: label,
    type: String,
  }));
  const findings = diagnostics.map(({ severity, rule, message, path, paths }) =>
    [severity, rule, message, path ?? paths?.[0] ?? ""].map((it) => ({ ...bordered, ...text(it) })),
  );
  const data = [
    ...facts.map(([label, value]) => [
      { ...header, ...text(label) },
      typeof value === "number" ? { value, type: Number } : text(value ?? ""),
    ]),
    [],
    heading,
    ...findings,
  ];
  return { name: "报告 Report", data, widths: [18, 30, 80, 60], notes: [] };
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

function text(value: string): CellObject {
  return { value: printable(value), type: String };
}

/** What XML 1.0 cannot hold, and more than the 32,767 characters of a cell, would make a file that does not open. */
function printable(value: string): string {
  return value.replace(/[^\t\n\P{Cc}]|\p{Cs}|[\ufffe\uffff]/gu, "\ufffd").slice(0, 32_000);
}

/** ISO/IEC 29500-1, 18.2.19: at most 31 characters, none of these. */
function sheetName(title: string): string {
  return title.replace(/[\\/?*[\]:]/g, " ").slice(0, 31);
}

/** The archive's clock is set back to where ZIP's begins. */
function timeless(archive: Uint8Array): Uint8Array {
  return zipSync(unzipSync(archive), { mtime: new Date(1980, 0, 1), level: 6 });
}

import { unzipSync, zipSync } from "fflate";
import writeWorkbook from "write-excel-file/universal";
import type { CellObject } from "write-excel-file/universal";
import { laidOutAsPrinted } from "../../arithmetic/open-rows.ts";
import { cellPointer } from "../../arithmetic/paths.ts";
import type { Language } from "../../findings/index.ts";
import type { Conversion, TableTemplate, Template, WordedDiagnostic } from "../../model/index.ts";
import { flagsOf, pointersOf, valueAt } from "../../record/index.ts";
import { formSheet } from "../layout/form-sheet.ts";
import { comments } from "./comments.ts";
import type { Comment } from "./comments.ts";
import { heightened } from "./heights.ts";
import type { Rows } from "./heights.ts";
import { printing } from "./print.ts";
import type { Printing } from "./print.ts";
import { workbookWords } from "./words.ts";
import type { WorkbookWords } from "./words.ts";

/**
 * One report as a workbook that prints: a sheet for each table in the form's own layout, findings as comments on the cells they
 * are about, and a first sheet with what the report says of itself and every finding. Same conversion, same bytes.
 * `templates` must hold every layout the conversion names; `language` is that of its findings.
 */
export async function xlsxWriter(
  conversion: Conversion,
  templates: readonly Template[],
  language: Language,
): Promise<Uint8Array> {
  const families = laidOutAsPrinted(templates, conversion);
  const tables = Object.entries(conversion.layouts).map(([id, layout]) => {
    const table = families.find((it) => it.id === layout)?.tables.find((it) => it.id === id);
    if (table === undefined) throw new Error(`no template given for table ${id} of layout ${layout}`);
    return tableSheet(table, conversion, workbookWords[language]);
  });
  const sheets = withOwnNames([overview(conversion, workbookWords[language]), ...tables]);
  const written = await writeWorkbook(
    sheets.map(({ name, data, widths }) => ({
      sheet: name,
      data: heightened(data, widths),
      columns: widths.map((width) => ({ width })),
    })),
    {
      features: [
        comments(sheets.map(({ notes }) => notes)),
        printing(
          sheets.map(({ name, widths, repeated }) => ({
            name,
            repeated,
            width: widths.reduce((sum, one) => sum + one, 0),
          })),
        ),
      ],
    },
  ).toBlob();
  return timeless(new Uint8Array(await written.arrayBuffer()));
}

interface Sheet {
  readonly name: string;
  readonly data: Rows;
  readonly widths: readonly number[];
  readonly notes: readonly Comment[];
  readonly repeated: Printing["repeated"];
}

const bordered = { borderStyle: "thin", wrap: true, alignVertical: "center" } as const;
const header = { ...bordered, align: "center", backgroundColor: "#eeeeee" } as const;
const doubtful = { error: "#f8cbad", warning: "#ffe699", notice: "#ddebf7" } as const;

function tableSheet(
  table: TableTemplate,
  conversion: Conversion,
  { severity: severities }: WorkbookWords,
): Sheet {
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
      set(data, row, column, { ...header, ...span, ...text(content.label) });
      continue;
    }
    const pointer = cellPointer(table, content.row.key, content.column.key);
    const value = (report && valueAt(report, pointer)) ?? null;
    // A cell without a number shows what the report printed there, never a zero.
    const shown = typeof value === "number" ? { value, type: Number } : text(evidence[pointer]?.raw ?? "");
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
    name: sheetName(table.title),
    data,
    widths: Array.from({ length: width }, (_, at) => (at < labelColumns ? 18 : 13)),
    notes,
    repeated: headerRows === 0 ? null : [1, headerRows],
  };
}

function overview({ source, report, layouts, diagnostics }: Conversion, words: WorkbookWords): Sheet {
  const facts: readonly (readonly [string, string | number | null | undefined])[] = [
    [words.title, report?.title],
    [words.issuer, report?.issuer],
    [words.year, report?.year],
    [words.published, report?.publicationDate],
    [
      words.forms,
      Object.entries(layouts)
        .map(([table, layout]) => `${table} ${layout}`)
        .join(", "),
    ],
    [words.source, source.name],
    ["SHA-256", source.sha256],
  ];
  const heading = words.findings.map((label) => ({ ...header, ...text(label) }));
  const findings = diagnostics.map(({ severity, rule, message, path, paths }) =>
    [words.severity[severity], rule, message, path ?? paths?.[0] ?? ""].map((it, at) => ({
      ...bordered,
      ...text(it),
      ...(at === 0 ? { backgroundColor: doubtful[severity] } : {}),
    })),
  );
  const reach = heading.length - 1;
  const data = [
    ...facts.map(([label, value]) => [
      { ...header, ...text(label) },
      { ...bordered, ...text(String(value ?? "")), columnSpan: reach },
      ...Array<null>(reach - 1).fill(null),
    ]),
    [],
    heading,
    ...findings,
  ];
  const headingRow = facts.length + 2;
  return { name: words.sheet, data, widths: [12, 24, 70, 44], notes: [], repeated: [headingRow, headingRow] };
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

/**
 * Removes what XML 1.0 cannot hold, and what exceeds the 32,767 characters of a cell: either would make a file that
 * does not open.
 */
function printable(value: string): string {
  return value.replace(/[^\t\n\P{Cc}]|\p{Cs}|[\ufffe\uffff]/gu, "\ufffd").slice(0, 32_000);
}

/** ISO/IEC 29500-1, 18.2.19: at most 31 characters, none of these. */
function sheetName(title: string): string {
  return title.replace(/[\\/?*[\]:]/g, " ").slice(0, LONGEST_NAME);
}

/** No two sheets of a workbook may have the same name, whatever their case. */
function withOwnNames(sheets: readonly Sheet[]): readonly Sheet[] {
  const taken = new Set<string>();
  return sheets.map((sheet) => {
    let { name } = sheet;
    for (let count = 2; taken.has(name.toLowerCase()); count++)
      name = `${sheet.name.slice(0, LONGEST_NAME - 1 - String(count).length)} ${count}`;
    taken.add(name.toLowerCase());
    return { ...sheet, name };
  });
}

/** ISO 29500-1 sets no limit; programs allow this many characters. */
const LONGEST_NAME = 31;

/** Sets the archive's clock back to the earliest time a ZIP can state. */
function timeless(archive: Uint8Array): Uint8Array {
  return zipSync(unzipSync(archive), { mtime: new Date(1980, 0, 1), level: 6 });
}

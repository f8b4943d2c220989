import type { Conversion } from "../../model/index.ts";
import { bordered, doubtful, header, textCell } from "./sheet.ts";
import type { WorkbookSheet } from "./sheet.ts";
import type { WorkbookWords } from "./words.ts";

/** The first sheet: what the report says of itself, and every finding. */
export function overview(
  { source, report, layouts, diagnostics }: Conversion,
  words: WorkbookWords,
): WorkbookSheet {
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
  const heading = words.findings.map((label) => ({ ...header, ...textCell(label) }));
  const findings = diagnostics.map(({ severity, rule, message, path, paths }) =>
    [words.severity[severity], rule, message, path ?? paths?.[0] ?? ""].map((it, at) => ({
      ...bordered,
      ...textCell(it),
      ...(at === 0 ? { backgroundColor: doubtful[severity] } : {}),
    })),
  );
  const reach = heading.length - 1;
  const data = [
    ...facts.map(([label, value]) => [
      { ...header, ...textCell(label) },
      { ...bordered, ...textCell(String(value ?? "")), columnSpan: reach },
      ...Array<null>(reach - 1).fill(null),
    ]),
    [],
    heading,
    ...findings,
  ];
  const headingRow = facts.length + 2;
  return { name: words.sheet, data, widths: [12, 24, 70, 44], notes: [], repeated: [headingRow, headingRow] };
}

import { drawReport, layOut, plain, renderTextFile, seeded } from "../support/factory/index.ts";
import type { DrawOptions, FormRow, ReportTruth, TableId } from "../support/factory/index.ts";

export const issuer = "霁溪县人民政府";

/** Reports of one office for these years whose figures follow from one another: stocks, items and open applications. */
export function drawYears(seed: number, years: readonly number[], options: DrawOptions = {}): ReportTruth[] {
  const office = { issuer, seat: "云泽省霁溪县", self: "我县" };
  const truths: ReportTruth[] = [];
  for (const year of years) {
    const last = truths.at(-1);
    const before = last?.year === year - 1 ? { before: last } : {};
    truths.push(
      drawReport(seeded(seed * 1_000 + year).int(0, 1_000_000), {
        ...plain,
        year,
        scale: "county",
        layouts: layoutsOf(year),
        office,
        ...before,
        ...options,
      }),
    );
  }
  return truths;
}

function layoutsOf(year: number) {
  const layout = year < 2021 ? "2019" : "2021";
  return { proactiveDisclosure: layout, applications: layout, reviewAndLitigation: layout } as const;
}

/** The report as a text file. */
export function asText(truth: ReportTruth): Uint8Array {
  return renderTextFile(layOut(truth), "tabbed");
}

/** The report with other figures in these cells, by dotted path. */
export function withValues(truth: ReportTruth, values: Readonly<Record<string, number | null>>): ReportTruth {
  const print = (row: FormRow): FormRow =>
    row.map((cell) =>
      cell.path !== undefined && cell.path in values
        ? { ...cell, text: String(values[cell.path] ?? "") }
        : cell,
    );
  const tables = Object.fromEntries(
    Object.entries(truth.tables).map(([id, rows]) => [id, rows.map(print)]),
  ) as Record<TableId, FormRow[]>;
  return { ...truth, values: { ...truth.values, ...values }, tables };
}

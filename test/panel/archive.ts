import { drawReport, layOut, plain, renderTextFile, seeded } from "../support/factory/index.ts";
import type { DrawOptions, FormRow, ReportTruth, TableId } from "../support/factory/index.ts";

const applicants = ["naturalPerson", "legalPerson.commercialEnterprise", "legalPerson.researchInstitution", "legalPerson.publicWelfareOrganization", "legalPerson.legalServiceInstitution", "legalPerson.other"];
const itemRows = ["administrativeLicensing", "otherExternalServices", "administrativePenalties", "administrativeCoercion", "administrativeFees"];

export const issuer = "霁溪县人民政府";

/** Reports of one office for these years whose figures follow from one another: stocks, items and open applications. */
export function drawYears(seed: number, years: readonly number[], options: DrawOptions = {}): ReportTruth[] {
  const truths: ReportTruth[] = [];
  for (const year of years) {
    const settled = { ...plain, year, scale: "county", layouts: layoutsOf(year), ...options } as const;
    const drawn = drawReport(seeded(seed * 1_000 + year).int(0, 1_000_000), settled);
    const named = { ...drawn, issuer, title: `${issuer}${year}年政府信息公开工作年度报告`, titleLines: [issuer, `${year}年政府信息公开工作年度报告`] };
    const before = truths.at(-1);
    truths.push(before && before.year === year - 1 ? following(before, named) : named);
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
    row.map((cell) => (cell.path !== undefined && cell.path in values ? { ...cell, text: String(values[cell.path] ?? "") } : cell));
  const tables = Object.fromEntries(Object.entries(truth.tables).map(([id, rows]) => [id, rows.map(print)])) as Record<TableId, FormRow[]>;
  return { ...truth, values: { ...truth.values, ...values }, tables };
}

function following(before: ReportTruth, after: ReportTruth): ReportTruth {
  const was = (path: string): number => before.values[path] ?? 0;
  const is = (path: string): number => after.values[path] ?? 0;
  const set: Record<string, number> = {};
  for (const column of applicants.map((key) => `applications.${key}`)) {
    const more = was(`${column}.carriedForward`) - is(`${column}.carriedOver`);
    set[`${column}.carriedOver`] = was(`${column}.carriedForward`);
    // Either more is done, or more was received, so that the form balances.
    const changed = more > 0 ? ["results.granted", "results.total"] : ["newlyReceived"];
    for (const row of changed) set[`${column}.${row}`] = is(`${column}.${row}`) + Math.abs(more);
  }
  for (const row of ["carriedOver", "newlyReceived", "results.granted", "results.total"]) {
    set[`applications.total.${row}`] = applicants.reduce((sum, key) => sum + (set[`applications.${key}.${row}`] ?? is(`applications.${key}.${row}`)), 0);
  }
  const form = after.layouts.proactiveDisclosure;
  if (before.layouts.proactiveDisclosure === form && form === "2021") {
    for (const row of ["regulations", "normativeDocuments"].map((key) => `proactiveDisclosure.${key}`)) {
      const stock = was(`${row}.inForce`) + is(`${row}.issued`);
      set[`${row}.repealed`] = Math.min(is(`${row}.repealed`), stock);
      set[`${row}.inForce`] = stock - set[`${row}.repealed`]!;
    }
  }
  if (before.layouts.proactiveDisclosure === form && form === "2019") {
    for (const row of itemRows.map((key) => `proactiveDisclosure.${key}`)) {
      set[`${row}.priorYearItems`] = was(`${row}.priorYearItems`) + was(`${row}.itemsChange`);
    }
  }
  return withValues(after, set);
}

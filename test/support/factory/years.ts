import type { Figures } from "./figures.ts";
import { applicantColumns, formPaths } from "./forms.ts";
import type { Layouts, TableId } from "./forms.ts";
import type { Random } from "./random.ts";
import type { DocumentTruth, ReportTruth } from "./truth.ts";

/** What two consecutive reports of one office can be made to say differently, or the same. */
export const plantableBreaks = [
  "x-carry",
  "x-inforce",
  "x-items",
  "x-identical",
  "x-copied",
  "f2-cumulative",
] as const;
export type YearBreakId = (typeof plantableBreaks)[number];

/** A broken instance; `path` is the cell of the later report, a table of it, or `sections`. */
export interface YearBreak {
  readonly rule: YearBreakId;
  readonly year: number;
  readonly path: string;
}

const columns = applicantColumns.map(([, key]) => `applications.${key}`);
const stockRows = ["regulations", "normativeDocuments"].map((row) => `proactiveDisclosure.${row}`);
const itemRows = [
  "administrativeLicensing",
  "otherExternalServices",
  "administrativePenalties",
  "administrativeCoercion",
  "administrativeFees",
].map((row) => `proactiveDisclosure.${row}`);

/** 历年累计 of an indicator list. */
const CUMULATIVE = ".cumulative";

/** Makes a year's figures follow from the year before: open applications, stocks of documents, items. Blank cells bind nothing. */
export function follow(before: ReportTruth, layouts: Layouts, figures: Figures): void {
  for (const column of columns.slice(0, 6)) {
    const open = before.values[`${column}.carriedForward`] ?? figures[`${column}.carriedOver`]!;
    carryOver(figures, column, open - figures[`${column}.carriedOver`]!);
  }
  const same = before.layouts.proactiveDisclosure === layouts.proactiveDisclosure;
  if (same && layouts.proactiveDisclosure === "2021") {
    for (const row of stockRows) {
      const stock = (before.values[`${row}.inForce`] ?? 0) + figures[`${row}.issued`]!;
      figures[`${row}.repealed`] = Math.min(figures[`${row}.repealed`]!, stock);
      figures[`${row}.inForce`] = stock - figures[`${row}.repealed`]!;
    }
  }
  if (same && layouts.proactiveDisclosure === "2019") {
    for (const row of itemRows)
      figures[`${row}.priorYearItems`] =
        (before.values[`${row}.priorYearItems`] ?? 0) + (before.values[`${row}.itemsChange`] ?? 0);
  }
}

/** More or fewer applications carried over; the column still balances, in itself and with 总计. */
function carryOver(figures: Figures, column: string, by: number): void {
  const answered = by > 0 ? ["results.granted", "results.total"] : ["newlyReceived"];
  for (const at of [column, "applications.total"]) {
    figures[`${at}.carriedOver`]! += by;
    for (const row of answered) figures[`${at}.${row}`]! += Math.abs(by);
  }
}

/** Breaks one rule between the years. Throws RangeError where the two have nothing to break. */
export function plantBreak(
  random: Random,
  rule: Exclude<YearBreakId, "x-copied" | "f2-cumulative">,
  before: ReportTruth,
  layouts: Layouts,
  figures: Figures,
): void {
  const by = random.int(1, 9);
  const form = layouts.proactiveDisclosure;
  const needed = { "x-inforce": "2021", "x-items": "2019" } as const;
  if (
    rule in needed &&
    (form !== needed[rule as keyof typeof needed] || before.layouts.proactiveDisclosure !== form)
  )
    throw new RangeError(`${rule} cannot be planted between other forms`);
  switch (rule) {
    case "x-carry":
      return carryOver(figures, random.pick(columns.slice(0, 6)), by);
    case "x-inforce":
      return void (figures[`${random.pick(stockRows)}.inForce`]! += by);
    case "x-items":
      return void (figures[`${random.pick(itemRows)}.priorYearItems`]! += by);
    case "x-identical": {
      const tables = (["proactiveDisclosure", "applications", "reviewAndLitigation"] as const).filter(
        (table) =>
          before.layouts[table] === layouts[table] && isTelling(before, formPaths(table, layouts[table])),
      );
      if (tables.length === 0) throw new RangeError("no table has enough figures to be known again");
      const table: TableId = random.pick(tables);
      for (const path of formPaths(table, layouts[table])) figures[path] = before.values[path] ?? 0;
    }
  }
}

/** Many different figures, none of which stays as it is in a year without changes. */
export function isTelling({ values }: DocumentTruth, paths: readonly string[]): boolean {
  const moving = paths.filter((path) => !/inForce|totalDisclosed|priorYearItems/u.test(path));
  return new Set(moving.map((path) => values[path] ?? 0).filter((value) => value > 9)).size >= 4;
}

/** Every break between two consecutive reports of one office but a copied prose. A blank cell is in none. */
export function brokenAcrossYears(before: DocumentTruth, after: DocumentTruth): YearBreak[] {
  const was = (path: string): number | null => before.values[path] ?? null;
  const is = (path: string): number | null => after.values[path] ?? null;
  const differ = (rule: YearBreakId, path: string, parts: readonly (number | null)[]): YearBreak[] => {
    const actual = is(path);
    if (actual === null || parts.includes(null)) return [];
    return parts.reduce<number>((sum, part) => sum + part!, 0) === actual
      ? []
      : [{ rule, year: after.year, path }];
  };
  const both = (table: string, id?: string): boolean =>
    before.layouts[table] !== undefined &&
    before.layouts[table] === after.layouts[table] &&
    (id === undefined || after.layouts[table] === id);
  const negative = (value: number | null): number | null => (value === null ? null : -value);
  const applications =
    before.layouts["applications"] !== undefined && after.layouts["applications"] !== undefined;
  return [
    ...(applications
      ? columns.flatMap((column) =>
          differ("x-carry", `${column}.carriedOver`, [was(`${column}.carriedForward`)]),
        )
      : []),
    ...(both("proactiveDisclosure", "2021")
      ? stockRows.flatMap((row) =>
          differ("x-inforce", `${row}.inForce`, [
            was(`${row}.inForce`),
            is(`${row}.issued`),
            negative(is(`${row}.repealed`)),
          ]),
        )
      : []),
    ...(both("proactiveDisclosure", "2019")
      ? itemRows.flatMap((row) =>
          differ("x-items", `${row}.priorYearItems`, [
            was(`${row}.priorYearItems`),
            was(`${row}.itemsChange`),
          ]),
        )
      : []),
    ...(both("annexFujian")
      ? Object.keys(after.values)
          .filter((path) => path.endsWith(CUMULATIVE))
          .flatMap((path) => {
            const row = path.slice(0, -CUMULATIVE.length);
            return differ("f2-cumulative", path, [was(path), is(`${row}.current`)]);
          })
      : []),
    ...Object.keys(after.layouts).flatMap((table): YearBreak[] => {
      const paths = Object.keys(after.values).filter(
        (path) => path.startsWith(`${table}.`) && is(path) !== null && was(path) !== null,
      );
      return both(table) && isTelling(after, paths) && paths.every((path) => is(path) === was(path))
        ? [{ rule: "x-identical", year: after.year, path: table }]
        : [];
    }),
  ];
}

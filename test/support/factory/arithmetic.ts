import {
  applicantColumns,
  applicationRows,
  formPaths,
  outcomes,
  resultLeaves,
  reviewBlocks,
  tableIds,
} from "./forms.ts";
import type { Layouts } from "./forms.ts";
import type { BrokenRule, Claim, RuleId } from "./truth.ts";

type Values = Readonly<Record<string, number | null>>;

/** Every instance of a rule that the figures break. A rule with a blank operand is not assessed. */
export function brokenRules(values: Values, layouts: Layouts, claims: readonly Claim[] = []): BrokenRule[] {
  const broken: BrokenRule[] = [];
  const check = (
    rule: RuleId,
    path: string,
    others: readonly string[],
    holds: (sum: number, parts: number[]) => boolean,
  ): void => {
    const [sum, ...parts] = [path, ...others].map((operand) => values[operand] ?? null);
    if (sum == null || parts.some((part) => part === null)) return;
    if (!holds(sum, parts as number[])) broken.push({ rule, path, paths: [path, ...others] });
  };

  const columns = applicantColumns.map(([, key]) => `applications.${key}`);
  for (const column of columns) {
    check(
      "t3-balance",
      `${column}.newlyReceived`,
      [`${column}.carriedOver`, `${column}.results.total`, `${column}.carriedForward`],
      (received, [over, done, forward]) => received + over! === done! + forward!,
    );
    const leaves = resultLeaves(layouts.applications).map((leaf) => `${column}.${leaf}`);
    check("t3-result-sum", `${column}.results.total`, leaves, equalsSum);
    for (const leaf of leaves)
      check("t3-group-zero", `${column}.results.total`, [leaf], (total, [part]) => total !== 0 || part === 0);
  }
  for (const row of applicationRows(layouts.applications)) {
    const [total, ...parts] = columns.map((column) => `${column}.${row}`).reverse();
    check("t3-row-sum", total!, parts.reverse(), equalsSum);
  }
  for (const block of reviewBlocks) {
    const parts = outcomes.slice(0, 4).map(([, key]) => `reviewAndLitigation.${block}.${key}`);
    check("t4-block-sum", `reviewAndLitigation.${block}.total`, parts, equalsSum);
  }
  for (const path of tableIds.flatMap((table) => formPaths(table, layouts[table]))) {
    if (!path.endsWith(".itemsChange")) check("nonneg", path, [], (number) => number >= 0);
    if (!path.endsWith(".amount")) check("integer", path, [], Number.isInteger);
  }
  if (layouts.proactiveDisclosure === "2019") {
    for (const row of ["regulations", "normativeDocuments"].map((key) => `proactiveDisclosure.${key}`)) {
      check(
        "f3-disclosed-le",
        `${row}.newlyDisclosed`,
        [`${row}.totalDisclosed`],
        (disclosed, [total]) => disclosed <= total!,
      );
    }
    for (const row of decidedRows.map((key) => `proactiveDisclosure.${key}`)) {
      check(
        "f3-decisions-misfill",
        `${row}.decisions`,
        [`${row}.priorYearItems`, `${row}.itemsChange`],
        (number, [prior, change]) => change === 0 || number !== prior! + change!,
      );
    }
  }
  for (const { rule, stated, paths } of claims) {
    check(rule, paths[0]!, paths.slice(1), (first, rest) => equalsSum(stated, [first, ...rest]));
  }
  return broken;
}

export const decidedRows = [
  "administrativeLicensing",
  "otherExternalServices",
  "administrativePenalties",
  "administrativeCoercion",
];

function equalsSum(sum: number, parts: readonly number[]): boolean {
  return sum === parts.reduce((total, part) => total + part, 0);
}

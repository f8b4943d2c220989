import type { AnnualReport, Conversion, Diagnostic } from "../../src/model/index.ts";
import type { BrokenRule, SectionTruth } from "../../test/support/factory/index.ts";
import { pointersOf } from "../../src/record/index.ts";
import { judgeCells, pointerOf } from "./cells.ts";
import type { CellVerdict } from "./cells.ts";
import type { Expected } from "./expected.ts";

/** The score of one document against what it says. */
export interface DocumentScore {
  readonly cells: readonly CellVerdict[];
  readonly layouts: readonly Comparison[];
  readonly fields: readonly Comparison[];
  readonly sections: readonly Comparison[];
  readonly planted: readonly { readonly rule: BrokenRule; readonly found: boolean }[];
  /**
   * Findings of the form's arithmetic about cells that were all read right, although the report as printed does not
   * break the rule there.
   */
  readonly falseAlarms: readonly Diagnostic[];
}

export interface Comparison {
  readonly name: string;
  readonly right: boolean;
  readonly expected: unknown;
  readonly actual: unknown;
}

export function scoreDocument(expected: Expected, conversion: Conversion): DocumentScore {
  const cells = judgeCells(expected, conversion);
  return {
    cells,
    layouts: Object.entries(expected.layouts).map(([name, accepted]) => {
      const actual = conversion.layouts[name];
      return { name, right: actual !== undefined && accepted.includes(actual), expected: accepted, actual };
    }),
    fields: Object.entries(expected.fields).map(([name, value]) => {
      const actual = fieldOf(conversion.report, name);
      // Line ends and spaces of a title or an address belong to the layout, not to the report.
      const same = squeeze(JSON.stringify(actual)) === squeeze(JSON.stringify(value));
      return { name, right: same, expected: value, actual };
    }),
    sections:
      expected.sections?.map((section, at, all) =>
        compareSection(section, at === all.length - 1 ? expected.signature : [], conversion.report),
      ) ?? [],
    ...judgeFindings(expected, cells, conversion),
  };
}

function fieldOf(report: AnnualReport | null, name: string): unknown {
  const fields: Readonly<Record<string, unknown>> = { ...report?.contact, ...report };
  if (name.startsWith("fact "))
    return report?.facts.find(({ fact }) => `fact ${fact}` === name)?.value ?? null;
  return fields[name] ?? null;
}

/**
 * A section is right when its title, paragraphs and sub-headings are; white space does not count, and the signature may
 * be there or not.
 */
function compareSection(
  truth: SectionTruth,
  signature: readonly string[],
  report: AnnualReport | null,
): Comparison {
  const given = report?.sections.find(({ number }) => number === truth.number);
  const signed = signature.map(squeeze);
  const paragraphs = (given?.paragraphs ?? []).map(squeeze).filter((line) => !signed.includes(line));
  const text = (title: string, lines: readonly string[], headings: readonly number[]): string =>
    [title, ...lines.map((line, index) => (headings.includes(index) ? "# " : "") + line)].join("\n");
  const expected = text(squeeze(truth.title), truth.paragraphs.map(squeeze), truth.headings);
  const actual = given
    ? text(
        squeeze(given.title),
        paragraphs,
        given.headings.map(({ paragraph }) => paragraph),
      )
    : null;
  return { name: String(truth.number), right: expected === actual, expected, actual };
}

function squeeze(text: string): string {
  return text.replace(/(?:\s|\\n)+/gu, "");
}

/**
 * Rules whose every break the truth knows. Other rules, such as those about fee sentences, cannot be scored as found or
 * as falsely raised.
 */
export const assessed: ReadonlySet<string> = new Set([
  "t3-balance",
  "t3-result-sum",
  "t3-row-sum",
  "t3-group-zero",
  "t4-block-sum",
  "nonneg",
  "integer",
  "f3-disclosed-le",
  "f3-decisions-misfill",
  "f2-received-sum",
  "f2-closed-sum",
  "f2-denied-sum",
  "f2-replied-sum",
  "f2-recon-sum",
  "f2-litig-sum",
  "f2-staff-sum",
  "f2-channels-bound",
  "f2-ofwhich",
  "f2-normative",
  "f2-closed-replied",
  "f1-d2-sums",
  "n-received",
  "n-replied",
  "n-groups",
  "n-review",
  "n-litig",
]);

function judgeFindings(
  { broken }: Expected,
  cells: readonly CellVerdict[],
  { diagnostics }: Conversion,
): Pick<DocumentScore, "planted" | "falseAlarms"> {
  if (broken === null) return { planted: [], falseAlarms: [] };
  const findings = diagnostics.filter(({ rule }) => assessed.has(rule));
  const misread = new Set(
    cells.filter(({ verdict }) => verdict !== "right").map(({ path }) => pointerOf(path)),
  );
  return {
    planted: broken.map((rule) => ({ rule, found: findings.some((finding) => names(finding, rule)) })),
    falseAlarms: findings.filter(
      (finding) =>
        !broken.some((rule) => names(finding, rule)) && !pointersOf(finding).some((at) => misread.has(at)),
    ),
  };
}

/**
 * Whether a finding names a broken rule; it may name fewer operands than the rule has, or more, such as one for a
 * column where the truth counts every row.
 */
function names(finding: Diagnostic, { rule, path, paths }: BrokenRule): boolean {
  if (finding.rule !== rule) return false;
  const found = pointersOf(finding);
  const operands = paths.map(pointerOf);
  return (
    found.includes(pointerOf(path)) &&
    (found.every((at) => operands.includes(at)) || operands.every((at) => found.includes(at)))
  );
}

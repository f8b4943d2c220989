import { withSampleRows } from "../arithmetic/open-rows.ts";
import type { TableTemplate, Template } from "../model/index.ts";
import { factComplaints } from "./load-facts.ts";
import { nameComplaints, openComplaints, pathComplaints, rowSteps } from "./load-paths.ts";
import { ruleComplaints } from "./load-rules.ts";
import type { Complaint } from "./load-words.ts";

/**
 * Finds what may still be wrong in a template of the right shape, such as one path for two values or a rule about a
 * cell that does not exist. `others` are the families whose tables may stand in the same report, so that the rules may
 * name them.
 */
export function checkTemplate(
  template: Template,
  findings: ReadonlySet<string>,
  others: readonly Template[],
): readonly Complaint[] {
  const { years, sections, tables, rules, facts, acrossYears } = template;
  const complaints: Complaint[] = [];
  if (years[1] !== null && years[1] < years[0]) {
    complaints.push({
      kind: "too-small",
      steps: ["years", 1],
      expected: String(years[0]),
      actual: String(years[1]),
    });
  }
  sections.forEach(({ number }, index) => {
    if (sections.findIndex((other) => other.number === number) < index) {
      complaints.push({ kind: "duplicate-id", steps: ["sections", index, "number"], actual: String(number) });
    }
  });
  tables.forEach((table, index) => {
    const steps = ["tables", index];
    if (tables.findIndex(({ id }) => id === table.id) < index) {
      complaints.push({ kind: "duplicate-id", steps: [...steps, "id"], actual: table.id });
    }
    if (table.section !== undefined && !sections.some(({ number }) => number === table.section)) {
      const expected = sections.map(({ number }) => number).join(", ");
      complaints.push({
        kind: "unknown-section",
        steps: [...steps, "section"],
        expected,
        actual: String(table.section),
      });
    }
    complaints.push(...openComplaints(table, steps));
    if (template.records !== undefined) complaints.push(...nameComplaints(table, steps));
    complaints.push(...pathComplaints(table, steps), ...choiceComplaints(table, steps));
  });
  // A rule may name the rows of a list as `rows.*`.
  const listed = withSampleRows(template).tables;
  rules.forEach((rule, index) => {
    if (findings.has(rule.id))
      complaints.push({ kind: "reserved-id", steps: ["rules", index, "id"], actual: rule.id });
    complaints.push(...ruleComplaints(rule, listed, ["rules", index], { others }));
  });
  (facts ?? []).forEach((fact, index) => {
    const steps = ["facts", index];
    if (findings.has(fact.id))
      complaints.push({ kind: "reserved-id", steps: [...steps, "id"], actual: fact.id });
    complaints.push(...factComplaints(fact, listed, steps));
  });
  if (template.records !== undefined && acrossYears !== undefined)
    complaints.push({ kind: "no-across-years", steps: ["acrossYears"] });
  (acrossYears ?? []).forEach((rule, index) => {
    const steps = ["acrossYears", index];
    if (findings.has(rule.id))
      complaints.push({ kind: "reserved-id", steps: [...steps, "id"], actual: rule.id });
    complaints.push(
      ...ruleComplaints(rule, tables, steps, { keyOf: (operand) => operand.replace(/^lastYear\./u, "") }),
    );
  });
  return complaints;
}

/** Options belong to a choice and every choice has some; a word may stand for one option only. */
function choiceComplaints({ blocks }: TableTemplate, steps: readonly PropertyKey[]): Complaint[] {
  return blocks.flatMap((block, index) =>
    [
      ...block.rows.map((item, at) => ({ item, where: rowSteps(block, at) })),
      ...block.columns.map((item, at) => ({ item, where: ["columns", at] })),
    ].flatMap(({ item: { type, options, several }, where }): Complaint[] => {
      const place = [...steps, "blocks", index, ...where];
      if (type !== "choice")
        return options || several
          ? [{ kind: "no-choice", steps: [...place, options ? "options" : "several"] }]
          : [];
      if (!options) return [{ kind: "missing-key", steps: [...place, "options"], expected: "options" }];
      const words = Object.values(options).flat();
      const twice = words.find((word, index) => words.indexOf(word) < index);
      return twice === undefined
        ? []
        : [{ kind: "duplicate-id", steps: [...place, "options"], actual: twice }];
    }),
  );
}

import type { Random } from "../random.ts";
import type { AnnexRuleId } from "../truth.ts";
import { describedForms } from "./forms.ts";
import type { AnnexForm } from "./forms.ts";
import { annexRules } from "./rules.ts";

/** One column of a list, by row path. */
export type AnnexFigures = Record<string, number>;

/** Figures that keep every rule of the list; any other sum holds by chance. */
export function plausibleAnnex(random: Random, form: AnnexForm): AnnexFigures {
  const most = random.pick([9, 60, 400, 4_000]);
  const idle = random.pick([0.2, 0.4, 0.7]);
  const figures: AnnexFigures = {};
  for (const { path, unit } of describedForms[form].lines) {
    if (path === "") continue;
    if (random.chance(idle)) figures[path] = 0;
    else
      figures[path] = unit.endsWith("元")
        ? random.int(1, 99_999) / random.pick([1, 100])
        : random.int(1, Math.ceil(most * random.next()));
  }
  for (const { rule, kind, whole, parts } of annexRules[form]) {
    const given = parts.map((part) => figures[part]!);
    const total = Math.round(given.reduce((sum, part) => sum + part, 0) * 100) / 100;
    if (rule === "f2-closed-replied") closeReplied(random, figures);
    else if (kind === "sum") figures[whole] = total;
    else if (kind === "covers") figures[whole] = random.int(Math.max(...given), total);
    else if (parts.length > 1) figures[whole] = Math.max(...given);
    else figures[parts[0]!] = Math.min(figures[whole]!, ...given);
  }
  return figures;
}

/** What was closed is what was replied to; what was received may be more, or less where cases were left over. */
function closeReplied(random: Random, figures: AnnexFigures): void {
  const replied = figures["applications.replied.total"]!;
  figures["applications.closed.total"] = replied;
  figures["applications.closed.extended"] = random.chance(0.6) ? 0 : random.int(0, replied);
  figures["applications.closed.onTime"] = replied - figures["applications.closed.extended"];
}

/** A different number in every cell; a rule holds by chance only. */
export function uniqueAnnex(random: Random, form: AnnexForm): AnnexFigures {
  let last = random.int(100, 2_000);
  return Object.fromEntries(
    describedForms[form].lines.flatMap(({ path, unit }) =>
      path === "" ? [] : [[path, (last += random.int(1, 9)) + (unit.endsWith("元") ? 0.25 : 0)]],
    ),
  );
}

/** Rules that can be broken in a form. */
export function plantableAnnexRules(form: AnnexForm): readonly AnnexRuleId[] {
  return form === "2008" ? [] : [...new Set(annexRules[form].map(({ rule }) => rule)), "nonneg", "integer"];
}

/** Rows that are in no rule. */
const loose: Readonly<Record<Exclude<AnnexForm, "2008">, string>> = {
  "2014": "complaints",
  "2014-levels": "complaints",
  fujian: "litigationAndReports",
  shanghai: "services",
  dingxi: "services",
};

/** Breaks one instance of the rule and no other rule. Throws RangeError where the form has none. */
export function plantAnnex(random: Random, form: AnnexForm, figures: AnnexFigures, rule: AnnexRuleId): void {
  const by = random.int(1, 9);
  if (!plantableAnnexRules(form).includes(rule))
    throw new RangeError(`${rule} cannot be planted in form ${form}`);
  if (rule === "nonneg") return void (figures[loose[form as keyof typeof loose]] = -by);
  if (rule === "integer") return void (figures[loose[form as keyof typeof loose]] = by + 0.5);
  const rules = annexRules[form];
  const { kind, whole, parts } = random.pick(rules.filter((one) => one.rule === rule));
  const add = (row: string, amount = by): void =>
    void (figures[row] = Math.round((figures[row]! + amount) * 100) / 100);
  if (rule === "f2-closed-replied")
    return ["applications.closed.total", "applications.closed.onTime"].forEach((row) => add(row));
  if (kind === "covers") return add(whole, parts.reduce((sum, part) => sum + figures[part]!, 0) + by);
  if (kind === "bounds") return add(parts[0]!, figures[whole]! - figures[parts[0]!]! + by);
  const elsewhere =
    rules.some((one) => one.whole !== whole && one.parts.includes(whole)) || rule === "f2-replied-sum";
  add(elsewhere ? parts.at(-1)! : whole);
}

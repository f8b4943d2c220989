import type { AnnexRuleId, BrokenRule } from "../truth.ts";
import { annexPath, describedForms } from "./forms.ts";
import type { AnnexForm } from "./forms.ts";

/**
 * What must hold in one column of a list. `sum`: the parts make the whole; `bounds`: none of the parts is above it;
 * `covers`: together they reach it. Every other pair of rows may stand in any relation.
 */
export interface AnnexRule {
  readonly rule: AnnexRuleId;
  readonly kind: "sum" | "bounds" | "covers";
  readonly whole: string;
  readonly parts: readonly string[];
}

const under = (
  rule: AnnexRuleId,
  kind: AnnexRule["kind"],
  whole: string,
  stem: string,
  parts: string,
): AnnexRule => ({
  rule,
  kind,
  whole,
  parts: parts.split(" ").map((part) => stem + part),
});
const sum = (rule: AnnexRuleId, whole: string, parts: string): AnnexRule =>
  under(rule, "sum", whole, whole.replace(/total$/u, ""), parts);
const bound = (rule: AnnexRuleId, whole: string, part: string): AnnexRule =>
  under(rule, "bounds", whole, "", part);

const channels = "gazette website weibo wechat other";
const of2014: readonly AnnexRule[] = [
  sum("f2-received-sum", "applications.received.total", "inPerson fax online letter"),
  sum("f2-closed-sum", "applications.closed.total", "onTime extended"),
  sum(
    "f2-denied-sum",
    "applications.replied.denied.total",
    "stateSecret tradeSecret personalPrivacy securityAndStability notGovernmentInformation otherLegalGrounds",
  ),
  sum(
    "f2-replied-sum",
    "applications.replied.total",
    "alreadyPublic granted partiallyGranted denied.total notThisAgency doesNotExist toldToAmend toldOtherChannel",
  ),
  sum("f2-recon-sum", "reconsideration.total", "upheld corrected other"),
  sum("f2-litig-sum", "litigation.total", "upheldOrDismissed corrected other"),
  sum("f2-staff-sum", "capacity.staff.total", "fullTime partTime"),
  under("f2-channels-bound", "bounds", "proactive.total", "proactive.byChannel.", channels),
  under("f2-channels-bound", "covers", "proactive.total", "proactive.byChannel.", channels),
  bound("f2-ofwhich", "proactive.total", "proactive.normativeDocumentsDisclosed"),
  bound("f2-ofwhich", "responses.pressConferences", "responses.pressConferencesByPrincipal"),
  bound("f2-ofwhich", "responses.onlineInterviews", "responses.onlineInterviewsByPrincipal"),
  bound("f2-normative", "proactive.normativeDocumentsIssued", "proactive.normativeDocumentsDisclosed"),
  under("f2-closed-replied", "sum", "applications.replied.total", "", "applications.closed.total"),
];

/** The rules of each list; a sum comes after the sums of its parts. */
export const annexRules: Readonly<Record<AnnexForm, readonly AnnexRule[]>> = {
  "2014": of2014,
  "2014-levels": of2014,
  fujian: [
    sum("f2-received-sum", "applications.received.total", "inPerson online letterOrFax"),
    sum("f2-replied-sum", "applications.replied.total", "granted partiallyGranted denied other"),
    bound("f2-ofwhich", "disclosed.total", "disclosed.website"),
    bound("f2-ofwhich", "disclosed.total", "disclosed.gazette"),
  ],
  shanghai: [
    sum("f1-d2-sums", "applications.received.total", "inPerson fax email online letter other"),
    sum(
      "f1-d2-sums",
      "applications.replied.denied.total",
      "stateSecret tradeSecret personalPrivacy processInformation securityAndStability otherLegalGrounds",
    ),
    sum(
      "f1-d2-sums",
      "applications.replied.total",
      "granted partiallyGranted notGovernmentInformation doesNotExist notThisAgency unclear duplicate denied.total",
    ),
    sum("f1-d2-sums", "fees.proactive.total", "postage paperCopies opticalDiscs floppyDisks"),
    sum("f1-d2-sums", "fees.onRequest.total", "search postage paperCopies opticalDiscs floppyDisks"),
    sum("f1-d2-sums", "fees.total", "proactive.total onRequest.total"),
    sum("f1-d2-sums", "staff.total", "fullTime partTime"),
  ],
  // Nobody knows the notes on how to fill it in, so no rule can be required of it.
  dingxi: [],
  "2008": [],
};

type Values = Readonly<Record<string, number | null>>;

/** Every instance of a rule that the values break. A sum with a blank part is not assessed; a bound still is. */
export function brokenAnnexRules(form: AnnexForm, values: Values): BrokenRule[] {
  const described = describedForms[form];
  const money = new Set(described.lines.filter(({ unit }) => unit.endsWith("元")).map(({ path }) => path));
  return described.columns.flatMap(([column]) => {
    const at = (row: string): string => annexPath(described, row, column);
    const cells = described.lines
      .filter(({ path }) => at(path) in values && path !== "")
      .map(({ path }) => [path, values[at(path)] ?? null] as const);
    const alone = (
      rule: "nonneg" | "integer",
      breaks: (value: number, row: string) => boolean,
    ): BrokenRule[] =>
      cells.flatMap(([row, value]) =>
        value !== null && breaks(value, row) ? [{ rule, path: at(row), paths: [at(row)] }] : [],
      );
    return [
      ...annexRules[form].flatMap((rule): BrokenRule[] => {
        const [whole, ...parts] = [rule.whole, ...rule.parts].map((row) => values[at(row)] ?? null);
        const paths = [rule.whole, ...rule.parts].map(at);
        return isBroken(rule.kind, whole!, parts) ? [{ rule: rule.rule, path: paths[0]!, paths }] : [];
      }),
      ...alone("nonneg", (value) => value < 0),
      ...alone("integer", (value, row) => !money.has(row) && !Number.isInteger(value)),
    ];
  });
}

function isBroken(kind: AnnexRule["kind"], whole: number | null, parts: readonly (number | null)[]): boolean {
  const given = parts.filter((part) => part !== null);
  if (whole === null) return false;
  if (kind === "bounds") return given.some((part) => part > whole);
  if (given.length < parts.length) return false;
  const cents = Math.round(given.reduce((all, part) => all + part, 0) * 100);
  return kind === "sum" ? cents !== Math.round(whole * 100) : cents < whole * 100;
}

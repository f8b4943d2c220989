import { asPrinted } from "../arithmetic/open-rows.ts";
import { checkReport } from "../checks/index.ts";
import { finding, word, type Language } from "../findings/index.ts";
import type {
  AnnualReport,
  Conversion,
  CorrectedValue,
  Correction,
  Diagnostic,
  EvidenceEntry,
  Finding,
  Template,
  WordedDiagnostic,
} from "../model/index.ts";
import { lifted, settled } from "./lift.ts";
import { correctionsOf } from "./sources.ts";
import { correctedValueOf, withValue } from "./values.ts";

export interface CorrectOptions {
  /** Must hold every layout that the conversion names. */
  readonly templates: readonly Template[];
  /** Language of the messages. Default `en`. */
  readonly language?: Language;
}

/**
 * A conversion with people's corrections applied: values are replaced, their flags lifted, every sum checked again, and
 * a notice added for each. Corrections of other documents are ignored; those made on other bytes of this document, or
 * against a value other than the one read, are refused with a finding. The conversion given is not changed.
 */
export function correct(
  conversion: Conversion,
  corrections: readonly Correction[],
  { templates: families, language = "en" }: CorrectOptions,
): Conversion {
  const { own, outdated } = correctionsOf(conversion.source, corrections);
  if (own.length + outdated.length === 0) return conversion;
  const { report, evidence, layouts, diagnostics } = conversion;
  const worded = (found: Finding): WordedDiagnostic => ({
    ...found,
    message: word(found, { language, templates: asPrinted(families, conversion.report), layouts }),
  });
  const refusals = outdated.map((correction) => refused(correction, "other-source"));
  if (report === null) {
    const none = own.map((correction) => refused(correction, "no-such-value"));
    return { ...conversion, diagnostics: [...diagnostics, ...[...refusals, ...none].map(worded)] };
  }
  const templates = asPrinted(families, report);
  const decided = decide(report, own);
  const checked = new Set(checkReport(report, evidence, layouts, templates).map(signature));
  const whileReading = diagnostics.filter((diagnostic) => !checked.has(signature(diagnostic)));
  const entries = Object.entries(evidence).map(
    ([pointer, entry]) =>
      [
        pointer,
        decided.corrected.has(pointer)
          ? correctedEntry(
              entry,
              correctedValueOf(report, pointer),
              correctedValueOf(decided.report, pointer),
            )
          : entry,
      ] as const,
  );
  const confirmed = new Set(decided.confirmed);
  const rest = Object.fromEntries(entries);
  const findings = checkReport(decided.report, rest, layouts, templates);
  return {
    ...conversion,
    report: decided.report,
    evidence: rest,
    diagnostics: [
      ...lifted(whileReading, decided.corrected, confirmed),
      ...[...refusals, ...decided.notes].map(worded),
      ...settled(findings.map(worded), confirmed),
    ],
  };
}

interface Decided {
  readonly report: AnnualReport;
  readonly corrected: ReadonlySet<string>;
  readonly confirmed: ReadonlySet<string>;
  readonly notes: readonly Finding[];
}

/** Takes the corrections in order: a later one may follow an earlier one or the value as read. */
function decide(original: AnnualReport, corrections: readonly Correction[]): Decided {
  let report = original;
  const corrected = new Set<string>();
  const confirmed = new Set<string>();
  const notes = new Map<string, Finding>();
  const refusals: Finding[] = [];
  for (const correction of corrections) {
    const { pointer, was } = correction;
    const read = correctedValueOf(original, pointer);
    const next = "now" in correction ? withNow(report, pointer, correction.now) : report;
    const reason =
      read === undefined
        ? "no-such-value"
        : was !== read && was !== correctedValueOf(report, pointer)
          ? "other-value"
          : next === null
            ? "not-a-value"
            : null;
    if (reason !== null || next === null) refusals.push(refused(correction, reason ?? "not-a-value"));
    else {
      report = next;
      if ("now" in correction) {
        corrected.add(pointer);
        confirmed.delete(pointer);
      } else if (!corrected.has(pointer)) confirmed.add(pointer);
      notes.set(pointer, noted(correction, read as CorrectedValue));
    }
  }
  return { report, corrected, confirmed, notes: [...notes.values(), ...refusals] };
}

function withNow(report: AnnualReport, pointer: string, now: CorrectedValue): AnnualReport | null {
  return correctedValueOf(report, pointer) === undefined ? report : withValue(report, pointer, now);
}

function noted(correction: Correction, was: CorrectedValue): Finding {
  const { pointer: path, who, when, why } = correction;
  return "now" in correction
    ? finding("value-corrected", { path, args: { was, now: correction.now, who, when, why } })
    : finding("value-confirmed", { path, args: { was, who, when, why } });
}

type RefusalReason = "other-source" | "other-value" | "no-such-value" | "not-a-value";

function refused(correction: Correction, reason: RefusalReason): Finding {
  const { pointer: path, was, who, when } = correction;
  const now = "now" in correction ? correction.now : undefined;
  return finding("correction-refused", { path, expected: was, args: { reason, now, who, when } });
}

/** Keeps the text as printed; an amount in yuan is recomputed with the unit of the printed one. */
function correctedEntry(
  { yuan, ...entry }: EvidenceEntry,
  was: CorrectedValue | undefined,
  now: CorrectedValue | undefined,
): EvidenceEntry {
  const factor = yuan !== undefined && typeof was === "number" && was !== 0 ? yuan / was : null;
  return {
    ...entry,
    status: "corrected",
    ...(factor !== null && typeof now === "number" ? { yuan: Math.round(now * factor * 100) / 100 } : {}),
  };
}

/** A finding without its words, with its keys in a fixed order: records read from a file may have them in another. */
function signature({ rule, path, paths, at, expected, actual, args }: Diagnostic): string {
  return JSON.stringify([rule, path, paths, ordered(at), expected, actual, ordered(args)]);
}

function ordered(map: object | undefined): unknown {
  return map && Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1));
}

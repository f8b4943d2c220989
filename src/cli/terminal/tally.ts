import type { Conversion, Severity } from "../../model/index.ts";
import { plainLine } from "../../writers/plain-line.ts";
import { unpainted } from "./colour.ts";
import type { TerminalPaint } from "./colour.ts";
import type { Wording } from "../wording/wording.ts";

/** What became of many documents. It holds counts and a few sentences, however many documents there are. */
export interface CommandTally {
  readonly add: (name: string, outcome: Conversion | string) => void;
  readonly exitCode: (strict: boolean) => number;
  readonly summary: () => string;
}

/** How many documents the summary names, one a line. */
const shown = 10;

export function tally(words: Wording, paint: TerminalPaint = unpainted): CommandTally {
  const count = { converted: 0, withFindings: 0, unusable: 0, errors: 0, warnings: 0 };
  const worst: Record<"unusable" | "error" | "warning", string[]> = { unusable: [], error: [], warning: [] };

  const note = (kind: keyof typeof worst, severity: Severity, name: string, messages: string[]): void => {
    if (worst[kind].length >= shown) return;
    const others = messages.length > 1 ? ` (+${messages.length - 1})` : "";
    worst[kind].push(
      `${paint.severity(severity, words.severity[severity])} ${plainLine(`${name}: ${messages[0]}${others}`)}`,
    );
  };

  return {
    add(name, outcome) {
      if (typeof outcome === "string" || outcome.report === null) {
        count.unusable += 1;
        note("unusable", "error", name, [outcomeSentence(outcome)]);
        return;
      }
      const messages = (asked: Severity): string[] =>
        outcome.diagnostics.flatMap(({ severity, message }) => (severity === asked ? [message] : []));
      const errors = messages("error");
      const warnings = messages("warning");
      count.errors += errors.length;
      count.warnings += warnings.length;
      count[errors.length + warnings.length > 0 ? "withFindings" : "converted"] += 1;
      if (errors.length > 0) note("error", "error", name, errors);
      else if (warnings.length > 0) note("warning", "warning", name, warnings);
    },
    exitCode(strict) {
      if (count.unusable > 0) return 2;
      return count.errors > 0 || (strict && count.warnings > 0) ? 1 : 0;
    },
    summary() {
      const { converted, withFindings, unusable, errors, warnings } = count;
      const findings = [...worst.unusable, ...worst.error, ...worst.warning].slice(0, shown);
      const left = unusable + withFindings - findings.length;
      return [
        words.documents(converted + withFindings + unusable),
        `${String(converted).padStart(8)}  ${words.converted}`,
        `${String(withFindings).padStart(8)}  ${words.withFindings(errors, warnings)}`,
        `${String(unusable).padStart(8)}  ${words.notUsable}`,
        ...(findings.length > 0 ? [words.worstFindings] : []),
        ...findings.map((line) => "  " + line),
        ...(left > 0 ? ["  " + words.more(left)] : []),
      ].join("\n");
    },
  };
}

/** Why there is no report, in one sentence. */
export function outcomeSentence(outcome: Conversion | string): string {
  if (typeof outcome === "string") return outcome;
  const { diagnostics } = outcome;
  return (diagnostics.find(({ severity }) => severity === "error") ?? diagnostics[0])?.message ?? "";
}

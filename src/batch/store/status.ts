import type { Conversion } from "../../model/index.ts";

/** The outcomes of an input, in the order of reports about them. The words are stored in ledgers and never change. */
export const statuses = [
  "converted",
  "converted-with-findings",
  "needs-ocr",
  "not-a-report",
  "unsupported",
  "empty",
  "damaged",
  "truncated",
  "encrypted",
  "too-large",
  "unreadable",
  "timeout",
  "memory",
  "crash",
] as const;
export type Status = (typeof statuses)[number];

/** An outcome without a record. `retryable` is set when the machine may be to blame, and not the document. */
export interface Failure {
  readonly status: Status;
  readonly retryable: boolean;
  /** A text for people. It never contains a path or a memory address, so that two runs give the same text. */
  readonly detail: string;
}

export function failure(status: Status, detail: string, retryable: boolean = machine.has(status)): Failure {
  return { status, retryable, detail };
}

/**
 * Outcomes for which the machine may be to blame. `crash` is a child that died; a parser that gave up in a child that
 * survived would give up again. `needs-ocr` means that scans were left for later, or that gongkai-ocr was not
 * installed.
 */
const machine: ReadonlySet<Status> = new Set(["needs-ocr", "unreadable", "timeout", "memory", "crash"]);

/** The failure behind a conversion without a report; null where it has one. */
export function failureOf(conversion: Conversion): Failure | null {
  if (conversion.report !== null) return null;
  const errors = conversion.diagnostics.filter(({ severity }) => severity === "error");
  const ending = errors.find(({ rule }) => rule === "adapter-failure" || isStatus(rule)) ?? errors[0];
  if (ending?.rule === "adapter-failure") return failure("crash", ending.message, false);
  const status = ending && isStatus(ending.rule) ? ending.rule : "not-a-report";
  // The first error says more than that there was no report.
  return failure(status, (status === "not-a-report" ? errors[0] : ending)?.message ?? "");
}

/** The status of a conversion with a report. Notices do not count as findings. */
export function statusOf({ diagnostics }: Conversion): Status {
  return diagnostics.some(({ severity }) => severity !== "notice") ? "converted-with-findings" : "converted";
}

function isStatus(rule: string): rule is Status {
  return (statuses as readonly string[]).includes(rule);
}

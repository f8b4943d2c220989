import type { Conversion } from "../../model/index.ts";

/** What became of one input; kept for ever, they stand in ledgers. In the order of reports about them. */
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

/** An outcome without a record. `retryable` when the machine, not the document, may be to blame. */
export interface Failure {
  readonly status: Status;
  readonly retryable: boolean;
  /** For people; never a path or an address in memory, so that two runs say the same. */
  readonly detail: string;
}

export function failure(status: Status, detail: string, retryable: boolean = machine.has(status)): Failure {
  return { status, retryable, detail };
}

/**
 * `crash` is a child that died; a parser that gave up inside a child that lived would give up again. `needs-ocr` stands
 * where scans were left for later, or gongkai-ocr was not installed.
 */
const machine: ReadonlySet<Status> = new Set(["needs-ocr", "unreadable", "timeout", "memory", "crash"]);

/** The failure a conversion without a report stands for; null when it has one. */
export function failureOf(conversion: Conversion): Failure | null {
  if (conversion.report !== null) return null;
  const errors = conversion.diagnostics.filter(({ severity }) => severity === "error");
  const ending = errors.find(({ rule }) => rule === "adapter-failure" || isStatus(rule)) ?? errors[0];
  if (ending?.rule === "adapter-failure") return failure("crash", ending.message, false);
  const status = ending && isStatus(ending.rule) ? ending.rule : "not-a-report";
  // What was found before says more than that no report was.
  return failure(status, (status === "not-a-report" ? errors[0] : ending)?.message ?? "");
}

/** Of a conversion with a report. Notices are no findings. */
export function statusOf({ diagnostics }: Conversion): Status {
  return diagnostics.some(({ severity }) => severity !== "notice") ? "converted-with-findings" : "converted";
}

function isStatus(rule: string): rule is Status {
  return (statuses as readonly string[]).includes(rule);
}

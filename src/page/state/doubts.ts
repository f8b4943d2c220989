import { ruleEntry } from "../../findings/index.ts";
import type { Conversion, Diagnostic, EvidenceStatus } from "../../model/index.ts";
import type { Cell } from "../../writers/tables/cells.ts";
import { flagsOf } from "../../record/index.ts";

/** How a cell is shown: by a sign and a border, never by colour alone. */
export interface DoubtLook {
  readonly status: EvidenceStatus;
  readonly flag: "error" | "warning" | null;
  readonly sign: string;
}

export const SIGNS: Readonly<Record<EvidenceStatus, string>> = {
  given: "",
  blank: "□",
  dash: "–",
  "not-applicable": "/",
  inferred: "≈",
  recognized: "⌾",
  unreadable: "?",
  conflict: "≠",
  corrected: "✎",
};

export const FLAG_SIGNS = { error: "✖", warning: "▲", notice: "●" } as const;

/**
 * Whether a finding is listed without being asked for, as in `check`: every one except notices that change nothing for
 * the reader.
 */
export function isListedDoubt({ severity, rule }: Pick<Diagnostic, "severity" | "rule">): boolean {
  return severity !== "notice" || ruleEntry(rule)?.inCheck === true;
}

/** Whether a listed notice asks for a look, such as one about a text that gives another number than the table. */
export function isQuestion(diagnostic: Pick<Diagnostic, "severity" | "rule">): boolean {
  const isDecision = /^value-(?:corrected|confirmed)$/u.test(diagnostic.rule);
  return diagnostic.severity === "notice" && isListedDoubt(diagnostic) && !isDecision;
}

/** The look of each cell of a conversion. */
export function looks(conversion: Conversion): (pointer: string) => DoubtLook {
  const flagAt = flagsOf(conversion);
  return (pointer) => {
    const status = conversion.evidence[pointer]?.status ?? "unreadable";
    return { status, flag: flagAt(pointer).severity, sign: SIGNS[status] };
  };
}

/** The next doubtful cell after a pointer; after the last one it starts again from the first. */
export function nextDoubtful(
  cells: readonly Cell[],
  lookAt: (pointer: string) => DoubtLook,
  after: string | null,
): string | null {
  const doubtful = (cell: Cell): boolean => {
    const { status, flag } = lookAt(cell.pointer);
    return flag !== null || DOUBTFUL.has(status);
  };
  return nextAfter(cells, after, doubtful);
}

/** The next cell whose labels, value or printed text contain the words. */
export function nextMatch(cells: readonly Cell[], words: string, after: string | null): string | null {
  const sought = words.trim().toLowerCase();
  if (sought === "") return null;
  return nextAfter(cells, after, ({ labels, value, evidence }) =>
    [...labels, String(value ?? ""), evidence?.raw ?? ""].some((text) => text.toLowerCase().includes(sought)),
  );
}

const DOUBTFUL: ReadonlySet<EvidenceStatus> = new Set(["inferred", "unreadable", "conflict"]);

function nextAfter(
  cells: readonly Cell[],
  after: string | null,
  wanted: (cell: Cell) => boolean,
): string | null {
  const from = cells.findIndex(({ pointer }) => pointer === after) + 1;
  const turned = [...cells.slice(from), ...cells.slice(0, from)];
  return turned.find(wanted)?.pointer ?? null;
}

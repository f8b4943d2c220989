import type { Diagnostic, WordedDiagnostic } from "../model/index.ts";
import { pointersOf } from "../record/index.ts";

/**
 * The findings made while reading, after people decided about some values: a finding about decided values alone is
 * settled; one that also names others continues without the decided ones. The finding of a confirmed value stays as a
 * notice.
 */
export function lifted(
  diagnostics: readonly WordedDiagnostic[],
  corrected: ReadonlySet<string>,
  confirmed: ReadonlySet<string>,
): readonly WordedDiagnostic[] {
  return diagnostics.flatMap((diagnostic) => {
    if (diagnostic.severity === "notice") return [diagnostic];
    const pointers = pointersOf(diagnostic);
    const open = pointers.filter((pointer) => !corrected.has(pointer) && !confirmed.has(pointer));
    if (open.length === pointers.length) return [diagnostic];
    if (open.length > 0) return [narrowed(diagnostic, open)];
    if (pointers.every((pointer) => corrected.has(pointer))) return [];
    return [{ ...diagnostic, severity: "notice" as const }];
  });
}

/** A broken sum is about its total: whoever confirms the total says that the contradiction stands in the original. */
export function settled(
  findings: readonly WordedDiagnostic[],
  confirmed: ReadonlySet<string>,
): readonly WordedDiagnostic[] {
  return findings.map((finding) => {
    const isOf = finding.path !== undefined && confirmed.has(finding.path);
    const all = pointersOf(finding);
    const isAll = all.length > 0 && all.every((pointer) => confirmed.has(pointer));
    return isOf || isAll ? { ...finding, severity: "notice" as const } : finding;
  });
}

function narrowed<Found extends Diagnostic>({ path, ...finding }: Found, open: readonly string[]): Found {
  return {
    ...finding,
    ...(path !== undefined && open.includes(path) ? { path } : {}),
    paths: open,
  } as Found;
}

import type { Conversion, Place, Severity, WordedDiagnostic } from "../model/index.ts";
import { placeText } from "./tables/place-text.ts";
import { plainLine } from "./plain-line.ts";
import type { TextWriter } from "./contract/writer.ts";

/** The findings of each file for people, worst first. */
export const notes: TextWriter<"notes"> = {
  kind: "text",
  id: "notes",
  extension: "notes.txt",
  description: "the findings for people, one a line under a header line a file",
  frame: () => ({ header: "", separator: "\n", footer: "" }),
  piece: (conversion) => [header(conversion), ...findings(conversion)].map((line) => line + "\n").join(""),
};

const severities: readonly Severity[] = ["error", "warning", "notice"];

function header({ source, adapter, encoding, report, layouts }: Conversion): string {
  const format = [adapter ?? "?", encoding].filter(Boolean).join(" ");
  const tables = Object.entries(layouts).map(([table, layout]) => `${table} ${layout}`);
  const fields =
    report === null ? ["no report"] : [report.issuer ?? "?", String(report.year ?? "?"), tables.join(", ")];
  return plainLine(["# " + source.name, format, ...fields].join(" | "));
}

function findings({ diagnostics, evidence }: Conversion): readonly string[] {
  return severities.flatMap((severity) =>
    diagnostics
      .filter((it) => it.severity === severity)
      .map((it) => finding(it, it.at ?? (it.path === undefined ? null : evidence[it.path]?.at) ?? null)),
  );
}

function finding({ severity, rule, message, path }: WordedDiagnostic, at: Place | null): string {
  const address = [rule, path, at && placeText(at)].filter(Boolean).join(", ");
  return plainLine(`${severity.padEnd(7)} ${message} [${address}]`);
}

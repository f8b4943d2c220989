import { issuerKey } from "../panel/index.ts";
import { placeIssuer } from "../places/index.ts";
import type { PlaceHint, Placement } from "../places/index.ts";
import type { Group } from "./buckets.ts";
import { compare } from "./buckets.ts";
import type { ReportMark } from "./report-mark.ts";

/** One content with a record: a copy of some report. */
export interface Copy {
  readonly key: string;
  readonly name: string;
  readonly mark: ReportMark;
}

/** One report of one issuer and year, and the copies an archive holds of it, the preferred one first. */
export interface DatasetReport {
  /** Place or name of the issuer, kind of report, year. */
  readonly id: string;
  readonly placement: Placement;
  readonly copies: readonly [Copy, ...Copy[]];
  /** Why the first one is preferred. */
  readonly why: "only copy" | "fewest doubts" | "format" | "name";
  /** Null for one copy. What a copy leaves empty is no disagreement. */
  readonly agrees: boolean | null;
}

/** Copies are preferred in this order of formats where all else is equal: the form as filled in before what was made of it. */
const FORMATS = ["docx", "doc", "odt", "rtf", "xlsx", "html", "ofd", "pdf", "markdown", "text"];

/** The copy a content is, with where its issuer is; null where it has no record. */
export function copyOf(
  { key, entries: [first] }: Group,
  mark: ReportMark,
): { copy: Copy; placement: Placement; id: string } {
  const placement = placeIssuer(mark.issuer ?? "", hintsOf(first.name, first.fields, mark.title));
  return { copy: { key, name: first.name, mark }, placement, id: reportId(key, mark, placement) };
}

/** Issuers of one name in two places stay two; what names no issuer or year is a report of its own. */
function reportId(
  key: string,
  { issuer, year, family }: ReportMark,
  { code, department, candidates }: Placement,
): string {
  if (issuer === null || year === null) return `sha256:${key.slice(0, 16)}`;
  const who =
    code === null ? [candidates.length > 0 ? "?" : "", issuerKey(issuer)] : [code, issuerKey(department)];
  return [...who, ...(family === "信息公开" ? [] : [family]), year].filter((part) => part !== "").join(":");
}

/** Reports by id, in order of ids. */
export function gatherReports(
  found: Iterable<{ readonly id: string; readonly placement: Placement; readonly copy: Copy }>,
): readonly Omit<DatasetReport, "agrees">[] {
  const byId = new Map<string, { placement: Placement; copies: Copy[] }>();
  for (const { id, placement, copy } of found) {
    const report = byId.get(id);
    if (report) report.copies.push(copy);
    else byId.set(id, { placement, copies: [copy] });
  }
  return [...byId]
    .sort(([a], [b]) => compare(a, b))
    .map(([id, { placement, copies }]) => {
      const [first, second, ...others] = copies.sort(better);
      const why = second === undefined ? "only copy" : difference(first!, second);
      return { id, placement, copies: [first!, ...(second ? [second] : []), ...others], why };
    });
}

function better(a: Copy, b: Copy): number {
  return (
    doubts(a.mark, b.mark) || rank(a.mark) - rank(b.mark) || compare(a.name, b.name) || compare(a.key, b.key)
  );
}

function difference(a: Copy, b: Copy): DatasetReport["why"] {
  if (doubts(a.mark, b.mark) !== 0) return "fewest doubts";
  return rank(a.mark) !== rank(b.mark) ? "format" : "name";
}

/** A page without its attachment has no doubts and no numbers: what is sure counts first. */
function doubts(a: ReportMark, b: ReportMark): number {
  return b.sure - a.sure || a.doubtful - b.doubtful;
}

function rank({ format }: ReportMark): number {
  const at = FORMATS.indexOf(format ?? "");
  return at < 0 ? FORMATS.length : at;
}

/** What names the place besides the issuer: the manifest's columns, the title, the folders the document lay in. */
function hintsOf(
  name: string,
  fields: Readonly<Record<string, string>> | undefined,
  title: string | null,
): readonly PlaceHint[] {
  const folders = name.split("/").slice(0, -1).join("/");
  return [
    ...(fields ? [{ kind: "manifest" as const, text: Object.values(fields).join(" ") }] : []),
    ...(title === null ? [] : [{ kind: "title" as const, text: title }]),
    { kind: "folder", text: folders },
  ];
}

import { tablePointer } from "./arithmetic/paths.ts";
import { cellsBySums } from "./checks/index.ts";
import type { CellsBySums } from "./checks/index.ts";
import { ruleEntry } from "./findings/index.ts";
import type { Mapping } from "./mapper/index.ts";
import type { AnnualReport, Evidence, Finding, Place, Template } from "./model/index.ts";

/** A document whose tables were read and checked. */
export interface CheckedDocument {
  readonly report: AnnualReport;
  readonly evidence: Evidence;
  readonly mapping: Mapping;
  readonly checked: readonly Finding[];
  readonly templates: readonly Template[];
}

/**
 * An adapter knows places, not paths. Its warnings and errors are given the tables that stand at the place they name,
 * or all tables where they name none, so that a doubtful value can always be found by its path. Findings that only
 * doubt where cells belong are kept for those cells that neither their row nor a sum of the form vouches for.
 */
export function addressed(found: readonly Finding[], document: CheckedDocument): readonly Finding[] {
  const { report, evidence, mapping, templates } = document;
  const tables = Object.keys(mapping.layouts);
  const doubted = found.some(isOfPlacing);
  const sums: CellsBySums = doubted
    ? cellsBySums(report, evidence, mapping.layouts, templates)
    : { vouched: new Set(), belied: new Set() };
  return found.map((finding) => {
    const { severity, path, paths } = finding;
    if (severity === "notice" || path !== undefined || paths !== undefined) return finding;
    const row = shortRow(finding, evidence, document.checked);
    if (row.length > 0) return { ...finding, paths: row };
    const touched = tables.filter((id) => touches(finding, id, evidence)).map(tablePointer);
    if (touched.length === 0) return finding;
    if (!isOfPlacing(finding)) return { ...finding, paths: touched };
    const open = touched.flatMap((table) => openCells(finding, table, document, sums));
    return open.length > 0 ? { ...finding, paths: open } : { ...finding, severity: "notice", paths: touched };
  });
}

/** Whether only the placing of cells is in doubt: their columns were decided by what stands under what. */
function isOfPlacing({ rule }: Finding): boolean {
  return ruleEntry(rule)?.doubts === "places";
}

/** Whether the table, or some of its cells, stand where the finding points. */
function touches({ at: where }: Finding, id: string, evidence: Evidence): boolean {
  const { file, page, table } = where ?? {};
  const isThere = (at: Place | null) => {
    if (at === null) return table === undefined;
    return (
      at.file === file && (table === undefined ? page === undefined || at.page === page : at.table === table)
    );
  };
  return Object.entries(evidence).some(
    ([pointer, { at }]) => pointer.startsWith(`${tablePointer(id)}/`) && isThere(at),
  );
}

/**
 * The cells of a table that may belong elsewhere; the table itself where all of them may. What vouches for a cell is a sum,
 * or its row, where the finding names those that are loose and no sum belies it.
 */
function openCells(
  { at, args }: Finding,
  table: string,
  { evidence, mapping }: CheckedDocument,
  { vouched, belied }: CellsBySums,
): readonly string[] {
  const rows = args?.["rows"];
  const loose = typeof rows === "string" ? new Set(rows.split(" ").map(Number)) : undefined;
  const mayAddUp = !isDoubted(table, mapping);
  const isFirm = (cell: string, { at: place }: Evidence[string]) =>
    loose !== undefined &&
    !belied.has(cell) &&
    place?.row !== undefined &&
    (place.table !== at?.table || place.file !== at?.file || !loose.has(place.row));
  const cells = Object.entries(evidence).filter(([cell]) => cell.startsWith(`${table}/`));
  const open = cells.filter(([cell, entry]) => !(mayAddUp && vouched.has(cell)) && !isFirm(cell, entry));
  return open.length === cells.length ? [table] : open.map(([cell]) => cell);
}

/** Whether anything in the table could not be read plainly, so that its sums may hold by chance. */
function isDoubted(table: string, { diagnostics }: Mapping): boolean {
  return diagnostics.some(
    ({ severity, path = "", paths = [] }) =>
      severity !== "notice" && [path, ...paths].some((pointer) => `${pointer}/`.startsWith(`${table}/`)),
  );
}

/** The cells of the one short row, in a table whose sums all hold; none where the whole table is in doubt. */
function shortRow({ rule, at, args }: Finding, evidence: Evidence, checked: readonly Finding[]): string[] {
  if (ruleEntry(rule)?.doubts !== "row" || args?.["count"] !== 1 || at?.row === undefined) return [];
  const cells = Object.entries(evidence).filter(
    ([, entry]) => entry.at?.table === at.table && entry.at?.file === at.file,
  );
  const wrong = checked.some(
    ({ severity, path = "", paths = [] }) =>
      severity === "error" && [path, ...paths].some((pointer) => cells.some(([cell]) => cell === pointer)),
  );
  return wrong ? [] : cells.flatMap(([pointer, entry]) => (entry.at?.row === at.row ? [pointer] : []));
}

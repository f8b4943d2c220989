import { laidOutAsPrinted } from "../arithmetic/open-rows.ts";
import { formCells } from "../arithmetic/paths.ts";
import type { FormCell } from "../arithmetic/paths.ts";
import type { Conversion, Evidence, EvidenceStatus, Severity, Template } from "../model/index.ts";
import { flagsOf, textOf, valueAt } from "../record/index.ts";
import type { Standing } from "./preferred.ts";
import { sketchOf } from "./sketch.ts";

/** What a panel keeps of one report: about a kilobyte, whatever the size of its document. */
export interface PanelReport extends Standing {
  /** As printed. */
  readonly issuer: string;
  readonly year: number;
  /** Reports of one office and kind share it, whatever the mapping of names joins. */
  readonly series: string;
  /** Code and full name of the division the issuer belongs to; null where that is undecided. */
  readonly divisionCode: string | null;
  readonly place: string | null;
  /** Whether several offices have its issuer's name, and nothing shows which one it is. */
  readonly undecided: boolean;
  /** Whether it represents its year, where a dataset says so. */
  readonly preferred: boolean | null;
  readonly source: string;
  readonly sha256: string;
  readonly publicationDate: string | null;
  /** Layout of each table, in the conversion's order. */
  readonly layouts: readonly (readonly [table: string, layout: string])[];
  /** Every cell of the layouts in the form's order, packed; read with `panelCells`. */
  readonly packed: string;
  /**
   * Cells of tables whose rows this report names itself, or of which it has several records; they come in addition to
   * those of all reports.
   */
  readonly own: Forms;
  readonly prose: Uint32Array | null;
  readonly errors: number;
  readonly warnings: number;
}

/** A cell as a panel shows it. */
export interface PanelCell {
  readonly form: FormCell;
  readonly layout: string;
  readonly value: number | null;
  /** The words of a cell that holds words. */
  readonly text: string | null;
  readonly status: EvidenceStatus;
  /**
   * The worst severity among the findings that name this cell or its table; a value without one is as printed and
   * contradicts nothing.
   */
  readonly flag: "error" | "warning" | null;
  readonly printedUnit: string | undefined;
}

/** Why a conversion has no place in a panel. */
export type Unplaced = "no-report" | "no-issuer" | "no-year" | "unknown-layout";

const STATUS_CODES: ReadonlyMap<EvidenceStatus, string> = new Map([
  ["given", ""],
  ["blank", "b"],
  ["dash", "d"],
  ["not-applicable", "n"],
  ["inferred", "i"],
  ["recognized", "r"],
  ["unreadable", "u"],
  ["conflict", "c"],
  ["corrected", "m"],
]);
const STATUSES = new Map([...STATUS_CODES].map(([status, code]) => [code, status]));
const ABSENT = "~";

/** The cells of every table of every layout, made once for all reports; keys are `table layout`. */
export type Forms = ReadonlyMap<string, readonly FormCell[]>;

export function formsOf(templates: readonly Template[]): Forms {
  return new Map(
    templates.flatMap(({ id, tables }) =>
      tables.map((table) => [`${table.id} ${id}`, formCells(table)] as const),
    ),
  );
}

function cellsOf(key: string, own: Forms, forms: Forms): readonly FormCell[] | undefined {
  return own.get(key) ?? forms.get(key);
}

/** Whose report it is, as the panel found out or the dataset says. */
export type Whose = Pick<PanelReport, "series" | "divisionCode" | "place" | "undecided" | "preferred">;

/** A layout that is not among the forms makes the conversion `unknown-layout`. `labels` are the forms', from `labelsOfTemplates`. */
export function panelReport(
  conversion: Conversion,
  { forms, templates }: { readonly forms: Forms; readonly templates: readonly Template[] },
  labels: readonly string[],
  whoseOf: (conversion: Conversion) => Whose,
): PanelReport | Unplaced {
  const { report, layouts, evidence, diagnostics, source } = conversion;
  if (report === null) return "no-report";
  if (report.issuer === null) return "no-issuer";
  if (report.year === null || report.year < 1990 || report.year > 2200) return "no-year";
  const flagAt = flagsOf(conversion);
  const families = laidOutAsPrinted(templates, conversion);
  const own = formsOf(families.filter((family) => !templates.includes(family)));
  const packed: string[] = [];
  let [sure, doubtful] = [0, 0];
  for (const [id, layout] of Object.entries(layouts)) {
    const cells = cellsOf(`${id} ${layout}`, own, forms);
    if (!cells) return "unknown-layout";
    for (const { pointer, type } of cells) {
      const value = valueAt(report, pointer);
      const { severity } = flagAt(pointer);
      if (severity !== null) doubtful += 1;
      else if (typeof value === "number") sure += 1;
      packed.push(packedCell(value, type, evidence[pointer], severity));
    }
  }
  return {
    ...whoseOf(conversion),
    issuer: report.issuer,
    year: report.year,
    sure,
    doubtful,
    format: conversion.adapter ?? null,
    source: source.name,
    sha256: source.sha256,
    publicationDate: report.publicationDate,
    layouts: Object.entries(layouts),
    packed: packed.join("\t"),
    own,
    prose: sketchOf(report, labels),
    errors: diagnostics.filter(({ severity }) => severity === "error").length,
    warnings: diagnostics.filter(({ severity }) => severity === "warning").length,
  };
}

/** A cell as text without tabs; `unpacked` reads it. */
function packedCell(
  value: ReturnType<typeof valueAt>,
  type: FormCell["type"],
  { status, unit }: Partial<Evidence[string]> = {},
  severity: Severity | null,
): string {
  if (value === undefined) return ABSENT;
  const flag = severity === "error" ? "E" : severity === "warning" ? "W" : "";
  // Without evidence nothing shows how the value was printed.
  const code = STATUS_CODES.get(status ?? (value === null ? "unreadable" : "inferred")) ?? "u";
  if (typeof value === "string" || Array.isArray(value)) return JSON.stringify([textOf(value), code, flag]);
  const printedUnit = type === "amount" && unit ? `@${unit.replace(/\t/gu, " ")}` : "";
  return `${value ?? ""}${code}${flag}${printedUnit}`;
}

/** The cells of a report by pointer, in the form's order; optional rows it lacks are left out. */
export function panelCells(report: PanelReport, forms: Forms): ReadonlyMap<string, PanelCell> {
  const packed = report.packed.split("\t");
  const cells = new Map<string, PanelCell>();
  let at = 0;
  for (const [id, layout] of report.layouts) {
    for (const cell of cellsOf(`${id} ${layout}`, report.own, forms) ?? []) {
      const text = packed[at]!;
      at += 1;
      if (text === ABSENT) continue;
      cells.set(cell.pointer, unpacked(text, cell, layout));
    }
  }
  return cells;
}

function unpacked(text: string, form: FormCell, layout: string): PanelCell {
  // Nearly all are plain numbers.
  if (/^-?\d+$/u.test(text))
    return {
      form,
      layout,
      value: Number(text),
      text: null,
      status: "given",
      flag: null,
      printedUnit: undefined,
    };
  const worded = text.startsWith("[") ? (JSON.parse(text) as [string, string, string]) : null;
  const [, number = "", code = "", flag = "", printedUnit] = worded
    ? ["", "", worded[1], worded[2]]
    : (/^([^a-z@EW]*(?:e[-+]\d+)?)([a-z]?)([EW]?)(?:@(.*))?$/su.exec(text) ?? []);
  return {
    form,
    layout,
    value: number === "" ? null : Number(number),
    text: worded ? worded[0] : null,
    status: STATUSES.get(code) ?? "unreadable",
    flag: flag === "E" ? "error" : flag === "W" ? "warning" : null,
    printedUnit,
  };
}

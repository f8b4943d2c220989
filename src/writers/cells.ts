import type {
  BlockTemplate,
  ColumnTemplate,
  Conversion,
  EvidenceEntry,
  RowTemplate,
  TableTemplate,
  Tables,
  Template,
} from "../model/index.ts";

/** One fact of a report under both of its names: the keys of the record, and the labels printed on the form. */
export interface Cell {
  /** JSON Pointer into the conversion. */
  readonly path: string;
  readonly table: string;
  /** Dotted keys; empty where the block has a single row or column. */
  readonly row: string;
  readonly column: string;
  /** Title of the table, caption of the block, labels of the row, labels of the column. */
  readonly labels: readonly string[];
  readonly value: number | null;
  readonly evidence: EvidenceEntry | null;
}

/**
 * The cells of the layouts chosen for a conversion, in the form's order. Optional rows the report lacks are left out.
 * Throws when a layout is not among the templates.
 */
export function* cells(conversion: Conversion, templates: readonly Template[]): Generator<Cell> {
  if (conversion.report === null) return;
  for (const [id, layout] of Object.entries(conversion.layouts)) {
    const table = templates.find((it) => it.id === layout)?.tables.find((it) => it.id === id);
    if (table === undefined) throw new Error(`no template given for table ${id} of layout ${layout}`);
    for (const block of table.blocks)
      for (const row of block.rows)
        for (const column of block.columns) {
          const steps = cellSteps(table, row, column);
          const value = valueAt(conversion.report.tables, steps);
          if (value === undefined) continue;
          const path = "/report/tables/" + steps.map(pointerStep).join("/");
          yield {
            path,
            table: id,
            row: row.key,
            column: column.key,
            labels: labels(table, block, row, column),
            value,
            evidence: conversion.evidence[path] ?? null,
          };
        }
  }
}

function cellSteps(table: TableTemplate, row: RowTemplate, column: ColumnTemplate): readonly string[] {
  const keys = table.pathOrder === "row-column" ? [row.key, column.key] : [column.key, row.key];
  return [table.id, ...keys.filter((key) => key !== "").flatMap((key) => key.split("."))];
}

function valueAt(tables: Tables, steps: readonly string[]): number | null | undefined {
  let at: Tables | number | null = tables;
  for (const step of steps) {
    if (at === null || typeof at === "number" || !Object.hasOwn(at, step)) return undefined;
    at = at[step] ?? null;
  }
  return at === null || typeof at === "number" ? at : undefined;
}

/** RFC 6901, section 3. */
function pointerStep(step: string): string {
  return step.replaceAll("~", "~0").replaceAll("/", "~1");
}

function labels(
  table: TableTemplate,
  block: BlockTemplate,
  row: RowTemplate,
  column: ColumnTemplate,
): readonly string[] {
  return [
    table.title,
    block.caption ?? "",
    ...row.group,
    row.enumerator + row.label,
    ...column.group,
    column.label,
  ].filter((label) => label !== "");
}

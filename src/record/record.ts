import type { AnnualReport, Tables } from "../model/index.ts";

/** A cell of the record. */
export interface RecordCell {
  /** `applications.total.newlyReceived` */
  readonly path: string;
  /** JSON Pointer into the conversion: `/report/tables/applications/total/newlyReceived`. */
  readonly pointer: string;
  readonly value: number | null;
}

/** Any record with tables, so that a table, too, can be asked for alone. */
type Holder = Pick<AnnualReport, "tables">;

const TABLES = "/report/tables/";

/**
 * The number at `applications.total.newlyReceived`, or at its JSON Pointer. Null is blank or unreadable, never zero;
 * undefined where the record has no such cell.
 */
export function valueAt(report: Holder, path: string): number | null | undefined {
  const at = nodeAt(report, path);
  return typeof at === "object" && at !== null ? undefined : at;
}

/** A table, or a part of one, with its rows and columns by key; undefined where the record has none. */
export function tableOf(report: Holder, path: string): Tables | undefined {
  const at = nodeAt(report, path);
  return typeof at === "object" && at !== null ? at : undefined;
}

/** Every cell of every table, in the form's order. */
export function cellsOf(report: Holder): readonly RecordCell[] {
  return leaves(report.tables, []);
}

function nodeAt({ tables }: Holder, path: string): Tables | number | null | undefined {
  const steps = path.startsWith(TABLES) ? path.slice(TABLES.length).split("/") : path.split(".");
  let at: Tables | number | null | undefined = tables;
  for (const step of steps) {
    if (at === null || typeof at !== "object" || !Object.hasOwn(at, step)) return undefined;
    at = at[step];
  }
  return at;
}

function leaves(tables: Tables, above: readonly string[]): readonly RecordCell[] {
  return Object.entries(tables).flatMap(([key, value]): readonly RecordCell[] => {
    const steps = [...above, key];
    if (typeof value === "object" && value !== null) return leaves(value, steps);
    return [{ path: steps.join("."), pointer: TABLES + steps.join("/"), value }];
  });
}

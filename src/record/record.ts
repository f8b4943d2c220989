import type { AnnualReport, CellValue, Tables } from "../model/index.ts";

/** A cell of the record. */
export interface RecordCell {
  /** `applications.total.newlyReceived` */
  readonly path: string;
  /** JSON Pointer into the conversion: `/report/tables/applications/total/newlyReceived`. */
  readonly pointer: string;
  readonly value: CellValue;
}

/** Any record with tables, so that a table, too, can be asked for alone. */
type Holder = Pick<AnnualReport, "tables">;

const TABLES = "/report/tables/";

/**
 * The value at `applications.total.newlyReceived`, or at its JSON Pointer. Null is blank or unreadable, never zero;
 * undefined where the record has no such cell.
 */
export function valueAt(report: Holder, path: string): CellValue | undefined {
  const at = nodeAt(report, path);
  return isNode(at) ? undefined : at;
}

/** The value at steps below the tables, which a form's cell keeps ready. */
export function valueAtSteps({ tables }: Holder, steps: readonly string[]): CellValue | undefined {
  const at = nodeAtSteps(tables, steps);
  return isNode(at) ? undefined : at;
}

/** A value as text, for tables of one column for words: a text, a date, the key of an option, several with spaces between. */
export function textOf(value: CellValue | undefined): string | null {
  if (typeof value === "string") return value;
  return typeof value === "object" && value !== null ? value.join(" ") : null;
}

/** A value as a number; null where it is none. */
export function numberOf(value: CellValue | undefined): number | null {
  return typeof value === "number" ? value : null;
}

/** A table, or a part of one, with its rows and columns by key; undefined where the record has none. */
export function tableOf(report: Holder, path: string): Tables | undefined {
  const at = nodeAt(report, path);
  return isNode(at) ? (at as Tables) : undefined;
}

/** Every cell of every table, in the form's order. */
export function cellsOf({ tables }: Holder): readonly RecordCell[] {
  const cells: RecordCell[] = [];
  // One list for all: joining those of each row takes ten times as long.
  const visit = (nodes: Tables | readonly Tables[], path: string, pointer: string): void => {
    for (const [key, value] of Object.entries(nodes))
      if (isNode(value)) visit(value, `${path}${key}.`, `${pointer}${key}/`);
      else cells.push({ path: path + key, pointer: pointer + key, value });
  };
  visit(tables, "", TABLES);
  return cells;
}

type Node = Tables[string];

/** The rows of a list are a node; the options of a choice are a value. */
function isNode(at: Node | undefined): at is Tables | readonly Tables[] {
  return (
    typeof at === "object" && at !== null && !(Array.isArray(at) && at.every((it) => typeof it === "string"))
  );
}

function nodeAt({ tables }: Holder, path: string): Node | undefined {
  return nodeAtSteps(
    tables,
    path.startsWith(TABLES) ? path.slice(TABLES.length).split("/") : path.split("."),
  );
}

function nodeAtSteps(tables: Tables, steps: readonly string[]): Node | undefined {
  let at: Node | undefined = tables;
  for (const step of steps) {
    if (!isNode(at) || !Object.hasOwn(at, step)) return undefined;
    at = (at as Tables)[step];
  }
  return at;
}

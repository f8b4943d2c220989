import { cellKey } from "../arithmetic/paths.ts";
import { CODE_KEY, NAME_KEY } from "../arithmetic/name-key.ts";
import type { BlockTemplate, OpenRowsTemplate, TableTemplate } from "../model/index.ts";
import type { Complaint } from "./load-words.ts";

/** The largest table, in cells: more than any form has. Records and the search for labels grow with it. */
const MAXIMUM_CELLS = 20_000;

/**
 * Checks that every cell has a path of its own and that no path leads through another: if `a` holds a number, `a.b`
 * would need a map in its place.
 */
export function pathComplaints(table: TableTemplate, steps: readonly PropertyKey[]): Complaint[] {
  const count = table.blocks.reduce((sum, { rows, columns }) => sum + rows.length * columns.length, 0);
  if (count > MAXIMUM_CELLS)
    return [{ kind: "too-large", steps: [...steps, "blocks"], expected: String(MAXIMUM_CELLS) }];
  const complaints = new Map<string, Complaint>();
  /** The row that first used a path; and below, the row whose longer path leads through it. */
  const rowOf = new Map<string, string>();
  const rowThrough = new Map<string, string>();
  table.blocks.forEach(({ rows, columns }, block) => {
    rows.forEach((row, r) => {
      columns.forEach((column, c) => {
        const path = cellKey(table, row.key, column.key);
        const own = `${block} ${r}`;
        const other =
          rowOf.get(path) ??
          rowThrough.get(path) ??
          through(path)
            .map((part) => rowOf.get(part))
            .find((it) => it !== undefined);
        // If two cells of one row collide, their columns are to blame; otherwise one row repeats the other, in every
        // column.
        const at = [
          ...steps,
          "blocks",
          block,
          ...(other === own ? ["columns", c, "key"] : [...rowSteps(table.blocks[block]!, r), "key"]),
        ];
        const reported = complaints.has(at.join("/"));
        if (path === "") complaints.set(at.join("/"), { kind: "no-path", steps: at });
        else if (other !== undefined && !reported)
          complaints.set(at.join("/"), { kind: "duplicate-path", steps: at, actual: path });
        rowOf.set(path, own);
        for (const part of through(path)) rowThrough.set(part, own);
      });
    });
  });
  return [...complaints.values()];
}

/** Where a report holds several records, each has its name beside its cells, so that no cell may use that path. */
export function nameComplaints(table: TableTemplate, steps: readonly PropertyKey[]): Complaint[] {
  return table.blocks.flatMap(({ rows, columns }, block) => {
    const paths = rows.flatMap((row) => columns.map((column) => cellKey(table, row.key, column.key)));
    return paths.some((path) => isWithin(path, NAME_KEY))
      ? [{ kind: "duplicate-path", steps: [...steps, "blocks", block], actual: NAME_KEY } as const]
      : [];
  });
}

/** A list needs a place of its own in the record, and the names of its rows need one beside the columns. */
export function openComplaints(
  { pathOrder, blocks }: TableTemplate,
  steps: readonly PropertyKey[],
): Complaint[] {
  const lists = blocks.flatMap(({ open }) => open?.key ?? []);
  if (lists.length === 0) return [];
  const isTaken = (key: string) => lists.some((list) => isWithin(key, list) || isWithin(list, key));
  const columnFirst =
    pathOrder === "column-row"
      ? [
          {
            kind: "wrong-value" as const,
            steps: [...steps, "pathOrder"],
            expected: "row-column",
            actual: pathOrder,
          },
        ]
      : [];
  const taken = blocks.flatMap((block, b): Complaint[] => {
    const at = [...steps, "blocks", b];
    const { open, rows, columns } = block;
    const twice = open && lists.indexOf(open.key) !== blocks.filter((it) => it.open).indexOf(block);
    return [
      ...(twice
        ? [{ kind: "duplicate-path" as const, steps: [...at, "rows", "open", "key"], actual: open.key }]
        : []),
      ...rows.flatMap(({ key }, r): Complaint[] =>
        isTaken(key)
          ? [{ kind: "duplicate-path", steps: [...at, ...rowSteps(block, r), "key"], actual: key }]
          : [],
      ),
      ...columns.flatMap(({ key }, c): Complaint[] =>
        open && isOfList(open, key)
          ? [{ kind: "duplicate-path", steps: [...at, "columns", c, "key"], actual: key }]
          : [],
      ),
    ];
  });
  return [...columnFirst, ...taken];
}

/** Whether a column's key is where the list keeps the name or the code of its rows. */
function isOfList({ code }: OpenRowsTemplate, key: string): boolean {
  return isWithin(key, NAME_KEY) || (code !== undefined && isWithin(key, CODE_KEY));
}

/** Whether a dotted key equals another or is below it. */
function isWithin(key: string, other: string): boolean {
  return key === other || key.startsWith(`${other}.`);
}

/** The steps to a fixed row in the file. */
export function rowSteps({ open }: BlockTemplate, index: number): readonly PropertyKey[] {
  return open ? ["rows", "fixed", index] : ["rows", index];
}

/** The paths above a path: `a` and `a.b` for `a.b.c`. */
function through(path: string): string[] {
  const parts = path.split(".");
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join("."));
}

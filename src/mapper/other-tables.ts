import type { Block, Diagnostic, EvidenceEntry, Grid, OtherTable } from "../model/index.ts";
import type { FormRow } from "./rows.ts";

export interface OtherTables {
  readonly tables: readonly OtherTable[];
  readonly evidence: ReadonlyMap<string, EvidenceEntry>;
  readonly diagnostics: readonly Diagnostic[];
}

/** More tables of no known form than this are a page's layout, not a report. */
const MAXIMUM_TABLES = 50;
const MAXIMUM_ROWS = 1_000;

/** Grids with at least two rows of values of which no known table took any: kept as labelled grids, and said so. */
export function mapOtherTables(blocks: readonly Block[], rows: readonly FormRow[], taken: ReadonlySet<FormRow>): OtherTables {
  const evidence = new Map<string, EvidenceEntry>();
  const diagnostics: Diagnostic[] = [];
  const used = new Set([...taken].map(({ block }) => block));
  const byBlock = new Map<number, FormRow[]>();
  for (const row of rows) {
    if (row.headers.length === 0 && row.labels.length === 0) continue;
    if (!used.has(row.block) && blocks[row.block]?.kind === "grid") byBlock.set(row.block, [...(byBlock.get(row.block) ?? []), row]);
  }
  const tables = [...byBlock].flatMap(([block, own]): OtherTable[] => {
    const { grid } = blocks[block] as { readonly grid: Grid };
    const counted = own.filter(({ values }) => values.some(({ text }) => /\d/u.test(text)));
    if (counted.length < 2 || evidence.size >= MAXIMUM_TABLES) return [];
    const table = labelled(own.slice(0, MAXIMUM_ROWS), titleAbove(blocks, block));
    const pointer = `/report/otherTables/${evidence.size}`;
    evidence.set(pointer, { raw: table.title, status: "given", at: grid.at });
    diagnostics.push({ rule: "unknown-table", severity: "warning", path: pointer, at: grid.at, args: { title: table.title ?? "", rows: table.rows.length } });
    return [table];
  });
  return { tables, evidence, diagnostics };
}

function labelled(rows: readonly FormRow[], title: string | null): OtherTable {
  const first = rows[0]!;
  const [header] = first.headers;
  const columns = first.values.map(({ column }) => header?.columns.find((printed) => column !== undefined && column >= printed.column && column < printed.column + printed.columnSpan)?.text ?? "");
  return {
    title,
    columns: columns.every((text) => text === "") ? [] : columns,
    rows: rows.map(({ labels, unit, values }) => ({ labels: unit === undefined ? labels : [...labels, unit], values: values.map(({ text }) => text) })),
  };
}

function titleAbove(blocks: readonly Block[], index: number): string | null {
  for (let at = index - 1; at >= 0; at--) {
    const block = blocks[at]!;
    if (block.kind === "grid") return null;
    const text = block.text.trim();
    if (text !== "") return text.length <= 40 && !/[。；，]/u.test(text) ? text : null;
  }
  return null;
}

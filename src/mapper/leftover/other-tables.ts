import type { Block, Finding, EvidenceEntry, Grid, OtherTable } from "../../model/index.ts";
import { addedColumns, addedRows } from "./added.ts";
import { takenRows } from "../match/fit/taken-rows.ts";
import type { Fit } from "../match/fit/fit.ts";
import { listedTables } from "./listed-tables.ts";
import { labelled, printedText, type Unknown } from "./labelled.ts";
import { textRows, textTable } from "./text-rows.ts";
import { hasNumbers, type FormRow } from "../rows/form-row.ts";
import type { MappedTables } from "../read/read-tables.ts";
import { finding } from "../../findings/finding.ts";
import { isNumber } from "../../printed/numbers.ts";

export interface OtherTables {
  readonly tables: readonly OtherTable[];
  readonly evidence: ReadonlyMap<string, EvidenceEntry>;
  readonly diagnostics: readonly Finding[];
}

/** If a document has more tables of no known form than this, they are a page's layout and not a report. */
const MAXIMUM_TABLES = 50;
const MAXIMUM_ROWS = 1_000;

/**
 * Everything that has values but belongs to no form: tables, and the rows and columns that a report added to a known
 * table.
 */
export function mapOtherTables(
  blocks: readonly Block[],
  rows: readonly FormRow[],
  worded: readonly FormRow[],
  fits: readonly Fit[],
  mapped: MappedTables,
): OtherTables {
  const taken = new Set(takenRows(fits));
  const tables = [...unknownTables(blocks, rows, taken), ...textTables(blocks, [...rows, ...taken], worded)];
  const mappedBlocks = new Set(tables.map(({ block }) => block));
  const left = rows.filter(({ block }) => !mappedBlocks.has(block));
  const found: readonly Unknown[] = [
    ...tables,
    ...addedRows(fits, left, mapped.repeated),
    ...textRows(fits, worded),
    ...mapped.added.map(addedColumns),
    ...listedTables(rows, taken),
  ];
  const pointer = (index: number) => `/report/otherTables/${index}`;
  return {
    tables: found.map(({ table }) => table),
    evidence: new Map(
      found.map(({ table, at }, index) => [pointer(index), { raw: table.title, status: "given", at }]),
    ),
    diagnostics: found.flatMap(({ findings }, index) => findings(pointer(index))),
  };
}

/**
 * Grids with at least two rows of values of which no known table took any. A grid that prints a known table again, as
 * pages do for telephones, is left out.
 */
function unknownTables(
  blocks: readonly Block[],
  rows: readonly FormRow[],
  taken: ReadonlySet<FormRow>,
): readonly (Unknown & { readonly block: number })[] {
  const used = new Set([...taken].map(({ block }) => block));
  const byBlock = new Map<number, FormRow[]>();
  for (const row of rows) {
    if (row.headers.length === 0 && row.labels.length === 0) continue;
    if (used.has(row.block) || blocks[row.block]?.kind !== "grid") continue;
    const own = byBlock.get(row.block);
    if (own) own.push(row);
    else byBlock.set(row.block, [row]);
  }
  const tables = [...byBlock].filter(([block, own]) => isTable(own) || isUnruled(blocks[block], own));
  if (tables.length === 0) return [];
  const printed = new Set([...taken].map(printedText));
  const counted = tables
    .filter(([, own]) => !own.every((row) => printed.has(printedText(row))))
    .slice(0, MAXIMUM_TABLES);
  const names = new Set([...taken].map(({ labels }) => labels.join("\t")));
  return counted.map(([block, own]) => {
    const found = unknownTable(
      blocks,
      block,
      labelled(own.slice(0, MAXIMUM_ROWS), null, titleAbove(blocks, block)),
    );
    // A copy of a known table is of a known form: where it differs, the findings about repeated rows say so.
    const isCopy =
      own.every(({ labels }) => names.has(labels.join("\t"))) &&
      own.filter((row) => printed.has(printedText(row))).length * 2 > own.length;
    return isCopy ? { ...found, findings: () => [] } : found;
  });
}

/**
 * Grids in which no row ends in values but two rows have numbers, as where the last column names offices. `rows` are
 * those that other tables are made of.
 */
function textTables(
  blocks: readonly Block[],
  rows: readonly FormRow[],
  worded: readonly FormRow[],
): readonly (Unknown & { readonly block: number })[] {
  const used = new Set(rows.map(({ block }) => block));
  const ids = [...new Set(worded.map(({ block }) => block))].filter((block) => !used.has(block));
  return ids.slice(0, MAXIMUM_TABLES).flatMap((block) => {
    const own = worded.filter((row) => row.block === block).slice(0, MAXIMUM_ROWS);
    const numbered = own.filter(({ values }) => values.some(({ text }) => isNumber(text)));
    return numbered.length < 2 && !isUnruled(blocks[block], own)
      ? []
      : [unknownTable(blocks, block, textTable(own, titleAbove(blocks, block)))];
  });
}

function unknownTable(blocks: readonly Block[], block: number, table: OtherTable) {
  const { at } = (blocks[block] as { readonly grid: Grid }).grid;
  const args = { title: table.title ?? "", rows: table.rows.length };
  const findings = (path: string) => [finding("unknown-table", { path, at, args })];
  return { block, table, at, findings };
}

/**
 * Whether rows make a table: two rows with numbers, or one row of several numbers under headings. A telephone number
 * beside a name does not.
 */
function isTable(rows: readonly FormRow[]): boolean {
  const numbered = rows.filter(hasNumbers);
  return (
    numbered.length >= 2 ||
    numbered.some(
      ({ headers, values }) =>
        headers.length > 0 && values.filter((value) => hasNumbers({ values: [value] })).length >= 3,
    )
  );
}

/** In so many lines of a cell numbers stand below one another; fewer are a number broken over two lines. */
const FEWEST_LINES = 3;

/** Whether rows are drawn without borders between them, so that numbers of several stand in one cell. */
function isUnruled(block: Block | undefined, rows: readonly FormRow[]): boolean {
  if (block?.kind !== "grid" || block.grid.layout !== "pandoc-grid") return false;
  return rows.some(({ values }) =>
    values.some(
      ({ text }) => text.split("\n").filter((line) => isNumber(line.trim())).length >= FEWEST_LINES,
    ),
  );
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

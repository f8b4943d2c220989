import { finding } from "../../findings/finding.ts";
import { outlineLevel } from "../../printed/enumerators.ts";
import type { Finding, Limits, Reading, Token } from "../../model/index.ts";
import { Refusal, tooLarge } from "../refusal.ts";
import { partRows } from "./bands.ts";
import type { Sheet, SheetTally } from "./sheet.ts";
import { visibleRows } from "./visible.ts";
import type { Region, VisibleRow } from "./visible.ts";

/**
 * What the adapter returns for these sheets, which come in the order of their tabs. Throws a Refusal where they say
 * nothing.
 */
export function sheetsReading(sheets: readonly Sheet[], tally: SheetTally, limits: Limits): Reading {
  const tokens: Token[] = [];
  let tables = 0;
  let cells = 0;
  let { hidden } = tally;
  for (const sheet of sheets) {
    const page = sheet.ordinal;
    const visible = visibleRows(sheet);
    hidden += visible.hidden;
    const pieces = partRows(visible.rows);
    if (pieces.length > 0) tokens.push(...headingOnTab(sheet));
    for (const piece of pieces) {
      const lattice = latticeOf(piece.kind === "line" ? [] : piece.rows);
      cells += lattice.rows.length * lattice.columns.length;
      if (cells > limits.maximumCells) throw tooLarge("cells", cells, limits.maximumCells);
      const own =
        piece.kind === "line"
          ? linesOf(piece.region, page)
          : tokensOfTable(piece.rows, lattice, { page, table: ++tables });
      for (const token of own) tokens.push(token);
    }
  }
  if (tokens.every((token) => token.kind === "line" && token.text.trim() === ""))
    throw tally.pictures > 0 ? new Refusal("needs-ocr", { reason: "picture" }) : new Refusal("empty");
  return { tokens, metadata: [], diagnostics: findingsOf({ ...tally, hidden }) };
}

/** Where each table has its own sheet, the chapter's name may stand on the tab alone. */
function headingOnTab({ name, ordinal }: Sheet): readonly Token[] {
  return outlineLevel(name) === 1 ? [{ kind: "line", text: name, at: { page: ordinal } }] : [];
}

function linesOf({ text, top, left }: Region, page: number): readonly Token[] {
  return text.split("\n").map((line) => ({ kind: "line", text: line, at: { page, row: top, column: left } }));
}

/** The rows and columns in which some region begins; merges only pass through all others. */
interface Lattice {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

function latticeOf(rows: readonly VisibleRow[]): Lattice {
  const columns = new Set(rows.flatMap(({ regions }) => regions.map(({ left }) => left)));
  return { rows: rows.map(({ row }) => row), columns: [...columns].sort((one, other) => one - other) };
}

function tokensOfTable(
  rows: readonly VisibleRow[],
  { rows: lines, columns }: Lattice,
  at: { readonly page: number; readonly table: number },
): readonly Token[] {
  const tokens: Token[] = [{ kind: "table-start", at }];
  const { page, table } = at;
  const columnAt = new Map(columns.map((column, index) => [column, index]));
  /** For each column, the first row that is no longer covered by a region from above. */
  const takenUntil = new Array<number>(columns.length).fill(0);
  rows.forEach(({ regions }, index) => {
    tokens.push({ kind: "row", at: { page, table, row: index + 1 } });
    const begins = new Map<number, Region>(regions.map((region) => [columnAt.get(region.left)!, region]));
    for (let column = 0; column < columns.length;) {
      const region = begins.get(column);
      if (takenUntil[column]! > index) {
        column++;
        continue;
      }
      const place = { page, table, row: index + 1, column: column + 1 };
      const colSpan = region === undefined ? 1 : countUpTo(columns, column, region.right);
      const rowSpan = region === undefined ? 1 : countUpTo(lines, index, region.bottom);
      const { text = "", doubt } = region ?? {};
      const cell = { kind: "cell", text, rowSpan, colSpan, column: column + 1, at: place } as const;
      tokens.push(
        doubt === undefined ? cell : { ...cell, doubt: { kind: "unreadable", reason: doubt } as const },
      );
      for (let over = column; over < column + colSpan; over++) takenUntil[over] = index + rowSpan;
      column += colSpan;
    }
  });
  tokens.push({ kind: "table-end", at });
  return tokens;
}

/** How many of the sorted numbers from `start` on are no greater than `last`; at least one. */
function countUpTo(sorted: readonly number[], start: number, last: number): number {
  let end = start + 1;
  while (end < sorted.length && sorted[end]! <= last) end++;
  return end - start;
}

function findingsOf({ hidden, pictures, floating, missing = [] }: SheetTally): Finding[] {
  const findings = [
    hidden > 0 && finding("hidden-content", { args: { count: hidden } }),
    pictures > 0 && finding("pictures-not-read", { args: { pictures } }),
    floating > 0 && finding("floating-number", { args: { count: floating } }),
    ...missing.map((part) => finding("missing-part", { args: { part } })),
  ];
  return findings.filter((one) => one !== false);
}

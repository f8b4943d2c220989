import type { Grid, LineToken, Token } from "../model/index.ts";

/** One way cells can be laid out in a token stream. */
export interface Layout {
  readonly id: string;
  /** What it looks like, for people. */
  readonly description: string;
  /** Claims the tokens from `index` up to `next` as one table, or declines. `table` is the ordinal it would get. */
  readonly claim: (tokens: readonly Token[], index: number, table: number) => Claim | null;
}

export interface Claim {
  readonly grid: Grid;
  readonly next: number;
}

/** Rows after which a table of a text counts as ended; another begins. Keeps the work on endless tables linear. */
export const MAXIMUM_ROWS = 1_000;

/** The line token at `index`, or null. */
export function lineAt(tokens: readonly Token[], index: number): LineToken | null {
  const token = tokens[index];
  return token?.kind === "line" ? token : null;
}

export function isBlank(text: string): boolean {
  return text.trim() === "";
}

/** `- 4 -`, `—5—`: a page number standing between rows, never a value (it would read as a negative number). */
export function isPageNumber(text: string): boolean {
  return /^[\s\f]*[-—–－―‐]+\s*\d{1,4}\s*[-—–－―‐]+\s*$/u.test(text);
}

/** A cell that holds a value or a stand-in for one rather than a label. */
export function isNumeric(text: string): boolean {
  if (!/[\d０-９]/u.test(text)) return false;
  return (
    /^\d+$/u.test(text) ||
    /^[\s\u00a0\u3000]*[-+－＋]?[\d０-９][\d０-９,，.．\s]*(?:[（(].*[)）]|[件条次个人篇项起宗元万%％]*)[\s\u00a0\u3000]*$/su.test(
      text,
    )
  );
}

/**
 * Markdown writers put a backslash before punctuation (`\\-`, `1\\.`; CommonMark 2.4). It is taken off a cell once cut
 * out, never off the line, whose columns it is part of.
 */
export function unescapeMarkdown(text: string): string {
  return text.includes("\\") ? text.replace(/\\([!-/:-@[-`{-~])/gu, "$1") : text;
}

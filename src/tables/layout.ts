import type { Grid, LineToken, Token } from "../model/index.ts";

/** One way cells can be laid out in a token stream. */
export interface Layout {
  readonly id: string;
  /** What the layout looks like, in words for people. */
  readonly description: string;
  /**
   * Claims the tokens from `index` up to `next` as one table, or declines with null. `table` is the ordinal the table
   * would get.
   */
  readonly claim: (tokens: readonly Token[], index: number, table: number) => Claim | null;
}

export interface Claim {
  readonly grid: Grid;
  readonly next: number;
}

/**
 * A table in text is taken to end after so many rows, and another begins. This keeps the work on endless tables linear.
 */
export const MAXIMUM_TABLE_ROWS = 1_000;

/** The line token at `index`, or null. */
export function lineAt(tokens: readonly Token[], index: number): LineToken | null {
  const token = tokens[index];
  return token?.kind === "line" ? token : null;
}

export function isBlank(text: string): boolean {
  return text.trim() === "";
}

/**
 * Markdown writers put a backslash before punctuation (`\\-`, `1\\.`; CommonMark 2.4). It is removed from a cell that
 * has been cut out, never from the whole line, because it takes part in the line's columns.
 */
export function unescapeMarkdown(text: string): string {
  return text.includes("\\") ? text.replace(/\\([!-/:-@[-`{-~])/gu, "$1") : text;
}

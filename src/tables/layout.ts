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
 * Markdown writers put a backslash before punctuation (`\\-`, `1\\.`; CommonMark 2.4). It is taken off a cell once cut
 * out, never off the line, whose columns it is part of.
 */
export function unescapeMarkdown(text: string): string {
  return text.includes("\\") ? text.replace(/\\([!-/:-@[-`{-~])/gu, "$1") : text;
}

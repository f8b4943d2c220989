import type { Token } from "../../src/model/index.ts";

/** Rows and columns count from 0, ends are inclusive. */
export interface Cell {
  readonly r0: number;
  readonly r1: number;
  readonly c0: number;
  readonly c1: number;
  readonly text: string;
}

export function tablesOf(tokens: readonly Token[]): Cell[][] {
  const tables: Cell[][] = [];
  let row = -1;
  for (const token of tokens) {
    if (token.kind === "table-start") {
      tables.push([]);
      row = -1;
    } else if (token.kind === "row") row++;
    else if (token.kind === "cell")
      tables.at(-1)!.push({
        r0: row,
        r1: row + token.rowSpan - 1,
        c0: token.column! - 1,
        c1: token.column! + token.colSpan - 2,
        text: token.text,
      });
  }
  return tables;
}

/** Each text with its nearest neighbour to the right and below, as in the competition. */
export function relations(all: readonly Cell[]): string[] {
  const cells = all
    .map((cell) => ({ ...cell, text: cell.text.replace(/\s/g, "") }))
    .filter(({ text }) => text !== "");
  const found: string[] = [];
  for (const cell of cells) {
    const beside = cells.filter((other) => other.c0 > cell.c1 && other.r0 <= cell.r1 && other.r1 >= cell.r0);
    const nearest = Math.min(...beside.map(({ c0 }) => c0));
    for (const other of beside) if (other.c0 === nearest) found.push(`${cell.text}→${other.text}`);
    const below = cells.filter((other) => other.r0 > cell.r1 && other.c0 <= cell.c1 && other.c1 >= cell.c0);
    const next = Math.min(...below.map(({ r0 }) => r0));
    for (const other of below) if (other.r0 === next) found.push(`${cell.text}↓${other.text}`);
  }
  return found;
}

/** How many of `b` are in `a`, each counted as often as it occurs there. */
export function common(a: readonly string[], b: readonly string[]): number {
  const left = new Map<string, number>();
  for (const one of a) left.set(one, (left.get(one) ?? 0) + 1);
  let same = 0;
  for (const one of b) {
    const count = left.get(one) ?? 0;
    if (count === 0) continue;
    same++;
    left.set(one, count - 1);
  }
  return same;
}

export interface Score {
  readonly right: number;
  readonly truth: number;
  readonly found: number;
}

export function f1({ right, truth, found }: Score): number {
  return right === 0 ? 0 : (2 * right) / (truth + found);
}

export function sum(scores: readonly Score[]): Score {
  const total = (key: keyof Score) => scores.reduce((all, score) => all + score[key], 0);
  return { right: total("right"), truth: total("truth"), found: total("found") };
}

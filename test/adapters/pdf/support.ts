import type { CellToken, Limits, Token } from "../../../src/model/index.ts";

export const LIMITS: Limits = {
  maximumBytes: 50_000_000,
  maximumInflatedBytes: 200_000_000,
  maximumPages: 500,
  maximumCells: 200_000,
  maximumDepth: 100,
};

/** Cells of each table, row by row. */
export function gridsOf(tokens: readonly Token[]): CellToken[][][] {
  const grids: CellToken[][][] = [];
  for (const token of tokens) {
    if (token.kind === "table-start") grids.push([]);
    else if (token.kind === "row") grids.at(-1)!.push([]);
    else if (token.kind === "cell") grids.at(-1)!.at(-1)!.push(token);
  }
  return grids;
}

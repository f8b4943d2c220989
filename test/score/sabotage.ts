import { adapters } from "../../src/index.ts";
import type { Adapter, CellToken, Token } from "../../src/model/index.ts";

/** Adapters that lie about what they read, each in one way. */
export type Sabotage = (tokens: readonly Token[]) => Token[];

export function sabotaged(change: Sabotage): Adapter[] {
  return adapters.map((adapter) => ({
    ...adapter,
    read: async (source, limits) => {
      const reading = await adapter.read(source, limits);
      return { ...reading, tokens: change(reading.tokens) };
    },
  }));
}

/** Numbers of the first two value columns of rows with seven numbers change places; their headers do not. */
export const swappedColumns: Sabotage = (tokens) =>
  byRow(tokens, (row) => {
    const values = row.filter(isNumber);
    if (values.length !== 7) return row;
    const [first, second] = values as [CellToken, CellToken];
    const swap = (token: Token): Token => {
      if (token === first) return { ...first, text: second.text };
      return token === second ? { ...second, text: first.text } : token;
    };
    return row.map(swap);
  });

/** The third row of seven numbers is not there. */
export const droppedRow: Sabotage = (tokens) => {
  let seen = 0;
  return byRow(tokens, (row) => (row.filter(isNumber).length === 7 && (seen += 1) === 3 ? [] : row));
};

/** Every number is zero: what tools give for a page they could not read. */
export const zeros: Sabotage = (tokens) =>
  tokens.map((token) => (isNumber(token) ? { ...token, text: "0" } : token));

/** One number of a table without sums is off by one. */
export const slip: Sabotage = (tokens) => {
  const first = tokens.find(isNumber);
  return tokens.map((token) =>
    token === first ? { ...first, text: String(Number(first.text) + 1) } : token,
  );
};

function isNumber(token: Token): token is CellToken {
  return token.kind === "cell" && /^\d+$/u.test(token.text.trim());
}

function byRow(tokens: readonly Token[], change: (row: Token[]) => Token[]): Token[] {
  const rows: Token[][] = [[]];
  for (const token of tokens) {
    if (token.kind !== "cell") rows.push([]);
    rows.at(-1)!.push(token);
  }
  return rows.flatMap(change);
}

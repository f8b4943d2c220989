import type { Token } from "../../src/model/index.ts";

/** Tables of a reading, a cell as `rows x columns text`, without white space. */
export function tablesOf(tokens: readonly Token[]): string[][][] {
  const tables: string[][][] = [];
  for (const token of tokens) {
    if (token.kind === "table-start") tables.push([]);
    else if (token.kind === "row") tables.at(-1)!.push([]);
    else if (token.kind === "cell")
      tables
        .at(-1)!
        .at(-1)!
        .push(`${token.rowSpan}x${token.colSpan} ${token.text.replace(/\s/g, "")}`);
  }
  return tables;
}

/** Lines of a reading that say something, without white space. */
export function linesOf(tokens: readonly Token[]): string[] {
  return tokens.flatMap((token) => {
    const text = token.kind === "line" ? token.text.replace(/\s/g, "") : "";
    return text === "" ? [] : [text];
  });
}

import { finding } from "../../findings/finding.ts";
import type { Finding, Token } from "../../model/index.ts";
import type { DocumentBlock } from "./document.ts";

/** The findings about tables without lines, each at its place among the tokens. */
export function unruledTables(
  blocks: readonly DocumentBlock[],
  tokens: readonly Token[],
): readonly Finding[] {
  const starts = tokens.filter(({ kind }) => kind === "table-start");
  const tables = blocks.flatMap((block) => (block.kind === "table" ? [block.table] : []));
  return tables.flatMap(({ ruled, loose }, index) => {
    if (ruled) return [];
    const rows = loose?.map((row) => row + 1).join(" ");
    return [finding("pdf-table-unruled", { at: starts[index]!.at, args: { rows } })];
  });
}

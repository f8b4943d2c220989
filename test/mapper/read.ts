import { convert } from "../../src/index.ts";
import type { CellValue, Tables } from "../../src/index.ts";

/** What a text gives: every value of a table as `path value status`, and the rules of its warnings and errors. */
export async function readText(
  text: string,
  table: string,
): Promise<{ cells: readonly string[]; rules: readonly string[] }> {
  const { report, evidence, diagnostics } = await convert({
    name: "report.txt",
    bytes: new TextEncoder().encode(text),
  });
  const cells = flatten(report?.tables[table], table).map(([path, value]) => {
    const { status } = evidence[`/report/tables/${path.replaceAll(".", "/")}`]!;
    return `${path.slice(table.length + 1)} ${value} ${status}`;
  });
  const rules = diagnostics.filter(({ severity }) => severity !== "notice").map(({ rule }) => rule);
  return { cells, rules: [...new Set(rules)] };
}

function flatten(node: Tables[string] | undefined, path: string): (readonly [string, CellValue])[] {
  if (node === undefined) return [];
  if (node === null || typeof node !== "object") return [[path, node]];
  return Object.entries(node).flatMap(([key, child]) => flatten(child, `${path}.${key}`));
}

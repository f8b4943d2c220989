import type { Token } from "../../../src/model/index.ts";

/** Every table as rows of texts without white space, a merged cell's text at each place it covers. */
export function grids(tokens: readonly Token[]): string[][][] {
  const tables: string[][][] = [];
  let rows: string[][] = [];
  let row = -1;
  for (const token of tokens) {
    if (token.kind === "table-start") {
      tables.push((rows = []));
      row = -1;
    } else if (token.kind === "row") {
      row++;
      rows[row] ??= [];
    } else if (token.kind === "cell") {
      for (let down = 0; down < token.rowSpan; down++) {
        const target = (rows[row + down] ??= []);
        for (let right = 0; right < token.colSpan; right++) {
          target[token.column! - 1 + right] = token.text.replace(/\s/g, "");
        }
      }
    }
  }
  return tables.map(rectangle);
}

/** Fills gaps and short rows with empty texts. */
export function rectangle(rows: readonly (readonly string[])[]): string[][] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  return rows.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? ""));
}

/**
 * Pairs expected tables with ours in order; ours may hold more (nested tables stand on their own here).
 * Returns each expected table's index with what differs, or nothing when a table of ours equals it.
 */
export function compareTables(
  expected: readonly (readonly (readonly string[])[])[],
  ours: readonly (readonly (readonly string[])[])[],
): { table: number; difference: string }[] {
  const differences: { table: number; difference: string }[] = [];
  let next = 0;
  expected.forEach((table, index) => {
    const wanted = JSON.stringify(rectangle(table));
    const found = ours.findIndex((one, at) => at >= next && JSON.stringify(one) === wanted);
    if (found >= 0) next = found + 1;
    else {
      const one = ours[next] ?? [];
      next++;
      differences.push({ table: index + 1, difference: firstDifference(rectangle(table), one) });
    }
  });
  return differences;
}

function firstDifference(
  expected: readonly (readonly string[])[],
  ours: readonly (readonly string[])[],
): string {
  const size = (rows: readonly (readonly string[])[]): string => `${rows.length}x${rows[0]?.length ?? 0}`;
  if (size(expected) !== size(ours)) return `size ${size(ours)}, expected ${size(expected)}`;
  for (let row = 0; row < expected.length; row++) {
    for (let column = 0; column < expected[row]!.length; column++) {
      const [wanted, found] = [expected[row]![column]!, ours[row]![column]!];
      if (wanted !== found) return `row ${row + 1} column ${column + 1}: ${found} expected ${wanted}`;
    }
  }
  return "none";
}

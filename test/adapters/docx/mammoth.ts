import mammoth from "mammoth";
import { parse } from "parse5";
import { rectangle } from "./grids.ts";

interface Node {
  readonly nodeName: string;
  readonly value?: string;
  readonly attrs?: readonly { readonly name: string; readonly value: string }[];
  readonly childNodes?: readonly Node[];
}

/**
 * The same tables as an independent reader gives them, in our order: a cell's own text only, a nested table after the
 * one that holds it, a one-column table around tables left out.
 */
export async function mammothGrids(bytes: Uint8Array): Promise<string[][][]> {
  const options = {
    externalFileAccess: false,
    convertImage: mammoth.images.imgElement(async () => ({ src: "" })),
  };
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, options);
  const tables: string[][][] = [];
  const visit = (node: Node): void => {
    if (node.nodeName !== "table") return void node.childNodes?.forEach(visit);
    const rows = find(node, "tr").map((row) => [...find(row, "td"), ...find(row, "th")]);
    const nested = rows.flat().flatMap((cell) => find(cell, "table"));
    if (nested.length === 0 || rows.some((row) => row.length > 1)) tables.push(place(rows));
    nested.forEach(visit);
  };
  visit(parse(value) as Node);
  return tables;
}

function place(rows: readonly (readonly Node[])[]): string[][] {
  const grid: (string | undefined)[][] = rows.map(() => []);
  rows.forEach((cells, row) => {
    let column = 0;
    for (const cell of cells) {
      while (grid[row]![column] !== undefined) column++;
      const span = (name: string): number =>
        Math.min(Number(cell.attrs?.find((one) => one.name === name)?.value ?? 1), 100);
      for (let down = 0; down < span("rowspan"); down++) {
        for (let right = 0; right < span("colspan"); right++) {
          if (grid[row + down] !== undefined)
            grid[row + down]![column + right] = text(cell).replace(/\s/g, "");
        }
      }
    }
  });
  return rectangle(grid.map((row) => Array.from(row, (one) => one ?? "")));
}

/** Nearest descendants of a name, not those inside a nested table. */
function find(node: Node, name: string): Node[] {
  return (node.childNodes ?? []).flatMap((child) => {
    if (child.nodeName === name) return [child];
    return child.nodeName === "table" ? [] : find(child, name);
  });
}

function text(node: Node): string {
  if (node.nodeName === "table") return "";
  return node.value ?? (node.childNodes ?? []).map(text).join("");
}

import type { FormBlock } from "../blocks.ts";
import { placeCells } from "../blocks.ts";
import { encode } from "../encode.ts";
import type { Encoding } from "../encode.ts";

/** A report as a spreadsheet saves it as CSV: lines of equal width, and a merged cell's text in its first place only. */
export function renderCsv(blocks: readonly FormBlock[], encoding: Encoding = "utf-8-bom"): Uint8Array {
  const rows = blocks.flatMap((block): string[][] =>
    block.kind === "table"
      ? [
          ...placeCells(block).map((row, at) =>
            row.map((cell, column) => (cell.row === at && cell.column === column ? cell.text : "")),
          ),
          [],
        ]
      : [[block.text]],
  );
  const width = Math.max(...rows.map(({ length }) => length));
  const lines = rows.map((row) => Array.from({ length: width }, (_, at) => field(row[at] ?? "")).join(","));
  return encode(`${lines.join("\n")}\n`, { encoding, newline: "\r\n" });
}

function field(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

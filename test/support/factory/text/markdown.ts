import type { FormBlock, HeadingBlock } from "../blocks.ts";
import { placeCells } from "../blocks.ts";
import { joined, oneLine } from "./lines.ts";

export interface PipeOptions {
  /** Positions under a merged cell: left empty, or its text again. */
  readonly covered?: "empty" | "repeated";
  /** Where a row has an outer bar. An outer cell that is empty always gets one: without it the cell could not be seen. */
  readonly edges?: "both" | "end" | "none";
  /** What stands for a line break in a cell. */
  readonly lineBreak?: "<br>" | " ";
  /** `blank` puts an empty header row above the rule, as pandoc does for tables without a header. */
  readonly header?: "first-row" | "blank";
}

export function markdownPipe(blocks: readonly FormBlock[], options: PipeOptions = {}): string {
  const { covered = "empty", edges = "both", lineBreak = "<br>", header = "first-row" } = options;
  const line = (cells: readonly string[]): string => {
    const start = edges === "both" || cells[0]!.trim() === "" ? "| " : "";
    const end = edges !== "none" || cells.at(-1)!.trim() === "" ? " |" : "";
    return start + cells.join(" | ") + end;
  };
  return joined(
    blocks,
    ({ rows, width }) => {
      const body = placeCells({ rows, width }).map((row, at) =>
        line(
          row.map((cell, column) =>
            covered === "repeated" || (cell.row === at && cell.column === column)
              ? cellText(cell.text, lineBreak)
              : "",
          ),
        ),
      );
      const blank = (text: string): string => line(new Array<string>(width).fill(text));
      const [first, ...rest] = header === "blank" ? [blank(" "), ...body] : body;
      return ["", first!, blank("---"), ...rest, ""];
    },
    hashHeading,
  );
}

export function hashHeading(block: HeadingBlock): string {
  return `${"#".repeat(block.level + 1)} ${block.text}`;
}

function cellText(text: string, lineBreak: string): string {
  return oneLine(text, lineBreak).replaceAll("|", "\\|");
}

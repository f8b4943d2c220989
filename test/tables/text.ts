import { text } from "../../src/adapters/text/index.ts";
import { defaultLimits } from "../../src/limits.ts";
import { drawGrid } from "../../src/tables/draw.ts";
import { rebuild } from "../../src/tables/index.ts";
import type { Block, Reading } from "../../src/model/index.ts";

/** Blocks of a text, as the text adapter and the table layouts make them. */
export function blocksOf(lines: string): readonly Block[] {
  const reading = text.read(
    { name: "report.txt", bytes: new TextEncoder().encode(lines) },
    defaultLimits,
  ) as Reading;
  return rebuild(reading.tokens);
}

/** Lines as they are, grids drawn, each with its layout's name above it. */
export function drawn(lines: string): string {
  return blocksOf(lines)
    .map((block) => (block.kind === "line" ? block.text : `[${block.grid.layout}]\n${drawGrid(block.grid)}`))
    .filter((part) => part !== "")
    .join("\n");
}

import type { Block, Token } from "../../model/index.ts";
import { drawGrid } from "../../tables/draw.ts";
import { plainLine } from "../../writers/plain-line.ts";
import { markAt } from "./page-svg.ts";
import type { Mark } from "./page-svg.ts";

export function tokenLine(token: Token): string {
  const { page, line, table, row } = token.at;
  const where = (...steps: readonly (readonly [string, number | undefined])[]): string =>
    steps.map(([name, ordinal]) => (ordinal === undefined ? "" : ` ${name}${ordinal}`)).join("");
  switch (token.kind) {
    case "line": {
      const heading = token.heading === undefined ? "" : ` heading ${token.heading}`;
      return `line${where(["p", page], ["", line])}${heading} ${quoted(token.text)}`;
    }
    case "table-start":
      return `table${where(["", table], ["p", page], ["line ", line])}`;
    case "row":
      return `  row${where(["", row], ["p", page])}`;
    case "cell": {
      const column = token.column ?? token.at.column;
      const span = `${token.rowSpan}×${token.colSpan}`;
      const doubt = token.doubt ? ` ${token.doubt.kind}` : "";
      return `    cell${where(["r", row], ["c", column])} ${span} ${quoted(token.text)}${doubt}`;
    }
    case "table-end":
      return "table end";
  }
}

export function quoted(text: string): string {
  return `"${plainLine(text)}"`;
}

export function tokenMark(token: Token): Mark[] {
  return token.kind === "line" || token.kind === "cell" ? markAt(token.at, token.kind, token.text) : [];
}

export function blockText(block: Block): string {
  return block.kind === "line" ? plainLine(block.text) + "\n" : `\n${drawGrid(block.grid).trimEnd()}\n\n`;
}

export function blockMarks(block: Block): Mark[] {
  if (block.kind === "line") return markAt(block.at, "line", block.text);
  return block.grid.cells.flatMap(({ at, row, column, text }) =>
    markAt(at, "cell", `r${row} c${column} ${text}`),
  );
}

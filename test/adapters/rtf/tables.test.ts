import { describe, expect, it } from "vitest";
import { printed } from "./print.ts";

const row = (cells: string, definition: string): string => `\\trowd${definition}\\intbl ${cells}\\row`;

describe("tables", () => {
  it.each([
    ["two cells", row("1\\cell 2\\cell", "\\cellx1000\\cellx2000"), ["| 1 | 2 |"]],
    [
      "a definition behind its cells",
      "\\intbl 1\\cell 2\\cell\\trowd\\cellx1000\\cellx2000\\row",
      ["| 1 | 2 |"],
    ],
    [
      "a definition that serves several rows",
      `${row("1\\cell", "\\cellx1000")}\\intbl 2\\cell\\row`,
      ["| 1 |", "| 2 |"],
    ],
    [
      "cells over columns of other rows",
      row("a\\cell b\\cell", "\\cellx1000\\cellx3000") +
        row("1\\cell 2\\cell 3\\cell", "\\cellx1000\\cellx2000\\cellx3000"),
      ["| a | 1×2 b |", "| 1 | 2 | 3 |"],
    ],
    [
      "edges drawn a hair apart",
      row("a\\cell b\\cell", "\\cellx1000\\cellx3000") + row("1\\cell 2\\cell", "\\cellx1008\\cellx2996"),
      ["| a | b |", "| 1 | 2 |"],
    ],
    [
      "a row that begins to the right",
      row("a\\cell b\\cell", "\\cellx1000\\cellx3000") + row("1\\cell", "\\trleft1000\\cellx3000"),
      ["| a | b |", "| 1 |"],
    ],
    [
      "merges downwards and across",
      row("a\\cell b\\cell\\cell", "\\clvmgf\\cellx1000\\clmgf\\cellx2000\\clmrg\\cellx3000") +
        row("\\cell 1\\cell 2\\cell", "\\clvmrg\\cellx1000\\cellx2000\\cellx3000"),
      ["| 2×1 a | 1×2 b |", "| 1 | 2 |"],
    ],
    ["two paragraphs in a cell", row("a\\par b\\cell", "\\cellx1000"), ["| a\nb |"]],
    [
      "a row of no height",
      row("1\\cell", "\\trrh-1\\cellx1000") + row("2\\cell", "\\cellx1000"),
      ["| 2 |", "! hidden-content 1"],
    ],
  ])("%s", (_, content, lines) => {
    expect(printed(content)).toEqual(lines);
  });

  it("a table inside a cell follows the table", () => {
    const inner =
      "\\pard\\intbl\\itap2 x\\nestcell y\\nestcell{\\*\\nesttableprops\\trowd\\cellx500\\cellx1000\\nestrow}{\\nonesttables\\par}";
    expect(
      printed(`\\trowd\\cellx1000\\cellx2000 ${inner}\\pard\\intbl 1\\cell 2\\cell\\row\\pard z\\par`),
    ).toEqual(["| 1 ?inner-table | 2 |", "| x | y |", "z"]);
  });

  it("rows that do not fit their definition are told", () => {
    expect(printed(row("1\\cell 2\\cell", "\\cellx1000"))).toEqual(["| 1 | 2 |", "! short-row 1"]);
    expect(printed("\\intbl 1\\cell 2\\cell\\row")).toEqual(["| 1 | 2 |", "! short-row 1"]);
  });
});

import { describe, expect, it } from "vitest";
import { scoreAll } from "../../bench/score/board.ts";
import { sum } from "../../bench/score/counts.ts";
import type { Counts } from "../../bench/score/counts.ts";
import { factoryDocuments } from "../../bench/score/documents.ts";
import type { ScoredDocument } from "../../bench/score/documents.ts";
import { boardPage } from "../../bench/score/page.ts";
import { passes, printBoard } from "../../bench/score/print.ts";
import { droppedRow, sabotaged, slip, swappedColumns, zeros } from "./sabotage.ts";
import type { Sabotage } from "./sabotage.ts";

/** Every rendering that needs no other program, a plain and a varied report each. */
const fixedSet = (): AsyncGenerator<ScoredDocument> => factoryDocuments({ count: 68, from: 1, pdf: false });

describe("the fixed set", () => {
  it("has nothing wrong and silent, and all of the clean documents right", async () => {
    const board = await scoreAll(fixedSet());
    expect(board.failures.filter((failure) => failure.silent)).toEqual([]);
    expect(passes(board)).toBe(true);
    const clean = sum(board.lines.filter((line) => line.clean).map(({ counts }) => counts));
    expect(clean.right / clean.cells).toBeGreaterThanOrEqual(0.999);
    expect(sum(board.lines.map(({ counts }) => counts)).falseAlarms).toBe(0);
  });
});

describe("a reader that lies is caught", () => {
  const counts = async (change: Sabotage): Promise<Counts> => {
    const documents = factoryDocuments({ count: 6, from: 200, only: "docx-w", profile: "plain", pdf: false });
    const board = await scoreAll(documents, { adapters: sabotaged(change) });
    expect(passes(board)).toBe(sum(board.lines.map((line) => line.counts)).wrongSilent === 0);
    return sum(board.lines.map((line) => line.counts));
  };

  it("when it tells the truth, nothing is", async () => {
    expect(await counts((tokens) => [...tokens])).toMatchObject({
      wrongSilent: 0,
      wrongFlagged: 0,
      missingFlagged: 0,
      missingSilent: 0,
    });
  });

  it.each([
    ["two columns swapped", swappedColumns],
    ["zeros for every number", zeros],
    ["one number off by one where no sum shows it", slip],
  ])("%s: wrong and silent", async (_, change) => {
    expect((await counts(change)).wrongSilent).toBeGreaterThan(0);
  });

  it("a row dropped: missing, and flagged by the mapper", async () => {
    const { missingFlagged, right, cells } = await counts(droppedRow);
    expect(missingFlagged).toBe(6 * 7);
    expect(right).toBe(cells - 6 * 7);
  });
});

describe("the board", () => {
  it("is a table and a page", async () => {
    const documents = factoryDocuments({ count: 2, from: 7, only: "docx-w", profile: "plain", pdf: false });
    const board = await scoreAll(documents, { adapters: sabotaged(zeros) });
    const table = printBoard(board).split("\n");
    expect(table.some((line) => line.startsWith("docx-wps"))).toBe(true);
    expect(new Set(table.map((line) => line.length)).size).toBe(1);
    const page = boardPage(board);
    expect(page).toContain('<tr class="bad"><th>docx-wps</th>');
    expect(page).toContain("docx-wps: wrong-silent, applications");
  });

  it("draws the same documents for the same seed", async () => {
    const draw = async (): Promise<ScoredDocument[]> => {
      const drawn: ScoredDocument[] = [];
      for await (const document of factoryDocuments({ count: 40, from: 3, pdf: false })) drawn.push(document);
      return drawn;
    };
    expect(await draw()).toEqual(await draw());
  });
});

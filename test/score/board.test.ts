import { describe, expect, it } from "vitest";
import { scoreAll } from "../../bench/score/board.ts";
import { sum } from "../../bench/score/counts.ts";
import type { Counts } from "../../bench/score/counts.ts";
import { factoryDocuments } from "../../bench/score/documents.ts";
import type { ScoredDocument } from "../../bench/score/documents.ts";
import { boardPage } from "../../bench/score/page.ts";
import { passes, printBoard, printYears, yearsPass } from "../../bench/score/print.ts";
import { scoreArchives } from "../../bench/score/years.ts";
import { plantableBreaks } from "../support/factory/index.ts";
import { droppedRow, sabotaged, slip, swappedColumns, zeros } from "./sabotage.ts";
import type { Sabotage } from "./sabotage.ts";

/** Every rendering that needs no other program: a plain and a varied report each, of the later and the older forms. */
const fixedSet = (): AsyncGenerator<ScoredDocument> => factoryDocuments({ count: 136, from: 1, pdf: false });

describe("the fixed set", () => {
  it("has nothing wrong and silent, and all of the clean documents right", async () => {
    const board = await scoreAll(fixedSet());
    expect(board.failures.filter((failure) => failure.silent)).toEqual([]);
    expect(passes(board)).toBe(true);
    const clean = sum(board.lines.filter((line) => line.clean).map(({ counts }) => counts));
    expect(clean.right / clean.cells).toBeGreaterThanOrEqual(0.999);
    expect(sum(board.lines.map(({ counts }) => counts)).falseAlarms).toBe(0);
    const forms = new Set(board.lines.map(({ form }) => form));
    expect([...forms].sort()).toEqual([
      "2008",
      "2014",
      "2014-levels",
      "2019",
      "2021",
      "dingxi",
      "fujian",
      "shanghai",
    ]);
  });

  it.each([
    // One rendering that meets all of them, and some of each way to write the others.
    ["docx-wps", 78],
    ["html", 24],
    ["markdown-pipe", 24],
  ])("every rule of the older forms is found where it is broken, as %s", async (only, count) => {
    const documents = factoryDocuments({
      count,
      from: 1,
      only,
      profile: "planted",
      form: "older",
      pdf: false,
    });
    const { planted, plantedFound, falseAlarms } = sum(
      (await scoreAll(documents)).lines.map(({ counts }) => counts),
    );
    expect(planted).toBeGreaterThan(count);
    expect({ plantedFound, falseAlarms }).toEqual({ plantedFound: planted, falseAlarms: 0 });
  });

  it("across years every planted break is found, and nothing in the unbroken archives", async () => {
    const years = await scoreArchives(24, 1);
    expect(years.failures).toEqual([]);
    expect(years.lines.map(({ name, archives, scattered }) => [name, archives, scattered])).toEqual([
      ["unbroken", 12, 0],
      ...plantableBreaks.map((rule) => [rule, 2, 0]),
    ]);
    expect(yearsPass(years)).toBe(true);
    expect(years.lines.every(({ name, planted }) => planted > 0 === (name !== "unbroken"))).toBe(true);
  });
});

describe("a reader that lies is caught", () => {
  const counts = async (change: Sabotage): Promise<Counts> => {
    const documents = factoryDocuments({
      count: 6,
      from: 200,
      only: "docx-w",
      profile: "plain",
      form: "2019",
      pdf: false,
    });
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
    const documents = factoryDocuments({
      count: 2,
      from: 7,
      only: "docx-w",
      profile: "plain",
      form: "2019",
      pdf: false,
    });
    const board = await scoreAll(documents, { adapters: sabotaged(zeros) });
    const table = printBoard(board).split("\n");
    expect(table.some((line) => line.startsWith("docx-wps"))).toBe(true);
    expect(new Set(table.map((line) => line.length)).size).toBe(1);
    const page = boardPage(board);
    expect(page).toContain('<tr class="bad"><th>docx-wps</th>');
    expect(page).toContain("docx-wps: wrong-silent, applications");
    const line = {
      name: "x-carry",
      archives: 1,
      reports: 2,
      held: 5,
      open: 0,
      planted: 2,
      found: 1,
      falseAlarms: 0,
      scattered: 0,
    };
    const years = { lines: [line], failures: ["archive 1, x-carry: not found"] };
    expect(printYears(years)).toMatch(/archives: x-carry .* 1\/2 /u);
    expect(boardPage(board, years)).toContain('<tr class="bad"><th>x-carry</th>');
  });

  it("draws the same documents for the same seed", async () => {
    const draw = async (): Promise<unknown[]> => {
      const drawn: unknown[] = [];
      for await (const { source, ...rest } of factoryDocuments({ count: 12, from: 3, pdf: false }))
        drawn.push({ ...rest, name: source.name, bytes: Buffer.from(source.bytes).toString("base64") });
      return drawn;
    };
    expect(await draw()).toEqual(await draw());
  });
});

import { describe, expect, it } from "vitest";
import { characterOf } from "../../../src/adapters/page/sheet/characters.ts";
import { drawPageSvg, pdf, readPages } from "../../../src/adapters/pdf/index.ts";
import type { Reading } from "../../../src/model/index.ts";
import { LIMITS } from "./support.ts";
import { grid, row, stream, text, tinyPdf } from "./tiny.ts";

const read = (bytes: Uint8Array) => pdf.read({ name: "tiny.pdf", bytes }, LIMITS);

/** Lines as they are, a table's rows with `|`, spans as `×rows×columns`, doubts with `?`, diagnostics last. */
function drawn({ tokens, diagnostics }: Reading): string[] {
  const lines: string[] = [];
  for (const token of tokens) {
    if (token.kind === "line") lines.push(token.text);
    else if (token.kind === "row") lines.push("|");
    else if (token.kind === "cell")
      lines.push(
        `${lines.pop()!}${token.text.replace(/\n/g, "/")}${token.doubt === undefined ? "" : "?"}${token.rowSpan * token.colSpan > 1 ? `×${token.rowSpan}×${token.colSpan}` : ""}|`,
      );
  }
  return [
    ...lines,
    ...diagnostics.map(({ rule, at }) => `${rule}${at?.page === undefined ? "" : ` p${at.page}`}`),
  ];
}

const TABLE =
  grid([20, 120, 200], [180, 160, 140]) +
  text(25, 165, "a") +
  text(125, 165, "1") +
  text(25, 145, "b") +
  text(125, 145, "23");

describe("ink and glyphs", () => {
  it("reads a ruled table with its places", async () => {
    const reading = await read(tinyPdf([TABLE]));
    expect(drawn(reading)).toEqual(["|a|1|", "|b|23|"]);
    const cells = reading.tokens.filter((token) => token.kind === "cell");
    expect(cells.map(({ at }) => [at.page, at.table, at.row, at.column, at.box])).toEqual([
      [1, 1, 1, 1, [20, 20, 120, 40]],
      [1, 1, 1, 2, [120, 20, 200, 40]],
      [1, 1, 2, 1, [20, 40, 120, 60]],
      [1, 1, 2, 2, [120, 40, 200, 60]],
    ]);
  });
  it("takes lines from thin filled rectangles and from cell fills", async () => {
    const thin =
      "20 159.5 180 1 re f 20 179.5 180 1 re f 20 139.5 180 1 re f 19.5 140 1 40 re f 119.5 140 1 40 re f 199.5 140 1 40 re f\n";
    const fills = ".9 g 20 160 100 20 re f 120 160 80 20 re f 20 140 100 20 re f 120 140 80 20 re f 0 g\n";
    const words = text(25, 165, "a") + text(125, 165, "1") + text(25, 145, "b") + text(125, 145, "23");
    expect(drawn(await read(tinyPdf([thin + words])))).toEqual(["|a|1|", "|b|23|"]);
    expect(drawn(await read(tinyPdf([fills + words])))).toEqual(["|a|1|", "|b|23|"]);
  });
  it("finds merged cells, double lines and lines in pieces", async () => {
    const lines =
      "20 180 m 200 180 l S 20 178 m 200 178 l S 20 160 m 60 160 l S 61 160 m 200 160 l S 120 140 m 200 140 l S 20 120 m 200 120 l S 20 120 m 20 180 l S 200 120 m 200 180 l S 120 120 m 120 160 l S\n";
    const words = text(30, 165, "head") + text(30, 135, "left") + text(130, 145, "7") + text(130, 125, "8");
    expect(drawn(await read(tinyPdf([lines + words])))).toEqual(["|head×1×2|", "|left×2×1|7|", "|8|"]);
  });
  it("drops what no reader sees", async () => {
    const hidden =
      text(25, 150, "3", "3 Tr") +
      "0 Tr 1 g\n" +
      text(45, 150, "white") +
      "0 g\n" +
      text(400, 150, "outside") +
      "BT /F1 0.01 Tf 60 150 Td (4) Tj ET\n";
    expect(drawn(await read(tinyPdf([TABLE + hidden])))).toEqual(["|a|1|", "|b|23|"]);
  });
  it("doubts a number that is set aslant, and drops a slanted watermark", async () => {
    const aslant = "BT /F1 10 Tf .96 .26 -.26 .96 165 163 Tm (42) Tj ET\n";
    const watermark = "BT /F1 12 Tf .7 .7 -.7 .7 130 141 Tm (draft 7) Tj ET\n";
    expect(drawn(await read(tinyPdf([TABLE + aslant])))).toEqual(["|a|1 42?|", "|b|23|"]);
    expect(drawn(await read(tinyPdf([TABLE + watermark])))).toEqual(["|a|1|", "|b|23|"]);
  });
  it("keeps the lines of a table whose digits are spread", async () => {
    const spread = (y: number) => [125, 137, 149].map((x, index) => text(x, y, String(index + 3))).join("");
    const table = grid([20, 120, 200], [180, 160, 140]) + text(25, 165, "a") + text(25, 145, "b");
    expect(drawn(await read(tinyPdf([table + spread(165) + spread(145)])))).toEqual([
      "|a|3 4 5|",
      "|b|3 4 5|",
    ]);
  });
  it("does not take what is left of a number at the page's edge for the number", async () => {
    const wide = grid([20, 120, 400], [180, 160, 140]);
    const page =
      wide + text(25, 165, "a") + text(290, 165, "123") + text(25, 145, "b") + text(200, 145, "45");
    const { tokens } = await read(tinyPdf([page]));
    const cells = tokens.filter((token) => token.kind === "cell");
    expect(cells.map(({ text, doubt }) => [text, doubt?.kind])).toEqual([
      ["a", undefined],
      ["12", "unreadable"],
      ["b", undefined],
      ["45", undefined],
    ]);
  });
  it("keeps white words on a dark cell", async () => {
    expect(
      drawn(
        await read(
          tinyPdf([
            `${grid([20, 120, 200], [180, 160, 140])} 0 0 .5 rg 20 160 180 20 re f 1 g\n${text(25, 165, "a")}${text(125, 165, "1")}0 g ${text(25, 145, "b")}`,
          ]),
        ),
      ),
    ).toEqual(["|a|1|", "|b||"]);
  });
  // Chromium ends a merged cell whose rowspan is one too small a few points inside the next row, and prints no cell under it.
  it("takes no strip beside a merged cell for a row", async () => {
    const lines = grid([20, 280], [180, 100]) + grid([80, 180], [180, 100]) + "80 140 m 280 140 l S\n";
    const page =
      lines +
      "20 128 m 80 128 l S\n" +
      text(25, 155, "both") +
      text(85, 155, "a") +
      text(185, 155, "1") +
      text(85, 115, "b") +
      text(185, 115, "23");
    expect(drawn(await read(tinyPdf([page])))).toEqual(["|both×2×1|a|1|", "|b|23|"]);
  });
  it("reads text drawn twice once", async () => {
    expect(drawn(await read(tinyPdf([TABLE + text(125.3, 145, "23") + text(25.2, 165.2, "a")])))).toEqual([
      "|a|1|",
      "|b|23|",
    ]);
  });
  it("follows crop boxes and rotation: places are on the page as shown", async () => {
    const cropped = await read(tinyPdf([TABLE], "/MediaBox [0 0 300 200] /CropBox [10 100 250 190]"));
    expect(cropped.tokens.find((token) => token.kind === "cell")?.at.box).toEqual([10, 10, 110, 30]);
    const sideways = await read(tinyPdf([TABLE], "/MediaBox [0 0 300 200] /Rotate 90"));
    // Turned clockwise the words read from top to bottom; the table is found all the same, its box where it is shown.
    expect(drawn(sideways)).toEqual(["|a|1|", "|b|23|"]);
    expect(sideways.tokens.find((token) => token.kind === "cell")?.at.box).toEqual([160, 20, 180, 120]);
  });
  it("descends into form XObjects", async () => {
    const form = stream(
      "/Type /XObject /Subtype /Form /BBox [0 0 300 200] /Matrix [1 0 0 1 10 0] /Resources << /Font << /F1 3 0 R >> >>",
      TABLE,
    );
    const reading = await read(tinyPdf(["q 1 0 0 1 0 -50 cm /Fm Do Q"], undefined, [form]));
    expect(drawn(reading)).toEqual(["|a|1|", "|b|23|"]);
    expect(reading.tokens.find((token) => token.kind === "cell")?.at.box).toEqual([30, 70, 130, 90]);
  });
  it("maps radicals one by one and nothing else", () => {
    expect(
      ["⽉", "⼯", "⻓", "（", "１"]
        .map((character) => characterOf(character.codePointAt(0)!, false).text)
        .join(""),
    ).toBe("月工长（１");
    expect(characterOf(0xe021, false)).toEqual({ text: "\uFFFD", unreadable: true });
  });
});

describe("text in cells", () => {
  const narrow = (words: readonly [number, string][]) =>
    grid([20, 40, 100], [180, 160, 100]) +
    text(25, 165, "n") +
    text(45, 165, "x") +
    words.map(([y, word]) => text(23, y, word)).join("");
  it("joins a number that the cell's edge broke, not two numbers under each other", async () => {
    expect(
      drawn(
        await read(
          tinyPdf([
            narrow([
              [145, "39"],
              [133, "85"],
              [121, "7"],
            ]),
          ]),
        ),
      ),
    ).toEqual(["|n|x|", "|39857||"]);
    const wide =
      grid([20, 90, 150], [180, 160, 100]) +
      text(25, 165, "n") +
      text(95, 165, "x") +
      text(25, 145, "39") +
      text(25, 133, "85");
    expect(drawn(await read(tinyPdf([wide])))).toEqual(["|n|x|", "|39/85||"]);
  });
  it("reads text turned by a quarter and text set one character a line", async () => {
    const turned = `${grid([20, 60, 150], [180, 140, 60])}${text(25, 155, "h")}${text(65, 155, "5")}BT /F1 10 Tf 0 1 -1 0 45 80 Tm (side) Tj ET ${text(65, 100, "6")}`;
    expect(drawn(await read(tinyPdf([turned])))).toEqual(["|h|5|", "|side|6|"]);
    expect(
      drawn(
        await read(
          tinyPdf([
            narrow([
              [145, "a"],
              [133, "b"],
              [121, "c"],
            ]),
          ]),
        ),
      ),
    ).toEqual(["|n|x|", "|abc||"]);
  });
  it("never fuses digits over a gap", async () => {
    expect(
      drawn(
        await read(
          tinyPdf([
            grid([20, 120, 200], [180, 160, 140]) +
              text(25, 165, "1") +
              text(45, 165, "2") +
              text(125, 145, "9"),
          ]),
        ),
      ),
    ).toEqual(["|1 2||", "||9|"]);
  });
});

describe("tables over pages", () => {
  const top =
    grid([20, 60, 150, 250], [100, 70, 40, 20]) +
    text(25, 80, "G") +
    text(65, 80, "one") +
    text(160, 80, "1") +
    text(65, 50, "two") +
    text(160, 50, "2") +
    text(65, 25, "too") +
    text(160, 25, "2");
  it("joins them by column position, whatever the count, with page numbers between", async () => {
    const next =
      grid([20, 60, 100, 150, 250], [180, 150, 120]) +
      text(25, 160, "H") +
      text(65, 160, "a") +
      text(105, 160, "three") +
      text(160, 160, "3") +
      text(65, 130, "b") +
      text(105, 130, "four") +
      text(160, 130, "4");
    expect(drawn(await read(tinyPdf([top + text(130, 5, "- 1 -"), next + text(130, 10, "- 2 -")])))).toEqual([
      "|G|one×1×2|1|",
      "||two×1×2|2|",
      "||too×1×2|2|",
      "|H|a|three|3|",
      "||b|four|4|",
    ]);
  });
  it("goes on where a merged cell beside its rows fills the whole page and meets no line", async () => {
    const right = (ys: readonly number[]) => grid([80, 180, 280], ys) + `20 ${ys[0]} m 20 ${ys.at(-1)} l S\n`;
    const rows = (...cells: readonly (readonly [number, string, string])[]) =>
      cells.map(([y, label, value]) => text(85, y, label) + text(185, y, value)).join("");
    const first = right([180, 160, 140]) + "20 180 m 80 180 l S\n" + text(25, 165, "all");
    const pages = [
      first + rows([165, "a", "1"], [145, "b", "2"]),
      right([180, 160, 140]) + rows([165, "c", "3"], [145, "d", "4"]),
      right([180, 160]) + "20 160 m 80 160 l S\n" + rows([165, "e", "5"]),
    ];
    expect(drawn(await read(tinyPdf(pages)))).toEqual(["|all×5×1|a|1|", "|b|2|", "|c|3|", "|d|4|", "|e|5|"]);
  });
  it.each([
    ["one number", "", "35", ["|row a|14?|", "||35?|", "|row c|7|"]],
    ["two where the row has a label of its own", "row b", "35", ["|row a|14|", "|row b|35|", "|row c|7|"]],
    ["one and no other", "", "", ["|row a|14|", "|||", "|row c|7|"]],
  ])("may tear a number: %s", async (_, label, number, expected) => {
    const frame = (top: number, rows: number) =>
      grid(
        [20, 100, 116],
        Array.from({ length: rows + 1 }, (_unused, index) => top - 20 * index),
      );
    const first = frame(40, 1) + text(25, 25, "row a") + text(102, 25, "14");
    const next = frame(180, 2) + text(25, 165, label) + text(102, 165, number);
    const pages = [first, next + text(25, 145, "row c") + text(102, 145, "7")];
    expect(drawn(await read(tinyPdf(pages)))).toEqual(expected);
  });
  it("tears no number where the row below has a label below no other", async () => {
    const columns = [20, 50, 100, 116];
    const first =
      grid(columns, [60, 40]) +
      row([22, 52, 102], 45, "g", "a", "12") +
      grid([20, 100, 116], [40, 20]) +
      row([22, 102], 25, "whole", "14");
    const next = grid(columns, [180, 160, 140]) + row([22, 52, 102], 165, "h", "b", "35");
    expect(drawn(await read(tinyPdf([first, next + row([22, 52, 102], 145, "i", "c", "7")])))).toEqual([
      "|g|a|12|",
      "|whole×1×2|14|",
      "|h|b|35|",
      "|i|c|7|",
    ]);
  });
  it("leaves labels apart whose rows are numbered, and units that are printed again", async () => {
    const xs = [20, 40, 62, 80, 140];
    const rows = (top: number, ...cells: readonly (readonly string[])[]) =>
      grid(
        xs,
        [...cells, []].map((_unused, index) => top - 20 * index),
      ) +
      cells
        .map((words, index) =>
          row(
            xs.map((x) => x + 1),
            top - 15 - 20 * index,
            ...words,
          ),
        )
        .join("");
    const pages = [
      rows(60, ["1", "aaa", "tim", "3"], ["2", "bbbb", "tim", "4"]),
      rows(180, ["3", "cccc", "tim", "5"], ["4", "dddd", "tim", "6"]),
    ];
    expect(drawn(await read(tinyPdf(pages)))).toEqual([
      "|1|aaa|tim|3|",
      "|2|bbbb|tim|4|",
      "|3|cccc|tim|5|",
      "|4|dddd|tim|6|",
    ]);
  });
  it("takes values under headers at the top of a page for a new row", async () => {
    const head =
      grid([20, 60, 150, 250], [100, 70]) +
      text(25, 80, "kept") +
      text(65, 80, "changed") +
      text(160, 80, "all");
    const values =
      grid([20, 60, 150, 250], [180, 150]) + text(25, 160, "1") + text(65, 160, "2") + text(160, 160, "3");
    expect(drawn(await read(tinyPdf([head, values])))).toEqual(["|kept|changed|all|", "|1|2|3|"]);
  });
  it("keeps a text that runs over the open end of its cell", async () => {
    const first =
      "20 60 m 250 60 l S 20 30 m 20 60 l S 150 30 m 150 60 l S 250 30 m 250 60 l S\n" +
      text(25, 45, "a label of some") +
      text(25, 33, "more lines than") +
      text(25, 21, "room") +
      text(160, 45, "head");
    const second =
      "20 170 m 250 170 l S 20 170 m 20 190 l S 150 170 m 150 190 l S 250 170 m 250 190 l S 20 150 m 250 150 l S 20 150 m 20 170 l S 150 150 m 150 170 l S 250 150 m 250 170 l S\n" +
      text(25, 155, "row") +
      text(160, 155, "7");
    const lines = drawn(await read(tinyPdf([first, second])));
    expect(lines[0]).toBe("|a label of some/more lines than/room|head|");
    expect(lines.at(-1)).toBe("|row|7|");
  });
  it("keeps a text that runs over the open end of its cell beside cells that are closed", async () => {
    const lines =
      "20 60 m 250 60 l S 60 30 m 250 30 l S\n" +
      [20, 60, 150, 250].map((x) => `${x} 60 m ${x} 30 l S\n`).join("");
    const first =
      lines +
      text(25, 45, "group") +
      text(25, 33, "of") +
      text(25, 21, "two") +
      text(65, 45, "a") +
      text(160, 45, "1");
    const second =
      "60 190 m 250 190 l S 20 160 m 250 160 l S 20 160 m 20 190 l S 60 160 m 60 190 l S 150 160 m 150 190 l S 250 160 m 250 190 l S\n" +
      text(65, 170, "b") +
      text(160, 170, "2");
    expect(drawn(await read(tinyPdf([first, second])))).toEqual(["|group/of/two×2×1|a|1|", "|b|2|"]);
  });
  it("drops a header printed again", async () => {
    const head = (y: number) => text(25, y, "name") + text(65, y, "what") + text(160, y, "count");
    const first =
      grid([20, 60, 150, 250], [100, 70, 40]) +
      head(80) +
      text(25, 50, "x") +
      text(65, 50, "one") +
      text(160, 50, "1");
    const second =
      grid([20, 60, 150, 250], [180, 150, 120]) +
      head(160) +
      text(25, 130, "y") +
      text(65, 130, "two") +
      text(160, 130, "2");
    expect(drawn(await read(tinyPdf([first, second])))).toEqual([
      "|name|what|count|",
      "|x|one|1|",
      "|y|two|2|",
    ]);
  });
  it("leaves tables apart that have other edges, or words between", async () => {
    const other =
      grid([40, 100, 280], [180, 150, 120]) +
      text(45, 160, "a") +
      text(110, 160, "3") +
      text(45, 130, "b") +
      text(110, 130, "4");
    expect(
      (await read(tinyPdf([top, other]))).tokens.filter((token) => token.kind === "table-start"),
    ).toHaveLength(2);
    const same =
      grid([20, 60, 150, 250], [150, 120, 90]) +
      text(25, 130, "a") +
      text(160, 130, "3") +
      text(25, 100, "b");
    expect(
      (await read(tinyPdf([top, text(20, 180, "Another table") + same]))).tokens.filter(
        (token) => token.kind === "table-start",
      ),
    ).toHaveLength(2);
  });
});

/** Where the columns of a table without rules begin. */
const COLUMNS = [20, 90, 160, 230];

describe("lines", () => {
  it("run on where an unbreakable word had no room, not after a sentence", async () => {
    const page = (end: string) =>
      text(20, 180, "aaaa bbbb cccc dddd eeee ffff gggg hhhh iiii jjjj") +
      text(20, 165, `write to the office${end}`) +
      text(20, 150, "information-office-of-the-county@example.cn today");
    expect(drawn(await read(tinyPdf([page(":")])))).toHaveLength(1);
    expect(drawn(await read(tinyPdf([page(".)!")])))).toHaveLength(2);
  });
  it("of one row stay in it where a number is wrapped in its column", async () => {
    const page =
      row(COLUMNS, 180, "name", "one", "two", "all") +
      row(COLUMNS, 160, "first", "1", "2", "3") +
      row(COLUMNS, 140, "second", "", "4", "16") +
      row(COLUMNS, 147, "", "1") +
      row(COLUMNS, 133, "", "2") +
      row(COLUMNS, 115, "third", "5", "6", "11");
    expect(drawn(await read(tinyPdf([page])))).toEqual([
      "|name|one|two|all|",
      "|first|1|2|3|",
      "|second|1/2|4|16|",
      "|third|5|6|11|",
      "pdf-table-unruled p1",
    ]);
  });
  // LibreOffice sets a label and a value with an ideographic space before it half a line lower than the row's other values.
  it("of one row stay in it where its label and one value stand lower", async () => {
    const line = (y: number, label: string, low: string, ...others: readonly string[]) =>
      row(COLUMNS, y - 7, label, low) + row(COLUMNS.slice(2), y, ...others);
    const page =
      row(COLUMNS, 180, "name", "one", "two", "all") +
      line(150, "first", "1", "2", "3") +
      line(120, "second", "4", "5", "9");
    expect(drawn(await read(tinyPdf([page])))).toEqual([
      "|name|one|two|all|",
      "|first|1|2|3|",
      "|second|4|5|9|",
      "pdf-table-unruled p1",
    ]);
  });
  it("of one row stay in it where its label alone stands lower, at the table's end too", async () => {
    const line = (y: number, label: string, ...cells: readonly string[]) =>
      row(COLUMNS, y - 7, label) + row(COLUMNS.slice(1), y, ...cells);
    const page =
      row(COLUMNS, 180, "name", "one", "two", "all") +
      line(150, "first", "1", "2", "3") +
      line(120, "last", "4", "5", "9");
    expect(drawn(await read(tinyPdf([page])))).toEqual([
      "|name|one|two|all|",
      "|first|1|2|3|",
      "|last|4|5|9|",
      "pdf-table-unruled p1",
    ]);
  });
  it("go on beside a label of many short lines", async () => {
    const label = (y: number, words: string) =>
      words
        .split("")
        .map((word, index) => text(20, y - 12 * index, word))
        .join("");
    const page =
      row(COLUMNS, 380, "name", "one", "two", "all") +
      label(360, "abcdefghi") +
      row(COLUMNS, 360, "", "1", "2", "3") +
      row(COLUMNS, 240, "k", "4", "5", "9");
    expect(drawn(await read(tinyPdf([page], "/MediaBox [0 0 300 400]")))).toEqual([
      "|name|one|two|all|",
      "|a/b/c/d/e/f/g/h/i|1|2|3|",
      "|k|4|5|9|",
      "pdf-table-unruled p1",
    ]);
  });
  it("with a number each are rows of their own, whatever text they hold", async () => {
    const columns = [20, 60, 150, 190];
    const page =
      row(columns, 180, "no", "town", "no", "village") +
      row(columns, 165, "01", "upper", "001", "east") +
      row(columns, 153, "01", "upper", "002", "west") +
      row(columns, 141, "02", "lower", "001", "north");
    expect(drawn(await read(tinyPdf([page])))).toEqual([
      "|no|town|no|village|",
      "|01|upper|001|east|",
      "|01|upper|002|west|",
      "|02|lower|001|north|",
      "pdf-table-unruled p1",
    ]);
  });
  it("keep their columns where a number of a merged cell stands between two", async () => {
    const page =
      row([20, 100, 160, 220], 180, "name", "one", "two", "all") +
      [160, 145].map((y) => row([20, 100, 160, 220], y, "row", "11", "22", "33")).join("") +
      text(20, 130, "row") +
      text(122, 130, "4444444444") +
      text(220, 130, "55");
    const [, first, second] = drawn(await read(tinyPdf([page])));
    expect([first, second]).toEqual(["|row|11|22|33|", "|row|11|22|33|"]);
  });
});

describe("outcomes", () => {
  it("asks for OCR where a page is a picture", async () => {
    expect(drawn(await read(tinyPdf(["300 0 0 200 0 0 cm /Im Do"])))).toEqual(["needs-ocr p1"]);
    expect(
      drawn(
        await read(tinyPdf([TABLE, `q 300 0 0 200 0 0 cm /Im Do Q ${text(20, 100, "unseen 12", "3 Tr")}`])),
      ),
    ).toEqual(["|a|1|", "|b|23|", "needs-ocr p2"]);
  });
  it("refuses a nesting bomb before an engine sees it", async () => {
    const forms = Array.from({ length: 12 }, (_, index) =>
      stream(
        `/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /Fm ${index + 6} 0 R >> >>`,
        "/Fm Do ".repeat(10),
      ),
    );
    forms.push(stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9]", "0 0 9 9 re f"));
    expect(drawn(await read(tinyPdf(["/Fm Do"], undefined, forms)))).toEqual(["too-large"]);
    const loop = stream(
      "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /Fm 5 0 R >> >>",
      "/Fm Do",
    );
    expect(drawn(await read(tinyPdf(["/Fm Do"], undefined, [loop])))).toEqual(["too-large"]);
  });
  it("names what is empty, cut off, damaged or too large", async () => {
    expect(drawn(await read(new Uint8Array()))).toEqual(["empty"]);
    expect(drawn(await read(tinyPdf([""])))).toEqual(["empty"]);
    expect(drawn(await read(tinyPdf([TABLE]).slice(0, 300)))).toEqual(["truncated"]);
    expect(drawn(await read(Uint8Array.from("%PDF-1.4 nothing here %%EOF", (c) => c.charCodeAt(0))))).toEqual(
      ["damaged"],
    );
    expect(
      drawn(await pdf.read({ name: "x", bytes: tinyPdf([TABLE]) }, { ...LIMITS, maximumBytes: 100 })),
    ).toEqual(["too-large"]);
    expect(
      drawn(await pdf.read({ name: "x", bytes: tinyPdf([TABLE, TABLE]) }, { ...LIMITS, maximumPages: 1 })),
    ).toEqual(["too-large"]);
    expect(
      drawn(await pdf.read({ name: "x", bytes: tinyPdf([TABLE]) }, { ...LIMITS, maximumCells: 3 })),
    ).toEqual(["too-large"]);
  });
  it("says so when the cross-reference table had to be rebuilt", async () => {
    const bytes = tinyPdf([TABLE]);
    const whole = new TextDecoder("latin1").decode(bytes);
    expect(drawn(await read(bytes.slice(0, whole.indexOf("xref"))))).toEqual([
      "|a|1|",
      "|b|23|",
      "pdf-rebuilt",
      "pdf-second-reading-failed",
    ]);
    const astray = Uint8Array.from(whole.replace(/startxref\n\d+/, "startxref\n7"), (character) =>
      character.charCodeAt(0),
    );
    expect(drawn(await read(astray))).toEqual(["|a|1|", "|b|23|", "pdf-rebuilt"]);
  });
});

it("draws a page for people", async () => {
  const [page] = await readPages({ name: "tiny.pdf", bytes: tinyPdf([TABLE]) }, LIMITS);
  const svg = drawPageSvg(page!);
  expect(svg.match(/class="cell"/g)).toHaveLength(4);
  expect(svg).toContain('<line class="rule" x1="20" y1="20" x2="200" y2="20"/>');
  expect(svg).toContain("row 2, column 2: 23");
});

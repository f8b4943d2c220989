import { describe, expect, it } from "vitest";
import { alignedTable } from "../../../src/adapters/page/unruled/aligned-table.ts";
import { chunksOf } from "../../../src/adapters/page/unruled/chunks.ts";
import { findZones } from "../../../src/adapters/page/unruled/zones.ts";
import type { Glyph } from "../../../src/adapters/page/sheet/page.ts";

const SIZE = 10;

/** Texts on one line, each where it begins; ideographs are an em wide, all else half. */
type Line = readonly [y: number, ...(readonly [x: number, text: string])[]];

function tableOf(lines: readonly Line[]) {
  return alignedTable(
    lines.map(([y, ...texts]) => {
      const glyphs = texts.flatMap(([x, text]) => glyphsOf(x, y, text));
      const line = { text: "", glyphs, baseline: y, size: SIZE } as never;
      return chunksOf({ line, page: 1, left: 0, right: 500 } as never, 0);
    }),
  );
}

/** Row, column, rows × columns and text of each cell; rows and columns count from 1. */
function placed(...lines: readonly Line[]): string[] {
  return (tableOf(lines)?.cells ?? []).map(
    ({ row, column, rowEnd, columnEnd, text }) =>
      `${row + 1} ${column + 1} ${rowEnd - row}×${columnEnd - column} ${text}`,
  );
}

/** The table that the lines make, a row a string; a cell over several rows or columns stands in its first. */
function drawn(...lines: readonly Line[]): string[] {
  const table = tableOf(lines);
  const rows = Array.from({ length: table?.height ?? 0 }, (): string[] => []);
  for (const { row, text } of table?.cells ?? []) rows[row]!.push(text.replaceAll("\n", "/"));
  return rows.map((cells) => cells.join("|"));
}

/** What the lines of a page are: prose, or so many lines of a table. A line set in `larger` is 12 points high. */
function zones(lines: readonly Line[], larger = ""): string[] {
  return findZones(
    lines.map(([y, ...texts]) => {
      const text = texts.map(([, one]) => one).join("");
      const size = text === larger ? 1.2 * SIZE : SIZE;
      const glyphs = texts.flatMap(([x, one]) => glyphsOf(x, y, one).map((glyph) => ({ ...glyph, size })));
      return { line: { text, glyphs, baseline: y, size }, page: 1, left: 0, right: 500 } as never;
    }),
  ).map((zone) => `${zone.kind} ${zone.lines.length}`);
}

function glyphsOf(start: number, baseline: number, text: string): Glyph[] {
  let x = start;
  return [...text].map((character) => {
    const left = x;
    x += /\p{Script=Han}/u.test(character) ? SIZE : SIZE / 2;
    return {
      text: character,
      start: left,
      end: x,
      baseline,
      size: SIZE,
      angle: 0,
      box: [left, baseline - 8, x, baseline + 2],
    } as unknown as Glyph;
  });
}

describe("a table without lines", () => {
  it("has rows nearly as close as the lines of a label, whose second line has the values beside it", () => {
    const lines: readonly Line[] = [
      [20, [20, "事项"], [120, "本年"], [170, "上年"]],
      [36, [20, "1.当面申请"], [125, "3"], [175, "4"]],
      [52, [20, "2.申请人逾期不"]],
      [64, [20, "补正、不再处理"], [125, "5"], [175, "6"]],
      [76, [20, "其申请"]],
      [92, [20, "3.其他"], [125, "7"], [175, "8"]],
    ];
    expect(drawn(...lines)).toEqual([
      "事项|本年|上年",
      "1.当面申请|3|4",
      "2.申请人逾期不/补正、不再处理/其申请|5|6",
      "3.其他|7|8",
    ]);
  });

  it("has a column of units, indented labels or not", () => {
    const lines: readonly Line[] = [
      [20, [20, "指标"], [200, "单位"], [260, "本年"]],
      [40, [20, "主动公开数"], [205, "条"], [260, "314"]],
      [60, [30, "其中：文件数"], [205, "条"], [260, "100"]],
      [80, [30, "公报数"], [205, "件"], [260, "7"]],
      [100, [20, "来访"], [200, "人次"], [260, "58"]],
    ];
    expect(drawn(...lines)).toEqual([
      "指标|单位|本年",
      "主动公开数|条|314",
      "其中：文件数|条|100",
      "公报数|件|7",
      "来访|人次|58",
    ]);
  });

  it("has no column for the rest of a header that stands beside its numbers", () => {
    const numbers: readonly Line[] = [
      [44, [20, "1"], [40, "公开数"], [100, "条"], [145, "20"], [206, "5"]],
      [64, [20, "2"], [40, "公报数"], [100, "条"], [145, "31"], [206, "7"]],
    ];
    const wrapped: readonly Line[] = [
      [10, [20, "序"], [100, "单"], [130, "区政府统"], [190, "乡镇统计"]],
      [17, [40, "指标"]],
      [24, [20, "号"], [100, "位"], [130, "计数"], [190, "数"]],
    ];
    expect(drawn(...wrapped, ...numbers)).toEqual([
      "序/号|指标|单/位|区政府统/计数|乡镇统计/数",
      "1|公开数|条|20|5",
      "2|公报数|条|31|7",
    ]);
    const merged: readonly Line[] = [
      [10, [20, "序"], [40, "指标"], [100, "单"], [130, "区政府统"], [185, "乡镇统计数"]],
      [24, [20, "号"], [100, "位"], [130, "计数"], [185, "件"], [206, "个"]],
    ];
    expect(drawn(...merged, ...numbers).slice(2)).toEqual(["1|公开数|条|20||5", "2|公报数|条|31||7"]);
  });

  it("has columns of words for none that stand as near as digits do", () => {
    const lines: readonly Line[] = [
      [20, [20, "申请情况"], [200, "其他"], [226, "总计"]],
      [40, [20, "新收申请"], [205, "无"], [221, "无"]],
      [60, [20, "上年结转"], [205, "无"], [221, "无"]],
      [80, [20, "予以公开"], [205, "无"], [221, "无"]],
    ];
    expect(drawn(...lines).slice(1)).toEqual(["新收申请|无|无", "上年结转|无|无", "予以公开|无|无"]);
  });

  it("has the columns of its numbers where headings stand near each other", () => {
    const lines: readonly Line[] = [
      [20, [20, "结果"], [45, "结果"], [80, "其他"], [120, "尚未"], [160, "总计"]],
      [32, [20, "维持"], [45, "纠正"], [80, "结果"], [120, "审结"]],
      [60, [22, "982"], [48, "983"], [82, "991"], [122, "990"], [162, "994"]],
    ];
    expect(drawn(...lines)).toEqual(["结果/维持|结果/纠正|其他/结果|尚未/审结|总计", "982|983|991|990|994"]);
  });

  it("has entries that narrow columns break as one each", () => {
    const lines: readonly Line[] = [
      [
        20,
        [20, "维持"],
        [60, "纠正"],
        [100, "其他"],
        [140, "未结"],
        [180, "总计"],
        [220, "撤回"],
        [260, "移送"],
      ],
      [40, [62, "145"], [102, "1,"], [140, "无此"]],
      [47, [26, "3"], [185, "211"], [227, "5"], [267, "8"]],
      [54, [65, "件"], [102, "000"], [145, "项"]],
    ];
    expect(drawn(...lines)).toEqual([
      "维持|纠正|其他|未结|总计|撤回|移送",
      "3|145/件|1,/000|无此/项|211|5|8",
    ]);
  });

  it("has two numbers where one with its unit is near the next", () => {
    const lines: readonly Line[] = [
      [20, [20, "维持"], [60, "纠正"], [96, "未结"], [126, "总计"]],
      [40, [26, "3"], [67, "4"], [98, "18件"], [125, "211"]],
    ];
    expect(drawn(...lines)).toEqual(["维持|纠正|未结|总计", "3|4|18件|211"]);
  });

  it("has a unit on two lines in one cell, units of two rows in two", () => {
    const lines: readonly Line[] = [
      [20, [20, "指标"], [200, "单位"], [260, "本年"]],
      [40, [20, "经费，不包括其他的"], [205, "万"]],
      [47, [260, "314"]],
      [54, [20, "经费"], [205, "元"]],
      [80, [20, "会议"], [205, "人"], [260, "1"]],
      [95, [20, "培训"], [205, "次"], [260, "2"]],
    ];
    expect(drawn(...lines)).toEqual([
      "指标|单位|本年",
      "经费，不包括其他的/经费|万/元|314",
      "会议|人|1",
      "培训|次|2",
    ]);
  });

  it("has both lines of a broken number in one cell, in a column that no row shows whole", () => {
    const lines: readonly Line[] = [
      [20, [20, "维持"], [60, "纠正"], [105, "计"], [140, "维持"], [180, "纠正"], [225, "计"]],
      [47, [107, "1"], [227, "3"]],
      [53, [22, "4"], [62, "8"], [142, "6"], [182, "7"]],
      [59, [107, "2"], [227, "0"]],
    ];
    expect(drawn(...lines)).toEqual(["维持|纠正|计|维持|纠正|计", "4|8|1/2|6|7|3/0"]);
  });

  it("has the rest of a number, and of its unit, below its decimal point", () => {
    const lines: readonly Line[] = [
      [20, [20, "指标"], [200, "单位"], [260, "政府"], [320, "部门"]],
      [40, [20, "来访"], [205, "次"], [260, "314"], [320, "58"]],
      [60, [205, "万"], [260, "1658."], [320, "918.2"]],
      [66, [20, "经费"]],
      [72, [205, "元"], [260, "25"], [320, "5"]],
      [92, [20, "会议"], [205, "次"], [260, "12"], [320, "7"]],
    ];
    expect(drawn(...lines)).toEqual([
      "指标|单位|政府|部门",
      "来访|次|314|58",
      "经费|万/元|1658./25|918.2/5",
      "会议|次|12|7",
    ]);
  });

  it("has a common heading over the columns that it is centred on", () => {
    const lines: readonly Line[] = [
      [20, [80, "复议"], [160, "诉讼"]],
      [40, [60, "维持"], [100, "纠正"], [140, "维持"], [180, "纠正"]],
      [60, [68, "1"], [108, "2"], [148, "3"], [188, "4"]],
      [80, [68, "5"], [108, "6"], [148, "7"], [188, "8"]],
    ];
    expect(placed(...lines).slice(0, 2)).toEqual(["1 1 1×2 复议", "1 3 1×2 诉讼"]);
    expect(drawn(...lines)).toEqual(["复议|诉讼", "维持|纠正|维持|纠正", "1|2|3|4", "5|6|7|8"]);
  });

  it("has a common label beside all the rows in whose middle it stands", () => {
    const lines: readonly Line[] = [
      [20, [20, "项目"], [200, "本年"]],
      [40, [80, "当面"], [205, "1"]],
      [60, [20, "申请"], [80, "网上"], [205, "2"]],
      [80, [80, "信函"], [205, "3"]],
      [100, [20, "收费"], [205, "4"]],
    ];
    expect(placed(...lines)).toContain("2 1 3×1 申请");
    expect(drawn(...lines).slice(1)).toEqual(["申请|当面|1", "网上|2", "信函|3", "收费|4"]);
  });
});

describe("the lines of a page", () => {
  const rows: readonly Line[] = [
    [100, [20, "新收申请"], [200, "18"], [260, "21"]],
    [120, [20, "上年结转"], [200, "2"], [260, "30"]],
    [140, [20, "予以公开"], [200, "4"], [260, "5"]],
  ];

  it("are a heading above a table where it is larger than both lines beside it", () => {
    const lines: readonly Line[] = [[50, [20, "改进措施。"]], [75, [20, "七、附表"]], ...rows];
    expect(zones(lines, "七、附表")).toEqual(["prose 2", "table 3"]);
    expect(zones(lines)).toEqual(["prose 1", "table 4"]);
  });

  it("are one table with labels of many lines within other labels", () => {
    const lines: readonly Line[] = [
      [80, [20, "其他处理"], [80, "申请人无正当"], [200, "3"], [260, "9"]],
      [100, [80, "理由逾期"], [200, "18"], [260, "21"]],
      [120, [80, "另一情形"], [200, "18"], [260, "21"]],
      ...[135, 150, 165, 180, 195, 210].map((y): Line => [y, [80, "申请人逾期未按"]]),
      [225, [80, "其他"], [200, "4"], [260, "5"]],
    ];
    expect(zones(lines)).toEqual(["table 10"]);
  });
});

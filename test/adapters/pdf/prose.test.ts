import { describe, expect, it } from "vitest";
import { reflowPage } from "../../../src/adapters/page/prose/prose.ts";
import type { PrintedLine } from "../../../src/adapters/page/sheet/printed-line.ts";

/** Lines of 10 points a character, flush left, on a measure of `width` characters. */
function paragraphs(width: number, ...texts: readonly string[]): string[] {
  return reflowPage(texts.map((text, index) => lineOf(text, index, width))).map(({ text }) => text);
}

function lineOf(text: string, index: number, width: number): PrintedLine {
  const [start, end, baseline] = [50, 50 + 10 * text.length, 100 + 15 * index];
  return {
    page: 1,
    left: 50,
    right: 50 + 10 * width,
    line: { text, glyphs: [], box: [start, baseline - 10, end, baseline], baseline, start, end, size: 10 },
  };
}

describe("printed lines", () => {
  it("run on where they fill their measure", () => {
    expect(paragraphs(6, "全年收到申请", "三件。", "另收二件。")).toEqual([
      "全年收到申请三件。",
      "另收二件。",
    ]);
  });
  it("of a signature stay apart, where no longer line tells the measure", () => {
    expect(paragraphs(7, "某某镇人民政府", "2015年1月20日")).toEqual(["某某镇人民政府", "2015年1月20日"]);
  });
});

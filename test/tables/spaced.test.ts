import { describe, expect, it } from "vitest";
import { drawn } from "./text.ts";

/** The grid's rows, cells parted by a bar, pieces of a label by a stroke. */
function rows(...lines: readonly string[]): readonly string[] {
  return drawn(lines.join("\n"))
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .map((line) =>
      line
        .slice(1, -1)
        .split("|")
        .map((cell) => cell.trim())
        .join("|"),
    );
}

describe("columns made by spaces", () => {
  it("of a program that counts a Chinese character as one column: a gap stays a gap", () => {
    expect(
      rows(
        "信息内容           自然人    企业     总计",
        "新收件            20      3     23",
        "上年结转下来的信件       5             5",
        "办结              7      2      9",
      ),
    ).toEqual(["信息内容|自然人|企业|总计", "新收件|20|3|23", "上年结转下来的信件|5||5", "办结|7|2|9"]);
  });

  it("words one space apart over one column are one heading, over two columns two", () => {
    const [head] = rows(
      "项目     结果维持  尚未 审结   其他结果 总计",
      "行政复议     23     49 件       1       73",
      "行政诉讼      2      5          3       10",
    );
    expect(head).toBe("项目|结果维持|尚未 审结|其他结果|总计");
  });

  it("a heading of two words has the one column between them", () => {
    expect(
      rows("项目     结果维持  结果 纠正   其他结果  总计", "行政复议     0         0          0      0"),
    ).toEqual(["项目|结果维持|结果 纠正|其他结果|总计", "行政复议|0|0|0|0"]);
  });

  it("of a terminal, which counts two", () => {
    expect(
      rows(
        "信息内容          自然人  企业  总计",
        "新收件              20     3    23",
        "上年结转下来的信件  5            5",
        "办结                 7     2     9",
      ),
    ).toEqual(["信息内容|自然人|企业|总计", "新收件|20|3|23", "上年结转下来的信件|5||5", "办结|7|2|9"]);
  });

  it("a number under the second of two headings is not the first's", () => {
    expect(
      rows(
        "    信息内容                     采购项目数量                        采购总金额",
        "政府集中采购                                                       37",
      ),
    ).toEqual(["信息内容|采购总金额", "采购项目数量|", "政府集中采购|37"]);
  });

  it("one space parts numbers, a label from its numbers, and short headings from each other", () => {
    expect(
      rows("  事项          然 商业 科研 总计", "1.国家秘密        0 4 0   4", "2.其他法规 1 0 2   3"),
    ).toEqual(["事项|然|商业|科研|总计", "1.国家秘密|0|4|0|4", "2.其他法规|1|0|2|3"]);
  });

  it("a remark wrapped over the lines around its row is one cell with its number", () => {
    expect(
      rows(
        "信息内容        制发件数        废止件数        有效件数",
        "规章              0               0               1",
        "                             86（含失效 34",
        "文件              61                              412",
        "                                件）",
        "公告              5               0               2",
      ).slice(2),
    ).toEqual(["文件|61|86（含失效 34|412", "||件）|", "公告|5|0|2"]);
  });

  it("the rest of a number below the last row is a row of the table, not a line of text", () => {
    const last = (...below: readonly string[]) =>
      rows("信息内容       数量          金额", "政府集中采购   1921   98536.070", ...below).at(-1);
    expect(last("                             32")).toBe("||32");
    expect(last("", "                             32")).toBe("政府集中采购|1921|98536.070");
  });

  it("digits set apart in one column are one cell, however many rows have them", () => {
    const list = (...counts: readonly string[]) =>
      rows(
        "统计指标          单位      统计数",
        ...["当面申请数        件", "传真申请数        件", "网络申请数        件"].map(
          (row) => `${row}        7`,
        ),
        ...counts.map((count) => `信函申请数        件        ${count}`),
      ).slice(-counts.length);
    expect(list("1 0")).toEqual(["信函申请数|件|1 0"]);
    expect(list("1 0", "2 3")).toEqual(["信函申请数|件|1 0", "信函申请数|件|2 3"]);
  });

  it("a line of two pieces above a table between bars does not take its rows", () => {
    const table = ["| 信息内容 | 数量 |", "| --- | --- |", "| 行政许可 | 12 |"];
    expect(rows("自然人 88%   法人 12%", ...table, "行政处罚  20")).toContain("行政许可|12");
  });
});

import { describe, expect, it } from "vitest";
import { blocksOf, drawn } from "./text.ts";

describe("leading-tab", () => {
  it("a line without a tab continues the cell, a blank line ends the row", () => {
    expect(drawn("\t规章\n\t本年新\n制作数量\n\n\t甲\n\t0\n\n正文")).toMatchInlineSnapshot(`
      "[leading-tab]
      +------+----------+
      | 规章 | 本年新   |
      |      | 制作数量 |
      +------+----------+
      | 甲   | 0        |
      +------+----------+
      正文"
    `);
  });

  it("finds the merges of a header that shows only how many cells each row has", () => {
    const header = "\t注\n\t申请人情况\n\n\t\n\t自然人\n\t法人\n\t总计\n\n\t\n\t\n\t企业\n\t机构\n\t\n\n";
    expect(
      drawn(
        `${header}\t一、新收\n\t1\n\t2\n\t3\n\t6\n\n\t二、\n\t（一）甲\n\t1\n\t2\n\t3\n\t6\n\n\t\n\t（二）乙\n\t0\n\t0\n\t0\n\t0\n`,
      ),
    ).toMatchInlineSnapshot(`
      "[leading-tab]
      +-----------------+-----------------------------+
      | 注              | 申请人情况                  |
      |                 +--------+-------------+------+
      |                 | 自然人 | 法人        | 总计 |
      |                 |        +------+------+      |
      |                 |        | 企业 | 机构 |      |
      +-----------------+--------+------+------+------+
      | 一、新收        | 1      | 2    | 3    | 6    |
      +------+----------+--------+------+------+------+
      | 二、 | （一）甲 | 1      | 2    | 3    | 6    |
      |      +----------+--------+------+------+------+
      |      | （二）乙 | 0      | 0    | 0    | 0    |
      +------+----------+--------+------+------+------+"
    `);
  });

  it("headings at whose right end nothing stands go under the row above them", () => {
    const header =
      "\t单位\n\t处罚\n\t移送\n\n\t\n\t件数\n\t金额\n\t复议\n\t\n\n\t\n\t警告\n\t罚款\n\t\n\t\n\t\n\n";
    expect(drawn(`${header}\t合计\n\t1\n\t2\n\t3\n\t4\n\t5\n`)).toMatchInlineSnapshot(`
      "[leading-tab]
      +------+---------------------------+------+
      | 单位 | 处罚                      | 移送 |
      |      +-------------+------+------+      |
      |      | 件数        | 金额 | 复议 |      |
      |      +------+------+      |      |      |
      |      | 警告 | 罚款 |      |      |      |
      +------+------+------+------+------+------+
      | 合计 | 1    | 2    | 3    | 4    | 5    |
      +------+------+------+------+------+------+"
    `);
  });

  it("prose right under a number ends the table", () => {
    expect(drawn("\t甲\n\t1\n\n\t乙\n\t2\n三、收到和处理情况")).toMatch(/2 *\|\n.*\n三、收到和处理情况$/);
  });

  it("one indented paragraph is no table", () => {
    expect(drawn("\t一段正文。\n另一段。")).toBe("\t一段正文。\n另一段。");
  });
});

describe("tabbed", () => {
  it("empty cells between headings go on from a row that left out what its merged cells cover", () => {
    const wide = "合计\t出国费\t用车费\t接待费\t总数\t境外费\t车辆费\t餐费";
    const below = "\t\t小计\t购置\t运行\t\t\t\t小结\t购车\t用车\t";
    expect(drawn(`预算\t决算\n${wide}\n${below}\n1\t2\t3\t4\t5\t6\t7\t8\t9\t10\t11\t12`)).toContain(
      "| 合计 | 出国费 | 用车费             | 接待费 | 总数 | 境外费 | 车辆费             | 餐费 |",
    );
  });

  it("the title of the next table is no caption in this one", () => {
    expect(drawn("科目\t小计\n教育\t1\n卫生\t2\n\n基本支出决算表\n科目\t决算数\n教育\t3"))
      .toMatchInlineSnapshot(`
      "[tabbed]
      +------+------+
      | 科目 | 小计 |
      +------+------+
      | 教育 | 1    |
      +------+------+
      | 卫生 | 2    |
      +------+------+
      基本支出决算表
      [tabbed]
      +------+--------+
      | 科目 | 决算数 |
      +------+--------+
      | 教育 | 3      |
      +------+--------+"
    `);
  });

  it("a caption is a row of one cell, a section title is none", () => {
    expect(drawn("信息内容\t制发\t废止\n规章\t0\t0\n第二十条第（五）项\n信息内容\t决定\n许可\t7\n三、情况"))
      .toMatchInlineSnapshot(`
      "[tabbed]
      +----------+------+------+
      | 信息内容 | 制发 | 废止 |
      +----------+------+------+
      | 规章     | 0    | 0    |
      +----------+------+------+
      | 第二十条第（五）项     |
      +----------+-------------+
      | 信息内容 | 决定        |
      +----------+-------------+
      | 许可     | 7           |
      +----------+-------------+
      三、情况"
    `);
  });

  it("covered cells written empty belong to the cell they continue: across in the body, down in the header", () => {
    expect(
      drawn(
        "说明\t\t自然人\t法人\t\t\t总计\n\t\t\t企业\t机构\t其他\n三、结果\t3.其他\t1\t0\t0\t0\t1\n\t（七）总计\t1\t0\t0\t0\t1\n四、结转\t\t2\t0\t0\t0\t2",
      ),
    ).toMatchInlineSnapshot(`
      "[tabbed]
      +-----------------------+--------+--------------------+------+
      | 说明                  | 自然人 | 法人               | 总计 |
      |                       |        +------+------+------+      |
      |                       |        | 企业 | 机构 | 其他 |      |
      +----------+------------+--------+------+------+------+------+
      | 三、结果 | 3.其他     | 1      | 0    | 0    | 0    | 1    |
      |          +------------+--------+------+------+------+------+
      |          | （七）总计 | 1      | 0    | 0    | 0    | 1    |
      +----------+------------+--------+------+------+------+------+
      | 四、结转              | 2      | 0    | 0    | 0    | 2    |
      +-----------------------+--------+------+------+------+------+"
    `);
  });
});

describe("pipe", () => {
  it("empty cells of a header row belong to the cell they continue, empty values stay", () => {
    expect(drawn("| 项目 | 法人 |  | 总计 |\n|---|---|---|---|\n|  | 企业 | 机构 |  |\n| 甲 | 1 |  | 1 |\n"))
      .toMatchInlineSnapshot(`
      "[pipe]
      +------+-------------+------+
      | 项目 | 法人        | 总计 |
      |      +------+------+      |
      |      | 企业 | 机构 |      |
      +------+------+------+------+
      | 甲   | 1    |      | 1    |
      +------+------+------+------+"
    `);
  });

  it("two columns without outer pipes are a table by the delimiter below their headings", () => {
    expect(drawn("科目 | 金额\n---|---\n教育 | 1\n卫生 | \\|\n\n甲 | 乙\n丙 | 丁")).toMatchInlineSnapshot(`
      "[pipe]
      +------+------+
      | 科目 | 金额 |
      +------+------+
      | 教育 | 1    |
      +------+------+
      | 卫生 | |    |
      +------+------+
      甲 | 乙
      丙 | 丁"
    `);
  });

  it("below headings that end in no pipe, the pipe at the end of a row stands before its blank cell", () => {
    expect(
      drawn(
        "项目 | 单位 | 年度 | 累计\n--- | --- | --- | ---\n甲 | 条 | 20 | 21\n乙 | 条 | 20 |\n丙 | 条 |   |\n丁 | 20 |",
      ),
    ).toMatchInlineSnapshot(`
      "[pipe]
      +------+------+------+------+
      | 项目 | 单位 | 年度 | 累计 |
      +------+------+------+------+
      | 甲   | 条   | 20   | 21   |
      +------+      +------+------+
      | 乙   |      | 20   |      |
      +------+      +------+------+
      | 丙   |      |      |      |
      +------+------+------+------+
      | 丁   | 20   |      |      |
      +------+------+------+------+"
    `);
    expect(drawn("| 项目 | 年度 | 累计 |\n| --- | --- | --- |\n| 甲 | 20 | 21 |\n| 乙 | 20 |"))
      .toMatchInlineSnapshot(`
      "[pipe]
      +------+------+------+
      | 项目 | 年度 | 累计 |
      +------+------+------+
      | 甲   | 20   | 21   |
      +------+------+------+
      | 乙   | 20   |      |
      +------+------+------+"
    `);
  });
});

describe("tabbed", () => {
  it("a tab that ends every row stands before no cell", () => {
    expect(drawn("甲类\t\n项目\t收\t发\t\n令\t1\t\t\n函\t3\t4\t\n")).toMatchInlineSnapshot(`
      "[tabbed]
      +----------------+
      | 甲类           |
      +------+----+----+
      | 项目 | 收 | 发 |
      +------+----+----+
      | 令   | 1  |    |
      +------+----+----+
      | 函   | 3  | 4  |
      +------+----+----+"
    `);
  });
});

describe("page text", () => {
  it("pipes behind the last cell stand for what merged cells cover, a blank cell has its space", () => {
    expect(
      drawn(
        "甲类 | |||\n项目 | 收 | 发 | 存 |\n令 | 1 | 2 | |\n函 | 3 | 4 | 5 |\n乙类 | |||\n项目 | 数量 | ||\n许可 | 7 | ||",
      ),
    ).toMatchInlineSnapshot(`
      "[pipe]
      +---------------------+
      | 甲类                |
      +------+----+----+----+
      | 项目 | 收 | 发 | 存 |
      +------+----+----+----+
      | 令   | 1  | 2  |    |
      +------+----+----+----+
      | 函   | 3  | 4  | 5  |
      +------+----+----+----+
      | 乙类                |
      +------+--------------+
      | 项目 | 数量         |
      +------+--------------+
      | 许可 | 7            |
      +------+--------------+"
    `);
  });

  it("a cell a line, a pipe alone begins a row or is a blank cell where the row lacks one", () => {
    const text =
      "|\n甲类 | |||\n|\n项目 |\n收 |\n发 |\n存 |\n|\n令 |\n1 |\n|\n2 |\n|\n函 |\n3 |\n4 |\n|\n|\n许可 |\n7 | ||\n三、其他";
    expect(drawn(text)).toMatchInlineSnapshot(`
      "[pipe-cells]
      +---------------------+
      | 甲类                |
      +------+----+----+----+
      | 项目 | 收 | 发 | 存 |
      +------+----+----+----+
      | 令   | 1  |    | 2  |
      +------+----+----+----+
      | 函   | 3  | 4  |    |
      +------+----+----+----+
      | 许可 | 7            |
      +------+--------------+
      三、其他"
    `);
  });

  it("a cell a line, a line of pipes fills up the row, a pipe alone is a blank cell where no row lacks one", () => {
    const rows = "令 |\n1 |\n|\n2 |\n函 |\n3 |\n4 |\n|\n许可 |\n7 |\n||\n三、其他";
    expect(drawn(`甲类 |\n|||\n项目 |\n收 |\n发 |\n存 |\n${rows}`)).toMatchInlineSnapshot(`
      "[padded-cells]
      +---------------------+
      | 甲类                |
      +------+----+----+----+
      | 项目 | 收 | 发 | 存 |
      +------+----+----+----+
      | 令   | 1  |    | 2  |
      +------+----+----+----+
      | 函   | 3  | 4  |    |
      +------+----+----+----+
      | 许可 | 7            |
      +------+--------------+
      三、其他"
    `);
  });

  it("the same, and a pipe alone at the end of every row fills it up", () => {
    const text =
      "甲类 |\n||||\n项目 |\n收 |\n发 |\n存 |\n|\n令 |\n0 |\n|\n2 |\n|\n函 |\n0 |\n0 |\n0 |\n|\n许可 |\n7\n（含 1） |\n三、其他";
    expect(drawn(text)).toMatchInlineSnapshot(`
      "[padded-cells]
      +---------------------+
      | 甲类                |
      +------+----+----+----+
      | 项目 | 收 | 发 | 存 |
      +------+----+----+----+
      | 令   | 0  |    | 2  |
      +------+----+----+----+
      | 函   | 0  | 0  | 0  |
      +------+----+----+----+
      | 许可 | 7            |
      |      | （含 1）     |
      +------+--------------+
      三、其他"
    `);
  });

  it("a row of another width shows that a cell was lost: no table", () => {
    expect(drawn("甲类 |\n|||\n令 |\n1 |\n2 |\n3 |\n函 |\n3 |\n|||\n许可 |\n7 |\n||")).not.toContain(
      "padded-cells",
    );
  });

  it("headings that branch stand over theirs, those that run down beside them", () => {
    expect(
      drawn(
        "| 复议 | 诉讼 |\n| 维持 | 纠正 | 直接起诉 | 复议后起诉 |\n| 维持 | 纠 正 | 维持 | 纠正 |\n| 1 | 2 | 3 | 4 | 5 | 6 |",
      ),
    ).toMatchInlineSnapshot(`
      "[pipe]
      +-------------+----------------------------+
      | 复议        | 诉讼                       |
      +------+------+--------------+-------------+
      | 维持 | 纠正 | 直接起诉     | 复议后起诉  |
      |      |      +------+-------+------+------+
      |      |      | 维持 | 纠 正 | 维持 | 纠正 |
      +------+------+------+-------+------+------+
      | 1    | 2    | 3    | 4     | 5    | 6    |
      +------+------+------+-------+------+------+"
    `);
  });
});

describe("pandoc", () => {
  it("reads merged regions from missing borders", () => {
    expect(
      drawn(
        "+------+------+------+\n| 甲   | 乙          |\n|      +------+------+\n|      | 丙   | 丁   |\n+======+======+======+\n| 一   | 1    | 2    |\n+------+------+------+\n",
      ),
    ).toMatchInlineSnapshot(`
      "[pandoc-grid]
      +----+---------+
      | 甲 | 乙      |
      |    +----+----+
      |    | 丙 | 丁 |
      +----+----+----+
      | 一 | 1  | 2  |
      +----+----+----+"
    `);
  });

  it("reads simple tables by their rules, wide characters counting two", () => {
    expect(drawn("  项目   数量\n  ------ ------\n  许可   12\n  处罚   345\n\n正文")).toMatchInlineSnapshot(`
      "[pandoc-ruled]
      +------+------+
      | 项目 | 数量 |
      +------+------+
      | 许可 | 12   |
      +------+------+
      | 处罚 | 345  |
      +------+------+
      正文"
    `);
  });
});

describe("aligned", () => {
  it("numbers under each other make the columns; a page number is none", () => {
    expect(
      drawn(
        "  信息内容      制发件数  废止件数\n  规章              0         12\n- 4 -\n  规范性文件        3\n",
      ),
    ).toMatchInlineSnapshot(`
      "[aligned]
      +------------+----------+----------+
      | 信息内容   | 制发件数 | 废止件数 |
      +------------+----------+----------+
      | 规章       | 0        | 12       |
      +------------+----------+----------+
      | 规范性文件 | 3        |          |
      +------------+----------+----------+"
    `);
  });

  it("rows of as many numbers show the columns though the numbers stand only roughly under each other", () => {
    const rows = [
      "项目      自然人    企业  总计",
      "一、本年新收        114   86   200",
      "二、上年结转           0    13  13",
      "（二）部分公开（只计这一情     21   18    39",
      "（三）无        1.不掌握  9 8 17",
    ];
    expect(drawn(rows.join("\n"))).toMatchInlineSnapshot(`
      "[aligned]
      +--------------------+--------+------+------+
      | 项目               | 自然人 | 企业 | 总计 |
      +--------------------+--------+------+------+
      | 一、本年新收       | 114    | 86   | 200  |
      +--------------------+--------+------+------+
      | 二、上年结转       | 0      | 13   | 13   |
      +--------------------+--------+------+------+
      | （二）部分公开（只 | 21     | 18   | 39   |
      | 计这一情           |        |      |      |
      +--------------------+--------+------+------+
      | （三）无           | 9      | 8    | 17   |
      | 1.不掌握           |        |      |      |
      +--------------------+--------+------+------+"
    `);
  });
});

it.each([
  ["tabbed", "\t"],
  ["pipe", " | "],
])("%s: tables below each other without a line between are as many as their lengths", (layout, separator) => {
  const row = (...cells: readonly string[]) => cells.join(separator);
  const lines = [
    row("信息内容", "制发", "废止"),
    row("规章", "0", "1"),
    row("文件", "2", "3"),
    row("行政复议", "行政复议", "行政诉讼", "行政诉讼"),
    row("维持", "纠正", "维持", "纠正"),
    row("4", "5", "6", "7"),
  ];
  expect(
    blocksOf(lines.join("\n")).map((block) =>
      block.kind === "grid" ? [block.grid.layout, block.grid.height, block.grid.width] : block.text,
    ),
  ).toEqual([
    [layout, 3, 3],
    [layout, 3, 4],
  ]);
});

describe("an edge in which nothing is printed", () => {
  it("is left out, a column of blanks under a heading stays", () => {
    expect(drawn("| 申请人情况 | | | |\n|---|---|---|---|\n| 项目 | 法人 | 总计 | |\n| 甲 | 1 | 1 | |\n"))
      .toMatchInlineSnapshot(`
      "[pipe]
      +------------+------+------+
      | 申请人情况 |      |      |
      +------------+------+------+
      | 项目       | 法人 | 总计 |
      +------------+------+------+
      | 甲         | 1    | 1    |
      +------------+------+------+"
    `);
    expect(drawn("| 项目 | 法人 | 总计 |\n|---|---|---|\n| 甲 | 1 | |\n| 乙 | 1 | |\n"))
      .toMatchInlineSnapshot(`
      "[pipe]
      +------+------+------+
      | 项目 | 法人 | 总计 |
      +------+------+------+
      | 甲   | 1    |      |
      +------+------+------+
      | 乙   | 1    |      |
      +------+------+------+"
    `);
  });
});

describe("notes in the last rows of a table", () => {
  it("are text below it", () => {
    expect(
      drawn("|项目|数量|\n|---|---|\n|规章|3|\n|规范性文件|5|\n|更正：规章应为4件。||\n|注：截至年底。||\n")
        .split("\n")
        .filter((line) => !/^[+|[]/u.test(line)),
    ).toEqual(["更正：规章应为4件。", "注：截至年底。"]);
  });

  it("but a row with a value is none, nor is one between rows", () => {
    expect(
      drawn("|项目|数量|\n|---|---|\n|注：甲||\n|规章|3|\n|说明：乙|5|\n")
        .split("\n")
        .filter((line) => line.startsWith("|")),
    ).toHaveLength(4);
  });
});

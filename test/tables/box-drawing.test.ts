import { expect, it } from "vitest";
import { drawn } from "./text.ts";

const DRAWN = `[pandoc-grid]
+----+---------+
| 甲 | 乙      |
|    +----+----+
|    | 丙 | 丁 |
+----+----+----+
| 一 | 1  | 2  |
+----+----+----+`;

it.each([
  [
    "light lines as wide as letters",
    "┌──────┬─────────────┐\n│ 甲   │ 乙          │\n│      ├──────┬──────┤\n│      │ 丙   │ 丁   │\n├──────┼──────┼──────┤\n│ 一   │ 1    │ 2    │\n└──────┴──────┴──────┘",
  ],
  [
    "double and heavy ones",
    "╔══════╦═════════════╗\n║ 甲   ║ 乙          ║\n║      ╠══════╦══════╣\n║      ║ 丙   ║ 丁   ║\n┣━━━━━━╋━━━━━━╋━━━━━━┫\n┃ 一   ┃ 1    ┃ 2    ┃\n┗━━━━━━┻━━━━━━┻━━━━━━┛",
  ],
  [
    "as wide as Chinese characters",
    "┌───┬───────┐\n│ 甲   │ 乙           │\n│      ├───┬───┤\n│      │ 丙   │ 丁   │\n├───┼───┼───┤\n│ 一   │ 1    │ 2    │\n└───┴───┴───┘",
  ],
])("boxes are read as drawn: %s", (_, text) => {
  expect(drawn(`${text}\n`)).toBe(DRAWN);
});

it("an upright line alone draws no table", () => {
  expect(drawn("首页│公开│年报\n")).toBe("首页│公开│年报");
});

it("rows without borders between them are told apart by their labels and values", () => {
  const text =
    "+------+------+\n| 项目 | 数量 |\n+------+------+\n| 许可 | 12   |\n| 处罚 |      |\n| 强制 | 3    |\n+------+------+";
  expect(drawn(`${text.replace("      |", "/     |")}\n`)).toBe(`[pandoc-grid]
+------+------+
| 项目 | 数量 |
+------+------+
| 许可 | 12   |
+------+------+
| 处罚 | /    |
+------+------+
| 强制 | 3    |
+------+------+`);
});

it("a label and a number broken over two lines stay one row", () => {
  expect(
    drawn("+------+----+\n| 许可 | 14 |\n| 事项 | 35 |\n+------+----+\n| 处罚 | 3  |\n+------+----+\n"),
  ).toContain("| 许可 | 14 |\n| 事项 | 35 |");
});

it("a row whose number is blank is one of its own beside its unit", () => {
  const text =
    "┌──────┬────┬──────┐\n│ 项目 │    │ 数量 │\n│ 名称 │    │ 合计 │\n├──────┼────┼──────┤\n│ 许可 │ 件 │ 12   │\n│ 处罚 │ 件 │      │\n│ 强制 │ 件 │ 3    │\n│ 收费 │ 件 │ 5    │\n└──────┴────┴──────┘";
  expect(drawn(`${text}\n`)).toContain("+------+----+------+\n| 处罚 | 件 |      |\n+------+----+------+");
});

it("a label wrapped beside wrapped words stays one row", () => {
  const row = "| 许可 | 依法 | 12 |\n| 事项 | 办理 |    |\n| 数量 | 件数 |    |";
  const rule = "+------+------+----+";
  const text = `${rule}\n${row}\n${rule}\n| 处罚 | 件数 | 3  |\n${rule}\n| 强制 | 件数 | 5  |\n${rule}\n`;
  expect(drawn(text)).toContain(row);
});

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

import { strFromU8, unzipSync } from "fflate";
import { expect, it } from "vitest";
import { cellPointer } from "../../../src/arithmetic/paths.ts";
import { laidOutAsPrinted } from "../../../src/arithmetic/open-rows.ts";
import { convert, templates } from "../../../src/index.ts";
import { formSheet } from "../../../src/writers/layout/form-sheet.ts";
import { xlsxWriter } from "../../../src/writers/xlsx/index.ts";

const rows = [
  ["功能分类科目编码", "科目名称", "小计", "基本支出", "项目支出"],
  ["合计", "", "30.00", "20.00", "10.00"],
  ["213", "农林水支出", "22.00", "15.00", "7.00"],
  ["", "其他支出", "8.00", "5.00", "3.00"],
];
const text = `青石市水务局2023年度部门决算\n一般公共预算财政拨款支出决算表\n单位：万元\n${rows.map((cells) => cells.join("\t")).join("\n")}`;
const converted = () => convert({ name: "a.txt", bytes: new TextEncoder().encode(text) });

/** The sheet as lines of cells: labels, or the end of the pointer of what stands there; `+` beside what is merged. */
function drawn(table: Parameters<typeof formSheet>[0]): readonly string[] {
  const { width, height, cells } = formSheet(table);
  const grid = Array.from({ length: height }, () => Array<string>(width).fill("?"));
  for (const { row, column, rowSpan, columnSpan, content } of cells)
    for (let r = row; r < row + rowSpan; r++)
      for (let c = column; c < column + columnSpan; c++) {
        expect(grid[r]![c], `${r} ${c}`).toBe("?");
        const own =
          "label" in content ? content.label : cellPointer(table, content.row.key, content.column.key);
        grid[r]![c] = r === row && c === column ? own.replace(/^.*generalExpenditure\//u, "=") : "+";
      }
  return grid.map((line) => line.join("|"));
}

it("codes stand left of the names of a list, in a column of their own", async () => {
  const conversion = await converted();
  const form = laidOutAsPrinted(templates, conversion)
    .flatMap(({ tables }) => tables)
    .find(({ id }) => id === "generalExpenditure")!;
  expect(drawn(form)).toEqual([
    "科目编码|科目名称|本年支出|+|+",
    "+|+|小计|基本支出|项目支出",
    "=rows/0/code|农林水支出|=rows/0/total|=rows/0/basic|=rows/0/project",
    "=rows/1/code|其他支出|=rows/1/total|=rows/1/basic|=rows/1/project",
    "合计|+|=total/total|=total/basic|=total/project",
  ]);
});

it("a workbook shows the codes that the report prints", async () => {
  const files = unzipSync(await xlsxWriter(await converted(), templates, "zh"));
  const words = strFromU8(files["xl/sharedStrings.xml"]!);
  expect(words).toContain("<t>科目编码</t>");
  expect(words).toContain("<t>213</t>");
});

import { expect, it } from "vitest";
import { flags, page, table } from "./page.ts";

const headings = [
  "项目*2|本年收入合计*1/2|财政拨款收入*1/2|上级补助收入*1/2|事业收入*1/2|经营收入*1/2|附属单位上缴收入*1/2|其他收入*1/2",
  "功能分类科目编码|科目名称",
  "栏次*2|1|2|3|4|5|6|7",
];
const total = "合计*2|100|90|1|2|3|0|4";
const items = ["201|一般公共服务支出|60|50|1|2|3|0|4", "208|社会保障和就业支出|40|40|0|0|0|0|0"] as const;
const title = "<p>收入决算表</p>";
const inside = ["收入决算表*9", "公开02表*9", "部门：青石市水务局*5|金额单位：万元*4"];

// Departments draw the title, and the names of groups, as rows of one cell in the table itself.
it.each([
  ["its title and number inside the table", "", [...inside, ...headings, total, ...items]],
  ["a caption below the headings", title, [...headings, "一、本级收入*9", total, ...items]],
  [
    "captions between its rows",
    title,
    [...headings, total, "一、行政单位*9", items[0], "二、事业单位*9", items[1]],
  ],
  [
    "a numbered title and captions between its rows",
    title,
    ["一、收入决算情况*9", ...headings, total, "二、行政单位*9", items[0], "三、事业单位*9", items[1]],
  ],
  [
    "captions of a lower level",
    title,
    [...headings, total, "（一）行政单位*9", items[0], "（二）事业单位*9", items[1]],
  ],
])("a list of accounts with %s is read whole", async (_, above, rows) => {
  const conversion = await page("青石市水务局2022年度部门决算", above, table(...rows));
  expect(conversion.report?.tables["incomeByFunction"]).toMatchObject({
    total: { total: 100, appropriations: 90 },
    rows: [
      { code: "201", label: "一般公共服务支出", total: 60, other: 4 },
      { code: "208", label: "社会保障和就业支出", total: 40, other: 0 },
    ],
  });
  expect(flags(conversion).filter((flag) => !flag.startsWith("table-missing"))).toEqual([]);
});

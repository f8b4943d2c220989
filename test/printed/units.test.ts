import { expect, it } from "vitest";
import { statedMoney } from "../../src/printed/units.ts";

it.each(["区直单位统计数", "县直部门、单位数", "各单位数量", "单位统计数", "基层单位情况", "直属单位合计"])(
  "%s counts offices and states no unit",
  (heading) => {
    expect(statedMoney(heading)).toBeUndefined();
  },
);

it.each([
  ["单位:元", "元"],
  ["区直单位统计数(元)", "元"],
  ["收费金额单位万元", "万元"],
  ["单位:千块", "千块"],
])("%s states %s", (heading, unit) => {
  expect(statedMoney(heading)).toBe(unit);
});

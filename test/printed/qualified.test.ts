import { expect, it } from "vitest";
import { normalizeLabel } from "../../src/printed/folding.ts";
import { isQualified } from "../../src/printed/qualified.ts";

it.each([
  ["罚没金额（万元以上）", true],
  ["行政处罚（不含当场处罚）", true],
  ["其他对外管理服务事项（含行政确认）", true],
  ["其他对外管理服务事项（指行政许可以外的事项，含行政确认、行政奖励）", false],
  ["其他主动公开文件（含本单位签发的，可参考平台栏目数据）", false],
  ["行政许可（指上半年办结的）", true],
  ["行政许可（单位：件）", false],
  ["行政许可 (thousand)", true],
  ["行政许可 (last year)", true],
])("%s is another count than the form's: %s", (printed, qualified) => {
  const label = normalizeLabel(printed);
  expect(isQualified(label, [{ text: label.replace(/\(.*$/u, "") }])).toBe(qualified);
});

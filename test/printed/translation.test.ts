import { expect, it } from "vitest";
import { isTranslation, normalizeLabel } from "../../src/printed/folding.ts";

it.each([
  ["行政许可 Administrative licences", "行政许可"],
  ["3.危及“三安全一稳定”\nEndangering security", "3.危及三安全一稳定"],
  ["（一）予以公开 (Granted in full)", "(一)予以公开"],
  ["总计（件）Total number", "总计(件)"],
  ["规章/Regulations", "规章"],
  ["收费金额（万元） Fees (ten thousand yuan)", "收费金额(万元)"],
  ["结转下年 Carried to next year", "结转下年"],
])("the translation behind a label is no part of it: %j", (printed, label) => {
  expect(normalizeLabel(printed)).toBe(label);
});

it.each([
  ["是否支持IPv6", "是否支持IPv6"],
  ["政务微博 App", "政务微博App"],
  ["新媒体（PC端）", "新媒体(PC端)"],
  ["网址 www.example.cn", "网址www.example.cn"],
  ["Total 总计", "Total总计"],
  ["附件 Annex 2", "附件Annex2"],
  ["行政许可 in thousands", "行政许可inthousands"],
  ["行政许可 (last year)", "行政许可(lastyear)"],
])("a name, an address or a number stays: %j", (printed, label) => {
  expect(normalizeLabel(printed)).toBe(label);
});

it("a line holds a translation alone if it has words in small letters and nothing else", () => {
  expect(
    ["Other matters", "Of which: refused", "N/A", "Annex 2", "其他 Other", "(million)"].map(isTranslation),
  ).toEqual([true, true, false, false, false, false]);
});

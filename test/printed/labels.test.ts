import { describe, expect, it } from "vitest";
import { withoutEnumerator } from "../../src/printed/enumerators.ts";
import { normalizeLabel } from "../../src/printed/folding.ts";
import { knownLabel, matchLabel, matchLabelAtEnd } from "../../src/printed/labels.ts";

const match = (printed: string, label: string, ...aliases: string[]) =>
  matchLabel(withoutEnumerator(normalizeLabel(printed)), knownLabel(label, aliases)).kind;

describe("labels", () => {
  it.each([
    ["1.属于国家秘密", "属于国家秘密", "exact"],
    ["1、属于国家秘密", "属于国家秘密", "exact"],
    ["（一）予以公开", "（一）予以公开", "exact"],
    ["(一) 予以 公开", "予以公开", "exact"],
    ["总 计", "总计", "exact"],
    ["法 律 服 务\n机构", "法律服务机构", "exact"],
    ['3.危及"三安全一稳定"', "危及“三安全一稳定”", "exact"],
    ["規範性文件", "规范性文件", "exact"],
    ["規範性檔案", "规范性文件", "exact"],
    ["行政许可（指行政许可以外的事项）", "行政许可", "contained"],
    ["部分公开", "部分公开（区分处理的，只计这一情形，不计其他情形）", "contained"],
    ["2.其他法律行政止公开", "其他法律行政法规禁止公开", "fuzzy"],
    ["行政事业型收费", "行政事业性收费", "fuzzy"],
    ["规范性文件", "行政规范性文件", "none"],
    ["其他", "其他处理", "none"],
    ["其他结果", "其他处理", "none"],
    ["总计", "总体", "none"],
  ])("%s against %s: %s", (printed, label, kind) => {
    expect(match(printed, label)).toBe(kind);
  });

  it("an alias is named as such", () => {
    expect(match("规范性文件", "行政规范性文件", "规范性文件")).toBe("alias");
  });

  it("an enumerator is no decimal", () => {
    expect(withoutEnumerator(normalizeLabel("1.5"))).toBe("1.5");
  });

  it("finds a label at the end of page text", () => {
    const text = normalizeLabel("三、本年度办理结果（一）予以公开");
    expect(matchLabelAtEnd(text, knownLabel("予以公开")).kind).toBe("exact");
    expect(matchLabelAtEnd(text, knownLabel("不予公开")).kind).toBe("none");
  });
});

it("labels of mirrors in Traditional characters are the form's own", () => {
  expect(normalizeLabel("採購總金額、徵收、複議案件統計、獎勵、信訪舉報投訴、備註欄")).toBe(
    normalizeLabel("采购总金额、征收、复议案件统计、奖励、信访举报投诉、备註栏"),
  );
});

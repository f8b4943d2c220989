import { describe, expect, it } from "vitest";
import { beginsList, hasEnumerator, outlineLevel } from "../../src/printed/enumerators.ts";
import { isFilled, isNumber, isStandIn, isValue, readValue } from "../../src/printed/numbers.ts";
import { chineseYear, ordinalValue } from "../../src/printed/numerals.ts";
import { isPageEnd, isPageNumber, isPageNumberInMargin } from "../../src/printed/page-numbers.ts";
import { isMoney, isUnit, toYuan, trailingUnit, unitNamed } from "../../src/printed/units.ts";

/** The questions a text answers with yes, by their initials: Number, Stand-in, Filled, Value; and what it is worth. */
function answers(text: string): string {
  const asked = [
    ["N", isNumber],
    ["S", isStandIn],
    ["F", isFilled],
    ["V", isValue],
  ] as const;
  const { value, status, unit, note } = readValue(text);
  const yes = asked.flatMap(([initial, question]) => (question(text) ? [initial] : [])).join("");
  return [yes || "none", value ?? status, unit, note].filter((part) => part !== undefined).join(" ");
}

describe("a number between words", () => {
  const before =
    "同比 环比 较上年 比去年同期 大约 约 近 超 超过 逾 不足 至少 最多 净增 增加 减少 新增 增长 下降 上升 降 升 多 少 负 正 共 共计 合计 人民币";
  const after = "多 余 以上 以下 以内 左右 上下 许 整";
  const units =
    "人次 标段 件 条 个 篇 项 起 宗 笔 份 家 例 单 台 美元 港币 英镑 千万元 百元 亿 万 元 元人民币";
  it.each([
    ["before", before.split(" ").map((word) => `${word}12`)],
    ["after", after.split(" ").map((word) => `12${word}`)],
    ["units", units.split(" ").map((word) => `12${word}`)],
  ])("stays one: %s", (_, texts) => {
    expect(texts.filter((text) => !isNumber(text))).toEqual([]);
  });
  it.each([
    "无 none",
    "无。 none",
    "无此项 none",
    "不适用 none",
    "不涉及 none",
    "增加12 12",
    "减少3 -3",
    "人民币5元 5",
    "5亿 5",
  ])("is read: %s", (line) => {
    const [text, value] = line.split(" ");
    const read = readValue(text!);
    expect([read.status, read.value]).toEqual(
      value === "none" ? ["not-applicable", null] : ["given", Number(value)],
    );
  });
});

describe("what a cell's text is, asked in every way", () => {
  it.each([
    ["12", "NFV 12"],
    ["１２", "NFV 12"],
    ["1,234.5", "NFV 1234.5"],
    ["-3", "NFV -3"],
    ["−3", "NFV -3"],
    ["零", "NFV 0"],
    ["12件", "NFV 12 件"],
    ["2笔", "NFV 2 笔"],
    ["3 份", "NFV 3 份"],
    ["4人次", "NFV 4 人次"],
    ["35000（元）", "NFV 35000 元"],
    ["35千元", "NFV 35 千元"],
    ["3百万元", "NFV 3 百万元"],
    ["35000（人民币元）", "NFV 35000 元"],
    ["人民币35000元", "NFV 35000 元"],
    ["￥35,000.00", "NFV 35000 元"],
    ["35000美元", "NFV 35000 美元"],
    ["35000（美元）", "NFV 35000 美元"],
    ["22（其中修订16件）", "NFV 22 其中修订16件"],
    ["22（含上年结转3件）", "NFV 22 含上年结转3件"],
    ["22（较上年减少5件）", "NFV 22 较上年减少5件"],
    ["3（较上年减少）", "NFV unreadable"],
    ["3（减少3）", "NFV unreadable"],
    ["3（减少）", "NFV unreadable"],
    ["3（↓）", "NFV unreadable"],
    ["-3（减少）", "NFV -3 减少"],
    ["0（收费减免）", "NFV 0 收费减免"],
    ["12（应为13）", "NFV unreadable"],
    ["12（原13）", "NFV unreadable"],
    ["12（2021年）", "NFV unreadable"],
    ["12（2021年数据）", "NFV unreadable"],
    ["12（上年数）", "NFV unreadable"],
    ["12（去年为10）", "NFV 12 去年为10"],
    ["12（少报2件）", "NFV unreadable"],
    ["12（未核实）", "NFV unreadable"],
    ["12（更正为120）", "NFV unreadable"],
    ["-（更正为120）", "SFV unreadable"],
    ["无（7）", "SFV unreadable"],
    ["—（7）", "SFV unreadable"],
    ["12（15）", "NFV unreadable"],
    ["12（-）", "NFV unreadable"],
    ["12（作废）", "NFV unreadable"],
    ["12（千）", "NFV unreadable"],
    ["12 (estimated)", "NFV unreadable"],
    ["12 (should be 13)", "NFV unreadable"],
    ["12 (of which about 3 in person)", "NFV 12 of which about 3 in person"],
    ["12（原13，现12）", "NFV unreadable"],
    ["12（含重复2件）", "NFV unreadable"],
    ["12（撤销2件）", "NFV 12 撤销2件"],
    ["/（本年度未发生）", "SFV not-applicable 本年度未发生"],
    ["约12", "NFV unreadable"],
    ["12余件", "NFV unreadable"],
    ["120多", "NFV unreadable"],
    ["12左右", "NFV unreadable"],
    ["≥12", "NFV unreadable"],
    ["12*", "NFV unreadable"],
    ["12?", "NFV unreadable"],
    ["3↓", "NFV unreadable"],
    ["↓3", "NFV -3"],
    ["减3", "NFV -3"],
    ["下降3", "NFV unreadable"],
    ["1 2", "NFV unreadable"],
    ["3.5%", "NFV unreadable"],
    ["3O", "NFV unreadable"],
    ["12）", "NFV unreadable"],
    ["", "V blank"],
    ["\u00a0", "V blank"],
    ["-", "SFV dash"],
    ["——", "SFV dash"],
    ["/", "SFV not-applicable"],
    ["无此项", "SFV not-applicable"],
    ["（1）", "none unreadable"],
    ["1.", "none unreadable"],
    ["（一）", "none unreadable"],
    ["行政许可", "none unreadable"],
    ["2023年", "none unreadable"],
    ["第二十条第（一）项", "none unreadable"],
    ["3.危及“三安全一稳定”", "none unreadable"],
    ["无法提供", "none unreadable"],
  ])("%j: %s", (text, expected) => {
    expect(answers(text)).toBe(expected);
  });
});

describe("units", () => {
  it.each([
    ["单位：元", "元", 1],
    ["（单位：人民币千元）", "千元", 1000],
    ["萬元", "万元", 10_000],
    ["百万元", "百万元", 1_000_000],
    ["金额：万元", "万元", 10_000],
    ["（金额单位：元）", "元", 1],
    ["亿元", "亿元", 100_000_000],
    ["美元", "美元", null],
    ["件", "件", null],
    ["单位：青石市财政局", undefined, null],
  ])("%j names %j", (text, unit, yuan) => {
    expect(unitNamed(text)).toBe(unit);
    expect(unit === undefined ? null : toYuan(1, unit)).toBe(yuan);
  });

  it("are told from words that end like one", () => {
    expect([isUnit("人次"), isUnit("申请人次"), trailingUnit("接受培训人次")]).toEqual([true, false, "人次"]);
    expect([isMoney("美元"), isMoney("件")]).toEqual([true, false]);
  });
});

describe("enumerators", () => {
  it.each([
    ["一、总体情况", 1],
    ["十二.其他", 1],
    ["（一）予以公开", 2],
    [" ( 三 ) 不予公开", 2],
    ["1.属于国家秘密", 3],
    ["１、属于国家秘密", 3],
    ["（2）其他", 4],
    ["1.5万元", 0],
    ["一是加强领导", 0],
    ["第二十条", 0],
  ])("%j is of level %i", (text, level) => {
    expect(outlineLevel(text)).toBe(level);
  });

  it("begin a list, or an article", () => {
    expect(["1.甲", "（一）甲", "一、甲", "11.甲", "2.甲"].map(beginsList)).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
    expect(hasEnumerator("第二十条第（一）项")).toBe(true);
  });
});

describe("numerals", () => {
  it("of dates and chapters", () => {
    expect(["一", "十", "十二", "二十", "三十一", "（四）", ""].map(ordinalValue)).toEqual([
      1, 10, 12, 20, 31, 4, 0,
    ]);
    expect(chineseYear("二〇二○年，二零一九年")).toBe("2020年，2019年");
  });
});

describe("page numbers", () => {
  it.each([
    ["- 4 -", "NME"],
    ["—5—", "NME"],
    ["第 4 页 共 6 页", "NME"],
    ["第4页，共6页", "NME"],
    ["4", "ME"],
    ["4/6", "M"],
    ["Page 4 of 6", "NME"],
    ["4 / 6", "NME"],
    ["（续表）", "E"],
    ["", "E"],
    ["-4", "ME"],
    ["行政许可 4", ""],
  ])("%j: %s", (text, expected) => {
    const asked = [
      ["N", isPageNumber],
      ["M", isPageNumberInMargin],
      ["E", isPageEnd],
    ] as const;
    expect(asked.flatMap(([initial, question]) => (question(text) ? [initial] : [])).join("")).toBe(expected);
  });
});

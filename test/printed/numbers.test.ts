import fc from "../support/fast-check.ts";
import { describe, expect, it } from "vitest";
import { isNumber, readValue } from "../../src/printed/numbers.ts";

/** `value status unit note` as one short line. */
function show(raw: string): string {
  const { status, value, unit, note, joined } = readValue(raw);
  return [value, status, unit, note && `note:${note}`, joined !== undefined && `joined:${joined}`]
    .filter((part) => part !== undefined && part !== false)
    .join(" ");
}

describe("readValue", () => {
  it.each([
    ["0", "0 given"],
    ["859", "859 given"],
    ["2018359.39", "2018359.39 given"],
    ["-185", "-185 given"],
    ["－8", "-8 given"],
    ["+1036", "1036 given"],
    ["＋19", "19 given"],
    ["增2", "2 given"],
    ["减3", "-3 given"],
    ["１２", "12 given"],
    ["1,234", "1234 given"],
    ["1，234，567", "1234567 given"],
    ["251000元", "251000 given 元"],
    ["12.3万元", "12.3 given 万元"],
    ["3件", "3 given 件"],
    ["2人次", "2 given 人次"],
    ["22（其中修订16件）", "22 given note:其中修订16件"],
    ["22\n（其中修订 16 件）", "22 given note:其中修订 16 件"],
    ["", " blank"],
    ["\u00a0", " blank"],
    ["　", " blank"],
    ["-", " dash"],
    ["——", " dash"],
    ["/", " not-applicable"],
    ["／", " not-applicable"],
    ["无", " not-applicable"],
    ["无。", " not-applicable"],
    ["不涉\n及", " not-applicable"],
    ["无 此\n项", " not-applicable"],
    ["93969 万\n元", "93969 given 万元"],
    ["8\u200b8", "88 given"],
    ["\u00ad3\u200e\ufeff", "3 given"],
    ["1\u202e23", " unreadable"],
    ["1\u200f2", " unreadable"],
    ["零", "0 given"],
    ["〇", "0 given"],
  ])("%j is %s", (raw, expected) => {
    expect(show(raw).trim()).toBe(expected.trim());
  });

  it.each([
    ["1 2", "unreadable joined:12"],
    ["20183\n59.39", "unreadable joined:2018359.39"],
    ["3O", "unreadable"],
    ["12,34", "unreadable"],
    ["1.2.3", "unreadable"],
    ["约5", "unreadable"],
    ["5-6", "unreadable"],
    ["\u202e21", "unreadable"],
    ["（3）", "unreadable"],
    ["99999999999999999", "unreadable"],
    ["见附件", "unreadable"],
    ["规章000", "unreadable"],
    ["100%", "unreadable"],
    ["1e5", "unreadable"],
    ["0x10", "unreadable"],
    ["--5", "unreadable"],
  ])("%j is never silently a number: %s", (raw, expected) => {
    expect(show(raw).trim()).toBe(expected);
  });

  it("gives back every number it is shown, in every notation", () => {
    const printed = fc.tuple(
      fc.nat(999_999_999),
      fc.constantFrom(plain, fullWidth, thousands, padded, withUnit),
    );
    fc.assert(fc.property(printed, ([value, print]) => readValue(print(value)).value === value));
  });

  it("gives no value for a text with anything else in it", () => {
    fc.assert(
      fc.property(
        fc.nat(9999),
        fc.constantFrom("a", "约", "％", "?", "*", "x", "—5", "\u202e", "\ufffd", "、"),
        (value, noise) => {
          expect(readValue(`${value}${noise}`).value).toBeNull();
        },
      ),
    );
  });
});

describe("a change", () => {
  it.each(["增2", "减少3", "↑2", "+4", "＋4", "增12件", "+5（其中修订1件）"])(
    "%j says that it is one",
    (raw) => {
      expect(readValue(raw).change).toBe(true);
    },
  );

  it.each(["2", "-2", "2件", "2（同比增3）"])("%j is none", (raw) => {
    expect(readValue(raw).change).toBeUndefined();
  });

  it.each(["同比增加5", "较上年12", "比去年同期少3", "净增12", "新增4件"])(
    "%j prints a number, unread",
    (raw) => {
      expect([isNumber(raw), readValue(raw).status]).toEqual([true, "unreadable"]);
    },
  );
});

const plain = (value: number) => String(value);
const fullWidth = (value: number) =>
  String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
const thousands = (value: number) => value.toLocaleString("en-US");
const padded = (value: number) => `\u00a0 ${value}\u3000`;
const withUnit = (value: number) => `${value} 件`;

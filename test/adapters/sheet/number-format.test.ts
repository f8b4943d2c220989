import { describe, expect, it } from "vitest";
import { shownNumber } from "../../../src/adapters/sheet/shown/number-format.ts";

const shown = (value: number, pattern: string): string => {
  const { text, doubt } = shownNumber(value, pattern);
  return doubt === undefined ? text : `${text} ?${doubt}`;
};

describe("a number in a format that programs agree on", () => {
  it.each([
    ["General", 99_999_999_999, "99999999999"],
    ["General", -99_999_999_999, "-99999999999"],
    ["General", 123_456_789_012, "1.23457E+11"],
    ["General", 1 / 3, "0.333333333"],
    ["0.##", 12, "12"],
    ["0.##", 12.5, "12.5"],
    ['#.#"件"', 12, "12件"],
    ["[=0]-;0", 0, "-"],
    ["[=0]-;0", 7, "7"],
    ['[>=10000]0!.0,"万";0;@', 12_345, "1.2万"],
    ["[>100]0.0;[<10]00;0", 50, "50"],
    ["0\\!", 5, "5!"],
    ['0"!"', 5, "5!"],
    ["0.0,", 12_345, "12.3"],
    ["d-mmm-yy", 44_927, "1-Jan-23"],
    ["h:mm AM/PM", 0.75, "6:00 PM"],
    ["aaaa", 44_927, "星期日"],
    ["[$-804]0.000", 1.5, "1.500"],
    ["[$¥-804]#,##0.0", 1234, "¥1,234.0"],
    ['[$-411]yyyy"年"m"月"', 45_000, "2023年3月"],
  ])("%s of %d", (pattern, value, text) => {
    expect(shown(value, pattern)).toBe(text);
  });
});

describe("a number in a format that programs show differently is doubtful", () => {
  it.each([
    ["[=0]-;0", -5, "-5 ?number-format"],
    ["[>=10]0.0;00;0", 5, "5 ?number-format"],
    ["[>0]0", 0, "0 ?number-format"],
    ["0.0;[<>0]0", 5, "5 ?number-format"],
    ["0,.00", 12_345, "12345 ?number-format"],
    ["[$-407]0.000", 1.5, "1.5 ?number-format"],
    ["[$€-407]0.0", 1.5, "1.5 ?number-format"],
    ["[$-de-DE]#,##0", 1234, "1234 ?number-format"],
    ["yyyy-m-d", -5, "-5 ?number-format"],
    ["[h]:mm", -5, "-5 ?number-format"],
    ["d", 45_000, "15 ?number-format"],
    ["yyyy", 45_000, "2023 ?number-format"],
  ])("%s of %d", (pattern, value, text) => {
    expect(shown(value, pattern)).toBe(text);
  });
});

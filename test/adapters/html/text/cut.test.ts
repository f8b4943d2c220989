import { describe, expect, it } from "vitest";
import { print } from "../print.ts";

/** What is read of the value cell of the second row; `sheet` is the page's style sheet, `before` stands in the table before its rows. */
function read(value: string, sheet: string, before = "", attributes = ""): string {
  const rows = `<tr><td>项目</td><td>数量</td><td>备注</td></tr><tr><td>甲</td><td class=v>${value}</td><td>乙</td></tr>`;
  const page = `<!DOCTYPE html><style>${sheet}</style><table ${attributes}>${before}${rows}</table>`;
  return /\|甲\|(.*)\|乙/.exec(print(page))?.[1] ?? "no row";
}

const fixed = (width: string): string => `table{table-layout:fixed;width:${width}}td{overflow:hidden}`;
const columns = "<colgroup><col><col width=20><col></colgroup>";

describe("columns of fixed width", () => {
  it.each([
    ["60px", "", ""],
    ["5%", "", ""],
    ["300px", ".v{text-indent:80px}", ""],
    ["150px", ".v{padding:0 18px}", ""],
    ["200px", ".v{letter-spacing:30px}", ""],
    ["300px", "td:nth-child(2){width:3%}", ""],
    ["300px", "", columns],
    ["30px", "", "<colgroup><col span=3 style='width:1px'></colgroup>"],
  ])("cut a number: %s %s %s", (width, more, before) => {
    expect(read("123456789", fixed(width) + more, before)).toBe("123456789!unseen-text");
  });

  it.each([
    ["600px", "", ""],
    ["100%", ".v{padding:0 18px}", ""],
    ["300px", "td:nth-child(2){width:40%}", ""],
    ["1000px", "", "<colgroup><col><col width=200><col></colgroup>"],
    ["auto", "", columns],
  ])("leave room for it: %s %s %s", (width, more, before) => {
    expect(read("123456789", fixed(width) + more, before)).toBe("123456789");
  });

  it.each(["", "width:auto", "width:initial", "width:max-content"])(
    "are laid out by their texts in a table without a width (%s)",
    (width) => {
      const sheet = `table{table-layout:fixed;${width}}.v{width:20px;overflow:hidden}`;
      expect(read("123456789", sheet)).toBe("123456789");
      expect(read("123456789", `${sheet}.v{max-width:20px}`)).toBe("123456789!unseen-text");
    },
  );

  it("hide nothing where texts decide, and little that runs over", () => {
    expect(read("123456", "table{width:60px}td{overflow:hidden}")).toBe("123456");
    expect(read("12", fixed("60px"))).toBe("12");
    expect(read("123", "table{table-layout:fixed;width:60px}")).toBe("123");
    expect(read("123456", "table{table-layout:fixed;width:60px}")).toBe("123456!unseen-text");
    expect(read("123456", "td{overflow:hidden}", "", "width=60 style='table-layout:fixed'")).toContain("!");
  });
});

describe("light digits on a ground of their own", () => {
  const dark = "b{background:#036;color:#fff;";
  it.each([
    ["display:inline-block;width:20px;border-radius:50%}", "<b>123456</b>"],
    ["display:block;width:20px}", "<b>123456</b>"],
    ["border-radius:50%}", "<b>123456</b>"],
    ["display:block;max-width:2em}", "<b><i>123456</i></b>"],
    ["border-radius:50%/60%;padding:0 1px}", "<b>12</b>"],
  ])("run off it: %s %s", (rule, value) => {
    expect(read(value, dark + rule)).toMatch(/!unseen-text$/);
  });

  it.each([
    ["padding:4px 8px;border-radius:50%}", "<b>12</b>", "12"],
    ["border-radius:4px}", "<b>12</b>", "12"],
    ["display:inline-block;width:60px}", "<b>12</b>", "12"],
    ["border-radius:50%;color:#c00;background:#fee}", "<b>12</b>", "12"],
    ["}.v{background:#036;color:#fff}", "12", "12"],
  ])("stand on it: %s %s", (rule, value, expected) => {
    expect(read(value, dark + rule)).toBe(expected);
  });
});

describe("a field of several lines", () => {
  it("shows as much as its columns and rows", () => {
    expect(read("<textarea>1435</textarea>", "")).toBe("1435");
    expect(read("<textarea cols=2>1435</textarea>", "")).toBe("1435!form-control");
    expect(read("<textarea rows=1>1435\n62</textarea>", "")).toBe("1435⏎62!form-control");
  });
});

it("a style sheet within `@import` is in the file", () => {
  expect(read("1435", '@import url("data:text/css,.v%7Bvisibility:hidden%7D");')).toBe("");
  expect(read("1435", '@import "data:text/css,.v{visibility:hidden}" (min-aspect-ratio:9);')).toBe(
    "1435!unseen-text",
  );
  expect(read("1435", "@import url(other.css);")).toBe("1435");
});

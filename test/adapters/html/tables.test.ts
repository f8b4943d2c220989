import { describe, expect, it } from "vitest";
import { print } from "./print.ts";

const table = (rows: string) => `<p>一、总体情况</p><table>${rows}</table>`;
const shown = (rows: string) => print(table(rows)).split("\n").slice(1).join("\n");

describe("spans", () => {
  it("places cells around row and column spans", () => {
    expect(shown("<tr><td rowspan=2>甲<td colspan=2>乙<tr><td>1<td>2")).toBe("[\n|2x1 甲|1x2 乙|\n|1|2|\n]");
  });

  it("finds no row short beside one that only an oversized span carries further", () => {
    const rows = Array.from(
      { length: 12 },
      (_, i) => `<tr><td>甲${"子丑寅卯辰巳午未申酉戌亥"[i]!}<td>1<td>2`,
    );
    expect(shown(`<tr><td>类<td colspan=5>数${rows.join("")}`)).not.toContain("short-row");
  });

  it("ends a row span with its section", () => {
    expect(shown("<tbody><tr><td rowspan=22>甲<td>1<tr><td>2</tbody><tbody><tr><td>乙<td>3</tbody>")).toBe(
      "[\n|2x1 甲|1|\n|2|\n|乙|3|\n]",
    );
  });

  it("reads rowspan 0 as the rest of the section", () => {
    expect(shown("<tr><td rowspan=0>甲<td>1<tr><td>2<tr><td>3")).toBe("[\n|3x1 甲|1|\n|2|\n|3|\n]");
  });

  it.each([
    ['colspan="2px"', "1x2 "],
    ['colspan=" +2"', "1x2 "],
    ['colspan="0"', ""],
    ['colspan="-2"', ""],
    ['colspan="x"', ""],
  ])("parses %s as browsers do", (attribute, span) => {
    expect(shown(`<tr><td ${attribute}>甲<td>1<tr><td>1<td>2<td>3`).split("\n")[1]).toBe(`|${span}甲|1|`);
  });

  it("drops columns that only an oversized span reaches", () => {
    expect(shown("<tr><td colspan=99>第二十条第（一）项<tr><td>甲<td>1<td>2")).toBe(
      "[\n|1x3 第二十条第（一）项|\n|甲|1|2|\n]",
    );
    expect(shown("<tr><td colspan=2000000000>甲<td>乙<tr><td>1<td>2")).toContain("|1x1000 甲|乙|");
  });

  it("cuts a span that runs into a cell from above, and says so", () => {
    expect(shown("<tr><td>甲<td rowspan=2>乙<tr><td colspan=2>丙<td>丁")).toBe(
      "[\n|甲|2x1 乙|\n|丙|丁|\n]\nwarning short-row 1\nwarning overlapping-cells 1",
    );
  });

  it("says which rows lack cells", () => {
    expect(shown("<tr><td>第二十条第（一）项<tr><td>甲<td>1<td>2")).toBe(
      "[\n|第二十条第（一）项|\n|甲|1|2|\n]",
    );
    expect(shown("<tr><td>甲<td>1<td>2<tr><td>乙<td>3")).toBe("[\n|甲|1|2|\n|乙|3|\n]\nwarning short-row 1");
  });

  it("shows the foot section last", () => {
    expect(shown("<tfoot><tr><td>总计<td>2</tfoot><tr><td>甲<td>1")).toBe("[\n|甲|1|\n|总计|2|\n]");
  });
});

describe("cells", () => {
  const cell = (content: string) => shown(`<tr><td>甲<td>${content}`).split("\n")[1]!.slice(3);

  it.each([
    ["a blank", "", "|"],
    ["a no-break space", "&nbsp;", "␣|"],
    ["a no-break space of Word", "<p class=MsoNormal><span lang=EN-US>&nbsp;<o:p></o:p></span></p>", "␣|"],
    [
      "a number of WPS",
      "<p style='mso-char-indent-count:0'><span>1</span><span>3</span><o:p></o:p></p>",
      "13|",
    ],
    ["white space around", "\n  12\n ", "12|"],
    ["paragraphs", "<p>本年新</p><p>制作数量</p>", "本年新⏎制作数量|"],
    ["forced lines", "本年新<br/>制作数量<br>", "本年新⏎制作数量|"],
    ["lines wrapped by the editor", "法人或\n   其他组织", "法人或其他组织|"],
    ["lines wrapped between words", "A\n  B", "A B|"],
    ["a comment inside a number", "1<!-- x -->2", "12|"],
    ["a form field", "<input type=text value=7><input type=hidden value=8>", "7|"],
    ["a table around one value", "<table><tr><td>12</td></tr></table>", "12|"],
    ["a list", "<ul><li>1<li>2</ul>", "1⏎2|"],
    [
      "scripts and styles",
      "<style>1</style>5<script>6</script><template>7</template><noscript>8</noscript>",
      "5|",
    ],
  ])("reads %s", (_, content, text) => {
    expect(cell(content)).toBe(text);
  });

  it.each([
    ["raised digits after a number", "12<sup>3</sup>", "12⏎3!raised-digit|"],
    ["raised digits before a number", "<sup>1</sup>12", "1⏎12!raised-digit|"],
    ["a raised mark", "12<sup>①</sup>", "12①|"],
    ["a raised digit of a unit", "m<sup>2</sup>", "m2|"],
    ["a right-to-left override", "&#x202e;21", "\u202e21!bidirectional-control|"],
    ["an isolate", "\u206721\u2069", "\u206721\u2069!bidirectional-control|"],
    ["bdo", "<bdo dir=rtl>21</bdo>", "21!bidirectional-control|"],
    [
      "a reversing style",
      "<span style='direction:rtl;unicode-bidi:bidi-override'>21</span>",
      "21!bidirectional-control|",
    ],
    ["bdo from left to right", "<bdo dir=ltr>21</bdo>", "21|"],
    ["a picture of a number", "<img src=12.png>", "!picture|"],
    ["a picture beside a number", "1<img src=2.png>", "1!picture|"],
    ["a spacer", "<img src=spacer.gif width=1 height=1>", "|"],
    ["an icon in a label", "规章<img src=icon.png>", "规章|"],
    ["a tag that swallowed a number", '<p align="center"12</p>', "!broken-tag|"],
    ["a tag name that swallowed a number", "<p8</p>", "!broken-tag|"],
    ["a choice", "<select><option>1</select>", "!form-control|"],
  ])("doubts %s", (_, content, text) => {
    expect(cell(content)).toBe(text);
  });

  it("doubts a cell inside a reversed table", () => {
    expect(print(`<bdo dir=rtl>${table("<tr><td>甲<td>21")}</bdo>`)).toContain("|21!bidirectional-control|");
  });

  it("leaves struck text out, and says so", () => {
    expect(shown("<tr><td>甲<td><s>12</s>15")).toBe("[\n|甲|15|\n]\nnotice struck-text 1");
    expect(shown("<tr><td>甲<td><del>12</del>")).toBe("[\n|甲|!struck-text|\n]\nnotice struck-text 1");
    expect(shown("<tr><td>甲<td><span style='text-decoration: line-through'>12</span>15")).toContain(
      "|甲|15|",
    );
  });
});

describe("hidden parts", () => {
  it("takes hidden rows out as browsers do, and says so", () => {
    expect(shown("<tr><td rowspan=2>甲<td>1<tr style='display: none'><td>9<tr><td>2")).toBe(
      "[\n|2x1 甲|1|\n|2|\n]\nnotice hidden-content 1",
    );
    expect(shown("<tr><td>甲<td>1<tr hidden><td>乙<td>9")).toBe("[\n|甲|1|\n]\nnotice hidden-content 1");
  });

  it("takes hidden cells out, and keeps the room of invisible ones", () => {
    expect(shown("<tr><td>甲<td style='display:none'>9<td>1")).toBe("[\n|甲|1|\n]\nnotice hidden-content 1");
    expect(shown("<tr><td>甲<td style='visibility:hidden'>9<td>1")).toBe(
      "[\n|甲||1|\n]\nnotice hidden-content 1",
    );
  });

  it("says nothing about hidden parts without text", () => {
    expect(shown("<tr><td>甲<td>1<tr style='display:none'><td>&nbsp;<td>")).toBe("[\n|甲|1|\n]");
  });

  it("hides in tables what the page's own style sheet hides", () => {
    const styled = (sheet: string, cell: string) => shown(`<style>${sheet}</style><tr><td>甲<td>${cell}`);
    const hidden = "[\n|甲|1|\n]\nnotice hidden-content 1";
    expect(styled(".old{display:none}", "1<span class='x old'>9</span>")).toBe(hidden);
    expect(styled("td span.old, #a { font-size:0 }", "1<span class=old>9</span>")).toBe(hidden);
    expect(styled("td .old{visibility:hidden!important}", "1<b class=old>9</b>")).toBe(hidden);
    const seen = "[\n|甲|19|\n]";
    expect(styled(".old{display:none} .old.x{display:inline}", "1<i class='old x'>9</i>")).toBe(seen);
    expect(styled(".old{display:none}", "1<i class=old style='display:inline'>9</i>")).toBe(seen);
    expect(styled("@media print{.old{display:none}} p .old{display:none}", "1<i class=old>9</i>")).toBe(seen);
    expect(styled(".v{font-size:0} .v b{font-size:9pt}", "<p class=v><b>1</b><b>9</b>")).toBe(seen);
  });

  it("leaves hidden text in a cell out", () => {
    expect(shown("<tr><td>甲<td>1<span style='display:none;mso-hide:all'>9</span>")).toBe(
      "[\n|甲|1|\n]\nnotice hidden-content 1",
    );
    // Word hides it, a browser shows it.
    expect(shown("<tr><td>甲<td>1<span style='mso-hide:all'>9</span>")).toBe("[\n|甲|19!unseen-text|\n]");
  });
});

describe("tables in tables", () => {
  const inner = "<table><tr><td>行政许可<td>5<tr><td>行政处罚<td>6</table>";

  it("unwraps a table that only lays out the page", () => {
    expect(
      print(`<table><tr><td width=200>&nbsp;<td><table><tr><td>
        <p>一、总体情况</p><p>二、主动公开政府信息情况</p>${inner}<p>三、其他</p></table></table>`),
    ).toBe("一、总体情况\n二、主动公开政府信息情况\n[\n|行政许可|5|\n|行政处罚|6|\n]\n三、其他");
  });

  it("reads a table with one cell a row as lines", () => {
    expect(
      print("<table><tr><td>一、总体情况<tr><td>本年没有变化。<tr><td>二、主动公开政府信息情况</table>"),
    ).toBe("一、总体情况\n本年没有变化。\n二、主动公开政府信息情况");
  });

  it("cuts titles and text out of a table drawn around the whole report", () => {
    expect(
      print(`<table><tr><td colspan=3>一、总体情况<tr><td colspan=3>本年没有变化。
        <tr><td colspan=3>二、主动公开政府信息情况<tr><td>信息内容<td>本年制发件数<td>现行有效件数<tr><td>规章<td>1<td>2
        <tr><td colspan=3>三、其他情况<tr><td>行政复议<td>3<td>4</table>`),
    ).toBe(
      `一、总体情况
本年没有变化。
二、主动公开政府信息情况
[
|信息内容|本年制发件数|现行有效件数|
|规章|1|2|
]
三、其他情况
[
|行政复议|3|4|
]`,
    );
  });

  it("keeps a report's table whole when a cell holds another table, and reads that one after it", () => {
    const rows = ["自然人", "信息内容", "结果维持"]
      .map((label, i) => `<tr><td>${label}<td>${i}<td>${i}`)
      .join("");
    expect(shown(`${rows}<tr><td>其他<td>3<td>${inner}`)).toBe(
      "[\n|自然人|0|0|\n|信息内容|1|1|\n|结果维持|2|2|\n|其他|3|!inner-table|\n]\n[\n|行政许可|5|\n|行政处罚|6|\n]",
    );
  });
});

describe("broken markup", () => {
  it("closes cells and rows nobody closed", () => {
    expect(shown("<tr><td>甲<td>1<tr><td>乙<td>2</p></table>")).toBe("[\n|甲|1|\n|乙|2|\n]");
  });

  it("never joins the cells of a fragment without its table", () => {
    expect(
      print("<tr><td>甲</td><td>1</td><td>2</td></tr><p>三、其他</p><tr><td>乙</td><td>3</td></tr>"),
    ).toBe("[\n|甲|1|2|\n]\n三、其他\n[\n|乙|3|\n]");
  });

  it("keeps the rows after a table end that came too early", () => {
    expect(shown("<tr><td>甲<td>1</table><tr><td>乙<td>2</td></tr></table><p>三、其他")).toBe(
      "[\n|甲|1|\n]\n[\n|乙|2|\n]\n三、其他",
    );
  });

  it("says when text stood between the cells of a table", () => {
    expect(print("<p>一、总体情况</p><table><tr><td>甲<td>1</td>252<td>2</table>")).toBe(
      "一、总体情况\n252\n[\n|甲|1|2|\n]\nwarning misplaced-table-text 1",
    );
  });

  it("reads XHTML with its empty elements", () => {
    expect(
      print(
        '<?xml version="1.0"?><html><head><title/><script src="a.js"/></head><body><p>一、总体情况</p><table><tr><td/><td>1</td></tr></table></body></html>',
      ),
    ).toBe("一、总体情况\n[\n||1|\n]");
  });
});

import { describe, expect, it } from "vitest";
import { print } from "../print.ts";

/** What is read of one value cell between two labels; `sheet` is the page's style sheet. */
function read(cell: string, sheet = ""): string {
  const written = cell.startsWith("<td") ? cell : `<td>${cell}</td>`;
  const page = `<!DOCTYPE html><style>${sheet}</style><table><tr><td>甲</td>${written}<td>乙</td></tr></table>`;
  return /\|甲\|(.*)\|乙/.exec(print(page))?.[1] ?? "no row";
}

const thin = "i{display:inline-block;height:12px;";

describe("what is drawn without text", () => {
  it.each([
    ["<i></i>", `${thin}border-left:2px solid}`, "!drawn"],
    ["35<i></i>", `${thin}border-right:2px solid #000}`, "35!drawn"],
    ["35<i></i>", `${thin}width:2px;background:#000}`, "35!drawn"],
    ["35<i></i>", `${thin}width:1px;box-shadow:3px 0 #000}`, "35!drawn"],
    ["35<i></i>", `${thin}outline:1px solid}`, "35!drawn"],
    ["35<i></i>", `${thin}border:5px solid transparent;border-top-color:#c00}`, "35!drawn"],
    ["<s>&nbsp;</s>35", "", "35!drawn"],
    ["35<hr>", "hr{margin-top:-9px}", "35!drawn"],
    ["<b>35</b>", "b{border-left:1px solid}", "35!drawn"],
    ["<b>35</b>", "b{text-emphasis:'1'}", "35!unseen-text"],
    ["<b>35</b>", "b{text-shadow:40px 0 #000}", "35!unseen-text"],
    ["<b>35</b>", "b{outline:8px solid #fff;outline-offset:-8px}", "35!unseen-text"],
    ["<b>35</b>", "b{text-decoration:underline;text-underline-offset:-6px}", "35!unseen-text"],
    ["<td class=x>35</td>", ".x{box-shadow:inset 0 0 0 20px #000}", "35!unseen-text"],
  ])("makes a number doubtful: %s %s", (cell, sheet, expected) => {
    expect(read(cell, sheet)).toBe(expected);
  });

  it.each([
    ["35<i></i>", `${thin}width:2px;background:#fff}`],
    ["35<i></i>", "i{border:5px solid transparent}"],
    ["35<i></i>", "i{border:0 solid #000}"],
    ["<b>35</b>", "b{border-bottom:1px solid}"],
    ["<b>35</b>", "b{border:1px solid #c00;border-radius:9px}"],
    ["<b>35</b>", "b{text-shadow:1px 1px 1px #ccc}"],
    ["<b>35</b>", "b{text-decoration:underline;text-underline-offset:3px}"],
    ["<p style='border:none;border-bottom:solid windowtext 1.0pt'>35</p>", ""],
    ["<b>35</b>", "b{background:linear-gradient(#036,#069);color:#fff;border-radius:9px}"],
    ["<td class=x>35</td>", ".x{box-shadow:inset 0 0 3px #eee}"],
  ])("is none, or around it: %s %s", (cell, sheet) => {
    expect(read(cell, sheet)).toBe("35");
  });
});

describe("what lies over a cell from outside", () => {
  const before = "td:last-child::before{content:'';position:absolute;background:#fff;";
  it.each([
    ["the next cell's box", `${before}left:-60px;width:60px}`],
    ["the next cell, moved", "td:last-child{position:relative;left:-60px}"],
    ["the next cell, out of its order", "tr{display:flex}td:last-child{order:-1}"],
    ["its row, drawn up", "tr{position:relative;top:-32px}"],
    ["a shadow", "td:last-child{position:relative;box-shadow:-60px 0 #fff}"],
  ])("makes it doubtful: %s", (_, sheet) => {
    expect(read("35", sheet)).toBe("35!unseen-text");
  });

  it.each([
    [
      "a line at the next cell's side",
      "td:last-child::before{content:'';position:absolute;left:-1px;border-left:1px solid}",
    ],
    ["a shadow around the table", "table{box-shadow:0 0 20px #999}"],
    ["cells that keep their places", "td{position:relative;float:left}"],
  ])("leaves it alone: %s", (_, sheet) => {
    expect(read("35", sheet)).toBe("35");
  });
});

describe("the cascade's last corners", () => {
  it.each([
    ["@layer a{@layer b{td b{display:none}}b{display:inline}}", "<b>9</b>12", "912"],
    ["@layer a.b{b{display:none}}@layer a{b{display:inline}}", "<b>9</b>12", "912"],
    ["@layer a.b{b{display:none!important}}@layer a{b{display:inline!important}}", "<b>9</b>12", "12"],
    ["b{d\\69splay:none}", "<b>9</b>12", "12"],
    ["b{display:no\\6e e}", "<b>9</b>12", "12"],
    ["b{display:none\\9}", "<b>9</b>12", "912"],
    ["b{display:none !ie}", "<b>9</b>12", "912"],
    ["td{--t:;}b{display:var(--t) none}", "<b>9</b>12", "12"],
    ["x-y:not(:defined){display:none}", "<x-y>9</x-y>12", "912!unseen-text"],
    ["b:not(:dir(rtl)){display:none}", "<b>9</b>12", "912!unseen-text"],
    ["@starting-style{b{display:none}}", "<b>9</b>12", "912!unseen-text"],
    ["@container (width>9px){b{color:#fff}}", "<b>9</b>12", "912!unseen-text"],
    ["@container (width>9px){b{color:#333}}", "<b>9</b>12", "912"],
  ])("%s", (sheet, cell, expected) => {
    expect(read(cell, sheet)).toBe(expected);
  });
});

describe("boxes too small for their text", () => {
  it.each([
    ["div{line-height:0;overflow:hidden}", "<div>35</div>", "35!unseen-text"],
    ["div{line-height:.4;overflow:hidden}", "<div>35</div>", "35!unseen-text"],
    ["div{line-height:1.2;overflow:hidden}", "<div>35</div>", "35"],
    ["div{contain:strict}", "<div>35</div>", "35!unseen-text"],
    ["div{contain:layout style}", "<div>35</div>", "35"],
    [".x{max-width:10px}", "<td class=x>12345678</td>", "12345678!unseen-text"],
    [".x{max-width:60px}", "<td class=x>12345678</td>", "12345678"],
    ["b{font-size-adjust:0}", "<b>35</b>", "35!unseen-text"],
    ["b{background:linear-gradient(#036,#069) 0 0/0 0;color:#fff}", "<b>35</b>", "35!unseen-text"],
    ["div{transform:perspective(9px) translateZ(-99px)}", "<div>35</div>", "35!unseen-text"],
    ["div{transform:translateZ(0)}", "<div>35</div>", "35"],
  ])("%s", (sheet, cell, expected) => {
    expect(read(cell, sheet)).toBe(expected);
  });
});

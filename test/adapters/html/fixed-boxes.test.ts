import { describe, expect, it } from "vitest";
import { print } from "./print.ts";

const table = `<table><tr><td>信息内容</td><td>数量</td></tr><tr><td>乙</td><td>1435</td></tr></table>`;
const page = (box: string, sheet = ""): string =>
  print(
    `<!DOCTYPE html><style>${sheet}</style>${box.includes("TABLE") ? box : `TABLE${box}`}`.replace(
      "TABLE",
      table,
    ),
  );
const fixed = (style: string, text = "说明"): string =>
  page(`<div style="position:fixed;background:#fff;${style}">${text}</div>`);

describe("a box with text that the page itself fixes in the window", () => {
  it.each([
    ["amid it", "left:80px;top:60px"],
    ["as large as it", "inset:0"],
    ["as large as it, by its size", "left:0;top:0;width:100%;height:100%"],
    ["in its middle", "left:50%;top:50%;transform:translate(-50%,-50%)"],
    ["in its middle by a margin", "left:50%;top:20%;width:400px;margin-left:-200px"],
    ["at its side, but broad", "left:0;top:30px;width:500px;height:90px"],
  ])("%s covers tables", (_, style) => {
    expect(fixed(style)).toContain("warning covered-table 1");
  });

  it.each([
    ["a head", "top:0;left:0;right:0;height:60px"],
    ["a head of unknown height", "top:0;left:0;width:100%"],
    ["a bar at the lower edge", "bottom:0;left:0;width:100%;height:80px"],
    ["tools at the right edge", "right:20px;top:200px"],
    ["tools in the lower corner", "right:5%;bottom:10%;width:160px"],
    ["a column at the left edge", "left:10px;top:120px;width:120px"],
    ["tools that hang from the middle", "left:50%;margin-left:610px;top:100px"],
    ["tools that hang from the middle by the right", "right:50%;margin-right:-680px;top:100px"],
  ])("is no cover as %s", (_, style) => {
    expect(fixed(style)).not.toContain("covered-table");
  });

  it("is left alone where a program may take it away", () => {
    const box = `<div class=tip style="position:fixed;background:#fff;left:80px;top:60px">公告</div>`;
    expect(page(`${box}<script>hide("tip")</script>`)).not.toContain("covered-table");
    expect(page(`${box}<script src=a.js></script>`)).not.toContain("covered-table");
  });
});

describe("an open dialog", () => {
  it("lies over what follows it, or where it is fixed", () => {
    expect(page("<dialog open>公告</dialog>TABLE")).toContain("covered-table");
    expect(page("<dialog open style='position:fixed;top:40px'>公告</dialog>")).toContain("covered-table");
    expect(page("<dialog open>公告</dialog>")).not.toContain("covered-table");
    expect(page("<dialog open style='position:static'>公告</dialog>TABLE")).not.toContain("covered-table");
  });
});

describe("a popover", () => {
  it.each([
    ["shown by a style", "<div popover style='display:block'>公告</div>TABLE", true],
    ["shown by a sheet behind the table", "TABLE<p popover class=a>公告</p>", true],
    ["that is not shown", "<div popover>公告</div>TABLE", false],
    [
      "at the upper edge",
      "<div popover style='display:block;bottom:auto;height:40px'>公告</div>TABLE",
      false,
    ],
    ["left in its place", "<div popover style='display:block;position:static'>公告</div>TABLE", false],
  ])("stands amid the window: one %s", (_, box, covers) => {
    const text = page(box, ".a{display:block}");
    if (covers) expect(text).toContain("covered-table");
    else expect(text).not.toContain("covered-table");
  });
});

describe("what a sheet fixes in the window without text", () => {
  const drawn = (style: string) => page("", `body::before{content:"";position:fixed;${style}}`);
  it("covers tables where it is large and not behind the text", () => {
    expect(drawn("inset:0;background:#fff")).toContain("covered-table");
    expect(drawn("inset:0;background:#fee;z-index:-1")).not.toContain("covered-table");
    expect(drawn("top:0;left:0;width:100%;height:40px;background:#036")).not.toContain("covered-table");
    expect(drawn("inset:0;backdrop-filter:grayscale(1)")).not.toContain("covered-table");
  });
});

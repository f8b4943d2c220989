import { describe, expect, it } from "vitest";
import { print, read } from "./print.ts";

const rows = (cell: string, attributes = ""): string =>
  `<tr><td>信息内容</td><td>数量</td></tr><tr><td>甲</td><td>7</td></tr><tr ${attributes}><td>乙</td>${cell}</tr><tr><td>丙</td><td>8</td></tr><tr><td>丁</td><td>9</td></tr>`;
const page = (around: string, sheet = ""): string =>
  print(
    `<!DOCTYPE html><style>${sheet}</style>${around.replace("TABLE", `<table>${rows("<td>1435</td>")}</table>`)}`,
  );
const white = "background:#fff;width:90px;height:30px";

describe("a box without text over a table", () => {
  it.each([
    [
      "behind the table in the source",
      `TABLE<div style='position:absolute;left:9px;top:60px;${white}'></div>`,
    ],
    ["before it", `<div style='position:absolute;left:9px;top:60px;${white}'></div>TABLE`],
    ["at its place in the text, over what follows", `<div style='position:absolute;${white}'></div>TABLE`],
    ["a picture", "TABLE<p>注</p><img style='position:absolute;left:9px;top:60px' src=a.png>"],
    [
      "a picture in a placed part",
      "TABLE<span style='position:absolute;margin-top:-90px'><img src=a.png></span>",
    ],
    ["drawn up", `TABLE<div style='margin-top:-60px;position:relative;${white}'></div>`],
    ["moved up", `TABLE<div style='position:relative;top:-60px;${white}'></div>`],
    ["transformed", `TABLE<div style='transform:translate(9px,-60px);${white}'></div>`],
    ["a line", "TABLE<hr style='position:absolute;left:9px;top:60px;width:90px'>"],
    ["a canvas", "TABLE<canvas style='position:absolute;left:9px;top:60px'></canvas>"],
    ["a shadow", "TABLE<div style='position:absolute;top:60px;box-shadow:0 0 0 30px #fff'></div>"],
    ["fixed amid the window", `TABLE<div style='position:fixed;left:150px;top:60px;${white}'></div>`],
    ["a canvas fixed there", "TABLE<canvas style='position:fixed;left:150px;top:60px'></canvas>"],
    ["a line that draws the table up", "<hr style='margin:0 0 -60px;border:30px solid #fff'>TABLE"],
    [
      "in a part without height",
      `<div style='height:0'><p style='${white};position:relative'></p></div>TABLE`,
    ],
    [
      "drawn to the side",
      "<div style='margin-right:-200px;background:#fff;float:left;width:200px'></div>TABLE",
    ],
    ["an outline", "<div style='width:9px;height:1px;outline:90px solid #fff'></div>TABLE"],
    [
      "in the same part of a grid",
      `<div style='display:grid'><div style='grid-area:1/1'>TABLE</div><p style='grid-area:1/1;${white}'></p></div>`,
    ],
    ["drawn off the page", "<div style='margin-top:-60px'>TABLE</div>"],
  ])("%s", (_, around) => {
    expect(page(around)).toContain("warning covered-table 1");
  });

  it.each([
    ["drawn up", "TABLE<div style='margin-top:-80px'>TABLE</div>"],
    ["drawn up by the margin of the first", "<div style='margin-bottom:-80px'>TABLE</div>TABLE"],
    ["moved up", "TABLE<div style='position:relative;top:-80px'>TABLE</div>"],
    ["transformed", "TABLE<div style='transform:translateY(-80px)'>TABLE</div>"],
    ["placed", "<div style='position:absolute'>TABLE</div>TABLE"],
    [
      "in the same part of a grid",
      "<div style='display:grid'><div style='grid-area:1/1'>TABLE</div><div style='grid-area:1/1'>TABLE</div></div>",
    ],
  ])("a second table %s", (_, around) => {
    expect(page(around.replace("TABLE", `<table>${rows("<td>1435</td>")}</table>`))).toContain(
      "warning covered-table 1",
    );
  });

  it.each([
    ["in a part without height", "<p style='margin:0;height:0;line-height:80px'>2046</p>TABLE"],
    [
      "fixed with nothing beside it",
      "<p>说明</p>TABLE<b style='position:fixed;right:90px;bottom:60px'>2046</b>",
    ],
    ["in a dialog", "<dialog open>2046</dialog>TABLE"],
  ])("a number %s", (_, around) => {
    expect(page(around)).toContain("warning floating-number 1");
  });

  it.each([
    ["of a part", ".k::after{content:'';position:absolute;top:60px;WHITE}"],
    ["of the page", "body::after{content:'';position:absolute;top:60px;WHITE}"],
  ])("drawn by a style sheet after the content %s", (_, sheet) => {
    expect(page("<div class=k></div>TABLE", sheet.replace("WHITE", white))).toContain("covered-table");
  });

  it.each([
    ["hidden", `TABLE<div style='position:absolute;top:60px;${white};display:none'></div>`],
    ["invisible", `TABLE<div style='position:absolute;top:60px;${white};visibility:hidden'></div>`],
    ["fixed in the window", `TABLE<div style='position:fixed;left:0;top:60px;${white}'></div>`],
    ["without ink", "TABLE<div style='position:absolute;top:60px;width:90px;height:30px'></div>"],
    [
      "placed within another part",
      `TABLE<div style='position:relative'><i style='position:absolute;top:1px;${white}'></i></div>`,
    ],
    [
      "far below the table",
      `TABLE<p>一</p><p>二</p><p>三</p><p>四</p><img style='margin-top:-40px' src=seal.png>`,
    ],
    ["in the line", "TABLE<p><img src=a.png></p>"],
    ["behind the text", `TABLE<div style='position:absolute;top:60px;z-index:-1;${white}'></div>`],
    ["a share button", `TABLE<div class='share' style='position:absolute;top:60px;${white}'></div>`],
  ])("not where it is %s", (_, around) => {
    expect(page(around)).not.toContain("covered-table");
  });

  it("in a cell without a value: the rows around it are doubtful", () => {
    const box = (style: string) =>
      print(`<!DOCTYPE html><table>${rows(`<td>1435</td><td>注<i style="${style}"></i></td>`)}</table>`);
    expect(box(`position:absolute;left:9px;top:60px;${white}`)).toContain("|甲|7!unseen-text|");
    expect(box(`position:absolute;left:9px;top:60px;${white};display:none`)).toContain("|甲|7|");
    expect(box("position:relative;left:-90px")).toContain("1435!unseen-text");
    expect(box("box-shadow:0 0 0 30px #fff")).toContain("|甲|7!unseen-text|");
  });
});

describe("a box beside the part of the page that holds the report", () => {
  const report = `<p>一、总体情况</p><p>二、主动公开政府信息情况</p>TABLE<p>三、存在的主要问题及改进情况</p><p>四、其他需要报告的事项</p>`;
  const beside = (before: string, after = "", sheet = "") =>
    page(`${before}<div class=content>${report}</div>${after}`, sheet);
  const box = (style: string, inner = "") => `<div style='${style};${white}'>${inner}</div>`;

  it.each([
    ["behind it", beside("", box("position:absolute;left:120px;top:90px"))],
    ["before it", beside(box("position:absolute;left:120px;top:90px"))],
    ["in a part of its own", beside(`<div>${box("position:absolute;top:90px")}</div>`)],
    ["drawn up", beside("", box("margin-top:-250px;position:relative"))],
    [
      "by a sheet",
      beside("<div class=k></div>", "", `.k::after{content:'';position:absolute;top:90px;${white}}`),
    ],
    [
      "fixed, with a program that does not know it",
      beside("", `<script>a=1</script>${box("position:fixed;left:150px;top:90px")}`),
    ],
  ])("%s", (_, printed) => {
    expect(printed).toContain("covered-table");
  });

  it.each([
    ["above the report", beside("<div style='position:absolute;top:0;height:30px;background:#eee'></div>")],
    [
      "in a head of its own",
      beside(`<div style='position:relative'>${box("position:absolute;top:9px")}</div>`),
    ],
    ["not shown", beside(`<div style='display:none'>${box("position:absolute;top:90px")}</div>`)],
    [
      "fixed, where a program knows it",
      beside(
        "",
        `<script>hide("#ad")</script><div id=ad style='position:fixed;left:150px;top:90px;${white}'></div>`,
      ),
    ],
    [
      "fixed, where programs lie elsewhere",
      beside("", `<script src=a.js></script>${box("position:fixed;left:150px;top:90px")}`),
    ],
  ])("not %s", (_, printed) => {
    expect(printed).not.toContain("covered-table");
  });
});

describe("something dark behind black text", () => {
  const dark = "content:'';position:absolute;inset:0;background:#000;z-index:-1";
  it.each([
    ["of a part", `.k{position:relative}.k::before{${dark}}`],
    ["of the page", `body::before{${dark}}`],
    ["fixed", `.k::after{${dark.replace("absolute", "fixed")}}`],
    ["a shade", `.k::before{${dark.replace("#000", "linear-gradient(#000,#222)")}}`],
    ["an inner shadow", `.k::before{${dark.replace("background:#000", "box-shadow:inset 0 0 0 99px #000")}}`],
    ["a border", `.k::before{${dark.replace("background:#000", "border:60px solid #000")}}`],
  ])("%s", (_, sheet) => {
    expect(page("<div class=k>TABLE</div>", sheet)).toContain("covered-table");
  });

  it("an element of its own", () => {
    expect(page(`<div style="position:absolute;inset:0;background:#000;z-index:-1"></div>TABLE`)).toContain(
      "covered-table",
    );
  });

  it.each([
    ["of the table", `table{position:relative}table::before{${dark}}`],
    ["of a section", `tbody::after{${dark}}`],
    ["over the table", `table::after{${dark.replace("-1", "1").replace("#000", "#fff")}}`],
    ["of a row that is in the page", `tr:first-child::before{${dark}}`],
  ])("%s", (_, sheet) => {
    expect(page("TABLE", sheet)).toContain("1435!");
  });

  it("does no harm where the table has a ground of its own, or it is light", () => {
    expect(page("<div class=k>TABLE</div>", `.k::before{${dark}}table{background:#fff}`)).not.toContain(
      "covered-table",
    );
    expect(page("<div class=k>TABLE</div>", `.k::before{${dark.replace("#000", "#eef")}}`)).not.toContain(
      "covered-table",
    );
    expect(
      page("<div class=k>TABLE</div>", `.k::before{${dark.replace("z-index:-1", "height:2px;bottom:auto")}}`),
    ).not.toContain("covered-table");
    expect(
      page(
        "TABLE",
        `table::before{content:'';position:absolute;left:0;top:0;width:60px;height:3px;background:#00c}`,
      ),
    ).toContain("|乙|1435|");
  });
});

describe("what a style does to a whole table", () => {
  const table = (style: string, before = "", after = "") =>
    print(`<!DOCTYPE html>${before}<table style="${style}">${rows("<td>1435</td>")}</table>${after}`);
  it.each([
    "mask:linear-gradient(transparent,transparent)",
    "-webkit-mask-box-image:linear-gradient(transparent,transparent)",
    "clip-path:polygon(0 0,0 0,0 0)",
    "filter:invert(1)",
    "filter:drop-shadow(12px 0 0 #000)",
    "backdrop-filter:invert(1)",
    "-webkit-text-security:disc",
    "font-size-adjust:.01",
    "mix-blend-mode:screen",
    "zoom:.1",
    "display:table-column",
    "display:block;overflow:hidden;height:0",
    "-webkit-text-stroke-width:6px",
    "font-size:.1ic",
    "content:url(a.png)",
    "-webkit-box-reflect:below -16px",
    "contain:strict",
    "background:image-set(linear-gradient(#000,#000) 1x)",
    "line-height:0",
  ])("%s", (style) => {
    if (style !== "contain:strict") expect(table(style)).toContain("1435!unseen-text");
    if (!/table-column|stroke|display/.test(style))
      expect(table("", `<div style="${style}">`, "</div>")).toContain("!unseen-text");
  });

  it.each([
    "margin-left:-200px",
    "position:relative;left:-200px",
    "transform:translateX(-200px)",
    "transform:scale(.1)",
    "width:30px;overflow:hidden",
  ])("a part around it with %s", (style) => {
    expect(table("", `<div style="${style}">`, "</div>")).toContain("1435!unseen-text");
  });

  it("a box that is narrower than the table cuts its columns", () => {
    const box = (style: string, own: string) => table(own, `<div style="${style}">`, "</div>");
    expect(box("width:600px;overflow:hidden", "width:900px")).toContain("1435!unseen-text");
    expect(box("width:600px;overflow-x:hidden", "width:900px")).toContain("1435!unseen-text");
    expect(box("width:600px;overflow-x:auto;overflow-y:hidden", "width:900px")).toContain("|1435|");
    expect(box("width:600px;overflow:hidden", "width:900px;max-width:100%")).toContain("|1435|");
    expect(box("width:600px;overflow:hidden", "width:100%")).toContain("|1435|");
    expect(box("left:50%;margin-left:-300px;position:relative", "width:600px")).toContain("|1435|");
    expect(table("", "<marquee>", "</marquee>")).toContain("1435!unseen-text");
    expect(table("line-height:0")).toContain("1435!unseen-text");
  });

  it("a box that is too low for the rows cuts some of them off", () => {
    const box = (style: string, head = "") => table("", `${head}<div style="${style}">`, "</div>");
    expect(box("height:30px;overflow:hidden")).toContain("1435!unseen-text");
    expect(box("height:30px;overflow:hidden", "<script>more()</script>")).toContain("|乙|1435|");
    expect(box("height:30px;overflow:auto")).toContain("|乙|1435|");
    expect(box("height:400px;overflow:hidden")).toContain("|乙|1435|");
    expect(table("display:block;height:30px;overflow:hidden")).toContain("1435!unseen-text");
    expect(table("height:30px;overflow:hidden")).toContain("|乙|1435|");
    expect(table("text-indent:-500px")).toContain("1435!unseen-text");
  });

  it.each([
    "clip-path:inset(0 round 8px)",
    "filter:grayscale(1)",
    "transform:translateX(9px)",
    "display:block;overflow-x:auto;width:100%",
    "mix-blend-mode:multiply",
    "backdrop-filter:blur(4px)",
  ])("%s changes no number", (style) => {
    expect(table(style)).toContain("|乙|1435|");
  });
});

describe("what a style does to a cell", () => {
  const cell = (style: string, text = "1435") =>
    /\|乙\|(.*)\|/.exec(
      print(`<!DOCTYPE html><table>${rows(`<td style="${style}">${text}</td>`)}</table>`),
    )?.[1];
  it.each([
    "color:ButtonFace",
    "color:HighlightText",
    "color:env(x,white)",
    "color:attr(data-c type(<color>),white)",
    "color-scheme:dark;color:CanvasText",
    "display:block;height:0;overflow:hidden",
    "display:inline-block;inline-size:1ch;overflow-inline:clip",
    "contain:size;overflow:hidden",
    "text-indent:100%",
    "border-image:linear-gradient(#000,#000) 30 fill",
    "-webkit-text-stroke:9px #000",
    "text-decoration:underline 12px",
    "inset-block:40px auto;position:relative",
  ])("%s", (style) => {
    expect(cell(style)).toBe("1435!unseen-text");
  });

  it.each([
    ["round(down,5px,10px)", "1435!unseen-text"],
    ["calc(16px - 16px)", ""],
    ["calc(16px / 1000)", "1435!unseen-text"],
    ["calc(.5rem * 2)", "1435"],
    ["clamp(12px,1vw + 4px,18px)", "1435"],
    [".01rcap", "1435!unseen-text"],
    ["if(media(screen): 0px; else: 16px)", "1435!unseen-text"],
  ])("a size of %s", (size, shown) => {
    expect(cell(`font-size:${size}`)).toBe(shown);
    expect(cell(`font:bold ${size}/1 serif`)).toBe(shown);
  });

  it("what only the browser knows is doubted", () => {
    expect(cell("visibility:if(media(screen): hidden; else: visible)")).toBe("1435!unseen-text");
    expect(cell("opacity:--shown(1)")).toBe("1435!unseen-text");
  });

  it("a box in the same part of a grid lies over the number", () => {
    const grid = (style: string) =>
      cell(
        "",
        `<div style='display:grid'><b style='grid-area:1/1'>14</b><i style='grid-area:1/1;${style}'></i></div>`,
      );
    expect(grid("background:#fff")).toBe("14!unseen-text");
  });

  it("what is fixed in the window may lie over any row", () => {
    const tokens = print(
      `<!DOCTYPE html><table>${rows("<td>1<i style='position:fixed;left:90px;top:9px;background:#fff'>2</i></td>")}</table>`,
    );
    expect(tokens).toContain("|甲|7!unseen-text|");
    expect(tokens).toContain("|丁|9!unseen-text|");
  });

  it("a gap after a digit parts it from the next", () => {
    expect(cell("", "1<i style='letter-spacing:2em'>4</i>35")).toBe("1435!mixed-styles");
    expect(cell("", "1<i style='letter-spacing:.5px'>4</i>35")).toBe("1435");
  });

  it("a field that is too narrow cuts its value", () => {
    expect(cell("", "<input value=1435 style='width:10px'>")).toBe("1435!unseen-text");
    expect(cell("", "<input value=1435 style='width:99%'>")).toBe("1435");
  });

  it("an attribute names a colour whatever it holds", () => {
    expect(cell("", "<font color=fffffffff>1435</font>")).toBe("1435!unseen-text");
    expect(cell("", "<font color='#FFFFFG'>1435</font>")).toBe("1435!faint-text".replace("faint", "unseen"));
    expect(cell("", "<font color=chucknorris>1435</font>")).toBe("1435");
  });

  it("a moved number lies over the cells beside it", () => {
    const { tokens } = read(
      `<!DOCTYPE html><table>${rows("<td><b style='position:relative;left:110px'>14</b></td><td>562</td>")}</table>`,
    );
    const beside = tokens.find((token) => token.kind === "cell" && token.text === "562");
    expect(beside).toMatchObject({ doubt: { reason: "unseen-text" } });
  });
});

describe("fonts that come with the page", () => {
  const read = (face: string, size = 0) =>
    /\|甲乙\|(.*)\|/.exec(
      print(
        `<!DOCTYPE html><style>@font-face{font-family:f;${face.replace("DATA", "A".repeat(size))}}table{font-family:f}</style><table><tr><td>甲乙</td><td>12</td></tr></table>`,
      ),
    )?.[1];
  it("a font of the labels that is too small for Chinese is one of digits", () => {
    expect(read("src:url(data:font/woff2;base64,DATA)", 4000)).toBe("12!private-use-character");
    expect(read("src:url(data:font/woff2;base64,DATA)", 80_000)).toBe("12");
    expect(read("src:url(f.woff2)")).toBe("12");
  });

  it("a font that is drawn at a hundredth of its size", () => {
    expect(read("src:local(Arial);size-adjust:1%")).toBe("12!private-use-character");
    expect(read("src:local(Arial);size-adjust:107%")).toBe("12");
  });

  it("a font of the digits alone, or one behind a font that the machine may not have", () => {
    const cells = (style: string, sheet = "") =>
      print(
        `<!DOCTYPE html><style>@font-face{font-family:f;src:url(f.woff)}${sheet}</style><table><tr><td>名称</td><td style="${style}">数量</td></tr><tr><td>甲乙</td><td style="${style}">12</td></tr></table>`,
      );
    expect(cells("font-family:f")).toContain("12!private-use-character");
    expect(cells("font-family:SimSun,f")).toContain("12!private-use-character");
    expect(cells("", "td{font-family:f}")).toContain("|甲乙|12|");
    expect(cells("", "body{font-family:Arial,f}")).toContain("|甲乙|12|");
  });

  it("a font that draws beside its line, or that stands for another of the machine", () => {
    expect(read("src:local(Arial);descent-override:900%")).toBe("12!private-use-character");
    expect(read("src:local(Arial);ascent-override:96%;descent-override:22%")).toBe("12");
  });

  it("a font of bars", () => {
    const bars = print("<table><tr><td>甲乙</td><td style='font-family:Code 39'>12</td></tr></table>");
    expect(bars).toContain("12!private-use-character");
  });
});

it("a rule within a rule may begin with a tag", () => {
  const sheet = "<style>tr{td:nth-child(2){color:#fff}}</style>";
  expect(print(`<!DOCTYPE html>${sheet}<table><tr><td>甲乙</td><td>12</td></tr></table>`)).toContain(
    "12!unseen-text",
  );
});

it("a custom property has the value that it begins with", () => {
  const sheet =
    "<style>@property --c{syntax:'<color>';inherits:true;initial-value:white}b{color:var(--c)}</style>";
  expect(print(`<!DOCTYPE html>${sheet}<table><tr><td>甲乙</td><td><b>12</b></td></tr></table>`)).toContain(
    "12!unseen-text",
  );
});

it("the size of the page is what a size in rem is a multiple of", () => {
  const cell = (root: string, size: string) =>
    print(
      `<!DOCTYPE html><style>html{font-size:${root}}td{font-size:${size}}</style><table><tr><td>甲乙</td><td>12</td></tr></table>`,
    );
  expect(cell("100px", ".14rem")).toContain("|12|");
  expect(cell("1px", "1rem")).toContain("12!unseen-text");
});

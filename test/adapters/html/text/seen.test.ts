import { describe, expect, it } from "vitest";
import { print } from "../print.ts";

/** What is read of one value cell beside its label; `sheet` is the page's style sheet. */
function read(cell: string, sheet = "", head = ""): string {
  const page = `<!DOCTYPE html>${head}<style>${sheet}</style><table><tr><td>甲</td>${cell.startsWith("<td") ? cell : `<td>${cell}</td>`}</tr></table>`;
  return /\|甲\|(.*)\|/.exec(print(page))?.[1] ?? "no row";
}

describe("the cascade", () => {
  it.each([
    ["td>.o{display:none}", "<b class=o>9</b>12", "12"],
    ["td > b:first-child {display:none}", "<b>9</b><b>12</b>", "12"],
    ["b:nth-child(2){display:none}", "<b>12</b><b>9</b>", "12"],
    ["b+b{display:none}", "<b>12</b><b>9</b>", "12"],
    ["b~i{display:none}", "<b>12</b><i>9</i>", "12"],
    ["[data-old]{display:none}", "<b data-old>9</b>12", "12"],
    ["[class^='ol']{display:none}", "<b class=old>9</b>12", "12"],
    ["b:not(.n){display:none}", "<b>9</b><b class=n>12</b>", "12"],
    ["td :is(b,i){display:none}", "<b>9</b>12", "12"],
    ["@media screen{.o{display:none}}", "<b class=o>9</b>12", "12"],
    ["@media (min-width:800px) and (orientation:landscape){.o{display:none}}", "<b class=o>9</b>12", "12"],
    ["@media print{.o{display:none}}", "<b class=o>9</b>12", "912"],
    ["@media (max-width:600px){.o{display:none}}", "<b class=o>9</b>12", "912"],
    ["@supports (display:grid){.o{display:none}}", "<b class=o>9</b>12", "12"],
    [".o{display:none}.o{display:inline}", "<b class=o>9</b>12", "912"],
    ["b.o{display:none}.o{display:inline}", "<b class=o>9</b>12", "12"],
    ["#x{display:inline}b.o{display:none}", "<b class=o id=x>9</b>12", "912"],
    [".o{display:none!important}", "<b class=o style='display:inline'>9</b>12", "12"],
    [".o{display:inline!important}", "<b class=o style='display:none'>9</b>12", "912"],
    ["", "<b style='display:none;display:inline'>9</b>12", "912"],
    ["", "<b style='display:none;display:bogus'>9</b>12", "12"],
    ["", "<b hidden>9</b>12", "12"],
    ["b{display:inline}", "<b hidden>9</b>12", "912"],
    [":root{--d:none}.o{display:var(--d)}", "<b class=o>9</b>12", "12"],
    ["td{& .o{display:none}}", "<b class=o>9</b>12", "12"],
    ["@layer a{.o{display:none}}.o{display:inline}", "<b class=o>9</b>12", "912"],
    ["@layer a{.o{display:none}}.o{display:revert-layer}", "<b class=o>9</b>12", "12"],
    [".v{visibility:hidden}.v i{visibility:visible}", "<b class=v>9<i>12</i></b>", "12"],
    ["", "<b style='opacity:0.0'>9</b>12", "12"],
    ["", "<b style='font-size:0.0px'>9</b>12", "12"],
    ["", "<b style='font:0/0 a'>9</b>12", "12"],
    [".o{text-decoration:line-through}", "<b class=o>9</b>12", "12"],
  ])("%s: %s reads %s", (sheet, cell, text) => {
    expect(read(cell, sheet)).toBe(text);
  });
});

describe("ink that is no plain text is doubted", () => {
  it.each([
    ["white", "<b style='color:#fff'>9</b>12"],
    ["nearly white", "<b style='color:rgb(250 250 250)'>9</b>12"],
    ["hsl", "<b style='color:hsl(0,0%,100%)'>9</b>12"],
    ["transparent", "<b style='color:transparent'>9</b>12"],
    ["font colour", "<font color=white>9</font>12"],
    ["on its cell", "<td bgcolor=red><font color='#FF0000'>9</font>12"],
    ["on black", "<td style='background:#000'>12"],
    ["faint", "<b style='opacity:.05'>9</b>12"],
    ["a size of a pixel", "<b style='font-size:1px'>9</b>12"],
    ["off the screen", "<b style='position:absolute;left:-9999px'>9</b>12"],
    ["an indent", "<div style='text-indent:-999em'>12</div>"],
    ["an indent over the next cell", "<div style='text-indent:-40px'>12</div>"],
    ["clipped", "<b style='position:absolute;clip:rect(0,0,0,0)'>9</b>12"],
    ["no room", "<b style='display:inline-block;width:0;overflow:hidden'>9</b>12"],
    ["a low box", "<div style='height:1px;overflow:hidden'>12</div>"],
    ["mirrored", "<b style='display:inline-block;transform:scaleX(-1)'>12</b>"],
    ["reverse", "<b style='display:flex;flex-direction:row-reverse'><i>2</i><i>1</i></b>"],
    ["float", "<b style='float:right'>2</b>1"],
    ["order", "<b style='display:flex'><i style='order:2'>2</i><i>1</i></b>"],
    ["raised", "12<b style='vertical-align:super'>1</b>"],
    ["raised by Word", "12<b style='position:relative;top:-4pt;mso-text-raise:4pt'>1</b>"],
    ["small", "12<b style='font-size:60%'>1</b>"],
    ["a link to a note", "12<a href='#n'>1</a>"],
    ["ruby", "<ruby>12<rt>1</rt></ruby>"],
    ["a meter", "<meter value=5>12</meter>"],
    ["a list number", "<ol><li>12</li></ol>"],
    ["a script", "<script>document.write(12)</script>"],
    ["a shadow tree", "<div><template shadowrootmode=open><slot></slot>2</template>1</div>"],
    ["a password", "<input type=password value=12>"],
    ["a button", "<button>12</button>"],
    ["a narrow box", "<b style='display:inline-block;width:16px;overflow:hidden'>1435</b>"],
    ["a low box of two lines", "<div style='height:1.2em;overflow:hidden'>12<br>35</div>"],
    ["a cover", "12<i style='position:absolute;background:#fff;width:1em;height:1em'></i>"],
    [
      "a cover with a margin",
      "12<i style='display:inline-block;background:#fff;width:1em;margin-left:-1em'>&nbsp;</i>",
    ],
    ["a short field", "<input size=2 value=1435>"],
    ["a line beside a part", "<div style='border-left:2px solid'>435</div>"],
    [
      "a line through a low part",
      "<b style='display:inline-block;height:10px;border-bottom:1px solid'>1435</b>",
    ],
    ["raised by its variant", "12<b style='font-variant:super'>1</b>"],
    ["a link on its colour", "<td bgcolor=blue><a href=x.html>12</a>"],
    ["another colour", "12<b style='color:red'>1</b>"],
    ["text that runs by", "<marquee>12</marquee>"],
    ["a digit as a picture", "14<i style='display:inline-block;width:9px;background:url(5.png)'></i>"],
    ["a cell with a picture behind", "<td style='background:url(5.png) no-repeat right'>143"],
    ["closed without a summary", "<details>12</details>"],
    ["an indent to the left in a box", "<div style='text-indent:-9px;overflow:hidden'>1435</div>"],
    [
      "a margin to the left in a box",
      "<div style='overflow:hidden'><b style='margin-left:-9px'>1435</b></div>",
    ],
    ["a shift in a cell", "<td style='overflow:hidden'><b style='position:relative;left:-9px'>1435</b>"],
  ])("%s", (_, cell) => {
    expect(read(cell)).toContain("!");
  });

  it("rows of lines without height, which lie over each other", () => {
    expect(read("12", "td{line-height:0}")).toBe("12!unseen-text");
    expect(read("<td style='line-height:0'>12")).toBe("12");
  });

  it("but not a line that hangs within its margin", () => {
    expect(read("<p style='margin-left:21pt;text-indent:-21pt'>12</p>")).toBe("12");
    expect(read("<p style='padding-left:3em;text-indent:-3em'>12</p>")).toBe("12");
  });

  it("writes of a style sheet", () => {
    expect(read("<td class=v></td>", ".v:after{content:'12'}")).toBe("!generated-text");
    expect(read("<td class=v>12</td>", ".v::before{content:'-'}")).toBe("12!generated-text");
    expect(read("<td class=v>12</td>", ".v::before{content:''}.v:after{content:none}")).toBe("12");
    expect(
      read(
        "<td class=v>12</td>",
        ".v{position:relative}.v:after{content:'';position:absolute;background:#fff}",
      ),
    ).toBe("12!generated-text");
    expect(read("12", "tr:before{content:'x'}")).toBe("12!generated-text");
    expect(read("<td class=v>12</td>", ".v::first-letter{font-size:0}")).toBe("12!generated-text");
  });

  it("cells that a program names", () => {
    const fill = "<script>document.getElementById('q').textContent=5</script>";
    expect(read("<td id=q></td>", "", fill)).toBe("!script");
    expect(read("<td id=r></td>", "", fill)).toBe("");
    expect(read("<td data-n=5></td>", "", fill)).toBe("!script");
    expect(read("<b v-text=n>12</b>", "", "<script src=vue.js></script>")).toBe("12!script");
    expect(read("<b v-text=n>12</b>")).toBe("12");
  });

  it("digits that a sheet outside the file may part", () => {
    const link = "<link rel=stylesheet href=a.css>";
    expect(read("<b class=o>9</b>12", "", link)).toBe("912!mixed-styles");
    expect(read("<b class=o>912</b>", "", link)).toBe("912");
    expect(read("<b>9</b>12", "", link)).toBe("912");
    expect(read("<b class=hide>9</b> 12", "", link)).toBe("9 12!unseen-text");
    expect(
      read("<b class=o>9</b>12", "", "<link rel=stylesheet href='data:text/css,.o%7Bdisplay:none%7D'>"),
    ).toBe("12");
    expect(read("<b class=o>9</b>12")).toBe("912");
    expect(read("143<i class=num5></i>", "", link)).toBe("143!picture");
    expect(read("143<i class=num5></i>")).toBe("143");
    expect(read("143<span class=Apple-style-span></span>", "", link)).toBe("143");
  });

  it.each([
    ["U+30-39, U+2E", "12!private-use-character"],
    ["U+3?", "12!private-use-character"],
    ["U+0-FF", "12"],
    ["U+4E00-4E20", "12"],
  ])("a font for labels and digits that is asked for %s", (range, text) => {
    const face = `@font-face{font-family:f;src:url(f.woff);unicode-range:${range}}table{font-family:f}`;
    const page = `<!DOCTYPE html><style>${face}</style><table><tr><td>甲乙</td><td>12</td></tr></table>`;
    expect(/\|甲乙\|(.*)\|/.exec(print(page))?.[1]).toBe(text);
  });

  it("an indent that a padding takes up hides nothing", () => {
    expect(read("<div style='text-indent:-9px;padding-left:9px;overflow:hidden'>1435</div>")).toBe("1435");
    expect(read("<div style='text-indent:-9px'>1435</div>")).toBe("1435");
  });
});

it("the article of a WeChat page is read, which its own program shows", () => {
  const hidden = (id: string) =>
    print(
      `<div id=${id} style="visibility: hidden; opacity: 0"><table><tr><td>甲</td><td>12</td></tr></table></div>`,
    );
  expect(hidden("js_content")).toContain("|甲|12|");
  expect(hidden("other")).not.toContain("12");
});

describe("plain cells stay plain", () => {
  it.each([
    [
      "Word's runs",
      "<p style='margin:0 -5.4pt'><span style='font-size:10.5pt;color:black'>1</span><span style='font-size:10.5pt;color:windowtext'>2</span></p>",
    ],
    ["a shaded cell", "<td bgcolor='#dddddd' style='color:#333'>12"],
    ["white on blue", "<td style='background:#036;color:#fff'>12"],
    ["a gradient", "<td style='background:linear-gradient(#fff,#eee)'>12"],
    ["a link", "<a href='list.html'>12</a>"],
    ["a wide box", "<div style='width:60px;overflow:hidden'>12</div>"],
    ["bold", "<b>1</b>2"],
    ["raised as a whole", "<span style='position:relative;top:-3pt;mso-text-raise:3pt'>12</span>"],
    ["a centring box", "<td style='display:flex;align-items:center'><p>12</p>"],
    ["a hanging indent", "<p style='text-indent:-21pt;margin-left:21pt'>12</p>"],
  ])("%s", (_, cell) => {
    expect(read(cell)).toBe("12");
  });
});

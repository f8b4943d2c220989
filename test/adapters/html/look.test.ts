import { describe, expect, it } from "vitest";
import { print } from "./print.ts";

/** What is read of one value cell beside its label; `head` is markup before the table. */
function read(cell: string, head = "", open = "", close = ""): string {
  const written = cell.startsWith("<td") ? cell : `<td>${cell}</td>`;
  const page = `<!DOCTYPE html>${head}${open}<table><tr><td>甲乙</td>${written}</tr></table>${close}`;
  return /\|甲乙\|(.*)\|/.exec(print(page))?.[1] ?? "no row";
}

describe("a value with its unit is doubted as a bare one is", () => {
  it.each([
    ["generated text", "<td class=v>12件</td>", "<style>.v::before{content:'9'}</style>"],
    ["a program", "<script>document.write(9)</script>12件", ""],
    ["a picture", "<img src=9.png>12件", ""],
    ["a picture beside a stroke", "<img src=9.png>/", ""],
    ["a picture beside 无", "无<img src=9.png>", ""],
    ["a form control", "<select><option>9</select>12件", ""],
  ])("%s", (_, cell, head) => {
    expect(read(cell, head)).toContain("!");
  });

  it("a label may have an icon", () => {
    expect(read("1.属于国家秘密<img src=i.png>")).toBe("1.属于国家秘密");
  });
});

describe("what a style does to digits", () => {
  it.each([
    ["set off by 50 pixels", "<b style='transform:translate(50px,0)'>9</b>12"],
    ["set off by half", "<b style='transform:translateX(50%)'>9</b>12"],
    ["painted before its ground", "<b style='position:relative;z-index:-1'>9</b>12"],
    ["a white outline", "<b style='-webkit-text-stroke:3px white'>9</b>12"],
    ["an opacity nobody works out", "<b style='opacity:min(0,1)'>9</b>12"],
    ["a size nobody works out", "<b style='font-size:round(down,5px,10px)'>9</b>12"],
    ["a fallback of a variable", "<b style='color:var(--none,#fff)'>9</b>12"],
    ["raised by the font", "12<b style='font-variant-position:super'>9</b>"],
    ["in the row above", "<b style='position:relative;top:-26px'>12</b>"],
    ["in the next column", "<b style='position:relative;left:55px'>12</b>"],
    ["a font of symbols", "<font face=Wingdings>12</font>"],
    ["a dialog over it", "<dialog open>9</dialog>12"],
    ["a line made of a gradient", "<b style='background:linear-gradient(#fff 45%,red 45%,#fff 55%)'>9</b>12"],
    ["a list's number", "<b style='display:list-item;list-style:inside decimal'>12</b>"],
    ["a picture for a ground", "<td style='background-image:url(12.png)'></td>"],
    ["a picture for a shape", "<i style='background:#000;-webkit-mask-image:url(12.svg)'></i>"],
  ])("%s", (_, cell) => {
    expect(read(cell)).toContain("!");
  });

  it("a selector with a namespace", () => {
    expect(read("<b>9</b>12", "<style>*|b{display:none}</style>")).toBe("12");
  });

  it("a font of the page's own for digits alone", () => {
    const face = "@font-face{font-family:'n';src:url(n.woff)}";
    expect(read("<td class=v>12</td>", `<style>${face}.v{font:16px n}</style>`)).toContain("!");
    expect(read("<td class=v>12</td>", `<style>${face}*{font-family:n}</style>`)).toBe("12");
    expect(
      read("<td class=v>12</td>", "<style>@font-face{font-family:宋体}.v{font-family:宋体}</style>"),
    ).toBe("12");
  });

  it("a ground that every cell of the row has is decoration", () => {
    expect(read("", "<style>td{background:url(paper.png)}</style>")).toBe("");
  });

  it("all takes every declaration back", () => {
    expect(read("<b style='display:none;all:unset'>9</b>12")).toContain("912");
  });

  it("any element of a cell: td ::before", () => {
    expect(read("<b>12</b>", "<style>td ::before{content:'9'}</style>")).toBe("12!generated-text");
  });
});

describe("a whole table that is not there to be seen", () => {
  it.each([
    ["off the page", "", "<div style='position:absolute;left:-9999px'>", "</div>"],
    ["blurred", "", "<div style='filter:blur(9px)'>", "</div>"],
    ["mirrored", "", "<div style='transform:scaleX(-1)'>", "</div>"],
    ["hidden by a sheet", "<style>.x{display:none}</style>", "<div class=x>", "</div>"],
    ["without height by a sheet", "<style>.x{height:0;overflow:hidden}</style>", "<div class=x>", "</div>"],
  ])("%s", (_, head, open, close) => {
    expect(read("12", head, open, close)).toContain("!");
  });

  it("struck out by a sheet it is none", () => {
    const sheet = "<style>.x{text-decoration:line-through}</style>";
    expect(read("12", sheet, "<div class=x>", "</div>")).toBe("no row");
  });

  it("a program may show what a sheet hides", () => {
    expect(
      read("12", "<style>.x{display:none}</style><script>go()</script>", "<div class=x>", "</div>"),
    ).toBe("12");
  });

  it("a centred or shifted one is whole", () => {
    expect(
      read("12", "", "<div style='position:relative;left:50%;transform:translateX(-50%)'>", "</div>"),
    ).toBe("12");
    expect(read("12", "", "<div style='margin-left:-40pt'>", "</div>")).toBe("12");
  });
});

describe("a number laid over the page", () => {
  const page = (box: string) =>
    print(
      `<!DOCTYPE html><table><tr><td>甲乙</td><td></td></tr><tr><td>乙</td><td>3</td></tr></table>${box}`,
    );
  it.each([
    "<div style='position:absolute;left:90px;top:90px'>12</div>",
    "<div style='margin-top:-60px'>12</div>",
    "<span style='mso-ignore:vglayout;position:absolute;margin-left:9px'><table><tr><td>12</td></tr></table></span>",
  ])("%s", (box) => {
    expect(page(box)).toContain("floating-number");
  });

  it("neither a text nor a number in its place", () => {
    expect(page("<div style='position:absolute'>返回</div><p>12</p>")).not.toContain("floating-number");
  });
});

describe("programs that take away", () => {
  it.each([
    "document.querySelectorAll('.o').forEach((one) => one.remove())",
    "$('.o').hide()",
    "document.getElementsByName('o')[0].innerHTML = ''",
    "document.querySelector('td b').remove()",
    "document.write('<style>.o{display:none}</style>')",
  ])("%s", (program) => {
    expect(read("<b class=o name=o>9</b>12", "", "", `<script>${program}</script>`)).toContain("!script");
  });
});

describe("rules that may hold or not", () => {
  it.each([
    "@media screen and (-webkit-min-device-pixel-ratio:0){.o{display:none}}",
    "@media (min-width:1400px){.o{display:none}}",
    "@media (display-mode:browser){.o{visibility:hidden}}",
    "@supports (-moz-appearance:none){.o{display:none}}",
    "@supports not (display:bogus){.o{display:none}}",
    "@container (min-width:1px){.o{display:none}}",
    "@scope (td){.o{display:none}}",
    ".o:dir(ltr){display:none}",
    "td :lang(zh){display:none}",
    "b:nth-child(1 of .o){position:absolute}",
    ".o,td:-moz-odd{display:none}",
    "td::-ms-clear,.o{display:none}",
    ".o,*html td{display:none}",
  ])("%s", (sheet) => {
    expect(read("<b class=o>9</b>12", `<style>${sheet}</style>`)).toBe("912!unseen-text");
  });

  it.each([
    ["@media (min-width:1400px){td{padding:9px;font-size:18px;color:#333}}", "912"],
    ["@media print{.o{display:none}}", "912"],
    ["@media (max-width:768px){.o{display:none}}", "912"],
    ["@media (orientation:portrait){.o{display:none}}", "912"],
    [".o:hover{display:none}", "912"],
    [".o:not(:focus){display:none}", "12"],
    [".o,a:hover,i::-webkit-scrollbar,p:first-child:before{display:none}", "12"],
    ["@supports (display:grid){.o{display:none}}", "12"],
  ])("%s is known: %s", (sheet, text) => {
    expect(read("<b class=o>9</b>12", `<style>${sheet}</style>`)).toBe(text);
  });

  it("sheets that are not in use", () => {
    const sheets = "<style title=a>.x{}</style><style title=b>.o{display:none}</style>";
    expect(read("<b class=o>9</b>12", sheets)).toBe("912");
    expect(read("<b class=o>9</b>12", "<template><style>.o{display:none}</style></template>")).toBe("912");
  });
});

describe("what publishers' pages have all the time is no doubt", () => {
  const cell = "<td class=v><p class=MsoNormal><span lang=EN-US>12</span></p></td>";

  it.each([
    "$('#hits').html('9');$('.zoom td').css('padding','5px')",
    "$('.MsoNormal').css('text-indent','2em');$('#hits').text(9)",
    "$('li').hover(function(){$(this).find('ul').hide()});$('table td').attr('valign','middle')",
    "var b=document.body.innerHTML;document.body.innerHTML=b;$('td').css('border','1px solid')",
    "document.getElementById('hits').innerHTML='9';document.querySelectorAll('td').length",
    "$('table').each(function(){if($(this).find('td').text()=='')$(this).attr('border',0)})",
    "document.write(new Date());$('td:first').addClass('x')",
  ])("a program beside the table: %s", (program) => {
    expect(read(cell, `<script>${program}</script>`)).toBe("12");
  });

  it.each([
    "$('td').html(9)",
    "$('#t td:eq(1)').css('color','#fff');$('td').text(9)",
    "$('.v').html(9)",
    "$('.v').css('display','none')",
    "$('.v').addClass('hide')",
    "var t=document.getElementById('t');t.rows[0].cells[1].innerHTML=9",
  ])("a program that reaches the cell: %s", (program) => {
    expect(read(cell, `<script>${program}</script>`)).toBe("12!script");
  });

  it.each([
    ["an editor's measures", "<td data-colwidth=93 data-mce-style='width:95px'><p data-id=p12></p></td>", ""],
    ["a value for a program", "<td data-value=93></td>", "!script"],
  ])("attributes of a blank cell: %s", (_, blank, text) => {
    expect(read(blank, "<script>go()</script>")).toBe(text);
  });

  it.each([
    "transform:translate3d(0px, 0px, 0px)",
    "transform:translateZ(0)",
    "transform:translate3d(1px, 0px, 0px)",
    "transform:rotate(0deg) scale(1)",
    "transform:matrix(1, 0, 0, 1, 0, 0)",
  ])("an effect that leaves all in place: %s", (style) => {
    expect(read(`<b style='${style}'>12</b>`)).toBe("12");
  });

  it.each([
    ["*html td{display:none}", "12"],
    ["@media \\0screen{td{display:none}}", "12"],
    ["@supports (-ms-ime-align:auto){td{display:none}}", "12"],
    ["@media (-webkit-min-device-pixel-ratio:1.5){td{transform:none}}", "12"],
    ["@media (max-aspect-ratio:1/1){td{display:none}}", "12"],
    ["@font-face{font-family:f;src:url(f.woff)}td{font-family:f}", "12"],
    ["@font-face{font-family:f;src:url(f.woff)}span{font-family:f}", "12!private-use-character"],
  ])("%s", (sheet, text) => {
    expect(read(cell, `<style>${sheet}</style>`)).toBe(text);
  });

  it("names of boxes that hide nothing of the text", () => {
    const sheet = "<link rel=stylesheet href=a.css>";
    expect(read("<td class='border-none overflow-hidden hidden-xs'>12</td>", sheet)).toBe("12");
    expect(read("<td><b class=is-hidden>12</b></td>", sheet)).toBe("12!unseen-text");
  });
});

describe("columns", () => {
  const table = (columns: string, cell: string): string =>
    print(`<!DOCTYPE html><table>${columns}<tr><td>甲${cell}</tr></table>`);

  it.each([
    ["<col><col bgcolor=#000000>", "<td>12", "|12!unseen-text|"],
    ["<colgroup span=2 style='background:#000'>", "<td>12", "|12!unseen-text|"],
    ["<colgroup style='background:#000'><col><col></colgroup>", "<td>12", "|12!unseen-text|"],
    ["<col><col style='visibility:collapse'>", "<td>12", "|12!unseen-text|"],
    ["<col><col bgcolor=#000000>", "<td bgcolor=#fff>12", "|12|"],
    ["<col><col bgcolor=#eeeeee>", "<td>12", "|12|"],
    ["<col bgcolor=#000000><col width=80>", "<td>12", "|12|"],
    ["<col><col style='display:none'>", "<td>12", "|12|"],
  ])("%s %s", (columns, cell, text) => {
    expect(table(columns, cell)).toContain(text);
  });

  it("a line drawn over a digit by its own box", () => {
    const line = "content:'';position:absolute;left:0;right:0;top:50%;border-top:1px solid red";
    expect(read("<td><b class=v>9</b>12", `<style>.v::after{${line}}</style>`)).toContain("!generated-text");
    const edge = "content:'';position:absolute;left:0;right:0;bottom:0;border-bottom:1px solid red";
    expect(read("<td><b class=v>9</b>12", `<style>.v::after{${edge}}</style>`)).toBe("912");
  });
});

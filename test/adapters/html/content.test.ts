import { describe, expect, it } from "vitest";
import { bottom, foot, page, report, reportLines, title, tools, top } from "./page.ts";
import { metadata, print, read } from "./print.ts";

describe("the report's own content", () => {
  it.each([
    ["alone", report],
    ["alone in a page", page(report)],
    [
      "in an editor's container",
      page(
        `${top}<div class="main"><h1>${title}</h1>${tools}<div class="TRS_Editor">${report}</div>${bottom}</div>${foot}`,
      ),
    ],
    [
      "in two editor's containers",
      page(`${top}<div id="zoom"><div class="TRS_Editor"><div>${report}</div></div>${bottom}</div>${foot}`),
    ],
    [
      "beside tools inside the container",
      page(`${top}<div id="UCAPCONTENT">${tools}${report}${bottom}</div>${foot}`),
    ],
    [
      "in a container nobody knows",
      page(
        `${top}<div class="w1200"><div class="left"><a>一</a><a>二</a><a>三</a></div><div class="c3">${report}</div></div>${foot}`,
      ),
    ],
    [
      "in layout tables",
      page(
        `<table><tr><td>${top}</table><table width=1000><tr><td><a>通知</a><br><a>公告</a><br><a>年报</a><td><table><tr><td>${tools}<tr><td>${report}<tr><td>${bottom}</table></table>${foot}`,
      ),
    ],
    [
      "in paragraphs an editor wrapped in font and center",
      page(`${top}<center><font size=3>${report}</font></center>${foot}`),
    ],
    ["in custom elements", page(`<ucap-page>${top}<ucap-content>${report}</ucap-content></ucap-page>`)],
    [
      "in an element of the CMS",
      page(`${top}<div><UCAPTITLE>${title}</UCAPTITLE><UCAPCONTENT>${report}</UCAPCONTENT></div>${foot}`),
    ],
    [
      "in a form of a server page",
      page(`<form id=aspnetForm><input type=hidden value=dDwtMTUz>${top}${report}${foot}</form>`),
    ],
  ])("stands out %s", (_, text) => {
    expect(print(text)).toBe(reportLines);
  });

  it("is taken with what stands around it when that may belong to it", () => {
    const split = report.indexOf("<p>三、");
    expect(
      print(
        page(
          `${top}<div><p>${title}</p><div>${report.slice(0, split)}</div><div>${report.slice(split)}</div></div>${foot}`,
        ),
      ),
    ).toBe(`${title}\n${reportLines}`);
    expect(
      print(
        page(
          `${top}<div><p>《条例》施行以来，本镇逐年编制报告，现将上年度的情况公布如下，请社会各界监督。</p><div class="zoom">${report}</div></div>`,
        ),
      ),
    ).toBe(`《条例》施行以来，本镇逐年编制报告，现将上年度的情况公布如下，请社会各界监督。\n${reportLines}`);
  });

  it("keeps the headline when no container leaves it out", () => {
    expect(print(page(`${top}<div class="w"><h1>${title}</h1>${tools}${report}</div>${foot}`))).toBe(
      `#${title}\n${reportLines}`,
    );
  });

  it("keeps lists of attachments out and sentences with links in", () => {
    expect(print(`${report}<p>相关附件：</p><p>详见<a href=x>附表</a>。</p>`)).toBe(
      `${reportLines}\n详见附表。`,
    );
  });

  it("keeps lists of links inside the report and leaves those after it", () => {
    const list = "<ul><li><a>办法一</a></li><li><a>办法二</a></li><li><a>办法三</a></li></ul>";
    expect(print(`<p>一、总体情况</p>${list}<p>二、其他情况</p>${list}`)).toBe(
      "一、总体情况\n办法一\n办法二\n办法三\n二、其他情况",
    );
  });

  it("keeps a signature whatever its box is called", () => {
    expect(print(page(`${top}<div>${report}<div class="bottom"><p>二〇二二年</p></div></div>${foot}`))).toBe(
      `${reportLines}\n二〇二二年`,
    );
  });

  it("leaves an imprint out that has no links", () => {
    const imprint = "<div id=footer><p>地址：青石镇一号</p><p>电话：0000</p></div>";
    expect(print(page(`${top}<div>${report}</div>${imprint}`))).toBe(reportLines);
  });

  it("keeps every line of a page that is nothing but links", () => {
    expect(print("<ul><li><a>一</a><li><a>二</a><li><a>三</a></ul>")).toBe("一\n二\n三");
  });

  it("leaves hidden parts out and says so once", () => {
    expect(
      print(
        `${report}<div style="display:none">九、隐藏</div><p hidden>12</p><div style="visibility:hidden">3</div>`,
      ),
    ).toBe(`${reportLines}\nnotice hidden-content 3`);
  });

  it("gives the lines of a page that is no report", () => {
    expect(print(page("<div><p>今日天气晴。</p><p>通知</p></div>"))).toBe("今日天气晴。\n通知");
  });
});

describe("lines", () => {
  it.each([
    ["headings", "<h1>一</h1><h3>二</h3>", "#一\n###二"],
    ["collapsed white space", "<p> 甲  乙\n\tA\n B </p>", "甲 乙 A B"],
    ["text around blocks", "甲<div>乙<p>丙</p>丁</div>戊", "甲\n乙\n丙\n丁\n戊"],
    [
      "one forced line",
      "<p>青石镇政府信息公开工作<br>2021年度报告</p>",
      "青石镇政府信息公开工作⏎2021年度报告",
    ],
    ["two forced lines", "甲<br><br>乙", "甲\n乙"],
    [
      "forced lines with indents",
      "一、总体情况<br>　　甲乙丙<br>&nbsp; 丁<br>（一）戊",
      "一、总体情况\n　　甲乙丙\n␣ 丁\n（一）戊",
    ],
    ["forced lines after full stops", "甲乙。<br>丙丁", "甲乙。\n丙丁"],
    ["preformatted text", "<pre>甲\t1\n\n  乙\t2\n</pre>", "甲\t1\n\n  乙\t2"],
    [
      "scripts, styles, comments",
      "甲<script>1</script><style>2</style><!-- 3 --><noscript>4</noscript><iframe>5</iframe>乙",
      "甲乙",
    ],
    [
      "conditional comments of Word",
      "<!--[if gte mso 9]><xml>1</xml><![endif]--><p>甲<![if !supportLists]>（一）<![endif]>乙</p>",
      "甲（一）乙",
    ],
    ["struck text", "<p>甲<s>12</s>乙</p>", "甲乙\nnotice struck-text 1"],
  ])("are made of %s", (_, body, text) => {
    expect(print(body)).toBe(text);
  });

  it.each([
    "打印 关闭 分享",
    "【打印】【关闭】",
    "字号：大 中 小",
    "扫一扫，手机查看",
    "扫一扫在手机打开当前页",
    "相关附件",
    "上一篇：关于公布某事的通知",
    "下一条:没有了",
    "当前位置：首页 > 政务公开",
    "您的位置: 首页",
    "首页 > 年报",
    "版权所有：某某",
    "浏览次数：12",
    "分享到：微信 微博",
    "返回顶部",
    "责任编辑：某某",
  ])("drop the page's own: %s", (line) => {
    expect(print(`<p>一、总体情况</p><p>${line}</p>`)).toBe("一、总体情况");
  });

  it.each([
    "一、中小微企业情况",
    "大力推进。",
    "当前位置服务不断完善，群众可在首页查询。",
    "（一）分享经验",
    "无",
    "中心工作",
    "附件：统计表",
    "打印机采购12台",
    "联系我们的电话是12345。",
  ])("keep the report's own: %s", (line) => {
    expect(print(`<p>一、总体情况</p><p>${line}</p>`)).toBe(`一、总体情况\n${line}`);
  });

  it("know their place", () => {
    const { tokens } = read(
      "<div>\n\n一、总体\n情况<br>\n二、其他</div>\n<table><tr>\n<td>规章<td>\n1</table>",
    );
    expect(tokens.map(({ kind, at }) => [kind, ...Object.values(at)].join(" "))).toEqual([
      "line 3",
      "line 5",
      "table-start 6 1",
      "row 6 1 1",
      "cell 7 1 1 1",
      "cell 7 1 1 2",
      "table-end 6 1",
    ]);
  });
});

describe("metadata", () => {
  it("comes from meta tags", () => {
    expect(metadata(page(report))).toBe(`title=${title}@5\nissuer=镇党政办@7\npublicationDate=2022-01-25@6`);
  });

  it("comes from the box above the report, which is not read as part of it", () => {
    const box = `<table><tr><td>索 引 号：<td>00000/2022-00001<td>主题分类：<td>政府信息公开
      <tr><td>发布机构：<td>青石镇人民政府<td>发文日期：<td>2022年01月21日
      <tr><td>名　　称：<td>${title}<td>文　　号：<td>青政发〔2022〕3号</table>`;
    expect(print(`${box}${report}`)).toBe(reportLines);
    expect(metadata(`${box}${report}`)).toBe(
      `title=${title}@3\nissuer=青石镇人民政府@2\npublicationDate=2022年01月21日@2\nindexNumber=00000/2022-00001@1\ndocumentNumber=青政发〔2022〕3号@3`,
    );
  });

  it.each([
    "友情链接：青石县政府网",
    "您是第12345位访问者",
    "站点地图 | 联系我们",
    "党政机关网站 无障碍服务",
  ])("leaves out %s below the report", (line) => {
    expect(print(`<div>${report}<p>${line}</p></div>`)).toBe(reportLines);
  });

  it("comes from a box made of lists, or of lines", () => {
    const list = `<ul><li><b>索引号：</b>01/2022-7</li><li><b>发布机构：</b>青石镇</li><li><b>文号：</b>无</li><li><b>有效性：</b>有效</li></ul>`;
    expect(print(`<div>${list}${report}</div>`)).toBe(reportLines);
    expect(metadata(`<div>${list}${report}</div>`)).toBe("issuer=青石镇@1\nindexNumber=01/2022-7@1");
    expect(
      metadata(`<div><p>发布时间：2022/1/5 来源：镇党政办 字体：【大 中 小】 打印</p>${report}</div>`),
    ).toBe("issuer=镇党政办@1\npublicationDate=2022/1/5@1");
    expect(
      metadata(
        `<div><p>发布时间：二〇二二年一月五日 来源：镇党政办 字体：【大 中 小】 打印</p>${report}</div>`,
      ),
    ).toBe("issuer=镇党政办@1\npublicationDate=二〇二二年一月五日@1");
  });

  it("does not take the head of a list of documents for a box", () => {
    expect(
      metadata(`${report}<table><tr><th>索引号<th>标题<th>发布机构<tr><td>1/2<td>通知<td>某局</table>`),
    ).toBe("");
  });

  it("takes the title from a headline or the window title where nothing better is", () => {
    expect(metadata(`<div class="article-title">${title}</div>${report}`)).toBe(`title=${title}@1`);
    expect(metadata(`<title>${title} - 青石镇人民政府</title>${report}`)).toBe(`title=${title}@1`);
    expect(metadata(`<title>青石镇人民政府</title>${report}`)).toBe("");
  });

  it("does not take what the report's own text says for the page's", () => {
    expect(metadata(`${report}<p>文号：某政发〔2020〕9号</p>`)).toBe("");
  });
});

/** A page as a content management system of a county might serve it; every name and number is made up. */
export const report = `
<p style="text-indent:2em">本报告根据《中华人民共和国政府信息公开条例》编制，所列数据的统计期限为2021年1月1日至12月31日。</p>
<p>一、总体情况</p>
<p>　　本镇围绕群众关切的事项开展公开工作，全年更新栏目三十余个，办理来信若干。</p>
<p>二、主动公开政府信息情况</p>
<table class="MsoTableGrid" border="1"><tbody>
<tr><td colspan="4"><p>第二十条第（一）项</p></td></tr>
<tr><td>信息内容</td><td>本年制发件数</td><td>本年废止件数</td><td>现行有效件数</td></tr>
<tr><td>规章</td><td>0</td><td>&nbsp;</td><td>4</td></tr>
</tbody></table>
<p>三、存在的主要问题及改进情况</p>
<p>队伍仍需充实，来年将组织两次培训，并把栏目维护列入考核。</p>
<p>四、其他需要报告的事项</p>
<p>无。</p>
<p style="text-align:right">青石镇人民政府</p>
<p style="text-align:right">2022年1月20日</p>`;

/** What must come out of it. */
export const reportLines = `本报告根据《中华人民共和国政府信息公开条例》编制，所列数据的统计期限为2021年1月1日至12月31日。
一、总体情况
　　本镇围绕群众关切的事项开展公开工作，全年更新栏目三十余个，办理来信若干。
二、主动公开政府信息情况
[
|1x4 第二十条第（一）项|
|信息内容|本年制发件数|本年废止件数|现行有效件数|
|规章|0|␣|4|
]
三、存在的主要问题及改进情况
队伍仍需充实，来年将组织两次培训，并把栏目维护列入考核。
四、其他需要报告的事项
无。
青石镇人民政府
2022年1月20日`;

export const title = "青石镇2021年政府信息公开工作年度报告";

export const head = `<meta charset="utf-8">
<title>${title}_青石镇人民政府门户网站</title>
<meta name="SiteName" content="青石镇人民政府门户网站">
<meta name="ArticleTitle" content="${title}">
<meta name="PubDate" content="2022-01-25 10:20">
<meta name="ContentSource" content="镇党政办">`;

export const top = `<div class="header"><a href="/">首页</a><a href="/zwgk">政务公开</a><a href="/fw">办事服务</a>
<div id="nav"><ul><li><a href="1">政府信息公开指南</a></li><li><a href="2">政府信息公开年报</a></li><li><a href="3">法定主动公开内容</a></li></ul></div></div>
<div class="crumbs">当前位置：<a href="/">首页</a> &gt; <a href="/nb">政府信息公开年报</a></div>`;

export const tools = `<div class="info">发布日期：2022-01-25　来源：镇党政办　浏览次数：<span id="hits">35</span>　字号：[<a>大</a> <a>中</a> <a>小</a>]</div>
<div class="share">分享到：<a>微信</a> <a>微博</a></div>`;

export const bottom = `<p>上一篇：<a href="a">关于公布重大项目的通知</a></p><p>下一篇：<a href="b">没有了</a></p>
<p>【打印本页】 【关闭窗口】</p><div>扫一扫在手机打开当前页</div>`;

export const foot = `<div class="footer"><p>主办：青石镇人民政府　承办：镇党政办</p><p>网站标识码：0000000000　某ICP备00000000号-1</p></div>`;

export function page(body: string): string {
  return `<!DOCTYPE html>\n<html><head>${head}</head>\n<body>\n${body}\n</body></html>`;
}

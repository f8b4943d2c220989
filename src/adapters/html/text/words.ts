import { outlineLevel } from "../../../printed/enumerators.ts";
import { hasReportTitle, hasTableLabel } from "../../../printed/vocabulary.ts";

/** What the pages of government sites say around a report, and what only a report says. */

/** True for the report's own words: labels of the statutory tables and numbered headings. `text` has no white space. */
export function isEvidence(text: string): boolean {
  return text.length < 400 && (hasTableLabel(text) || isNumberedHeading(text));
}

export function isNumberedHeading(text: string): boolean {
  return text.length >= 4 && text.length <= 44 && outlineLevel(text) === 1 && !/\s/u.test(text);
}

export function isTableLabel(text: string): boolean {
  return text.length < 80 && hasTableLabel(text);
}

export function isReportTitle(text: string): boolean {
  return text.length <= 80 && hasReportTitle(text);
}

/** True for a sentence so long that no menu or footer would print it. */
export function isProse(text: string): boolean {
  return text.length >= 30 && /[。；]/.test(text);
}

const buttons =
  /(?:打印(?:本页|此页|本文|页面)?|关闭(?:窗口|本页|页面|此页)?|收藏(?:本页)?|分享(?:到|至)?|微信|微博|新浪(?:微博)?|QQ(?:空间|好友)?|腾讯微博|人人网|豆瓣|字[号体](?:大小)?|字体大小|默认|恢复|放大|缩小|超大|大|中|小|下载(?:本页|本文)?|导出|复制链接|朗读|语音播报|听全文|我要纠错|纠错|返回(?:顶部|首页|列表|上一页)?|回到顶部|TOP|无障碍(?:阅读|浏览)?|长者(?:模式|助手|版)|视力保护色|背景色|扫一扫.{0,24}|手机(?:扫码)?(?:查看|阅读|浏览)|二维码)/gi;
const punctuation = /[\s\u3000:：|｜/【】[\]（）()<>《》·,，、+\-—A]/g;
const chromeLine =
  /^(?:您?(?:当前|现在)(?:所在)?的?(?:位置|页面)|您(?:所在|所处)?的?位置|所在位置|首页\s*[>＞»›/]|[【[]?(?:上|下)一?[篇条页](?:[:：】\]]|$)|扫一扫|(?:相关|附件)(?:附件|下载|链接|阅读|新闻|信息|文章|文档|解读|稿件|推荐)[:：]?$|版权所有|[Cc]opyright|主办(?:单位)?[:：]|承办(?:单位)?[:：]|技术支持[:：]|网站标识码|(?:[\u4e00-\u9fff]{0,2})ICP备|[\u4e00-\u9fff]{0,2}公网安备|网站地图|站点地图|联系我们$|友情链接[:：]|您是(?:本站|本网)?第\d{1,9}位|党政机关网站|今天是|责任编辑[:：]|浏览(?:次数|量)[:：]|点击(?:数|率|量|次数)[:：]|阅读(?:次数|量|数)?[:：])/;

/** True for a line that belongs to the page and not to the report: tools, breadcrumbs, neighbouring pages, imprint. */
export function isBoilerplate(line: string): boolean {
  const text = line.trim();
  if (text.length > 160 || isNumberedHeading(text.replace(/\s/g, ""))) return false;
  if (chromeLine.test(text)) return !text.includes("。");
  const rest = text.replace(buttons, "");
  return rest !== text && rest.replace(punctuation, "") === "";
}

const imprint =
  /版权|主办|承办|ICP备|公安备|标识码|技术支持|浏览器|分辨率|门户网站|邮编|电话|传真|邮箱|地址[:：]/;

/**
 * True for words that headers and footers of sites use. Reports use them too, so they count only where the text's place
 * also points to the frame.
 */
export function isFrameText(text: string): boolean {
  return text.length <= 160 && (imprint.test(text) || isBoilerplate(text));
}

const chromeName =
  /(?:^|[\s_-])(?:nav|navbar|aside|navigation|menu|bread-?crumbs?|crumbs?|position|location|dqwz|weizhi|footer|foot|bottom|header|head|top|top-?bar|side-?bar|share|bdshare(?:buttonbox)?|print|tool-?bar|tools|related|relate|copyright|pager?|pagination|qr-?code|ewm|erweima|search|login|banner|logo|links?|friend-?links?|font-?size|zihao|prev|next|hot|rank)(?=$|[\s_\d-])/i;

export function isChromeName(names: string): boolean {
  return chromeName.test(names);
}

/** Names (tag, class or id) of the containers that common content management systems put around an article. */
const contentName =
  /(?:^|\s)(?:TRS_(?:Editor|UEDITOR|PreAppend)|trs_editor_view|UCAPCONTENT|ucap_content|zoom|zoomcon|article-?content|article_con(?:tent)?|pages?_content|news_content|con_content|xxgk_(?:content|con|detail)|content_body|detail_?content|vsb_content(?:_\w+)?|v_news_content|view|Custom_UnionStyle|NewsContent|ContentBody|mainText|main-txt|text_content|wp_articlecontent)(?=$|\s)/i;

export function isContentName(names: string): boolean {
  return contentName.test(names);
}

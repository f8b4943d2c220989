import type { ProseLine } from "../prose-line.ts";

export function withoutFoot<T extends ProseLine>(lines: readonly T[]): readonly T[] {
  let end = lines.length;
  while (end > 0) {
    const { text, section } = lines[end - 1]!;
    const within = ADDRESS.test(text) && FOOT.test(lines[end - 2]?.text ?? "");
    if (section !== undefined || text.length > LONGEST_FOOT || !(within || FOOT.test(text))) break;
    end--;
  }
  return lines.slice(0, end);
}

/** What pages print below a report. */
const FOOT =
  /版权所有|ICP备|公安备|公网安备|网站标识码|浏览(?:效果|器|次数|量)|^(?:主办|承办|技术支持|责任编辑|网站地图|联系我们|上一篇|下一篇|分享|打印|【?打印|关闭|【?关闭|扫一扫|返回顶部|附件下载$|相关(?:链接|附件))/u;

/** The site's own address, which belongs to the foot only below another line of it. */
const ADDRESS = /^(?:联系)?(?:地址|电话)[:：]/u;

const LONGEST_FOOT = 200;

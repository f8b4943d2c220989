import type { ProseLine } from "../prose-line.ts";
import type { Found } from "./found.ts";

export function headerFields(lines: readonly ProseLine[]): Map<string, Found> {
  const fields = new Map<string, Found>();
  for (const { text, at } of lines.slice(0, 60)) {
    // 来源：某局 发布时间：2024-01-12 浏览次数：210 is a single line.
    for (const part of HEADER_LINE.test(text) ? text.split(NEXT_LABEL) : []) {
      const match = HEADER_LINE.exec(part);
      const value = firstWord(part.slice(match?.[0].length ?? 0).trim());
      if (match && value !== "" && !LABEL_AGAIN.test(value) && !fields.has(match[1]!))
        fields.set(match[1]!, { value, raw: text, at });
    }
  }
  return fields;
}

/** Where a whole page runs on one line, a value ends at the first space. */
function firstWord(value: string): string {
  return value.includes("。") ? value.split(/[ \u3000]/u)[0]! : value;
}

/** `发布机构：…` and similar lines, as pages and crawlers print them above the report. */
export const HEADER_LINE =
  /^[【[]?\s{0,4}(标题|发布机构|公开机构|信息来源|来源|发布时间|发布日期|公开日期|发文日期|成文日期|生成日期|索引号|文号|发文字号|(?:时间|日期)(?=[:：]\s{0,4}20\d{2}[-./年]\d{1,2}[-./月]\d{1,2}(?!.{0,20}[至到])))\s{0,4}(?:[\]】]\s{0,4})?[:：]/u;

/** Behind an empty value stands the next label: 索引号 : 文 号 : 无. */
const LABEL_AGAIN = /^[\u4e00-\u9fff](?:[ \u3000]{0,4}[\u4e00-\u9fff]){1,4}[ \u3000]{0,4}[:：]/u;

const NEXT_LABEL = /(?<![ \u3000])[ \u3000]{1,40}(?=[【[]?[\u4e00-\u9fff]{2,5}[】\]]?[:：])/u;

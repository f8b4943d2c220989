import { inRelativeYears } from "../../printed/relative-years.ts";
import type { BlockTemplate } from "../../model/index.ts";

/** The block with 2023年 in its words as 本年, so that next year's report has the same. `year` is the report's. */
export function everyYear(block: BlockTemplate, year: number): BlockTemplate {
  const relative = (text: string) => inRelativeYears(text, year);
  return {
    ...block,
    ...(block.caption === undefined ? {} : { caption: relative(block.caption) }),
    columns: block.columns.map((it) => ({ ...it, label: relative(it.label), group: it.group.map(relative) })),
    rows: block.rows.map((it) => ({ ...it, label: relative(it.label), group: it.group.map(relative) })),
  };
}

/** A caption without the year before its words. */
export function withoutYear(caption: string): string {
  return caption.replace(/^(?:19|20)\d\d年度?的?(?=.{2})/u, "");
}

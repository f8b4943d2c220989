import type { ParagraphContext, DrawnPlace } from "./open-paragraph.ts";

/** Points from the top of a page: where its letterhead ends, and where its foot begins at the latest. */
export const HEAD = 150;
const FOOT = 640;
/** Points by which a header stands below the top of its page, and by which a footer may reach into the text. */
const HEADER = { above: 40, over: 60 };

/** True for what a header or footer shows in the margin of the page, where no table of the report is. */
export function isInMargin({ margin }: ParagraphContext, { top, height, isNear }: DrawnPlace): boolean {
  if (margin === undefined) return false;
  if (top === undefined) return true;
  if (!isNear) return top + height <= HEAD || top >= FOOT;
  return margin === "header" ? top + height <= HEAD - HEADER.above : top >= -HEADER.over;
}

import { finding } from "../../../findings/index.ts";
import type { Finding, Section } from "../../../model/index.ts";

/** Sections of papers sent along with a report are numbered by this plus the paper's ordinal, from 1. */
export const PAPERS = 200;

const ATTACHED = /^附件\s?[一二三四五六七八九十\d]{0,3}\s?[:：.、]?\s?/u;
/**
 * How the titles of other kinds of official papers end (Regulations on the Handling of Official Documents, Article 8),
 * and those of an office's rules.
 */
const KIND =
  /(?:制度|办法|通知|通报|方案|规定|意见|细则|来函|复函|的函|规范|名单|预案|流程|职责|请示|批复|守则|须知|决定|公告|纪要)$/u;
const LONGEST_TITLE = 60;

/** Whether a text begins as such a paper does, whatever follows. */
export function mayBeginPaper(text: string): boolean {
  return text.startsWith("附件");
}

/** Whether another paper begins at a line: 附件2 with the title of a paper behind it or on the next line. */
export function beginsPaper(text: string, next: string | undefined): boolean {
  const mark = ATTACHED.exec(text);
  if (!mark) return false;
  const title = (text.slice(mark[0].length) || (next ?? "")).trim();
  return title.length <= LONGEST_TITLE && KIND.test(title);
}

/** Reports the papers sent along with the report; each is kept as a section of its own. */
export function paperFindings(sections: readonly Section[]): readonly Finding[] {
  return sections.flatMap(({ number, title, paragraphs }, index) =>
    number < PAPERS
      ? []
      : [
          finding("other-paper", {
            path: `/report/sections/${index}`,
            args: { title: paragraphs[0] && title.length < 6 ? `${title} ${paragraphs[0]}` : title },
          }),
        ],
  );
}

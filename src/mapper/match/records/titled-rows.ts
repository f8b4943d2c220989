import type { Block, Template } from "../../../model/index.ts";
import { prepared } from "../../../arithmetic/prepared.ts";
import { hasEnumerator, withoutEnumerator } from "../../../printed/enumerators.ts";
import { normalizeLabel } from "../../../printed/folding.ts";
import type { KnownTable } from "../../form/known.ts";
import type { FormRow } from "../../rows/form-row.ts";
import { textsOf } from "./block-texts.ts";

/** A title is at most this long, including the office and the year before it. */
const LONGEST = 80;
/** What may stand before a title on its line: nothing, an office, a year, 表一, or a closing bracket. */
const BEFORE = /(?:^|[年度:)省市县区旗州盟镇乡局委办厅院会处所队站心校]|表[一二三四五六七八九十\d]{1,3})$/u;
/** What may stand behind it: nothing, its number, its unit, or 续表. */
const BEHIND =
  /^(?:$|\((?:续|单位|金额单位|表)[^()]*\)$|续|公开|金额单位|单位|编制单位|部门|表[一二三四五六七八九十\d])/u;
/** A line that ends the reach of the title above a table: a note, a sentence or a chapter. */
const ENDING = /。|^(?:注|说明|备注|第[一二三四五六七八九十]+[部章])/u;

/**
 * Gives a function that says whether a row may belong to a table, by the title printed above the row. This concerns
 * families that must be named, because several of their forms have the same headings (小计, 基本支出, 项目支出) and
 * only the title tells them apart. A row below no title may belong to any table, and tables of families that are
 * recognised without a title may take any row.
 */
export function titledRows(
  blocks: readonly Block[],
  templates: readonly Template[],
): (row: FormRow, known: KnownTable) => boolean {
  const titles = titlesOf(templates);
  if (titles.length === 0) return () => true;
  const lines = linesIn(blocks, titles);
  // Titles right below each other are a list of contents, except for one without an ordinal right above a table.
  const isListed = (index: number) => {
    const heads = (lines[index + 1]?.row ?? 0) > 0 && !hasEnumerator(lines[index]!.text);
    const beside = heads ? [] : [lines[index - 1]?.table, lines[index + 1]?.table];
    return beside.some((other) => other !== undefined && other !== lines[index]!.table);
  };
  const above = new Map<number, { row: number; table: string }[]>();
  let current: string | undefined;
  let seen = false;
  lines.forEach(({ block, row, table, text }, index) => {
    if (table !== undefined && !isListed(index)) [current, seen] = [table, false];
    else if (seen && row === 0 && ENDING.test(text)) current = undefined;
    seen ||= row > 0;
    const titled = above.get(block) ?? [];
    if (current !== undefined && titled.at(-1)?.table !== current)
      above.set(block, [...titled, { row, table: current }]);
  });
  return ({ block, row = 0 }, { template, table }) => {
    if (!template.named) return true;
    const title = above.get(block)?.findLast((one) => one.row <= row)?.table;
    return title === undefined || title === table.id;
  };
}

interface TitleLine {
  readonly block: number;
  /** Row of its grid, counted from 1; 0 for a line. */
  readonly row: number;
  readonly text: string;
  /** Id of the table whose title it is. */
  readonly table: string | undefined;
}

interface Title {
  readonly table: string;
  readonly text: string;
}

/**
 * The titles of all tables of families that must be named, the longest first, because many titles end in 支出决算表.
 */
const titlesOf = prepared((templates: readonly Template[]): readonly Title[] =>
  templates
    .filter(({ named }) => named)
    .flatMap(({ tables, sections }) =>
      tables.flatMap(({ id, title, section }) => {
        const own = sections.find(({ number }) => number === section);
        return [title, ...(own ? [own.title, ...own.aliases] : [])].map((text) => ({
          table: id,
          text: normalizeLabel(text),
        }));
      }),
    )
    .sort((a, b) => b.text.length - a.text.length),
);

/** Lines and rows of grids; in a row only a text that stands alone may be a title. */
function linesIn(blocks: readonly Block[], titles: readonly Title[]): readonly TitleLine[] {
  const line = (block: number, row: number, printed: string): TitleLine => {
    const text = normalizeLabel(printed);
    return { block, row, text, table: text.length > LONGEST ? undefined : titleIn(text, titles) };
  };
  return blocks.flatMap((block, index) =>
    textsOf(block).map(({ row, text, alone }) => line(index, row, alone ? text : "")),
  );
}

function titleIn(text: string, titles: readonly Title[]): string | undefined {
  const plain = withoutEnumerator(text);
  return titles.find((title) => {
    const at = plain.lastIndexOf(title.text);
    return at >= 0 && BEFORE.test(plain.slice(0, at)) && BEHIND.test(plain.slice(at + title.text.length));
  })?.table;
}

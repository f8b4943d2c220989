import type { Block, Grid } from "../../../model/index.ts";
import { normalizeLabel } from "../../../printed/folding.ts";
import type { Against, Own } from "../against.ts";
import { named, standingOf, type NamedOwn, LONGEST, ABOUT_TABLES, CHAPTER } from "./headings.ts";

/** The rows of a block that stand under one heading, from row `from` on. */
interface Section {
  readonly from: number;
  readonly against: readonly Against[];
}

export function standingByBlock(blocks: readonly Block[], own: Own): ReadonlyMap<number, readonly Section[]> {
  const found = new Map<number, readonly Section[]>();
  const whose = named(own);
  let appendix: readonly Against[] = [];
  let line: readonly Against[] = [];
  for (const [index, block] of blocks.entries()) {
    if (block.kind === "grid") {
      const sections = [{ from: 1, against: line }, ...captioned(block.grid, whose)];
      // The word for a sample holds for one table; a year may stand above several.
      line = sections.at(-1)!.against.filter(({ kind }) => kind !== "sample");
      const all = sections.map(({ from, against }) => ({ from, against: unique([...appendix, ...against]) }));
      if (all.some(({ against }) => against.length > 0)) found.set(index, all);
      continue;
    }
    const text = normalizeLabel(block.text);
    // The headings of columns on one line (序号 统计指标 单位 区直单位统计数) say nothing of the rows as a whole.
    if (CORNER.test(text) && block.text.trim().split(/\s+/u).length >= COLUMNS) continue;
    const says = standingOf(text, whose);
    if (APPENDIX.test(text) && text.length <= LONGEST) {
      const [samples, others] = [true, false].map((sample) =>
        (says ?? []).filter(({ kind }) => (kind === "sample") === sample),
      );
      appendix = [{ kind: "appendix", heading: block.text.trim() }, ...others!];
      line = samples!;
    } else if (says !== null) {
      // 合计 in a line of its own does not head another table, but it ends what was said about another office.
      const part = ABOUT_TABLES.test(text) ? [] : line.filter(({ kind }) => kind === "part");
      line = [...part, ...says];
    } else if (CHAPTER.test(text)) line = [];
    const against = unique([...appendix, ...line]);
    if (against.length > 0) found.set(index, [{ from: 1, against }]);
  }
  return found;
}

/**
 * Cuts a grid at rows of a single text that say whose the rows below are, because tables in text run on across
 * headings.
 */
function captioned({ cells }: Grid, own: NamedOwn): readonly Section[] {
  const texts = new Map<number, string | null>();
  for (const { row, text } of cells) {
    if (text.trim() !== "") texts.set(row, texts.has(row) ? null : text);
  }
  return [...texts].flatMap(([row, text]) => {
    if (text === null || text.length > LONGEST * 2) return [];
    const normalized = normalizeLabel(text);
    const says = standingOf(normalized, own) ?? (CHAPTER.test(normalized) ? [] : null);
    return says === null ? [] : [{ from: row, against: says }];
  });
}

function unique(all: readonly Against[]): readonly Against[] {
  return all.filter(({ kind }, index) => all.findIndex((other) => other.kind === kind) === index);
}

/** The heading over the labels of a list's rows, or over their numbers. */
const CORNER = /^(?:序号|统计指标|指标|信息内容|项目)/u;
/** A line with so many pieces, of which the first is the corner, holds the headings of columns. */
const COLUMNS = 3;

const APPENDIX = /^附(?:件|表|录|:|\d)/u;

import type { FormCell } from "../../arithmetic/paths.ts";
import { finding } from "../../findings/finding.ts";
import type { Finding, OtherTable, Section } from "../../model/index.ts";
import { foldDigits } from "../../printed/folding.ts";
import { prepared } from "../../arithmetic/prepared.ts";
import type { Check, CheckContext } from "../check.ts";

/** How a note below a table, or a sentence about one, begins. */
const NOTES = ["注", "备注", "说明", "更正", "更正说明", "勘误", "订正"];
const NOTE = new RegExp(`^[（(]?(?:${NOTES.join("|")})[一二三四五六\\d]?[：:]`, "u");
const OF_TABLE = /[上下本附]表|表中|表格|统计表|表[一二三四五六\d]|一栏/u;
const CORRECTS =
  /(?:应当?为|应是|应改为|[更改订修]正为|改为|实际(?:件?数)?(?:应)?为|实为)[^\d，,。；;]{0,6}(\d[\d,]*(?:\.\d+)?)/u;
/** What a note says of numbers that are not those of the year: 上表行政许可数为上半年数据. */
const OF_OTHER_TIME =
  /(?:为|系|是|截[至止]到?)(?:(20\d{2})年度?|(?:20\d{2}年)?(?:[上下]半年|第?[一二三四]季度|(?:[1-9]|1[01])月[底末份]?)|[上去]年度?)的?(?:累计)?(?:统计)?(?:数[据字量]?|统计|情况)(?=$|[、）)])/u;
/** Labels that many rows and columns share, so that they name none of them. */
const COMMON = /^(?:总计|合计|小计|其他|其它)$/u;
const LONGEST = 300;

/** Where a text says that a number of the report is wrong, no table need be named; what an office corrects elsewhere is none. */
const ERROR =
  /[由从]\d[\d,.]{0,12}\p{sc=Han}?[更订修]正为|(?:数|数量|数据|数字|统计)有误|现予?[更订修]正|误(?:写|填|报|印|作)|笔误|勘误/u;
/** A heading above corrections, and a heading of a table of them. */
const HEADING = /^(?:[一二三四五六七八九十]、)?(?:更正|勘误|订正)(?:说明|启事|公告|情况|内容|表)?[：:]?$/u;
const OF_CORRECTIONS = /更正|勘误|订正|改正|修正|应为/u;

/**
 * Text that corrects a cell of a table: 更正：上表行政许可应为99件; and tables that do, of 原文 and 更正. It is code and no
 * `facts` of a form, because the text itself says which cell it is about, and that may be any cell of any form.
 */
export const narrativeCorrection: Check = {
  rules: ["n-correction"],
  run: (context) => [
    ...context.report.sections.flatMap((section) => inSection(section, context)),
    ...context.report.otherTables.flatMap((table) => inTable(table, context)),
  ],
};

/** What words that correct end in, and how notes begin, whatever spaces stand between; few paragraphs hold it. */
const MAY_CORRECT = new RegExp(
  `[应当正改际数实]\\s*为|应\\s*是|^[\\s（(]{0,4}(?:${NOTES.map((word) => [...word].join("\\s*")).join("|")})`,
  "u",
);

function inSection({ title, paragraphs }: Section, context: CheckContext): readonly Finding[] {
  const from = HEADING.test(title) ? -1 : paragraphs.findIndex((text) => HEADING.test(text.trim()));
  const isBelow = (at: number) => (from >= 0 || HEADING.test(title)) && at > from;
  return paragraphs.flatMap((paragraph, at) =>
    isBelow(at) || MAY_CORRECT.test(paragraph)
      ? correctedIn(paragraph.replace(/\s+/gu, ""), isBelow(at), context)
      : [],
  );
}

/** A row of a table of corrections: the words that name the cell, and the number that is to stand there. */
function inTable({ title, columns, rows }: OtherTable, context: CheckContext): readonly Finding[] {
  if (![title ?? "", ...columns].some((text) => OF_CORRECTIONS.test(text))) return [];
  const column = columns.findLastIndex((text) => OF_CORRECTIONS.test(text));
  return rows.flatMap(({ labels, values }) => {
    const said = /\d[\d,]*(?:\.\d+)?/u.exec(foldDigits(values.at(column) ?? ""))?.[0];
    const quote = [...labels, ...values].join(" ");
    return said === undefined ? [] : correction(labels.join("").replace(/\s+/gu, ""), said, quote, context);
  });
}

function correctedIn(paragraph: string, isBelowHeading: boolean, context: CheckContext): Finding[] {
  const isNote = isBelowHeading || NOTE.test(paragraph);
  return foldDigits(paragraph)
    .split(/[。；;]/u)
    .flatMap((sentence): Finding[] => {
      if (sentence.length > LONGEST) return [];
      if (!isNote && !OF_TABLE.test(sentence) && !ERROR.test(sentence)) return [];
      const said = CORRECTS.exec(sentence)?.[1];
      if (said !== undefined) return correction(sentence, said, sentence, context);
      return isNote ? ofOtherTime(sentence, context) : [];
    });
}

function correction(words: string, said: string, quote: string, context: CheckContext): Finding[] {
  const expected = Number(said.replaceAll(",", ""));
  const paths = cellsNamed(words, context.cells)
    .map(({ pointer }) => pointer)
    .filter((it) => context.value(it) !== null);
  // The table was printed again with the number that the text gives.
  if (paths.length === 0 || paths.some((it) => context.value(it) === expected)) return [];
  const cell = paths.length === 1 ? { path: paths[0]!, actual: context.value(paths[0]!)! } : {};
  const args = { quote: quote.slice(0, 80) };
  return [finding("n-correction", { ...cell, paths, expected, args, at: context.at(paths[0]!) })];
}

function ofOtherTime(sentence: string, context: CheckContext): Finding[] {
  const clause = sentence.split(/[，,]/u).find((text) => {
    const found = OF_OTHER_TIME.exec(text);
    return found !== null && Number(found[1]) !== context.report.year;
  });
  if (clause === undefined) return [];
  const own = cellsNamed(clause, context.cells);
  const paths = (own.length > 0 ? own : cellsNamed(sentence, context.cells))
    .map(({ pointer }) => pointer)
    .filter((it) => context.value(it) !== null);
  return paths.length === 0
    ? []
    : [finding("n-correction", { paths, args: { quote: sentence.slice(0, 80) }, at: context.at(paths[0]!) })];
}

/** The cells of the rows that a sentence names, in the columns it names, if any. */
function cellsNamed(sentence: string, cells: readonly FormCell[]): readonly FormCell[] {
  const ofRows = cells.filter(({ row }) => wordsOf(row).some((word) => sentence.includes(word)));
  const ofBoth = ofRows.filter(({ column }) => wordsOf(column).some((word) => sentence.includes(word)));
  return ofBoth.length > 0 ? ofBoth : ofRows;
}

const wordsOf = prepared(({ label, aliases }: FormCell["row"] | FormCell["column"]): readonly string[] =>
  [label, ...aliases]
    .map((text) => text.split(/[（(]/u)[0]!.replace(/\s/gu, ""))
    .filter((text) => text.length >= 2 && !COMMON.test(text)),
);

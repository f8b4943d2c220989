import type { LineToken, Token } from "../../model/index.ts";
import { displayColumns, slice } from "../display.ts";
import { isNumber } from "../../printed/numbers.ts";
import type { RawCell } from "../grid.ts";
import { isBlank, lineAt, MAXIMUM_TABLE_ROWS, unescapeMarkdown, type Layout } from "../layout.ts";
import { mergeRows } from "../merge.ts";

const RULE = /^\s*-{2,}(?:\s+-{2,})+\s*$/u;
const FULL_RULE = /^\s*-{3,}\s*$/u;
/** Lines of header that a multiline table may have between its rules. */
const MOST_HEADER_LINES = 12;

/**
 * Pandoc's simple tables (a header, runs of dashes, one row a line, ended by a blank line) and multiline tables
 * (between two full rules, with a blank line between rows). The runs of dashes give the columns.
 */
export const pandocRuled: Layout = {
  id: "pandoc-ruled",
  description: "simple or multiline table, columns under runs of dashes",
  claim(tokens, index, table) {
    const first = lineAt(tokens, index);
    if (!first || isBlank(first.text)) return null;
    const full = FULL_RULE.test(first.text);
    const start = full ? index + 1 : index;
    const rule = columnRule(tokens, start, full ? MOST_HEADER_LINES : 1);
    if (rule === null) return null;
    const columns = ranges(lineAt(tokens, rule)!.text);
    const end = closing(tokens, rule);
    const multiline = end !== null && (full || rule === index) && hasGaps(tokens, rule, end);

    const rows: RawCell[][] = [];
    const header: LineToken[] = [];
    for (let i = start; i < rule; i++) header.push(lineAt(tokens, i)!);
    if (header.some((line) => !isBlank(line.text))) rows.push(cells(header, columns));

    const { groups, next } = rowsBelow(tokens, rule, multiline, MAXIMUM_TABLE_ROWS - rows.length);
    for (const group of groups) rows.push(cells(group, columns));
    return rows.length < 2 ? null : { grid: mergeRows("pandoc-ruled", table, rows, first.at), next };
  },
};

/** The rule whose runs of dashes give the columns, looked for below at most `headerLines` lines of header. */
function columnRule(tokens: readonly Token[], start: number, headerLines: number): number | null {
  for (let rule = start; rule <= start + headerLines; rule++) {
    const line = lineAt(tokens, rule);
    if (!line) return null;
    if (RULE.test(line.text)) return rule;
  }
  return null;
}

/** The lines of each row below the header's rule, `most` rows at most, and the token after the table. */
function rowsBelow(
  tokens: readonly Token[],
  rule: number,
  multiline: boolean,
  most: number,
): { readonly groups: readonly LineToken[][]; readonly next: number } {
  const groups: LineToken[][] = [];
  let group: LineToken[] = [];
  let next = rule + 1;
  const close = () => {
    if (group.length > 0) groups.push(group);
    group = [];
  };
  for (; next < tokens.length; next++) {
    const line = lineAt(tokens, next);
    if (!line || groups.length === most) break;
    if (FULL_RULE.test(line.text) || RULE.test(line.text)) {
      next += 1;
      break;
    }
    if (!isBlank(line.text)) group.push(line);
    else if (!multiline) break;
    if (!multiline || isBlank(line.text)) close();
  }
  close();
  return { groups, next };
}

/** The rule that ends the table, if it has one; a table without a header stands between two equal rules. */
function closing(tokens: readonly Token[], rule: number): number | null {
  const text = lineAt(tokens, rule)!.text.trim();
  for (let next = rule + 1; next - rule < 2_000; next++) {
    const line = lineAt(tokens, next);
    if (!line) return null;
    if (line.text.trim() === text || FULL_RULE.test(line.text)) return next;
  }
  return null;
}

/** Whether blank lines stand between the rows, which shows that they are multiline. */
function hasGaps(tokens: readonly Token[], rule: number, end: number): boolean {
  return tokens.slice(rule + 1, end - 1).some((token) => token.kind === "line" && isBlank(token.text));
}

function ranges(rule: string): { start: number; end: number }[] {
  return [...rule.matchAll(/-+/gu)].map((run) => ({ start: run.index, end: run.index + run[0].length }));
}

/**
 * The last column runs to the end of the line; the gap before a column belongs to the column to the left of the gap. A
 * number that runs through the border of two columns is doubtful in both. Words that do, as headings one of which is
 * gone, stand over no column: they are the text of the whole line.
 */
function cells(lines: readonly LineToken[], columns: readonly { start: number; end: number }[]): RawCell[] {
  const drawn = lines.map((line) => displayColumns(line.text));
  const { at } = lines[0]!;
  if (
    !lines.some(({ text }) => text.split(/\s+/u).some(isNumber)) &&
    drawn.some((line) => crossesBorders(line, columns))
  ) {
    const whole = lines.map(({ text }) => unescapeMarkdown(text.trim())).join("\n");
    return columns.map((_, index) => ({ text: index === 0 ? whole : "", at }));
  }
  const cuts = columns.map(({ start }) =>
    drawn.some((line) => isDigit(line[start - 1]) && isDigit(line[start])),
  );
  return columns.map(({ start }, index) => {
    const text = drawn
      .map((line) => unescapeMarkdown(slice(line, index === 0 ? 0 : start, columns[index + 1]?.start).trim()))
      .filter((text) => text !== "")
      .join("\n");
    const isCut = (index > 0 && cuts[index]) || cuts[index + 1];
    return isCut ? { text, at, doubt: { kind: "unreadable", reason: "merged-cell" } } : { text, at };
  });
}

/** Whether ink stands on both sides of a border. The second half of a wide character is ink. */
function crossesBorders(
  line: readonly (string | null)[],
  columns: readonly { readonly start: number }[],
): boolean {
  const isInk = (character: string | null | undefined) => character === null || /\S/u.test(character ?? "");
  return columns.some(({ start }, index) => index > 0 && isInk(line[start - 1]) && isInk(line[start]));
}

function isDigit(character: string | null | undefined): boolean {
  return /^\d$/u.test(character ?? "");
}

import type { GridCell } from "../../../model/index.ts";
import { isNumber, isStandIn, isValue } from "../../../printed/numbers.ts";
import { withoutFillers } from "./row-cells.ts";

/** Labels and values of a row; null where it has no values: a header, a caption, a group's label alone. */
export function splitRow(cells: readonly GridCell[], kinds: Kinds, valueColumn: number, last: boolean) {
  // A number alone over the whole width was parted from its label, as by an empty line in text of one cell a line.
  if (cells.length === 1 && valueColumn > 1 && isFilledIn(kinds[0]!)) return { labels: [], values: cells };
  // A value merged over the label columns before it still ends among the values.
  let start = cells.findIndex(
    (cell, at) =>
      cell.column >= valueColumn ||
      (cell.column > 1 && cell.column + cell.columnSpan > valueColumn && isFilledIn(kinds[at]!)),
  );
  if (start < 0) return null;
  // A fragment before a label may push it to the right (（三）不 | 4.保护第三方合法权益 | 0 …).
  const lastFilled = kinds.findLastIndex(isFilledIn);
  while (start < lastFilled && kinds[start] === "words" && LABEL.test(cells[start]!.text)) start += 1;
  // A row whose labels were lost may begin with its values.
  while (start > 0 && isFilledIn(kinds[start - 1]!)) start -= 1;
  const [labels, values] = [cells.slice(0, start), withoutFillers(cells.slice(start))];
  let [numbers, texts] = [0, 0];
  for (let at = start; at < start + values.length; at++) {
    if (isFilledIn(kinds[at]!)) numbers += 1;
    else if (kinds[at] === "words") texts += 1;
  }
  if (
    numbers === 0 &&
    (texts > 0 || (labels.every((cell) => cell.text.trim() === "") && !(valueColumn === 1 && last)))
  )
    return null;
  return texts > numbers || values.length === 0 ? null : { labels, values };
}

/** The grid column where values begin, by vote of the rows that end in numbers or, in blank forms, in empty cells. */
export function firstColumnOfValues(
  table: readonly (readonly GridCell[])[],
  kinds: readonly Kinds[],
): number | null {
  const votes = new Map<number, number>();
  const starts = kinds.map((own) => (isOfValues(own) ? 0 : own.lastIndexOf("words") + 1));
  const vote = (isCounted: (cells: readonly GridCell[], start: number, own: Kinds) => boolean) => {
    for (const [index, cells] of table.entries()) {
      const start = starts[index]!;
      if (start === cells.length || !isCounted(cells, start, kinds[index]!)) continue;
      const { column } = cells[start]!;
      votes.set(column, (votes.get(column) ?? 0) + 1);
    }
  };
  // A row with only its number, as below the end of the shorter of two halves, has a blank label and does not vote.
  vote(
    (cells, start, own) => own.includes("number", start) && (start > 0 || cells[start]!.text.trim() !== ""),
  );
  if (votes.size === 0) vote((_, start, own) => own.includes("number", start));
  if (votes.size === 0) vote((cells, start) => cells.length - start >= 2 && cells[start]!.column > 1);
  if (
    votes.size === 0 &&
    table.length > 1 &&
    table.at(-1)!.length > 1 &&
    table.at(-1)!.every((cell) => isValue(cell.text))
  )
    return 1;
  return [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? null;
}

/** A row with a word among so many cells, all others of which are numbers, has no label: table 4 with 见附件 in a cell. */
const MANY = 10;

function isOfValues(own: Kinds): boolean {
  const word = own.indexOf("words");
  return own.length >= MANY && word > 1 && own.every((kind, at) => at === word || isFilledIn(kind));
}

/**
 * A numbered label, with three Chinese characters. Words without a number in the first column of values, such as 见附件,
 * stand in the place of one.
 */
const LABEL =
  /^[(（]?(?:\d{1,2}[.、．)）]|[一二三四五六七八九十]{1,3}[、)）]).*[\u4e00-\u9fff].*[\u4e00-\u9fff].*[\u4e00-\u9fff]/su;

/** What each cell of a row holds, found out once. */
type Kinds = readonly CellKind[];

type CellKind = "number" | "mark" | "empty" | "words";

/** A mark stands for a number, even as unreadable ink: a dash on a scan that was not made out is no label. */
export function cellKind({ text, doubt }: GridCell): CellKind {
  if (isNumber(text)) return "number";
  if (isStandIn(text)) return "mark";
  if (doubt?.kind === "unreadable" && text.trim() !== "" && !/\p{Script=Han}/u.test(text)) return "mark";
  return isValue(text) ? "empty" : "words";
}

function isFilledIn(kind: CellKind): boolean {
  return kind === "number" || kind === "mark";
}

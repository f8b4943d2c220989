import type { LineToken } from "../../model/index.ts";
import { joinedWords, LONGEST_HEADING, type SpacedChunk, type Printed } from "./chunks.ts";
import type { SpacedColumn } from "./columns.ts";
import { centre } from "./width.ts";

/** The texts of a line: the pieces of its label, one below the other, and one text for each column. */
export interface PlacedRow {
  readonly line: LineToken;
  readonly texts: readonly string[];
  readonly numeric: boolean;
}

/**
 * If placing a line would take more comparisons of pieces with columns than this, each piece takes the nearest column.
 */
const SEARCHED = 4_096;

/**
 * Puts the pieces of each line under the columns they stand nearest to, in order, and no two in one column while there
 * is room.
 */
export function placeRow(printed: Printed, columns: readonly SpacedColumn[]): PlacedRow {
  const { line, parts, numeric } = printed;
  const texts: string[] = Array.from({ length: columns.length + 1 }, () => "");
  const { label, rest, targets } = laidOut(printed, columns);
  const put = (column: number, text: string, between: string) => {
    texts[column] = texts[column] === "" ? text : `${texts[column]!}${between}${text}`;
  };
  for (const part of parts) if (label.includes(part)) put(0, part.text, "\n");
  rest.forEach((part, index) => put(1 + targets[index]!, part.text, " "));
  return { line, texts, numeric };
}

interface LaidOut {
  readonly label: readonly SpacedChunk[];
  readonly rest: readonly SpacedChunk[];
  /** The column of each piece that is not part of the label. */
  readonly targets: readonly number[];
}

function laidOut({ parts, values, numeric }: Printed, columns: readonly SpacedColumn[]): LaidOut {
  // The line has a heading over each column and one over the labels.
  if (!numeric && parts.length === columns.length + 1)
    return { label: parts.slice(0, 1), rest: parts.slice(1), targets: columns.map((_, index) => index) };
  // If there are as many values as columns, they go in order, because a long label pushes them out of line.
  const inOrder = values.length === columns.length;
  const edge = inOrder ? values[0]!.start : columns[0]!.start;
  const isLabel = (part: SpacedChunk, index: number) =>
    !values.includes(part) &&
    (part.end <= edge || (index === 0 && part.start + 2 < edge && centre(part) <= edge));
  const label = parts.filter(isLabel);
  const own = parts.filter((part, index) => !isLabel(part, index));
  const rest = numeric ? own : wholeHeadings(own, columns);
  if (inOrder && rest.length === values.length)
    return { label, rest, targets: rest.map((_, index) => index) };
  const targets = nearest(rest, columns);
  // The heading of the first column may stand left of its numbers, beside the heading over the labels.
  const last = label.at(-1);
  const heads = !numeric && rest.length >= 2 && label.length >= 2 && last!.text.length <= LONGEST_HEADING;
  return heads && targets[0] !== 0
    ? { label: label.slice(0, -1), rest: [last!, ...rest], targets: [0, ...targets] }
    : { label, rest, targets };
}

/**
 * Joins headings that were cut: the two words of `尚未 审结`, one space apart and both over one column, are one
 * heading; over two columns they are two.
 */
function wholeHeadings(
  parts: readonly SpacedChunk[],
  columns: readonly SpacedColumn[],
): readonly SpacedChunk[] {
  return joinedWords(parts, (last, part) => nearestColumn(last, columns) === nearestColumn(part, columns));
}

/** The column of each piece such that the sum of the distances is least. */
function nearest(parts: readonly SpacedChunk[], columns: readonly SpacedColumn[]): readonly number[] {
  if (parts.length > columns.length || parts.length * columns.length > SEARCHED)
    return parts.map((part) => nearestColumn(part, columns));
  const costs: number[][] = [new Array<number>(columns.length + 1).fill(0)];
  parts.forEach((part, index) => {
    const row = new Array<number>(columns.length + 1).fill(Infinity);
    for (let column = index; column < columns.length; column++) {
      const here = costs[index]![column]! + distance(part, columns[column]!);
      row[column + 1] = Math.min(row[column]!, here);
    }
    costs.push(row);
  });
  const found: number[] = [];
  let column = columns.length;
  for (let index = parts.length; index > 0; index--) {
    while (costs[index]![column] === costs[index]![column - 1]) column -= 1;
    column -= 1;
    found.unshift(column);
  }
  return found;
}

/** The column whose middle is nearest to the middle of a piece. */
export function nearestColumn(part: SpacedChunk, columns: readonly SpacedColumn[]): number {
  let best = 0;
  columns.forEach((column, index) => {
    if (distance(part, column) < distance(part, columns[best]!)) best = index;
  });
  return best;
}

function distance(part: SpacedChunk, column: SpacedColumn): number {
  return Math.abs(centre(part) - centre(column));
}

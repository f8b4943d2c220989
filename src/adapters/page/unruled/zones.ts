import { outlineLevel } from "../../../printed/enumerators.ts";
import { isFilled } from "../../../printed/numbers.ts";
import { endsLikeChapter } from "../../../printed/vocabulary.ts";
import { chunksOf } from "./chunks.ts";
import type { Chunk } from "./chunks.ts";
import type { PrintedLine } from "../sheet/printed-line.ts";
import {
  FEWEST_LABELS,
  FEW_NUMBERS,
  FULL,
  HEADING_GAP,
  INDENT,
  LARGER_SIZE,
  LONG_PIECES,
  NARROW,
  OTHER_SIZE,
  OVERLAP,
  SAME_EDGE,
  SINGLE_LINES,
  TABLE_END,
} from "./tolerances.ts";

/** A run of printed lines: prose, or what looks like a table without rules. */
export type Zone =
  | { readonly kind: "prose"; readonly lines: readonly PrintedLine[] }
  | {
      readonly kind: "table";
      readonly rows: readonly (readonly Chunk[])[];
      readonly lines: readonly PrintedLine[];
    };

/**
 * The height of the virtual page that each page is given below the one before; only order and distance on one page
 * matter.
 */
const PAGE = 100_000;

export function findZones(lines: readonly PrintedLine[]): Zone[] {
  const rows = lines.map((line) => ({
    line,
    chunks: line.line.glyphs[0]?.angle === 0 ? chunksOf(line, line.page * PAGE) : [],
  }));
  const zones: Zone[] = [];
  let prose: PrintedLine[] = [];
  for (let first = 0; first < rows.length;) {
    const end = zoneEnd(rows, first);
    if (end === first) {
      prose.push(rows[first]!.line);
      first++;
      continue;
    }
    if (prose.length > 0) zones.push({ kind: "prose", lines: prose });
    prose = [];
    const members = rows.slice(first, end);
    zones.push({
      kind: "table",
      rows: members.map(({ chunks }) => chunks),
      lines: members.map(({ line }) => line),
    });
    first = end;
  }
  if (prose.length > 0) zones.push({ kind: "prose", lines: prose });
  return zones;
}

interface Row {
  readonly line: PrintedLine;
  readonly chunks: readonly Chunk[];
}

/** Where the table that begins at `first` ends; `first` itself when none does. */
function zoneEnd(rows: readonly Row[], first: number): number {
  let end = first;
  let tabular = 0;
  let single = 0;
  for (let index = first; index < rows.length; index++) {
    const row = rows[index]!;
    if (isHeading(row, rows[index - 1], rows[index + 1])) break;
    if (index > first && breaks(rows[index - 1]!, row)) break;
    if (row.chunks.length >= 2) {
      tabular++;
      single = 0;
      end = index + 1;
    } else if (index > first && index === end && overlaps(rows[index - 1]!, row)) end = index + 1;
    else {
      const isLabel = isNarrow(row) || isInnerLabel(row, rows.slice(first, end));
      if (isProse(row) || ++single > (isLabel ? SINGLE_LINES.narrow : SINGLE_LINES.wide)) break;
    }
  }
  if (tabular < 2) return first;
  // A caption just above its header belongs to the table; a title of another size does not come this far.
  const members = rows.slice(first, end);
  return isTable(members) ? end : first;
}

/** Whether aligned rows make a table: they have a column of numbers, or three columns that repeat. */
function isTable(rows: readonly Row[]): boolean {
  const tabular = rows.filter(({ chunks }) => chunks.length >= 2);
  const numeric = tabular.filter(({ chunks }) => chunks.some(({ text }) => isFilled(text))).length;
  const characters = rows.flatMap(({ chunks }) => chunks.map(({ text }) => text.length));
  const average = characters.reduce((sum, length) => sum + length, 0) / characters.length;
  // Two columns of prose have long pieces and few numbers.
  if (average > LONG_PIECES && numeric < FEW_NUMBERS * tabular.length) return false;
  if (numeric >= 2) return sharesColumn(tabular, isFilled);
  return (
    tabular.length >= 3 &&
    tabular.filter(({ chunks }) => chunks.length >= 3).length >= 2 &&
    sharesColumn(tabular, () => true)
  );
}

function sharesColumn(rows: readonly Row[], counts: (text: string) => boolean): boolean {
  let pairs = 0;
  for (let i = 1; i < rows.length; i++)
    for (const chunk of rows[i]!.chunks.slice(1)) {
      if (!counts(chunk.text)) continue;
      if (rows[i - 1]!.chunks.slice(1).some((other) => other.left < chunk.right && other.right > chunk.left))
        pairs++;
    }
  return pairs >= 1;
}

function breaks(before: Row, row: Row): boolean {
  const size = Math.max(before.line.line.size, row.line.line.size);
  if (
    Math.abs(before.line.line.size - row.line.line.size) > OTHER_SIZE * size &&
    (row.chunks.length < 2 || before.chunks.length < 2)
  )
    return true;
  return (
    before.line.page === row.line.page &&
    row.line.line.baseline - before.line.line.baseline > TABLE_END * size
  );
}

/**
 * Whether two lines are nearer than two lines of one text, so that they are parts of one row of a table, set at two
 * heights.
 */
function overlaps({ line: a }: Row, { line: b }: Row): boolean {
  return (
    a.page === b.page && b.line.baseline - a.line.baseline < OVERLAP * Math.min(a.line.size, b.line.size)
  );
}

/**
 * Whether a row is a section's heading, alone on its line. Row labels of the form are numbered the same way,
 * 一、本年新收…, and stand alone where they wrap beside a number on their middle line, so only the heading's words, its
 * weight, its size or its distance shows the difference.
 */
function isHeading(row: Row, before: Row | undefined, after: Row | undefined): boolean {
  const { line, chunks } = row;
  const { text, glyphs, baseline, size } = line.line;
  if (chunks.length !== 1 || outlineLevel(text) !== 1) return false;
  if (endsLikeChapter(text)) return true;
  if (before === undefined || (after !== undefined && overlaps(row, after))) return false;
  const isLarger = (other: Row) => size > LARGER_SIZE * other.line.line.size;
  if (after !== undefined && isLarger(before) && isLarger(after)) return true;
  const isBold = (one: readonly { readonly bold: boolean }[]) => one.every(({ bold }) => bold);
  if (isBold(glyphs) && !isBold(before.line.line.glyphs)) return true;
  return before.line.page === line.page && baseline - before.line.line.baseline > HEADING_GAP * size;
}

/** Whether a line is as narrow as the lines of a label in a column of a few characters. */
function isNarrow({ line, chunks }: Row): boolean {
  return chunks.every(({ left, right }) => right - left < NARROW * (line.right - line.left));
}

/**
 * Whether a line alone is one of a label within another's rows: it begins where the first texts of several rows do,
 * right of the table's edge, and ends before their next ones.
 */
function isInnerLabel({ chunks: [chunk] }: Row, before: readonly Row[]): boolean {
  if (chunk === undefined) return false;
  const edge = Math.min(...before.flatMap(({ chunks }) => chunks.map(({ left }) => left)));
  if (chunk.left <= edge + INDENT) return false;
  const beside = before.flatMap(({ chunks: [label, next] }) =>
    label !== undefined && next !== undefined && Math.abs(label.left - chunk.left) < SAME_EDGE ? [next] : [],
  );
  return beside.length >= FEWEST_LABELS && beside.every(({ left }) => left > chunk.right);
}

/** Whether a line fills most of the measure, or ends a sentence. */
function isProse({ line, chunks }: Row): boolean {
  const measure = line.right - line.left;
  const chunk = chunks[0];
  return chunk === undefined || chunk.right - chunk.left > FULL * measure || /[。；]$/.test(chunk.text);
}

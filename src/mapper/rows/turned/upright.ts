import { finding } from "../../../findings/finding.ts";
import type { Block, Finding, Grid, Template } from "../../../model/index.ts";
import { turnableForms, likeliest, type TurnableForms, type FormTable } from "./forms.ts";
import { coveringRows, stackedRegions, type GridPart } from "./geometry.ts";
import { turnUpright, withoutCaptions, type TurnedTable } from "./turn.ts";
import { isBeside, isFigure, isWording, wordOf, type Vocabulary } from "./vocabulary.ts";

export interface UprightBlocks {
  readonly blocks: readonly Block[];
  readonly diagnostics: readonly Finding[];
  /**
   * Tables of forms whose labels stand in a table that could not be turned. If the document has no other copy, their
   * cells are missing.
   */
  readonly askew: readonly FormTable[];
}

/** Fewer labels than this may belong to any form. */
const FEW = 3;

/** From so many numbers in a row on a blank cell at its end is an exception. */
const MANY = 5;

/** A table with more cells than this is not one that was printed turned. */
const MAXIMUM_CELLS = 2_000;

/**
 * The document with its tables made upright where they were printed another way round: with rows as columns, or with
 * numbers before their labels. A table is turned only if every word in it is a form's and exactly one way of turning
 * makes it what the form prints. Tables whose columns are made by spaces are not turned, because which number stands
 * above which is a guess there.
 */
export function uprightBlocks(blocks: readonly Block[], templates: readonly Template[]): UprightBlocks {
  const diagnostics: Finding[] = [];
  const askew: FormTable[] = [];
  const forms = turnableForms(templates);
  const upright = blocks.map((block): Block => {
    if (block.kind === "line" || !mayBeTurned(block.grid, forms)) return block;
    const turned = turnedBy(block.grid, forms);
    if (turned === null) {
      askew.push(...likeliestForm(block.grid, forms));
      return block;
    }
    diagnostics.push(finding("table-turned", { at: block.grid.at, args: { title: turned.title } }));
    diagnostics.push(...filledUp(block.grid));
    return { kind: "grid", grid: turned.grid };
  });
  return { blocks: diagnostics.length === 0 ? blocks : upright, diagnostics, askew };
}

/**
 * The rows of a table that was turned, each of which may have lost a cell and been filled up with a blank one at its
 * end: after so many numbers it alone is blank.
 */
function filledUp(grid: Grid): readonly Finding[] {
  return coveringRows(grid).flatMap((cells) => {
    const blank = cells.findIndex(({ text }) => text.trim() === "");
    if (blank !== cells.length - 1 || cells.filter(({ text }) => isFigure(text)).length < MANY) return [];
    return [finding("short-row", { at: cells[0]!.at, args: { count: 1 } })];
  });
}

/** The form most of whose labels stand in a grid; none where too few do. */
function likeliestForm(grid: Grid, { tables }: TurnableForms): readonly FormTable[] {
  const words = new Set(grid.cells.filter(({ text }) => isWording(text)).map(({ text }) => wordOf(text)));
  return likeliest(tables, ({ labels }) => {
    const seen = labels.filter((names) => names.some((name) => words.has(name))).length;
    return seen < FEW ? 0 : seen / labels.length;
  });
}

/** The first number tells it of nearly every table: behind the label of a row, or, where nothing stands before it, below a heading. */
function mayBeTurned(grid: Grid, { rows, columns }: TurnableForms): boolean {
  if (grid.layout === "aligned" || grid.cells.length > MAXIMUM_CELLS) return false;
  const first = grid.cells.find(({ text }) => isFigure(text));
  if (!first) return false;
  const row = grid.cells
    .filter((cell) => cell.row <= first.row && first.row < cell.row + cell.rowSpan)
    .filter(({ text }) => isWording(text) && !isBeside(text))
    .sort((a, b) => a.column - b.column);
  const label = row.findLast(({ column }) => column < first.column);
  // Labels on both sides of a number are those of two halves beside each other.
  if (row.some(({ column }) => column > first.column)) return !label || !rows.has(wordOf(label.text));
  if (label) return !rows.has(wordOf(label.text)) || columns.has(wordOf(label.text));
  return !grid.cells.some(
    ({ row, column, columnSpan, text }) =>
      row < first.row &&
      column <= first.column &&
      column + columnSpan > first.column &&
      columns.has(wordOf(text)),
  );
}

/** The grid as the forms print it whose words are all of its own; null where they do not agree, or there is none. */
function turnedBy(
  grid: Grid,
  { tables, rows }: TurnableForms,
): { readonly grid: Grid; readonly title: string } | null {
  const { captions, body } = withoutCaptions(grid, rows);
  if (body === null) return null;
  const words = body.cells
    .filter(({ text }) => isWording(text) && !isBeside(text))
    .map(({ text }) => wordOf(text));
  const found = tables.flatMap(({ title, vocabulary }) => {
    const turned = isKnown(words, vocabulary) ? turnUpright(body, vocabulary) : null;
    return turned ? [{ title, turned }] : [];
  });
  if (new Set(found.map(({ turned }) => turned.way)).size !== 1) return null;
  return { grid: gridOf(grid, captions, found[0]!.turned), title: found[0]!.title };
}

/** Whether every word is one of the form's, two labels of rows or headings among them. */
function isKnown(words: readonly string[], { rows, columns, around }: Vocabulary): boolean {
  const telling = new Set(words.filter((word) => rows.has(word) || columns.has(word)));
  return telling.size >= 2 && words.every((word) => telling.has(word) || around.has(word));
}

function gridOf(grid: Grid, captions: readonly GridPart[], { region }: TurnedTable): Grid {
  return { ...grid, ...stackedRegions([...captions, region]) };
}

import type { GridCell } from "../../../model/index.ts";
import { normalizeLabel } from "../../../printed/folding.ts";
import { numbersRows } from "../column-numbers.ts";
import {
  coveringRows,
  rowsBetween,
  stackedRegions,
  transposed,
  withColumns,
  type GridPart,
} from "./geometry.ts";
import { countersIn, isUpright } from "./upright-form.ts";
import { isFigure, isWording, wordOf, type Vocabulary } from "./vocabulary.ts";

/** A way to turn a table upright. */
type Turn = (region: GridPart) => GridPart | null;

/** Puts the label columns first, in their order or, in a mirrored table, in the reverse order. */
const labelsFirst: Turn = (region) => labelsBefore(region, false);
const mirrored: Turn = (region) => labelsBefore(region, true);

const TURNS: Readonly<Record<string, Turn>> = {
  transposed,
  "labels-first": labelsFirst,
  mirrored,
  "transposed labels-first": (region) => labelsFirst(transposed(region)),
  "transposed mirrored": (region) => mirrored(transposed(region)),
};

export interface TurnedTable {
  readonly way: string;
  readonly region: GridPart;
}

/** The table turned upright band by band, all bands in the same way; null where no way makes it upright. */
export function turnUpright(region: GridPart, vocabulary: Vocabulary): TurnedTable | null {
  if (isUpright(region, vocabulary)) return null;
  const bands = bandsOf(region, vocabulary);
  if (bands === null) return null;
  for (const [way, turn] of Object.entries(TURNS)) {
    const turned = bands.map((band) => turnBand(band, turn, vocabulary));
    if (!turned.includes(null)) return { way, region: stackedRegions(turned as readonly GridPart[]) };
  }
  return null;
}

function turnBand(band: GridPart, turn: Turn, vocabulary: Vocabulary): GridPart | null {
  const { captions, body } = withoutCaptions(band, vocabulary.rows);
  if (body === null) return band;
  const turned = turn(body);
  return turned && isUpright(turned, vocabulary) ? stackedRegions([...captions, turned]) : null;
}

/**
 * Separates the rows at the top with a single text or none, each as a region of its own, from what is below them. A
 * row's label is no caption.
 */
export function withoutCaptions(
  region: GridPart,
  labels: { readonly has: (word: string) => boolean },
): { readonly captions: readonly GridPart[]; readonly body: GridPart | null } {
  const captions: GridPart[] = [];
  for (const [index, cells] of coveringRows(region).entries()) {
    const texts = [...new Set(cells.map(({ text }) => text.trim()).filter((text) => text !== ""))];
    const isCaption =
      texts.length === 0 || (texts.length === 1 && isWording(texts[0]!) && !labels.has(wordOf(texts[0]!)));
    const caption = isCaption ? rowsBetween(region, index + 1, index + 2) : null;
    if (caption === null) return { captions, body: rowsBetween(region, index + 1, region.height + 1) };
    captions.push(caption);
  }
  return { captions, body: null };
}

/**
 * Cuts a table that holds several bands. A band begins at a row of labels without numbers that follows rows of numbers
 * (or the other way round, where numbers come first), including the captions right above it.
 */
function bandsOf(region: GridPart, { rows: labels }: Vocabulary): readonly GridPart[] | null {
  const kinds = coveringRows(region).map((cells) => kindOf(cells, labels));
  const first = kinds.find((kind) => kind === "labels" || kind === "numbers");
  const starts = [1];
  let seen = false;
  kinds.forEach((kind, index) => {
    if (kind !== "labels" && kind !== "numbers") return;
    let from = index;
    while (kinds[from - 1] === "caption") from -= 1;
    if (kind === first && seen) starts.push(from + 1);
    seen = kind !== first;
  });
  const bands = starts.map((from, index) =>
    rowsBetween(region, from, starts[index + 1] ?? region.height + 1),
  );
  return bands.includes(null) ? null : (bands as readonly GridPart[]);
}

function kindOf(
  cells: readonly GridCell[],
  labels: Vocabulary["rows"],
): "labels" | "numbers" | "caption" | "other" {
  const counts = cells.some(({ text }) => numbersRows(normalizeLabel(text)));
  if (!counts && cells.some(({ text }) => isFigure(text))) return "numbers";
  if (cells.some(({ text }) => labels.has(wordOf(text)))) return "labels";
  return new Set(cells.map(({ text }) => text.trim()).filter((text) => text !== "")).size <= 1
    ? "caption"
    : "other";
}

/**
 * Moves the columns that have words beside numbers before the columns that have the numbers; null where the two cannot
 * be told apart, or where they stand so already.
 */
function labelsBefore(region: GridPart, mirror: boolean): GridPart | null {
  const counters = countersIn(region);
  const numbered = coveringRows(region).filter((cells) => cells.some(({ text }) => isFigure(text)));
  const isIn = (column: number, test: (text: string) => boolean) =>
    numbered.some((cells) =>
      cells.some(
        (cell) => cell.column <= column && cell.column + cell.columnSpan > column && test(cell.text),
      ),
    );
  const columns = Array.from({ length: region.width }, (_, index) => index + 1);
  const values = columns.filter((column) => !counters.has(column) && isIn(column, isFigure));
  if (values.some((column) => isIn(column, isWording))) return null;
  const labels = columns.filter((column) => !values.includes(column));
  if (labels.length === 0 || values.length === 0 || labels.at(-1)! < values[0]!) return null;
  return withColumns(region, [...(mirror ? labels.toReversed() : labels), ...values]);
}

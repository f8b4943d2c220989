import type { Block, Template } from "../../../model/index.ts";
import { normalizeLabel } from "../../../printed/folding.ts";
import { isUnit } from "../../../printed/units.ts";
import { turnableForms, likeliest, type FormTable } from "./forms.ts";
import { isWording } from "./vocabulary.ts";

/** A label with fewer characters may stand in many a sentence. */
const LONG_LABEL = 5;
/** So many labels of one form never stand in prose. */
const MANY = 6;
/**
 * When a label is broken over lines between other labels, at least this share of its pairs of neighbouring characters
 * is left.
 */
const PAIRS_LEFT = 0.5;
/** A cell that stands on a line beside other cells has no more characters. */
const LONGEST_CELL = 20;

/**
 * The form most of whose labels stand in a document although no table was read from it; none where too few do. Numbers
 * and units stand between the pieces of a wrapped label, and so do pieces of other labels where spaces alone make the
 * columns.
 */
export function unreadForm(blocks: readonly Block[], templates: readonly Template[]): readonly FormTable[] {
  const text = blocks
    .flatMap((block) => (block.kind === "line" ? [block.text] : block.grid.cells.map((cell) => cell.text)))
    .flatMap((own) => own.split(/\s+/u).filter((piece) => isWording(piece) && !isUnit(piece)))
    .map((piece) => normalizeLabel(piece))
    .join("");
  const pairs = pairsBeside(blocks);
  const isSeen = (name: string): boolean => {
    if (text.includes(name)) return true;
    const own = pairsOf(name);
    return own.filter((pair) => pairs.has(pair)).length >= own.length * PAIRS_LEFT;
  };
  return likeliest(turnableForms(templates).tables, ({ labels }) => {
    const long = labels.filter((names) => names.every(({ length }) => length >= LONG_LABEL));
    const seen = long.filter((names) => names.some(isSeen)).length;
    return seen < MANY ? 0 : seen / long.length;
  });
}

/** The pairs of neighbouring characters on lines of several pieces, as columns made by spaces print them. */
function pairsBeside(blocks: readonly Block[]): ReadonlySet<string> {
  const pieces = blocks.flatMap((block) =>
    block.kind === "line"
      ? piecesBeside(block.text)
      : block.grid.cells.flatMap(({ text }) => text.split("\n")),
  );
  const short = pieces.filter(({ length }) => length <= LONGEST_CELL);
  return new Set(short.flatMap((piece) => pairsOf(normalizeLabel(piece))));
}

function piecesBeside(line: string): readonly string[] {
  const pieces = line.split(/ {2,}|\t/u).filter((piece) => piece !== "");
  return pieces.length < 2 ? [] : pieces;
}

function pairsOf(text: string): readonly string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, index) => text.slice(index, index + 2));
}

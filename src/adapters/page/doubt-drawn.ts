import type { Box } from "../../model/index.ts";
import type { AnalysedPage, DocumentBlock } from "./document.ts";
import type { Page, RuledLine } from "./sheet/page.ts";
import type { TableCell, CellPart } from "./sheet/table.ts";
import { isDrawnOn } from "./ink/drawn.ts";
import { unionOf } from "./sheet/text.ts";

/**
 * Raises a doubt about cells for a number that show, or may show, something that no text accounts for: a cell is blank
 * only when it shows nothing.
 */
export function doubtDrawn(
  blocks: readonly DocumentBlock[],
  pages: readonly AnalysedPage[],
): readonly DocumentBlock[] {
  const looked = new Map(
    pages
      .filter(
        ({ page }) =>
          page.drawn !== undefined ||
          page.claimed !== undefined ||
          page.doubt !== undefined ||
          page.rules.some((rule) => reachesOut(rule, page)),
      )
      .map((one) => [one.page.number, one]),
  );
  if (looked.size === 0) return blocks;
  return blocks.map((block) => {
    if (block.kind !== "table") return block;
    const around = block.table.ruled ? NOTHING : AROUND;
    return {
      ...block,
      table: { ...block.table, cells: block.table.cells.map((cell) => doubted(cell, around)) },
    };
  });

  function doubted(cell: TableCell, around: Reach): TableCell {
    if (cell.doubt !== undefined || !isForNumber(cell.text)) return cell;
    const reason = whyDoubtful(cell, around);
    return reason === undefined ? cell : { ...cell, doubt: { kind: "unreadable", reason } };
  }

  function whyDoubtful({ parts }: TableCell, around: Reach): string | undefined {
    if (parts.some(isClaimed)) return "form-control";
    if (parts.some((part) => shows(part, around))) return "drawn";
    if (parts.some(isCutOff)) return "page-edge";
    return parts.map(({ page }) => looked.get(page)?.page.doubt).find((doubt) => doubt !== undefined);
  }

  /**
   * Whether the middle of an area that may show another text lies in the cell, or the middle of the cell's text lies in
   * that area.
   */
  function isClaimed({ page, box }: CellPart): boolean {
    const one = looked.get(page);
    if (one?.page.claimed === undefined) return false;
    const cell = one.back(box);
    return one.page.claimed.some((claimed) => shareMiddle(claimed, cell));
  }

  /** Whether a blank cell goes on beyond the edge of the page, where its number may stand. */
  function isCutOff({ page, box: [left, top, right, bottom], glyphs }: CellPart): boolean {
    const one = glyphs.length === 0 ? looked.get(page)?.page : undefined;
    if (one === undefined) return false;
    return left < -OUT || top < -OUT || right > one.width + OUT || bottom > one.height + OUT;
  }

  function shows({ page, box, glyphs, frame }: CellPart, around: Reach): boolean {
    const one = looked.get(page);
    if (one?.page.drawn === undefined) return false;
    const lined = around === NOTHING;
    const [left, top, right, bottom] = box;
    const higher: Box = [left, top - around.down, right, bottom + around.down];
    if (glyphs.length === 0) return isDrawnOn(one.page.drawn, one.back(higher), undefined, lined);
    const ink = unionOf(glyphs.map((glyph) => glyph.box));
    const wider: Box = [ink[0] - around.across, higher[1], ink[2] + around.across, higher[3]];
    const baseline = Math.max(...glyphs.map((glyph) => glyph.baseline));
    const text = { box: one.back(ink), baseline, ...(frame && { frame: frame.map(one.back) }) };
    return isDrawnOn(one.page.drawn, one.back(lined ? box : unionOf([higher, wider])), text, lined);
  }
}

interface Reach {
  readonly across: number;
  readonly down: number;
}

/** Ink up to this far from a text that has no lines around it belongs to the text. Points. */
const AROUND: Reach = { across: 6, down: 2 };
const NOTHING: Reach = { across: 0, down: 0 };

/** A line that is this far beyond the page's edge is none that runs along it. Points. */
const OUT = 2;

function reachesOut({ direction, from, to }: RuledLine, { width, height }: Page): boolean {
  return from < -OUT || to > (direction === "horizontal" ? width : height) + OUT;
}

/** A label may be underlined, ticked or illustrated; nobody reads a number in it. */
function isForNumber(text: string): boolean {
  return !/\p{L}/u.test(text);
}

function shareMiddle(one: Box, other: Box): boolean {
  const holds = ([left, top, right, bottom]: Box, box: Box) => {
    const [x, y] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
    return x >= left && x <= right && y >= top && y <= bottom;
  };
  return holds(one, other) || holds(other, one);
}

import { isValue } from "../../../printed/numbers.ts";
import { black, isFaintOnGround, mixed, white } from "../../docx/look/colour.ts";
import type { Rgb } from "../../docx/look/colour.ts";
import { mayMeet } from "./cell-test.ts";
import type { CellTest } from "./cell-test.ts";
import type { RunLook } from "./cell-text.ts";
import type { DraftCell } from "../marks.ts";
import { isWithin } from "../sheet.ts";
import type { Range } from "../sheet.ts";

/** What a condition may do to cells. Unless it compares them with constants, it may hold for any. */
export interface ConditionalLook {
  readonly look: Pick<RunLook, "struck" | "colour">;
  /**
   * Colours that it may put under the digits: one for a fill or a bar, several for a scale; none where the cell keeps
   * its own.
   */
  readonly grounds: readonly Rgb[];
  readonly pattern?: string | undefined;
  /** What a cell must be for the condition to hold; undefined where that is not known. */
  readonly test?: CellTest | undefined;
  /** A bar or an icon replaces the digits. */
  readonly replaces?: boolean | undefined;
}

export interface Condition extends ConditionalLook {
  readonly ranges: readonly Range[];
}

/** The look of a condition that changes nothing in the letters: it only puts colours, bars or icons under them. */
export const unchangedLook: ConditionalLook["look"] = { struck: false, colour: null };

/**
 * Collects the conditions of a sheet, with `mostRanges` ranges in all, because each range is compared with every cell.
 */
export function conditionList(mostRanges: number): {
  readonly add: (look: ConditionalLook, ranges: readonly Range[]) => void;
  readonly conditions: readonly Condition[];
} {
  const conditions: Condition[] = [];
  let count = 0;
  return {
    add: (look, ranges) => {
      const kept = ranges.slice(0, mostRanges - count);
      count += kept.length;
      if (kept.length > 0) conditions.push({ ...look, ranges: kept });
    },
    conditions,
  };
}

/** How many colours are looked at between two stops of a scale. */
const steps = 8;

/** The colours of a scale, sampled from each stop to the next. */
export function scaleGrounds(stops: readonly Rgb[]): Rgb[] {
  return stops.flatMap((stop, at) => {
    const next = stops[at + 1];
    if (next === undefined) return [stop];
    return Array.from({ length: steps }, (_, step) => mixed(next, stop, step / steps));
  });
}

/** Casts doubt on digits that a condition may strike out, change, or paint in the colour of their ground. */
export function markConditions(cells: readonly DraftCell[], conditions: readonly Condition[]): void {
  for (const condition of conditions)
    for (const range of condition.ranges)
      for (const cell of cells)
        if (isWithin(range, cell.row, cell.column) && isNumberIn(cell) && mayHide(condition, cell))
          cell.doubt ??= "unseen-text";
}

/**
 * `General`, `0.00`, `#,##0_ ;[Red]-#,##0`: formats that show the digits as they are, with nothing before or after
 * them.
 */
const plainPattern =
  /^(?:General|[#0][#0,]*(?:\.[#0]+)?)(?:_.)?(?:;(?:\[Red\])?-?[#0][#0,]*(?:\.[#0]+)?(?:_.)?)?$/i;

/** A blank cell shows nothing that could be hidden. */
const isNumberIn = ({ text }: DraftCell): boolean => text !== "" && isValue(text);

function mayHide(condition: ConditionalLook, cell: DraftCell): boolean {
  const { look, grounds, pattern, test, replaces = false } = condition;
  if (test !== undefined && !mayMeet(test, cell)) return false;
  if (replaces || look.struck || (pattern !== undefined && !plainPattern.test(pattern))) return true;
  if (look.colour === null && grounds.length === 0) return false;
  const colour = look.colour ?? cell.colour ?? black;
  return (grounds.length > 0 ? grounds : [cell.ground ?? white]).some((ground) =>
    isFaintOnGround(colour, ground),
  );
}

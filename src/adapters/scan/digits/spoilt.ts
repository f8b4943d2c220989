import { inkDifference, type InkDifference } from "./ink-difference.ts";
import { isNear, likeness } from "./likeness.ts";
import type { InkLine } from "../raster/lines.ts";
import type { PrintedDigit } from "./print.ts";
import {
  ENOUGH_OF_NAME,
  FAR_FROM_OTHERS,
  MANY_COMPARED,
  NEARER_TO_OTHER,
  OTHERS_COMPARED,
  OTHER_INK_BESIDE,
  PEERS_COMPARED,
  SAME_DIGIT_HEIGHT,
  SAME_INK,
  SAME_INK_BESIDE,
} from "../raster/tolerances.ts";

/**
 * Lines with a digit that has lost or gained ink at one place: an 8 that a worn spot made a 3, or a 1 that a blot covers.
 * Such a digit is like none of its name on the page, but like one of its own or of another name except at that place. It is
 * taken only where it is far from every other name even so: then no spot explains it but one on a digit of its own name. A
 * digit that is like none at all is of another print, or covered by more than a spot: where `known` cannot tell which,
 * because it has many digits of its name or not all ten names, it is doubted beside a digit that is like others.
 */
export function spoiltLines(
  digits: readonly PrintedDigit[],
  known: readonly PrintedDigit[],
): ReadonlySet<InkLine> {
  const fits = digits.map((digit) => ({ digit, fit: fitOf(digit, known) }));
  const printed = new Set(fits.filter(({ fit }) => fit === "whole").map(({ digit }) => digit.line));
  return new Set(
    fits
      .filter(({ digit, fit }) => fit === "spotted" || (fit === "unlike" && printed.has(digit.line)))
      .map(({ digit }) => digit.line),
  );
}

/**
 * `whole`: like one of its name, or far from all others; `spotted`: like one but for one place; `unlike`: like none;
 * `alone`: nothing to compare.
 */
type Fit = "whole" | "spotted" | "unlike" | "alone";

function fitOf(digit: PrintedDigit, known: readonly PrintedDigit[]): Fit {
  const others = known.filter(
    (other) => other.line !== digit.line && isNear(digit.height, other.height, SAME_DIGIT_HEIGHT),
  );
  const byName = DIGITS.map((name) => others.filter(({ text }) => text === name));
  const peers = byName[Number(digit.text)]!;
  if (peers.length === 0) return "alone";
  const own = differences(digit, peers, PEERS_COMPARED);
  const most = Math.min(...own.map((one) => one.most));
  const beside = Math.min(...own.map(({ next }) => next));
  if (most <= SAME_INK_BESIDE) return "whole";
  const rest = byName.filter((some) => some !== peers);
  const asOther = rest.flatMap((some) => differences(digit, some, OTHERS_COMPARED));
  const other = Math.min(...asOther.map(({ next, beyond }) => Math.min(next, beyond)));
  if (most <= SAME_INK && beside <= NEARER_TO_OTHER * other) return "whole";
  const all = byName.every(({ length }) => length >= ENOUGH_OF_NAME);
  if (all && beside <= SAME_INK && other >= Math.max(OTHER_INK_BESIDE, FAR_FROM_OTHERS * beside))
    return "whole";
  if (Math.min(beside, other) <= SAME_INK_BESIDE) return "spotted";
  const names = byName.filter(({ length }) => length > 0).length;
  return peers.length >= MANY_COMPARED || names < DIGITS.length ? "unlike" : "alone";
}

const DIGITS = [..."0123456789"];

/** How a digit differs from so many of some digits that are most like it. */
function differences(
  digit: PrintedDigit,
  others: readonly PrintedDigit[],
  many: number,
): readonly InkDifference[] {
  return others
    .map((other) => ({ other, alike: likeness(digit, other) }))
    .sort((a, b) => b.alike - a.alike)
    .slice(0, many)
    .map(({ other }) => inkDifference(digit.patch, other.patch));
}

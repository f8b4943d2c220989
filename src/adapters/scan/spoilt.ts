import { inkDifference } from "./ink-difference.ts";
import { isNear, likeness } from "./likeness.ts";
import type { InkLine } from "./lines.ts";
import type { PrintedDigit } from "./print.ts";
import { PEERS_COMPARED, SAME_DIGIT_HEIGHT, SAME_INK } from "./tolerances.ts";

/**
 * Lines with a digit that has lost or gained ink at one place: an 8 that a worn spot made a 3, or a 1 that a blot covers. Such a
 * digit is like none of its name on the page, though it is of their print: either another digit of its number is like its own
 * peers, or it is like some digit of the page but for one place.
 */
export function spoiltLines(
  digits: readonly PrintedDigit[],
  known: readonly PrintedDigit[],
): ReadonlySet<InkLine> {
  const fits = new Map(digits.map((digit) => [digit, fitOf(digit, known)]));
  const printed = new Set(digits.filter((digit) => fits.get(digit) === "whole").map(({ line }) => line));
  return new Set(
    digits
      .filter((digit) => {
        const fit = fits.get(digit)!;
        return fit === "spotted" || (fit === "other" && printed.has(digit.line));
      })
      .map(({ line }) => line),
  );
}

/** `whole`: like one of its name; `spotted`: but for one place; `other`: like none of its name; `alone`: there is none. */
type Fit = "whole" | "spotted" | "other" | "alone";

function fitOf(digit: PrintedDigit, known: readonly PrintedDigit[]): Fit {
  const peers = known
    .filter(
      (other) =>
        other.text === digit.text &&
        other.line !== digit.line &&
        isNear(digit.height, other.height, SAME_DIGIT_HEIGHT),
    )
    .map((other) => ({ other, alike: likeness(digit, other) }))
    .sort((a, b) => b.alike - a.alike)
    .slice(0, PEERS_COMPARED);
  if (peers.length === 0) return "alone";
  let spotted = false;
  for (const { other } of peers) {
    const { most, next } = inkDifference(digit.patch, other.patch);
    if (most <= SAME_INK) return "whole";
    spotted ||= next <= SAME_INK / 2;
  }
  return spotted ? "spotted" : "other";
}

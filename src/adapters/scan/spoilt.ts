import { inkDifference } from "./ink-difference.ts";
import { isNear, likeness } from "./likeness.ts";
import type { InkLine } from "./lines.ts";
import type { PrintedDigit } from "./print.ts";
import { MANY_COMPARED, PEERS_COMPARED, SAME_DIGIT_HEIGHT, SAME_INK, SAME_INK_BESIDE } from "./tolerances.ts";

/**
 * Lines with a digit that has lost or gained ink at one place: an 8 that a worn spot made a 3, or a 1 that a blot covers.
 * Such a digit is like none of its name on the page, but like one of its own or of another name except at that place. A
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

/** `whole`: like one of its name; `spotted`: like one but for one place; `unlike`: like none; `alone`: nothing to compare. */
type Fit = "whole" | "spotted" | "unlike" | "alone";

function fitOf(digit: PrintedDigit, known: readonly PrintedDigit[]): Fit {
  const others = known.filter(
    (other) => other.line !== digit.line && isNear(digit.height, other.height, SAME_DIGIT_HEIGHT),
  );
  const peers = others.filter(({ text }) => text === digit.text);
  if (peers.length === 0) return "alone";
  const own = mostAlike(digit, peers).map((other) => inkDifference(digit.patch, other.patch));
  if (own.some(({ most }) => most <= SAME_INK)) return "whole";
  const rest = others.filter(({ text }) => text !== digit.text);
  if (own.some(({ next }) => next <= SAME_INK_BESIDE)) return "spotted";
  const asOther = mostAlike(digit, rest).map((other) => inkDifference(digit.patch, other.patch));
  if (asOther.some(({ next, beyond }) => Math.min(next, beyond) <= SAME_INK_BESIDE)) return "spotted";
  const names = new Set(others.map(({ text }) => text));
  return peers.length >= MANY_COMPARED || names.size < 10 ? "unlike" : "alone";
}

function mostAlike(digit: PrintedDigit, others: readonly PrintedDigit[]): readonly PrintedDigit[] {
  return others
    .map((other) => ({ other, alike: likeness(digit, other) }))
    .sort((a, b) => b.alike - a.alike)
    .slice(0, PEERS_COMPARED)
    .map(({ other }) => other);
}

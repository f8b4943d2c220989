import { median } from "../../page/sheet/median.ts";
import { isNear, likeness } from "./likeness.ts";
import type { InkLine } from "../raster/lines.ts";
import type { PrintedDigit } from "./print.ts";
import { spoiltLines } from "./spoilt.ts";
import {
  CLEARLY_OTHER,
  ENOUGH_DIGITS,
  FEW_DIGITS,
  LEAST_ALIKE,
  LEAST_ALIKE_PEERS,
  LEAST_CONTRAST_OF_OTHERS,
  MANY_PEERS,
  SAME_DIGIT_HEIGHT,
  SAME_STROKE,
  SURE_ALONE,
  UNLIKE_OTHERS,
} from "../raster/tolerances.ts";

/**
 * Lines whose digits are not like the others of the page: a stain, a hair or a pen's tick that a recognizer is sure is
 * a digit. What one printer prints has one height, darkness and thickness, and a 7 looks like another 7. `others` are
 * digits known from earlier pages, for a page that has few of its own; a ring is a 0 even without any.
 */
export function foreignLines(
  digits: readonly PrintedDigit[],
  others: readonly PrintedDigit[],
  rings: ReadonlySet<InkLine>,
): ReadonlySet<InkLine> {
  const known = digits.length < ENOUGH_DIGITS ? [...digits, ...others] : digits;
  const contrast = median(known.map((one) => one.contrast));
  const stroke = median(known.map((one) => one.stroke));
  const isForeign = (digit: PrintedDigit): boolean => {
    const apart = known.filter(({ line }) => line !== digit.line);
    if (apart.length < FEW_DIGITS) return digit.probability < SURE_ALONE && !rings.has(digit.line);
    const alike = apart.filter(({ height }) => isNear(height, digit.height, SAME_DIGIT_HEIGHT));
    if (alike.length < FEW_DIGITS) return true;
    if (digit.contrast < LEAST_CONTRAST_OF_OTHERS * contrast) return true;
    if (!isNear(digit.stroke, stroke, SAME_STROKE)) return true;
    return !looksLike(digit, apart);
  };
  const foreign = new Set(digits.filter(isForeign).map(({ line }) => line));
  for (const line of spoiltLines(digits, known)) foreign.add(line);
  return foreign;
}

/**
 * Lines of digits that are not quite sure by themselves, each of which is like many accepted digits of its name on the
 * page in size, darkness, thickness and shape, and unlike every digit of another name.
 */
export function familiarLines(
  unsure: readonly PrintedDigit[],
  accepted: readonly PrintedDigit[],
): ReadonlySet<InkLine> {
  const lines = new Set(unsure.map(({ line }) => line));
  for (const digit of unsure) if (!hasPeers(digit, accepted)) lines.delete(digit.line);
  return lines;
}

function hasPeers(digit: PrintedDigit, accepted: readonly PrintedDigit[]): boolean {
  const peers = accepted.filter(
    (other) =>
      other.text === digit.text &&
      isNear(digit.height, other.height, SAME_DIGIT_HEIGHT) &&
      isNear(digit.stroke, other.stroke, SAME_STROKE) &&
      digit.contrast >= LEAST_CONTRAST_OF_OTHERS * other.contrast &&
      likeness(digit, other) >= LEAST_ALIKE_PEERS,
  );
  if (peers.length < MANY_PEERS) return false;
  return accepted.every((other) => other.text === digit.text || likeness(digit, other) < UNLIKE_OTHERS);
}

/**
 * Whether a digit is like another of its name and not clearly more like one of another name, as an 8 is whose ring lost
 * a piece and which is read as a 3. Where too few of its name are known, it must be unlike all digits of other names.
 */
function looksLike(digit: PrintedDigit, others: readonly PrintedDigit[]): boolean {
  let [same, other, known] = [-1, -1, 0];
  for (const one of others) {
    const alike = likeness(digit, one);
    if (one.text !== digit.text) other = Math.max(other, alike);
    else [same, known] = [Math.max(same, alike), known + 1];
  }
  if (same >= LEAST_ALIKE) return other - same < CLEARLY_OTHER;
  return known < FEW_DIGITS && digit.probability >= SURE_ALONE && other < UNLIKE_OTHERS;
}

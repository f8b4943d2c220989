import { type KnownLabel, type LabelMatch, NONE } from "./labels.ts";
import { editDistance } from "./edit-distance.ts";
import { TURNS, without } from "./other-meanings.ts";

/**
 * Like `matchLabel`, for a label read by a recognizer: in a fax two characters of a label may be misread, three of a
 * long one. Characters that change a meaning are not among them.
 */
export function matchMisread(text: string, known: KnownLabel): LabelMatch {
  let best = NONE;
  for (const { text: label } of known) {
    const most = label.length < SHORTEST_MISREAD ? 0 : label.length < 2 * SHORTEST_MISREAD ? 2 : 3;
    if (most === 0 || Math.abs(text.length - label.length) > 1) continue;
    const distance = editDistance(text, label, most + 1);
    const score = distance <= most ? MISREAD - 0.005 * distance : 0;
    const isTurn = TURNS.test(
      without(text, label) + without(label, text).replace(/[一二三四五六七八九十]/gu, ""),
    );
    if (score > best.score && !isTurn) best = { score, kind: "fuzzy", isMisread: true };
  }
  return best;
}

/** A misread label scores less than any other match. */
const MISREAD = 0.72;

/** The fewest characters of a label of which two may be misread: two of four may make another label. */
const SHORTEST_MISREAD = 5;

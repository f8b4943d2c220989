import { AT_END, GOOD_ENOUGH, IN_TEXT, NO_MATCH, UNDAMAGED } from "../weights.ts";
import type { RowTemplate } from "../../../model/index.ts";
import type { FormRow } from "../../rows/form-row.ts";
import type { KnownRow } from "../../form/known.ts";
import type { HeaderOf } from "../header/header-match.ts";
import {
  matchExactly,
  matchLabel,
  matchLabelAtEnd,
  type KnownLabel,
  type LabelMatch,
} from "../../../printed/labels.ts";
import { matchMisread } from "../../../printed/misread-labels.ts";
import { trailingUnit } from "../../../printed/units.ts";
import type { RowClues } from "./row-clues.ts";
import { isRecognized, ownPiece, wholePiece } from "./likely-rows.ts";
import { isNamed, matchUnlabelled } from "./match-unlabelled.ts";
import { matchWrapped, isGroupPiece } from "./match-wrapped.ts";
import { bareLabel, standsAlone, withoutBracket } from "./stands-alone.ts";

/** How well a printed row matches the form's, by its own labels or by the text before it. */
export function matchRow(
  row: KnownRow,
  printed: FormRow,
  { intact, ending, measured }: RowClues,
  after: string,
  headerOf: HeaderOf,
): LabelMatch {
  if (row.label.length === 0)
    return measured || isNamed(row, printed) ? matchUnlabelled(row, printed, headerOf) : NO_MATCH;
  if (intact && !bearsLabel(row, printed)) {
    if (intact.has(row.key)) return SAME_ROW;
    // `收到申请` may be a row of another form, or the part of this row's label that fits into its column.
    const wrapped =
      printed.kind === "spaced"
        ? matchWrapped(row, printed.labels.at(-1)!, printed.context, after)
        : NO_MATCH;
    return wrapped.kind === "contained" ? wrapped : NO_MATCH;
  }
  return printed.labels.length > 0
    ? matchLabels(row, printed, after)
    : matchContext(row, printed, ending, after);
}

/** The same row in another form's words. */
const SAME_ROW: LabelMatch = { score: UNDAMAGED, kind: "alias" };

function bearsLabel({ label }: KnownRow, { labels }: FormRow): boolean {
  for (const { text } of label) if (labels.includes(text)) return true;
  return false;
}

/** Matches a row by its printed labels: one of them, all together, or the last with the text around it. */
function matchLabels(row: KnownRow, printed: FormRow, after: string): LabelMatch {
  let best = bestOf(printed.labels, row.label, matchExactly);
  if (best === NO_MATCH) best = bestOf(printed.labels, row.label, matchLabel);
  if (best.score >= GOOD_ENOUGH) return best;
  const joined = printed.labels.join("");
  const end = matchLabelAtEnd(joined, row.label);
  const own = ownPiece(printed);
  // 非行政事业性收费 ends in a row's label but is another row. A group would stand in a cell of its own.
  const prefixed = row.label.some(({ text }) => own.length > text.length && own.endsWith(text));
  const kind = prefixed ? ("fuzzy" as const) : end.kind;
  if (AT_END * end.score > best.score) best = { kind, score: AT_END * end.score };
  // Where spaces separate the columns, a line of numbers may hold a piece of a group's name while the label stands
  // around it.
  const beside = printed.kind === "spaced" && isGroupPiece(own, row);
  const piece = matchWrapped(row, own, printed.context, after);
  const wrapped =
    beside && piece.kind !== "contained" ? matchWrapped(row, "", printed.context, after) : piece;
  if (wrapped.score > best.score) best = wrapped;
  if (best.score === 0 && printed.kind === "spaced") {
    const whole = wholePiece(printed);
    if (whole !== own) best = matchWrapped(row, whole, printed.context, after);
  }
  return best.score === 0 && isRecognized(printed) ? matchMisread(own, row.label) : best;
}

function bestOf(texts: readonly string[], known: KnownLabel, match: typeof matchLabel): LabelMatch {
  let best = NO_MATCH;
  for (const text of texts) {
    const found = match(text, known);
    if (found.score > best.score) best = found;
  }
  return best;
}

/** Matches a row that prints no label of its own by the text before it. */
function matchContext(
  row: KnownRow,
  printed: FormRow,
  ending: ReadonlySet<string> | undefined,
  after: string,
): LabelMatch {
  // 不同意公开答复数 ends in 同意公开答复数 but is another row.
  if (ending && !ending.has(row.key)) return NO_MATCH;
  const context = contextOf(row.row, printed);
  if (printed.kind === "run") {
    const ends = row.label.some((label) => context.endsWith(label.text));
    return ends && standsAlone(row, context) ? { score: IN_TEXT, kind: "exact" } : NO_MATCH;
  }
  const bare = withoutBracket(context);
  const whole = matchLabelAtEnd(context, row.label);
  const near = whole.score > 0 ? whole : matchLabelAtEnd(bare, row.label);
  const end: LabelMatch = near.kind === "fuzzy" && ending ? SAME_ROW : near;
  const below = matchWrapped(row, "", context, after);
  const found = end.score * IN_TEXT > below.score ? { ...end, score: end.score * IN_TEXT } : below;
  if (found.kind === "fuzzy" && ending) return NO_MATCH;
  return found.score > 0 && printed.kind === "listed" && !standsAlone(row, context) ? NO_MATCH : found;
}

/** What stands before a row's values in running text, without the unit between them if the form prints one. */
function contextOf(row: RowTemplate, { context }: FormRow): string {
  return row.unit === undefined ? context : context.slice(0, context.length - unitAtEnd(row, context).length);
}

/** The unit that ends a text; empty where the label itself ends in it. */
export function unitAtEnd(row: RowTemplate, context: string): string {
  return context.endsWith(bareLabel(row)) ? "" : trailingUnit(context);
}

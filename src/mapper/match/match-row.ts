import { prepared } from "../../arithmetic/prepared.ts";
import type { RowTemplate } from "../../model/index.ts";
import { isGridRow, valueCount, type FormRow } from "../rows/form-row.ts";
import type { KnownRow } from "../form/form.ts";
import type { HeaderOf } from "./match-header.ts";
import { headingOf, isMeasured } from "./pieces.ts";
import { numbersRows } from "../rows/column-numbers.ts";
import { withoutEnumerator } from "../../printed/enumerators.ts";
import { normalizeLabel } from "../../printed/folding.ts";
import {
  matchExactly,
  matchLabel,
  matchLabelAtEnd,
  matchMisread,
  type KnownLabel,
  type LabelMatch,
  isTurned,
} from "../../printed/labels.ts";
import { ORDINALS } from "../../printed/numerals.ts";
import { trailingUnit } from "../../printed/units.ts";

/** All row and column labels of all forms. A printed label that is one of them is not a damaged form of another. */
export interface FormLabels {
  /** Each row label, with the keys of the rows that bear it in any form. */
  readonly rows: ReadonlyMap<string, ReadonlySet<string>>;
  readonly columns: ReadonlySet<string>;
}

/**
 * The rows whose undamaged label a printed row bears, given as keys of rows of any form: `intact` if the label is its
 * own, `ending` if it ends the text before the row.
 */
export interface RowClues {
  readonly intact: ReadonlySet<string> | undefined;
  readonly ending: ReadonlySet<string> | undefined;
  /** Whether its labels, if it has any, only say that numbers follow. */
  readonly measured: boolean;
}

/** The clues of a printed row. Its innermost label decides: 其他处理 is a row of one form and a group of another. */
export function rowClues(row: FormRow, known: FormLabels["rows"]): RowClues {
  const { labels, context } = row;
  return {
    intact: known.get(labels.at(-1) ?? ""),
    ending: labels.length === 0 ? endingLabel(context, known) : undefined,
    measured: isMeasured(row),
  };
}

export const NONE: LabelMatch = { score: 0, kind: "none" };

/** How well a printed row matches the form's, by its own labels or by the text before it. */
export function matchRow(
  row: KnownRow,
  printed: FormRow,
  { intact, ending, measured }: RowClues,
  after: string,
  headerOf: HeaderOf,
): LabelMatch {
  if (row.label.length === 0)
    return measured || isNamed(row, printed) ? matchUnlabelled(row, printed, headerOf) : NONE;
  if (intact && !row.label.some(({ text }) => printed.labels.includes(text))) {
    if (intact.has(row.key)) return { score: 0.97, kind: "alias" }; // the same row in another form's words
    // `收到申请` may be a row of another form, or the part of this row's label that fits into its column.
    const wrapped =
      printed.kind === "spaced" ? matchWrapped(row, printed.labels.at(-1)!, printed.context, after) : NONE;
    return wrapped.kind === "contained" ? wrapped : NONE;
  }
  return printed.labels.length > 0
    ? matchLabels(row, printed, after)
    : matchContext(row, printed, ending, after);
}

/** Matches a row by its printed labels: one of them, all together, or the last with the text around it. */
function matchLabels(row: KnownRow, printed: FormRow, after: string): LabelMatch {
  let best = bestOf(printed.labels, row.label, matchExactly);
  if (best === NONE) best = bestOf(printed.labels, row.label, matchLabel);
  if (best.score >= 0.95) return best;
  const joined = printed.labels.join("");
  const end = matchLabelAtEnd(joined, row.label);
  const last = printed.labels.at(-1)!;
  // A label may be split as `其中` above `：主动公`.
  const own = printed.kind === "spaced" ? last.replace(/^[:,.)]/u, "") : last;
  // 非行政事业性收费 ends in a row's label but is another row. A group would stand in a cell of its own.
  const prefixed = row.label.some(({ text }) => own.length > text.length && own.endsWith(text));
  const kind = prefixed ? ("fuzzy" as const) : end.kind;
  if (0.97 * end.score > best.score) best = { kind, score: 0.97 * end.score };
  // Where spaces separate the columns, a line of numbers may hold a piece of a group's name while the label stands
  // around it.
  const beside = printed.kind === "spaced" && isGroupPiece(own, row);
  const piece = matchWrapped(row, own, printed.context, after);
  const wrapped =
    beside && piece.kind !== "contained" ? matchWrapped(row, "", printed.context, after) : piece;
  if (wrapped.score > best.score) best = wrapped;
  // Letters printed apart give several pieces of one label: `3 动 公开`.
  const whole = printed.labels.filter((text) => !/^\d+$/u.test(text)).join("");
  if (best.score === 0 && printed.kind === "spaced" && whole !== own)
    best = matchWrapped(row, whole, printed.context, after);
  return best.score === 0 && isRecognized(printed) ? matchMisread(own, row.label) : best;
}

/** Whether any of the row's values was read from a scan. */
function isRecognized({ values }: FormRow): boolean {
  return values.some(({ at }) => at.recognized !== undefined);
}

function bestOf(texts: readonly string[], known: KnownLabel, match: typeof matchLabel): LabelMatch {
  let best = NONE;
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
  if (ending && !ending.has(row.key)) return NONE;
  const context = contextOf(row.row, printed);
  if (printed.kind === "run") {
    const ends = row.label.some((label) => context.endsWith(label.text));
    return ends && standsAlone(row, context) ? { score: 0.95, kind: "exact" } : NONE;
  }
  const bare = withoutBracket(context);
  const whole = matchLabelAtEnd(context, row.label);
  const near = whole.score > 0 ? whole : matchLabelAtEnd(bare, row.label);
  const end: LabelMatch = near.kind === "fuzzy" && ending ? { score: 0.97, kind: "alias" } : near;
  const below = matchWrapped(row, "", context, after);
  const found = end.score * 0.95 > below.score ? { ...end, score: end.score * 0.95 } : below;
  if (found.kind === "fuzzy" && ending) return NONE;
  return found.score > 0 && printed.kind === "listed" && !standsAlone(row, context) ? NONE : found;
}

/** Whether a piece of a label is too short to mean anything by itself. `（一）收` above `到申请数` is long enough. */
function isTooShort(head: string, own: string, tail: string): boolean {
  if (own.length === 1 && tail.length >= LONG_TAIL) return false;
  return own.length < 2 && (head.length < 2 || tail.length < 1);
}

/** With at least this much of the label on the next line, a single character is enough as its beginning. */
const LONG_TAIL = 3;

/** Matches a label wrapped around its values: it begins at the end of the text before and ends in the text after. */
function matchWrapped(row: KnownRow, own: string, before: string, after: string): LabelMatch {
  for (const { text: label } of row.label) {
    if (label.length < 5 || !mayBegin(label, own, before)) continue;
    for (const start of startsOf(own, label)) {
      const head = label.slice(0, start);
      const tail = label.slice(start + own.length);
      if (isTooShort(head, own, tail)) continue;
      if (!before.endsWith(head)) continue;
      if (after.startsWith(tail) || followsGroup(after, tail, row)) return { score: 0.93, kind: "contained" };
      // The rest of the label stands among the words of a group's cell beside it.
      if (own.length >= 6 && (head.length + own.length) * 10 >= label.length * 6)
        return { score: 0.8, kind: "fuzzy" };
    }
  }
  return NONE;
}

/**
 * Whether a piece may belong to the label. An empty piece needs the label's first two characters in the text before it.
 */
function mayBegin(label: string, own: string, before: string): boolean {
  return own !== "" || before.slice(-label.length).includes(label.slice(0, 2));
}

/** Whether the rest of a label follows, perhaps behind a piece of its group's name: `提供 行制作`. */
function followsGroup(after: string, tail: string, row: KnownRow): boolean {
  const at = tail.length < 2 ? -1 : after.slice(0, LONGEST_PIECE + tail.length).indexOf(tail);
  return at > 0 && isGroupPiece(after.slice(0, at), row);
}

/** A narrow column holds at most this much of a group's name on one line. */
const LONGEST_PIECE = 8;

function isGroupPiece(text: string, { groups }: KnownRow): boolean {
  const piece = withoutEnumerator(text);
  return piece !== "" && text.length <= LONGEST_PIECE && [...groups].some((group) => group.includes(piece));
}

/** The positions where a piece may begin in a label; for an empty piece, all between two characters. */
function startsOf(piece: string, label: string): number[] {
  if (piece === "") return Array.from({ length: label.length - 1 }, (_, index) => index + 1);
  const found: number[] = [];
  for (let index = label.indexOf(piece); index >= 0; index = label.indexOf(piece, index + 1))
    found.push(index);
  return found;
}

function withoutBracket(text: string): string {
  return text.endsWith(")") ? text.replace(/\([^()]*\)$/u, "") : text;
}

/**
 * Numbers outside a grid count only where nothing but the form's own words stands before them: 行政许可 0 below
 * 本年处理决定数量 is a row, but 全年办理行政许可5件 in prose is not.
 */
function standsAlone(row: KnownRow, context: string): boolean {
  const bare = withoutBracket(context);
  const label = row.label.find((known) => context.endsWith(known.text) || bare.endsWith(known.text))?.text;
  let rest =
    label === undefined ? context : (context.endsWith(label) ? context : bare).slice(0, -label.length);
  if (label !== undefined && isTurned(rest)) return false;
  if (labelsInText(row.block, context) * 2 > row.block.columns.length) return true;
  for (const word of row.block.words) rest = rest.replaceAll(word, "");
  rest = rest.replaceAll("其中", "");
  return rest.replace(NUMBERING, "").length <= (label === undefined ? 60 : 1);
}

/** A label's numbering and punctuation, and the dash that a heading may have in the place of a value. */
const NUMBERING = new RegExp(String.raw`[${ORDINALS}\d()、,.:—-]`, "gu");

/**
 * Whether its only label, beside its number, stands under a corner heading (单位名称) or reaches down from the
 * headings.
 */
function isNamed({ block }: KnownRow, { labels, headers }: FormRow): boolean {
  const [number = "", name] = labels;
  if (labels.length === 2 && /^\d+$/u.test(number) && numbersRows(headers[0]?.columns[0]?.leaf ?? ""))
    return name !== undefined && block.corner.has(headers[0]?.columns[1]?.leaf ?? "");
  const leaf = headers[0]?.columns[0]?.leaf;
  return labels.length === 1 && leaf !== undefined && (block.corner.has(leaf) || leaf === labels[0]);
}

/**
 * Matches the only row of a block, which has no label, by its header or by the words before it and its count of values.
 */
function matchUnlabelled(row: KnownRow, printed: FormRow, headerOf: HeaderOf): LabelMatch {
  const { columns, headerText } = row.block;
  const split = columns.length < row.block.block.columns.length;
  if (split && printed.heading !== undefined && printed.heading !== headingOf(row.block)) return NONE;
  const headed = columns[0]!.group.length > 0 && printed.context.includes(headingOf(row.block));
  const certain = !split || headed || printed.heading !== undefined;
  const header = headerOf(printed, row);
  if (header && header.matched === columns.length) return { score: certain ? 1 : 0.8, kind: "exact" };
  if (printed.labels.length > 0) return NONE;
  if (!isGridRow(printed) && headerText !== "" && printed.context.endsWith(headerText))
    return { score: certain ? 0.97 : 0.8, kind: "exact" };
  if (printed.kind === "run" || columns.length < 5 || valueCount(printed) !== columns.length) return NONE;
  const groups = new Set(columns.flatMap((column) => column.group));
  const named = [...groups].filter((group) => group !== "" && printed.context.includes(group)).length;
  return groups.size > 0 && named === groups.size ? { score: 0.8, kind: "contained" } : NONE;
}

/** The keys of the longest label of any form in which a text ends, with or without a unit behind it. */
function endingLabel(context: string, labels: FormLabels["rows"]): ReadonlySet<string> | undefined {
  const unit = trailingUnit(context);
  const whole = longestAtEnd(context, labels);
  const bare = unit === "" ? "" : longestAtEnd(context.slice(0, -unit.length), labels);
  return labels.get(bare.length > whole.length ? bare : whole);
}

function longestAtEnd(text: string, labels: FormLabels["rows"]): string {
  return (
    byEnding(labels)
      .get(text.slice(-2))
      ?.find((label) => text.endsWith(label)) ?? ""
  );
}

/** The labels that are long enough to be recognised in a text, by their last two characters, the longest first. */
const byEnding = prepared((labels: FormLabels["rows"]): ReadonlyMap<string, readonly string[]> => {
  const endings = new Map<string, string[]>();
  const long = [...labels.keys()].filter(({ length }) => length >= 4 && length <= 40);
  for (const label of long.sort((a, b) => b.length - a.length)) {
    const ending = label.slice(-2);
    endings.set(ending, [...(endings.get(ending) ?? []), label]);
  }
  return endings;
});

/** What stands before a row's values in running text, without the unit between them if the form prints one. */
function contextOf(row: RowTemplate, { context }: FormRow): string {
  return row.unit === undefined ? context : context.slice(0, context.length - unitAtEnd(row, context).length);
}

/** The unit that ends a text; empty where the label itself ends in it. */
export function unitAtEnd(row: RowTemplate, context: string): string {
  return context.endsWith(bareLabel(row)) ? "" : trailingUnit(context);
}

const bareLabel = prepared((row: RowTemplate) => withoutEnumerator(normalizeLabel(row.label)));

/** How many of the block's columns have their label in a text. */
export function labelsInText(block: KnownRow["block"], text: string): number {
  return block.columns.filter(({ label }) => label.some((known) => text.includes(known.text))).length;
}

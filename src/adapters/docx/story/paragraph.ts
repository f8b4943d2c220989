import type { WordParagraph } from "../../word/items/items.ts";
import type { Label, ListCounter } from "../../word/lists/list-counter.ts";
import { headingLevel } from "../../word/headings.ts";
import type { Attributes } from "../../package/xml.ts";
import { mayBeDrawn } from "../look/borders.ts";
import { isOn } from "../look/values.ts";
import type { OpenDocxParagraph } from "./open-paragraph.ts";
import type { RunProperties } from "../look/run-properties.ts";
import { stateLineHeight } from "../../word/tables/room.ts";
import { spaceDoubt } from "../look/space.ts";
import { black, isSame } from "../look/colour.ts";
import { differs, runSightOf } from "../look/sight.ts";
import type { RunSight } from "../look/sight.ts";
import { doubtOf, joinsNumber, showScripts, withLabel } from "../../word/text/ink.ts";
import { isSymbolFont, symbolText } from "../../word/text/symbols.ts";

/**
 * How the open run is seen. Where its cell may look in several ways, a doubt in any of them counts, and so does a
 * difference in whether the run is seen.
 */
export function runSight(paragraph: OpenDocxParagraph): RunSight {
  return (paragraph.run.sight ??= seenAs(paragraph, paragraph.run.look));
}

function seenAs({ context, table, style, shading }: OpenDocxParagraph, direct: RunProperties): RunSight {
  const { styles, palette } = context;
  const paragraphShading =
    shading ?? styles.chain(style, "paragraph").find((one) => one.shading !== undefined)?.shading;
  const sights = table.map((look) =>
    runSightOf({ styles, palette, table: look, paragraphStyle: style, paragraphShading, direct }),
  );
  const [first, ...others] = sights as [RunSight, ...RunSight[]];
  if (others.length === 0) return first;
  if (others.every(({ visibility }) => visibility === first.visibility))
    return { ...first, doubt: sights.find(({ doubt }) => doubt !== undefined)?.doubt };
  return { ...first, visibility: "seen", doubt: "hidden-text" };
}

/** Adds the text that a run shows, unless it is hidden, part of a field's instruction, or the mark of a note. */
export function addText(paragraph: OpenDocxParagraph, text: string): void {
  const { run, context } = paragraph;
  if (text === "" || run.noteMark) return;
  if (paragraph.fields.some((field) => !field.inResult)) {
    paragraph.suppressed += text;
    return;
  }
  const sight = runSight(paragraph);
  if (sight.visibility === "hidden") {
    context.counts.hidden += text.length;
    return;
  }
  const shown = isSymbolFont(sight.font) ? symbolText(sight.font, text) : text;
  for (const control of paragraph.controls) control.text += shown;
  paragraph.whole += shown;
  const inked = shown.trim() !== "";
  if (inked)
    paragraph.doubt ??=
      sight.doubt ??
      spaceDoubt(paragraph, context.styles, sight, shown) ??
      (/\d/.test(shown) ? doubtOfDigits(paragraph, sight) : undefined);
  if (!inked && (sight.underlined || sight.struck)) paragraph.underlined += shown.length;
  if (sight.visibility === "unseen" && inked) {
    context.counts.hidden += text.length;
    return;
  }
  if (
    paragraph.lastSight !== null &&
    joinsNumber(paragraph.text, shown) &&
    differs(paragraph.lastSight, sight)
  )
    paragraph.doubt ??= "mixed-look";
  const start = paragraph.text.length;
  paragraph.text += shown;
  if (inked) paragraph.lastSight = sight;
  if (sight.script !== undefined) paragraph.scripts.push([start, paragraph.text.length, sight.script]);
  if (sight.struck && /\d/.test(text)) paragraph.struck = true;
}

/** Most colours of numbers that are kept. */
const MOST_INKS = 100;

/** Why digits of this look may not be seen, or not as what they are. */
function doubtOfDigits({ context, isInCell }: OpenDocxParagraph, sight: RunSight): string | undefined {
  const { grounds, inks, digitFonts } = context;
  if (sight.font !== undefined && digitFonts.has(sight.font)) return "private-use-character";
  if (sight.colour === black || !isInCell) return undefined;
  if (grounds.some((ground) => isSame(ground, sight.colour))) return "faint-text";
  if (inks.length < MOST_INKS && !inks.some((ink) => isSame(ink, sight.colour))) inks.push(sight.colour);
  return undefined;
}

/** The text of one w:t: white space at its ends counts only where xml:space says so (ISO 29500-1 17.3.3.31). */
export function elementText(raw: string, preserve: boolean): string {
  const text = preserve ? raw : trimXmlSpace(raw);
  return /[\n\r]/.test(text) ? text.replace(/\r\n?|\n/g, " ") : text;
}

/**
 * Not `trim`, which also removes the ideographic space, and not a regular expression, which takes quadratic time on a
 * run of spaces.
 */
function trimXmlSpace(text: string): string {
  const isSpace = (at: number): boolean => " \t\n\r".includes(text[at]!);
  let from = 0;
  let to = text.length;
  while (from < to && isSpace(from)) from++;
  while (from < to && isSpace(to - 1)) to--;
  return text.slice(from, to);
}

/** Counts the paragraph in its list; called when its properties are known. */
export function numberParagraph(paragraph: OpenDocxParagraph, counter: ListCounter): void {
  if (paragraph.numbered) return;
  paragraph.numbered = true;
  if (paragraph.markGone) return;
  paragraph.label = counter(paragraph.number, paragraph.context.styles.chain(paragraph.style, "paragraph"));
}

export function closeParagraph(paragraph: OpenDocxParagraph): WordParagraph {
  const { context } = paragraph;
  const { label, unseen, doubt: labelDoubt } = seenLabel(paragraph);
  const raised = showScripts(paragraph);
  const heading = headingLevel(paragraph.outline, context.styles.chain(paragraph.style, "paragraph"));
  const ruby = paragraph.ruby && /\d/.test(paragraph.whole) ? "raised-digit" : undefined;
  const doubt = paragraph.doubt ?? labelDoubt ?? ruby ?? doubtOf(paragraph, raised) ?? lineDoubt(paragraph);
  const labelled = label ?? unseen;
  const hides = paragraph.whole !== paragraph.text || unseen !== null;
  const closed = {
    kind: "paragraph" as const,
    text: label === null ? raised : withLabel(label, raised),
    ...(hides && { whole: labelled === null ? paragraph.whole : withLabel(labelled, paragraph.whole) }),
    ...(heading !== undefined && { heading }),
    ...(doubt !== undefined && { doubt }),
    ...(paragraph.covers !== undefined && { covers: paragraph.covers }),
  };
  for (const control of paragraph.controls) control.paragraphs.push(closed);
  if (paragraph.rowHeight !== undefined) stateLineHeight(closed, lineHeight(paragraph));
  return closed;
}

/** Whether lines in a cell for a number may be a one beside it, or a minus where it has no text. */
function lineDoubt({
  isInCell,
  text,
  lines,
  style,
  context,
  underlined,
}: OpenDocxParagraph): "drawn" | undefined {
  const beside = () =>
    lines ?? context.styles.chain(style, "paragraph").find((one) => one.lines !== undefined)?.lines;
  return isInCell && mayBeDrawn(text, beside, underlined) ? "drawn" : undefined;
}

/** Twips of a line of the paragraph; an empty one is as high as its mark. */
function lineHeight(paragraph: OpenDocxParagraph): number {
  const { line, style, context, lastSight, markLook } = paragraph;
  const exact = line ?? context.styles.chain(style, "paragraph").find((one) => one.exactLine)?.exactLine;
  return exact || (lastSight ?? seenAs(paragraph, markLook)).size * TWIPS_IN_SIZE;
}

/** Sizes count half-points (17.3.2.38). */
const TWIPS_IN_SIZE = 10;

interface SeenLabel {
  readonly label: Label | null;
  /** The label, if its colour or size hides it. */
  readonly unseen: Label | null;
  readonly doubt?: string | undefined;
}

/** The list number as it is seen with the look of its level and of the paragraph's mark (17.9.24). */
function seenLabel(paragraph: OpenDocxParagraph): SeenLabel {
  const { label, context, markLook } = paragraph;
  if (label === null) return { label, unseen: null };
  const { from } = label;
  const own = from && context.numberLook(from.numberId, from.level);
  const { visibility, doubt } = seenAs(paragraph, { ...markLook, ...own });
  if (visibility === "hidden") return { label: null, unseen: null };
  return visibility === "unseen" ? { label: null, unseen: label, doubt } : { label, unseen: null, doubt };
}

/**
 * Ends the fields whose instruction is still open. In a broken file such an instruction would hide all text after it;
 * here it ends with its paragraph, and is counted if it hid something.
 */
export function endInstructions(paragraph: OpenDocxParagraph): void {
  for (const field of paragraph.fields) {
    if (field.inResult) continue;
    field.inResult = true;
    if (paragraph.suppressed !== "") paragraph.context.counts.brokenFields++;
  }
}

/** The mark of a note stands here; where it is the text of its run, that text is not read. */
export function markNote(paragraph: OpenDocxParagraph, attributes: Attributes): void {
  if (attributes["w:customMarkFollows"] !== undefined)
    paragraph.run.noteMark = isOn(attributes["w:customMarkFollows"]);
  // A mark that is not raised looks like one more digit.
  if (/\d$/.test(paragraph.text) && runSight(paragraph).script === undefined)
    paragraph.doubt ??= "mixed-styles";
}

import type { ParagraphEnd } from "../word/flow.ts";
import { headingLevel } from "../word/headings.ts";
import type { Label } from "../word/lists/list-counter.ts";
import type { LetterLook } from "../word/text/look.ts";
import { letterLookOf } from "./reader-text.ts";
import type { Reader, RtfStyle } from "./reader.ts";

/**
 * What the paragraph's mark states. Counts the paragraph in its list; a label that the writer printed is preferred to
 * the one counted.
 */
export function paragraphEnd(reader: Reader, depth: number): ParagraphEnd {
  const { paragraph: state, character: look } = reader.group;
  const inBox = [...reader.groups, reader.group].some(({ holds }) => holds === "box");
  const markGone = look.hidden || look.deleted;
  const counter = inBox ? reader.boxCounter : reader.counter;
  const counted =
    state.list === undefined || markGone
      ? null
      : counter({ numberId: String(state.list), level: state.level ?? 0 }, []);
  const written = writtenLabel(reader.label);
  // Word shows a number that it counts in the old way (\pn) even where the writer did not leave it in the text.
  if (state.isNumbered && written === null && counted === null && depth > 0)
    reader.group.flow.doubt("alternate-content");
  const label = written ?? counted;
  const labelLook = label === null ? undefined : labelLookOf(reader, written, counted);
  if (!markGone) reader.label = "";
  const heading = headingLevel(state.outline, styleChain(reader, state.style));
  return { depth, label, labelLook, heading, markGone, before: state.before, lines: state.lines };
}

function styleChain(reader: Reader, style: number): RtfStyle[] {
  const chain: RtfStyle[] = [];
  for (let next: number | undefined = style; next !== undefined && chain.length < 32;) {
    const found = reader.styles.get(next);
    if (found === undefined || chain.includes(found)) break;
    chain.push(found);
    next = found.basedOn;
  }
  return chain;
}

/**
 * A program that counts lists shows the label in the look of its level, applied over the look of the paragraph's mark.
 */
function labelLookOf(reader: Reader, written: Label | null, counted: Label | null): LetterLook | undefined {
  const { character, paragraph: of } = reader.group;
  if (counted === null) {
    if (written === null || reader.labelLook === undefined) return undefined;
    // A program that counts numbers does not show those that are only left in the text.
    return {
      ...reader.labelLook,
      ...(!of.isNumbered && { doubt: reader.labelLook.doubt ?? "alternate-content" }),
    };
  }
  const look = letterLookOf(reader, {
    character: { ...character, ...reader.lists.lookOf(counted) },
    paragraph: of,
  });
  const isOther = written !== null && written.text !== counted.text.trim();
  return isOther ? { ...look, doubt: look.doubt ?? "alternate-content" } : look;
}

/**
 * The printed label, if it has letters or numbers. A bullet is decoration, and "- 5" must not turn into a negative
 * number.
 */
function writtenLabel(text: string): Label | null {
  const label = text.trim();
  return /[\p{L}\p{N}]/u.test(label)
    ? { text: label, suffix: text.endsWith("\t") ? "tab" : "nothing" }
    : null;
}

import type { ParagraphEnd } from "../word/flow.ts";
import { headingLevel } from "../word/headings.ts";
import type { Label } from "../word/list-counter.ts";
import type { LetterLook } from "../word/look.ts";
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
  const label = written ?? counted;
  const labelLook = label === null ? undefined : labelLookOf(reader, written, counted);
  if (!markGone) reader.label = "";
  const heading = headingLevel(state.outline, styleChain(reader, state.style));
  return { depth, label, labelLook, heading, markGone, before: state.before };
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
  if (counted === null) return written === null ? undefined : reader.labelLook;
  const { character, paragraph: of } = reader.group;
  return letterLookOf(reader, {
    character: { ...character, ...reader.lists.lookOf(counted) },
    paragraph: of,
  });
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
